"""Two columns have the same name.

## Why it matters
Only the first of them is used under its name; what stands in the second is easily taken for it.

## Example
```csv participants.csv
id,name,email,E-mail
p01,Maria Cruz,maria@example.org,m.cruz@example.org
```

## Instead
```csv participants.csv
id,name,email,second_email
p01,Maria Cruz,maria@example.org,m.cruz@example.org
```
"""

from collections.abc import Iterator

from ogpworkshop.check import reported
from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.plan import GroupPlan
from ogpworkshop.model.roster import Roster


@rule(Severity.ERROR, since="0.1")
def check(roster: Roster | None = None, plan: GroupPlan | None = None) -> Iterator[Finding]:
    for document in (roster, plan):
        if document is not None:
            yield from reported.faults(document, "column-duplicate")
