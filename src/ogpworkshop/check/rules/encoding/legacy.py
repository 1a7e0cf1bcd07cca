"""The file is not stored as UTF-8, so that its accents are a guess.

## Why it matters
A file does not say how its letters are stored. UTF-8 can be told with certainty; anything else
is taken for Windows-1252, which is right in Western Europe and wrong elsewhere: “Öö” on the
badge may have been meant as something else. Spreadsheets offer “CSV UTF-8” when saving.

## Example
```cp1252 participants.csv
id,name
p01,José Magbanua
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
            yield from reported.faults(document, "encoding-legacy")
