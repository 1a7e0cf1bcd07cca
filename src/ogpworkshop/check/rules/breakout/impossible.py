"""A session asks for more groups than people, or for people that its rooms cannot seat.

## Why it matters
No plan can serve it: some groups stay empty, or some people stand.

## Example
days:
  - sessions:
      - time: 09:00-10:00
        title: Discussion in groups
        id: discussion
        report_back: true
        breakouts: {groups: 5}

```csv participants.csv
id,name
p01,Maria Cruz
p02,Imran Bukhari
p03,Sarita Rai
p04,Ganzorig
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

"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.check.plans import verdict
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.plan import GroupPlan
from ogpworkshop.model.roster import Roster


@rule(Severity.ERROR, since="0.1", needs_whole=True)
def check(agenda: Agenda, roster: Roster, plan: GroupPlan | None = None) -> Iterator[Finding]:
    return verdict("breakout-impossible", agenda, roster, plan)
