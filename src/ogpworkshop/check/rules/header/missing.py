"""The first line does not name the columns.

## Why it matters
Without names there is no telling an e-mail address from an organisation, so that nothing of the
file can be used; this is the only finding about it until that line is there.

## Example
```csv participants.csv
p01,Maria Cruz,maria@example.org
p02,Imran Bukhari,imran@example.org
```

## Instead
```csv participants.csv
id,name,email
p01,Maria Cruz,maria@example.org
p02,Imran Bukhari,imran@example.org
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
            yield from reported.faults(document, "header-missing")
