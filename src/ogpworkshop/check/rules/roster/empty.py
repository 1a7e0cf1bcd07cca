"""The roster has columns and nobody in them.

## Why it matters
Groups, badges and lists come out empty. Often a filter was on when the list was exported.

## Example
```csv participants.csv
id,name,country
```

## Instead
```csv participants.csv
id,name,country
p01,Maria Cruz,Philippines
```
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.path import ROSTER
from ogpworkshop.model.roster import Roster


@rule(Severity.WARNING, since="0.1")
def check(roster: Roster) -> Iterator[Finding]:
    if roster.columns and not roster.participants:
        yield Finding(ROSTER, "The roster names nobody", "no person stands below these columns")
