"""A plan of groups counts on somebody who is not there that day.

## Why it matters
The group is a person short from the start, and nobody knows why.

## Example
days:
  - date: 2017-08-07
    sessions:
      - {time: 09:00-09:30, title: Opening}
  - date: 2017-08-08
    sessions:
      - time: 09:00-10:00
        title: Discussion in groups
        id: discussion
        report_back: true
        breakouts: {groups: 2}

```csv participants.csv
id,name,days
p01,Maria Cruz,
p02,Imran Bukhari,
p03,Sarita Rai,
p04,Ganzorig,
p05,Dawa Lama,1
```

```csv groups.csv
session,round,group,topic,room,participant,name,role
discussion,1,1,,,p01,Maria Cruz,
discussion,1,1,,,p02,Imran Bukhari,
discussion,1,2,,,p03,Sarita Rai,
discussion,1,2,,,p04,Ganzorig,
discussion,1,2,,,p05,Dawa Lama,
```

## Instead
days:
  - date: 2017-08-07
    sessions:
      - {time: 09:00-09:30, title: Opening}
  - date: 2017-08-08
    sessions:
      - time: 09:00-10:00
        title: Discussion in groups
        id: discussion
        report_back: true
        breakouts: {groups: 2}

```csv participants.csv
id,name,days
p01,Maria Cruz,
p02,Imran Bukhari,
p03,Sarita Rai,
p04,Ganzorig,
p05,Dawa Lama,1
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
    return verdict("group-person-absent", agenda, roster, plan)
