"""The roster says that somebody comes on a day that the agenda does not have.

## Why it matters
The person is left out of groups, or counted on days on which nobody else expects them.

## Example
days:
  - sessions:
      - time: 09:00-10:00
        title: Discussion in groups
        id: discussion
        report_back: true
        breakouts: {groups: 2}

```csv participants.csv
id,name,days
p01,Maria Cruz,1
p02,Imran Bukhari,
p03,Sarita Rai,3
p04,Ganzorig,all
```

```csv groups.csv
session,round,group,topic,room,participant,name,role
discussion,1,1,,,p01,Maria Cruz,
discussion,1,1,,,p02,Imran Bukhari,
discussion,1,2,,,p03,Sarita Rai,
discussion,1,2,,,p04,Ganzorig,
```

## Instead
days:
  - sessions:
      - time: 09:00-10:00
        title: Discussion in groups
        id: discussion
        report_back: true
        breakouts: {groups: 2}

```csv participants.csv
id,name,days
p01,Maria Cruz,1
p02,Imran Bukhari,
p03,Sarita Rai,1
p04,Ganzorig,all
```

```csv groups.csv
session,round,group,topic,room,participant,name,role
discussion,1,1,,,p01,Maria Cruz,
discussion,1,1,,,p02,Imran Bukhari,
discussion,1,2,,,p03,Sarita Rai,
discussion,1,2,,,p04,Ganzorig,
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
    return verdict("days-unknown", agenda, roster, plan)
