"""Letters of the file have been lost.

## Why it matters
A name with the sign � in it, or with a letter that no text has, has been through a program that
did not know its letters. What was there cannot be told from the file, and it would be printed
on the badge like this.

## Example
```csv participants.csv
id,name
p01,Jos� Magbanua
```

## Instead
```csv participants.csv
id,name
p01,José Magbanua
```
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
            yield from reported.faults(document, "encoding-damaged")
