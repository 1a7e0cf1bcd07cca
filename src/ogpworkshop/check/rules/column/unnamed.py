"""A column between others has no name.

## Why it matters
Nobody can tell what it holds, and it cannot be used for groups or on badges.

## Example
```csv participants.csv
id,,name
p01,Dr,Maria Cruz
```

## Instead
```csv participants.csv
id,title,name
p01,Dr,Maria Cruz
```

## Not reported
Columns without a name after the last that has one: spreadsheets leave them behind.
"""

from collections.abc import Iterator

from ogpworkshop.check import reported
from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.plan import GroupPlan
from ogpworkshop.model.roster import Roster


@rule(Severity.WARNING, since="0.1")
def check(roster: Roster | None = None, plan: GroupPlan | None = None) -> Iterator[Finding]:
    for document in (roster, plan):
        if document is not None:
            yield from reported.faults(document, "column-unnamed")
