"""A session with groups does not occur in the plan.

## Why it matters
The session was added after the groups were formed; nobody knows where to go.

## Example
days:
  - sessions:
      - time: 09:00-10:00
        title: Discussion in groups
        id: discussion
        breakouts: {groups: 2}
      - {time: 10:00-10:30, title: Coffee}
      - time: 10:30-11:30
        title: Clinics
        id: clinics
        report_back: true
        breakouts: {groups: 2}

```csv participants.csv
id,name
p01,Maria Cruz
p02,Imran Bukhari
p03,Sarita Rai
p04,Ganzorig
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
        breakouts: {groups: 2}
      - {time: 10:00-10:30, title: Coffee}
      - time: 10:30-11:30
        title: Clinics
        id: clinics
        report_back: true
        breakouts: {groups: 2}

```csv participants.csv
id,name
p01,Maria Cruz
p02,Imran Bukhari
p03,Sarita Rai
p04,Ganzorig
```

```csv groups.csv
session,round,group,topic,room,participant,name,role
discussion,1,1,,,p01,Maria Cruz,
discussion,1,1,,,p02,Imran Bukhari,
discussion,1,2,,,p03,Sarita Rai,
discussion,1,2,,,p04,Ganzorig,
clinics,2,1,,,p01,Maria Cruz,
clinics,2,1,,,p03,Sarita Rai,
clinics,2,2,,,p02,Imran Bukhari,
clinics,2,2,,,p04,Ganzorig,
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
    return verdict("group-session-missing", agenda, roster, plan)
