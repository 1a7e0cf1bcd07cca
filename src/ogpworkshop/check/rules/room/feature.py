"""A session needs something that its room does not have.

## Why it matters
The projector is looked for when the speaker is already standing there.

## Example
rooms:
  garden: {name: Garden Room, features: [step-free, daylight]}
days:
  - sessions:
      - {time: "09:00-10:00", title: Film and talk, room: garden, needs: [projector]}

## Instead
rooms:
  garden: {name: Garden Room, features: [step-free, daylight, projector]}
days:
  - sessions:
      - {time: "09:00-10:00", title: Film and talk, room: garden, needs: [projector]}

## Not reported
Rooms whose `features` are not listed.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.rooms import Rooms


@rule(Severity.WARNING, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    features = {
        key: {feature.strip().casefold() for feature in room.features}
        for key, room in agenda.written.rooms.items()
        if room.features
    }
    if not features:
        return
    rooms = Rooms(agenda)
    for session in agenda.sessions:
        for position, need in enumerate(session.written.needs):
            for use in session.rooms:
                there = features.get(rooms.find(use.ref) or "")
                if there is not None and need.strip().casefold() not in there:
                    message = f"“{session.name}” needs {need}, which {rooms.name(use.ref)} lacks"
                    related = ((use.path, f"{rooms.name(use.ref)} is its room"),)
                    at = session.path / "needs" / position
                    yield Finding(at, message, "not among its features", related)
