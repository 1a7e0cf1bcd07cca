"""More people are expected in a room than it has seats.

## Why it matters
Ten people standing at the back of the opening is what they will remember of it.

## Example
workshop:
  expected: 48
rooms:
  garden: {name: Garden Room, seats: 24}
days:
  - sessions:
      - {time: "09:00-10:00", title: Welcome, room: garden}

## Instead
workshop:
  expected: 48
rooms:
  hall: {name: Auditorium, seats: 120}
days:
  - sessions:
      - {time: "09:00-10:00", title: Welcome, room: hall}

## Not reported
Breaks, meals and receptions, at which people stand; sessions beside others, unless they say how
many people they expect. Everything about one room is one finding, at its first session.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import LOGISTICS, Agenda, Session
from ogpworkshop.model.identity import headcount
from ogpworkshop.model.rooms import Rooms
from ogpworkshop.model.roster import Roster
from ogpworkshop.model.strand import accompanied
from ogpworkshop.model.wording import listed

_STANDING = LOGISTICS | {"social"}


@rule(Severity.WARNING, since="0.1")
def check(agenda: Agenda, roster: Roster | None = None) -> Iterator[Finding]:
    rooms = Rooms(agenda)
    if not any(room.seats is not None for room in rooms.declared.values()):
        return
    crowded: dict[tuple[str, ...], list[tuple[int, Session]]] = {}
    for session, people in _expected(agenda, headcount(agenda, roster)):
        keys = tuple(rooms.of(use.ref) for use in session.rooms)
        seats = [rooms.seats(use.ref) for use in session.rooms]
        are_known = bool(keys) and all(each is not None for each in seats)
        if are_known and people > sum(each or 0 for each in seats):
            crowded.setdefault(keys, []).append((people, session))
    for sessions in crowded.values():
        yield _finding(sessions, rooms)


def _expected(agenda: Agenda, everybody: int | None) -> Iterator[tuple[Session, int]]:
    """Sessions with the number of people expected in each, where it is known."""
    for day in agenda.days:
        row = day.row()
        beside = {row[position].path for position in accompanied(row)}
        for session in day.sessions:
            own = session.written.expected
            is_all = not (session.written.track or session.written.parallel or session.is_aside)
            if session.kind in _STANDING:
                continue
            if own is not None:
                yield session, own
            elif everybody is not None and is_all and session.path not in beside:
                yield session, everybody


def _finding(crowded: list[tuple[int, Session]], rooms: Rooms) -> Finding:
    people, session = crowded[0]
    seats = sum(rooms.seats(use.ref) or 0 for use in session.rooms)
    name = " and ".join(rooms.name(use.ref) for use in session.rooms)
    others = [each.name for _, each in crowded[1:]]
    also = f", and likewise in {listed(others, 2)}" if others else ""
    return Finding(
        session.rooms[0].path,
        f"{people} people are expected in “{session.name}”, but {name} has {seats} seats{also}",
        f"{seats} seats for {people} people",
        tuple((each.rooms[0].path, f"{n} people") for n, each in crowded[1:3]),
    )
