"""A session names a room that is not among the agenda's rooms.

## Why it matters
Nobody finds it: neither the participants, nor the sign on the door, nor the check of its seats.

## Example
rooms:
  hall: {name: Auditorium, seats: 120}
  garden: {name: Garden Room, seats: 24}
days:
  - sessions:
      - {time: "09:00-10:00", title: Welcome, room: hal}

## Instead
rooms:
  hall: {name: Auditorium, seats: 120}
  garden: {name: Garden Room, seats: 24}
days:
  - sessions:
      - {time: "09:00-10:00", title: Welcome, room: hall}

## Fix
Unsafe: writes the nearest key.

## Not reported
Agendas without a list of rooms, and rooms called by their name instead of their key.
"""

from collections.abc import Iterator

from ogpworkshop.check import mend
from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda, RoomUse
from ogpworkshop.model.near import Guesses
from ogpworkshop.model.rooms import Rooms


@rule(Severity.ERROR, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    rooms = Rooms(agenda)
    if not rooms.declared:
        return
    names = {room.name: key for key, room in rooms.declared.items() if room.name}
    known = names | {key: key for key in rooms.declared}
    guesses = Guesses(known)
    for use in _uses(agenda):
        if rooms.find(use.ref) is None:
            near = guesses.nearest(use.ref)
            yield _finding(use, known[near] if near else None)


def _uses(agenda: Agenda) -> Iterator[RoomUse]:
    for day in agenda.days:
        for session in day.sessions:
            yield from session.rooms
    for breakout in agenda.breakouts:
        if breakout.same_as is None:
            yield from breakout.rooms


def _finding(use: RoomUse, near: str | None) -> Finding:
    hint = f"; did you mean “{near}”?" if near else ""
    fix = mend.rewrite(use.path, near, f"write {near}") if near else None
    return Finding(use.path, f"“{use.ref}” is no room of the agenda{hint}", "no such room", fix=fix)
