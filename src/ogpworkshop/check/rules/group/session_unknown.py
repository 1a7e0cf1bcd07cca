"""A plan of groups names a session that has no groups.

## Why it matters
The rows belong to nothing: the session has another id now, or has been dropped.

## Example
days:
  - sessions:
      - time: 09:00-10:00
        title: Discussion in groups
        id: discussion
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
discusion,1,2,,,p04,Ganzorig,
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

## Fix
Unsafe: writes the nearest id of a session with groups.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.check.plans import verdict
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.plan import GroupPlan
from ogpworkshop.model.roster import Roster


@rule(Severity.ERROR, since="0.1")
def check(agenda: Agenda, roster: Roster, plan: GroupPlan) -> Iterator[Finding]:
    return verdict("group-session-unknown", agenda, roster, plan)
