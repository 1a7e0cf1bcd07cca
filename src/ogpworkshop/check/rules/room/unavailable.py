"""A session takes place in a room when that is closed.

## Why it matters
The key is with somebody who has gone home.

## Example
rooms:
  hall: {name: Auditorium, available: 08:00-18:00}
days:
  - sessions:
      - {time: "17:00-18:30", title: Panel, room: hall}

## Instead
rooms:
  hall: {name: Auditorium, available: 08:00-18:00}
days:
  - sessions:
      - {time: "16:30-18:00", title: Panel, room: hall}

## Not reported
Rooms that do not say when they are `available`; sessions in the background, and those whose own
time is reported.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda, RoomUse, Session
from ogpworkshop.model.pauses import placed
from ogpworkshop.model.rooms import Rooms
from ogpworkshop.model.time import span
from ogpworkshop.model.written import Room


@rule(Severity.ERROR, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    if not any(room.available for room in agenda.written.rooms.values()):
        return
    rooms = Rooms(agenda)
    for day in agenda.days:
        for session in placed(day):
            for use in rooms.used_by(session):
                room = rooms.declared.get(rooms.find(use.ref) or "")
                if room is not None and _is_closed(room, session):
                    yield _finding(session, use, room, rooms.name(use.ref))


def _is_closed(room: Room, session: Session) -> bool:
    """Whether a part of the session lies outside the hours of the room."""
    hours = room.available
    if hours is None or hours.start is None or hours.end is None:
        return False
    return (session.start or 0) < hours.start or (session.end or 0) > hours.end


def _finding(session: Session, use: RoomUse, room: Room, name: str) -> Finding:
    hours = room.available
    opened = span(hours.start or 0, hours.end or 0) if hours else ""
    message = f"“{session.name}” runs {session.slot}, but {name} is available {opened}"
    return Finding(use.path, message, "closed then", ((room.path / "available", opened),))
