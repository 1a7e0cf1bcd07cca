"""Somebody changes groups between the two parts of one session.

## Why it matters
The second part goes on with the work of the first; whoever changes knows nothing of it.

## Example
days:
  - sessions:
      - time: 09:00-10:00
        title: Clinics
        id: clinics
        breakouts: {groups: 2}
      - {time: 10:00-10:30, title: Coffee}
      - time: 10:30-11:30
        title: Clinics, continued
        id: clinics-2
        continues: clinics
        report_back: true

```csv participants.csv
id,name
p01,Maria Cruz
p02,Imran Bukhari
p03,Sarita Rai
p04,Ganzorig
```

```csv groups.csv
session,round,group,topic,room,participant,name,role
clinics,1,1,,,p01,Maria Cruz,
clinics,1,1,,,p02,Imran Bukhari,
clinics,1,2,,,p03,Sarita Rai,
clinics,1,2,,,p04,Ganzorig,
clinics-2,1,1,,,p01,Maria Cruz,
clinics-2,1,2,,,p02,Imran Bukhari,
clinics-2,1,1,,,p03,Sarita Rai,
clinics-2,1,2,,,p04,Ganzorig,
```

## Instead
days:
  - sessions:
      - time: 09:00-10:00
        title: Clinics
        id: clinics
        breakouts: {groups: 2}
      - {time: 10:00-10:30, title: Coffee}
      - time: 10:30-11:30
        title: Clinics, continued
        id: clinics-2
        continues: clinics
        report_back: true

```csv participants.csv
id,name
p01,Maria Cruz
p02,Imran Bukhari
p03,Sarita Rai
p04,Ganzorig
```

```csv groups.csv
session,round,group,topic,room,participant,name,role
clinics,1,1,,,p01,Maria Cruz,
clinics,1,1,,,p02,Imran Bukhari,
clinics,1,2,,,p03,Sarita Rai,
clinics,1,2,,,p04,Ganzorig,
clinics-2,1,1,,,p01,Maria Cruz,
clinics-2,1,1,,,p02,Imran Bukhari,
clinics-2,1,2,,,p03,Sarita Rai,
clinics-2,1,2,,,p04,Ganzorig,
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
    return verdict("group-part-moved", agenda, roster, plan)
