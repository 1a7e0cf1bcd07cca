"""A criterion of groups asks for something that cannot be told from the roster.

## Why it matters
Groups cannot be formed until it is clear: a value that nobody has, a number that is none, an id that nobody has.

## Example
days:
  - sessions:
      - time: 09:00-10:00
        title: Discussion in groups
        id: discussion
        report_back: true
        breakouts: {groups: 2, criteria: [{need: {role: expart}, at_least: 1}]}

```csv participants.csv
id,name,role
p01,Maria Cruz,expert
p02,Imran Bukhari,participant
p03,Sarita Rai,expert
p04,Ganzorig,participant
```

## Instead
days:
  - sessions:
      - time: 09:00-10:00
        title: Discussion in groups
        id: discussion
        report_back: true
        breakouts: {groups: 2, criteria: [{need: {role: expert}, at_least: 1}]}

```csv participants.csv
id,name,role
p01,Maria Cruz,expert
p02,Imran Bukhari,participant
p03,Sarita Rai,expert
p04,Ganzorig,participant
```

## Not reported
A column that the roster does not have: criterion-column-missing says that.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.check.plans import verdict
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.plan import GroupPlan
from ogpworkshop.model.roster import Roster


@rule(Severity.ERROR, since="0.1", needs_whole=True)
def check(agenda: Agenda, roster: Roster, plan: GroupPlan | None = None) -> Iterator[Finding]:
    return verdict("criterion-unclear", agenda, roster, plan)
