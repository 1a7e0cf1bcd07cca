"""A session is in a room that is not known to be free of steps.

## Why it matters
Who comes in a wheelchair learns it at the foot of the stairs, in front of everybody.

## Example
check: {select: [care-step-free]}
rooms:
  hall: {name: Auditorium, features: [projector]}
days:
  - sessions:
      - {time: "09:00-10:00", title: Panel, room: hall}

## Instead
check: {select: [care-step-free]}
rooms:
  hall: {name: Auditorium, features: [projector, step-free]}
days:
  - sessions:
      - {time: "09:00-10:00", title: Panel, room: hall}

## Options
- feature: the word among a room's features that says so.

## Not reported
Anything, unless the agenda asks for it; rooms that no session uses.

## Source
Convention on the Rights of Persons with Disabilities, article 9: access to buildings on an equal
basis with others.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.path import Place
from ogpworkshop.model.rooms import Rooms


@rule(Severity.INFO, since="0.1", is_on=False)
def check(agenda: Agenda, *, feature: str = "step-free") -> Iterator[Finding]:
    rooms = Rooms(agenda)
    uses = [use for session in agenda.sessions for use in rooms.used_by(session)]
    used = {rooms.find(use.ref) for use in uses}
    for key, room in rooms.declared.items():
        has_it = feature.casefold() in {each.strip().casefold() for each in room.features}
        if key in used and not has_it:
            message = f"{rooms.name(key)} is not known to be free of steps"
            yield Finding(Place(room.path, key=True), message, f"no {feature} among its features")
