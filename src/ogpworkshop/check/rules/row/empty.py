"""A row is empty.

## Why it matters
Somebody's row may have been cleared by accident; otherwise it is only untidy.

## Example
```csv participants.csv
id,name
p01,Maria Cruz
,
p02,Imran Bukhari
```

## Instead
```csv participants.csv
id,name
p01,Maria Cruz
p02,Imran Bukhari
```

## Not reported
Lines with nothing at all at the end of the file.
"""

from collections.abc import Iterator

from ogpworkshop.check import reported
from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.plan import GroupPlan
from ogpworkshop.model.roster import Roster


@rule(Severity.INFO, since="0.1")
def check(roster: Roster | None = None, plan: GroupPlan | None = None) -> Iterator[Finding]:
    for document in (roster, plan):
        if document is not None:
            yield from reported.faults(document, "row-empty")
