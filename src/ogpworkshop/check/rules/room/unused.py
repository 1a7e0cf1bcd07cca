"""A room of the list is used by no session.

## Why it matters
Either it is paid for in vain, or a session that should be in it names another.

## Example
rooms:
  hall: {name: Auditorium}
  garden: {name: Garden Room}
days:
  - sessions:
      - {time: "09:00-10:00", title: Panel, room: hall}

## Instead
rooms:
  hall: {name: Auditorium}
  garden: {name: Garden Room}
days:
  - sessions:
      - {time: "09:00-10:00", title: Panel, room: hall}
      - {time: "10:00-10:30", title: Coffee, room: garden}

## Not reported
Agendas in which no session has a room yet.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.path import Place
from ogpworkshop.model.rooms import Rooms


@rule(Severity.INFO, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    declared = agenda.written.rooms
    if not declared:
        return
    rooms = Rooms(agenda)
    refs = {use.ref for session in agenda.sessions for use in session.rooms}
    refs |= {use.ref for breakout in agenda.breakouts for use in breakout.rooms}
    used = {rooms.find(ref) for ref in refs}
    for key, room in declared.items() if used - {None} else ():
        if key not in used:
            message = f"Nothing takes place in {rooms.name(key)}"
            yield Finding(Place(room.path, key=True), message, "used by no session")
