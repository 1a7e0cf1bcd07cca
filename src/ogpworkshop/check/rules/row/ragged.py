"""A row has more cells than the header, or fewer.

## Why it matters
From the place of the fault on, every cell stands in the wrong column: a comma within an
organisation's name makes a meal of its second half.

## Example
```csv participants.csv
id,name,organisation,dietary
p01,Maria Cruz,Roads, Water and Works,vegetarian
```

## Instead
```csv participants.csv
id,name,organisation,dietary
p01,Maria Cruz,"Roads, Water and Works",vegetarian
```

## Not reported
Surplus cells with nothing in them: spreadsheets leave them behind.
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
            yield from reported.faults(document, "row-ragged")
