"""A quotation mark at the beginning of a cell is not closed at its end.

## Why it matters
A spreadsheet reads on until the next such mark, over as many rows as that takes, and all these
people vanish into one cell. Here the row is read as if the mark were not there to open anything.

## Example
```csv participants.csv
id,name,organisation
p01,Maria Cruz,"Roads and Works
p02,Imran Bukhari,District Office
```

## Instead
```csv participants.csv
id,name,organisation
p01,Maria Cruz,"Roads and Works"
p02,Imran Bukhari,District Office
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
            yield from reported.faults(document, "row-stray-quote")
