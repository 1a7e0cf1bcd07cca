"""A plan puts somebody into a group who is needed elsewhere at that time.

## Why it matters
The group waits for its expert, who chairs another session.

## Example
days:
  - sessions:
      - time: 09:00-10:00
        title: Discussion in groups
        id: discussion
        report_back: true
        breakouts: {groups: 2}
        parallel: true
      - {time: "09:00-10:00", title: Press briefing, speakers: [p02], parallel: true, room: Foyer}

```csv participants.csv
id,name
p01,Maria Cruz
p02,Imran Bukhari
```

```csv groups.csv
session,round,group,topic,room,participant,name,role
discussion,1,1,,,p01,Maria Cruz,
discussion,1,2,,,p02,Imran Bukhari,
```

## Instead
days:
  - sessions:
      - time: 09:00-10:00
        title: Discussion in groups
        id: discussion
        report_back: true
        breakouts: {groups: 2}
      - {time: "10:00-10:30", title: Press briefing, speakers: [p02], room: Foyer}

```csv participants.csv
id,name
p01,Maria Cruz
p02,Imran Bukhari
```

```csv groups.csv
session,round,group,topic,room,participant,name,role
discussion,1,1,,,p01,Maria Cruz,
discussion,1,2,,,p02,Imran Bukhari,
```

## Not reported
Whoever leads the session itself, and whoever is named by one in the background.
"""

from collections import defaultdict
from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda, Appearance, Session
from ogpworkshop.model.identity import Identities
from ogpworkshop.model.plan import GroupPlan
from ogpworkshop.model.roster import Roster
from ogpworkshop.model.wording import runs


@rule(Severity.ERROR, since="0.1")
def check(agenda: Agenda, roster: Roster, plan: GroupPlan) -> Iterator[Finding]:
    people = Identities(agenda, roster)
    needed: defaultdict[str, list[tuple[Session, Appearance]]] = defaultdict(list)
    for session in agenda.sessions:
        for appearance in session.people if session.is_timed and not session.is_aside else ():
            needed[people.of(appearance.ref)].append((session, appearance))
    by_id = {breakout.session.id: breakout.session for breakout in agenda.breakouts}
    for placement in plan.placements:
        own = by_id.get(placement.session)
        if own is None or not own.is_timed:
            continue
        for session, appearance in needed.get(people.of(placement.participant), ()):
            if session.path != own.path and _overlap(own, session):
                message = f"{placement.name} is in a group of “{own.name}” and in “{session.name}”"
                related = ((appearance.path, runs(session)),)
                at = placement.path / "participant"
                yield Finding(at, message, runs(own), related)


def _overlap(a: Session, b: Session) -> bool:
    is_same_day = a.path[:2] == b.path[:2]
    return is_same_day and (a.start or 0) < (b.end or 0) and (b.start or 0) < (a.end or 0)
