"""A plan of groups is older than the agenda or the roster.

## Why it matters
Lists are printed with the name and the room of last week.

## Example
rooms:
  a: {name: Room A}
  b: {name: Room B}
  c: {name: Room C}
days:
  - sessions:
      - time: 09:00-10:00
        title: Discussion in groups
        id: discussion
        report_back: true
        breakouts: {groups: 2, rooms: [a, c]}

```csv participants.csv
id,name
p01,Maria Cruz
p02,Imran Bukhari
```

```csv groups.csv
session,round,group,topic,room,participant,name,role
discussion,1,1,,a,p01,Maria Cruz,
discussion,1,2,,b,p02,Imran Bukhari,
```

## Instead
rooms:
  a: {name: Room A}
  b: {name: Room B}
  c: {name: Room C}
days:
  - sessions:
      - time: 09:00-10:00
        title: Discussion in groups
        id: discussion
        report_back: true
        breakouts: {groups: 2, rooms: [a, c]}

```csv participants.csv
id,name
p01,Maria Cruz
p02,Imran Bukhari
```

```csv groups.csv
session,round,group,topic,room,participant,name,role
discussion,1,1,,a,p01,Maria Cruz,
discussion,1,2,,c,p02,Imran Bukhari,
```

## Fix
Unsafe: writes the name, room or topic as agenda and roster have it now. If the plan was changed
by hand on purpose, change the agenda instead.

## Not reported
Cells that are empty; people and sessions that no longer exist, which are group-person-unknown and
group-session-unknown.
"""

from collections.abc import Iterator

from ogpworkshop.check import mend
from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda, Breakout
from ogpworkshop.model.plan import GroupPlan, Placement
from ogpworkshop.model.rooms import Rooms
from ogpworkshop.model.roster import Roster


@rule(Severity.WARNING, since="0.1")
def check(agenda: Agenda, roster: Roster, plan: GroupPlan) -> Iterator[Finding]:
    people, rooms = roster.by_id(), Rooms(agenda)
    breakouts = {breakout.session.id: breakout for breakout in agenda.breakouts}
    for placement in plan.placements:
        person = people.get(placement.participant)
        now = {"name": person.name if person else ""}
        breakout = breakouts.get(placement.session)
        if breakout is not None and 0 < placement.group <= breakout.n_groups:
            now |= _of_group(breakout, placement)
        for key, current in now.items():
            written = getattr(placement, key).strip()
            is_same = written == current or (
                key == "room" and rooms.of(written) == rooms.of(current)
            )
            if written and current and not is_same:
                path = placement.path / key
                message = f"The plan has “{written}” where it is now “{current}”"
                fix = mend.rewrite(path, current, f"write {current}")
                yield Finding(path, message, f"the {key} has changed", fix=fix)


def _of_group(breakout: Breakout, placement: Placement) -> dict[str, str]:
    """Room and topic of a group as the agenda has them."""
    at = placement.group - 1
    room = breakout.rooms[at].ref if at < len(breakout.rooms) else ""
    return {"room": room, "topic": breakout.topics[at]}
