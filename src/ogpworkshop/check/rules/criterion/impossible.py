"""A criterion must hold and cannot.

## Why it matters
The search cannot end well, whatever it does; the promise has to be given up or made smaller.

## Example
days:
  - sessions:
      - time: 09:00-10:00
        title: Discussion in groups
        id: discussion
        report_back: true
        breakouts: {groups: 2, criteria: [{apart: [p01, p02, p03], must: true}]}

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
        breakouts: {groups: 2, criteria: [{apart: [p01, p02], must: true}]}

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
    return verdict("criterion-impossible", agenda, roster, plan)
