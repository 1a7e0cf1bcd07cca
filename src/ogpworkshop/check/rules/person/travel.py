"""Somebody has no time to get from one place to another.

## Why it matters
The speaker comes out of breath ten minutes late, or leaves the first session before the
questions.

## Example
rooms:
  hall: {name: Auditorium, location: City Hall}
  lab: {name: Lab, location: University}
days:
  - sessions:
      - {time: "09:00-10:00", title: Panel, room: hall, chair: Maria Cruz}
      - {time: "10:00-11:00", title: Talks at the university, room: lab, facilitators: [Maria Cruz]}

## Instead
rooms:
  hall: {name: Auditorium, location: City Hall}
  lab: {name: Lab, location: University}
days:
  - sessions:
      - {time: "09:00-10:00", title: Panel, room: hall, chair: Maria Cruz}
      - {time: "10:00-10:30", title: Walk to the university}
      - {time: "10:30-11:00", title: Talks at the university, room: lab, facilitators: [Maria Cruz]}

## Options
- limit: minutes that the way between two locations takes at least.

## Not reported
Rooms whose `location` is the same, or not given; people in two sessions at once, which is
person-overlap.

## Source
A figure of practice: five minutes lead to another floor, not to another building.
"""

from collections.abc import Iterator
from itertools import pairwise

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda, Session
from ogpworkshop.model.engaged import Engagement, engagements
from ogpworkshop.model.identity import Identities
from ogpworkshop.model.rooms import Rooms
from ogpworkshop.model.roster import Roster
from ogpworkshop.model.time import Minutes
from ogpworkshop.model.wording import on_day


@rule(Severity.WARNING, since="0.1")
def check(agenda: Agenda, roster: Roster | None = None, *, limit: Minutes = 5) -> Iterator[Finding]:
    if not any(room.location for room in agenda.written.rooms.values()):
        return
    people, rooms = Identities(agenda, roster), Rooms(agenda)
    for day in agenda.days:
        for engaged in engagements(day, people).values():
            for first, second in pairwise(engaged):
                ways = _way(rooms, first.session), _way(rooms, second.session)
                pause = (second.session.start or 0) - (first.session.end or 0)
                if 0 <= pause < limit and all(ways) and ways[0] != ways[1]:
                    who = people.name(second.appearance.ref)
                    yield _finding(who, on_day(day), (first, second), (ways[0], ways[1]))


def _way(rooms: Rooms, session: Session) -> str:
    """The location of a session in a single room, "" when it is not known."""
    if len(session.rooms) != 1:
        return ""
    room = rooms.declared.get(rooms.find(session.rooms[0].ref) or "")
    return (room.location or "") if room else ""


def _finding(
    who: str, day: str, engaged: tuple[Engagement, Engagement], ways: tuple[str, str]
) -> Finding:
    first, second = engaged
    message = f"{who} has no time to get from {ways[0]} to {ways[1]}{day}"
    label = f"starts when “{first.session.name}” ends"
    related = ((first.appearance.path, f"ends in {ways[0]}"),)
    return Finding(second.appearance.path, message, label, related)
