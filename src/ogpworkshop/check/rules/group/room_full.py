"""A group has more people than its room has seats.

## Why it matters
Somebody stands, or carries a chair through the corridor.

## Example
rooms:
  a: {name: Room A, seats: 4}
  b: {name: Room B, seats: 2}
days:
  - sessions:
      - time: 09:00-10:00
        title: Discussion in groups
        id: discussion
        report_back: true
        breakouts: {groups: 2, rooms: [a, b]}

```csv participants.csv
id,name
p01,Maria Cruz
p02,Imran Bukhari
p03,Sarita Rai
p04,Ganzorig
p05,Dawa Lama
```

```csv groups.csv
session,round,group,topic,room,participant,name,role
discussion,1,1,,a,p01,Maria Cruz,
discussion,1,1,,a,p02,Imran Bukhari,
discussion,1,2,,b,p03,Sarita Rai,
discussion,1,2,,b,p04,Ganzorig,
discussion,1,2,,b,p05,Dawa Lama,
```

## Instead
rooms:
  a: {name: Room A, seats: 4}
  b: {name: Room B, seats: 2}
days:
  - sessions:
      - time: 09:00-10:00
        title: Discussion in groups
        id: discussion
        report_back: true
        breakouts: {groups: 2, rooms: [a, b]}

```csv participants.csv
id,name
p01,Maria Cruz
p02,Imran Bukhari
p03,Sarita Rai
p04,Ganzorig
p05,Dawa Lama
```

```csv groups.csv
session,round,group,topic,room,participant,name,role
discussion,1,1,,a,p01,Maria Cruz,
discussion,1,1,,a,p02,Imran Bukhari,
discussion,1,2,,b,p03,Sarita Rai,
discussion,1,2,,b,p04,Ganzorig,
discussion,1,1,,a,p05,Dawa Lama,
```
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.check.plans import verdict
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.plan import GroupPlan
from ogpworkshop.model.roster import Roster


@rule(Severity.ERROR, since="0.1")
def check(agenda: Agenda, roster: Roster, plan: GroupPlan) -> Iterator[Finding]:
    return verdict("group-room-full", agenda, roster, plan)
