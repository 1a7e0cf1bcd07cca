"""A cell begins like a formula, which a spreadsheet runs when it opens the file.

## Why it matters
Whoever registers can write anything into a field. A cell that begins with = can fetch a page or
send away what stands in the other cells, on the computer of the organiser who opens the list.

## Example
```csv participants.csv
id,name,organisation
p01,Maria Cruz,"=HYPERLINK(""https://example.org"")"
```

## Instead
```csv participants.csv
id,name,organisation
p01,Maria Cruz,"'=HYPERLINK(""https://example.org"")"
```

## Fix
Unsafe: writes an apostrophe before it, which keeps a spreadsheet from running it.

## Not reported
Numbers with a sign, telephone numbers, and dashes that stand for nothing.

## Source
OWASP, CSV Injection.
"""

import re
from collections.abc import Iterator

from ogpworkshop.check.finding import Edit, Finding, Fix, Severity, rule
from ogpworkshop.model.path import Place
from ogpworkshop.model.roster import Roster

_STARTS = frozenset("=+-@＝＋－＠")
_HARMLESS = re.compile(r"[+\-＋－][\d\s().,/–-]*")


@rule(Severity.WARNING, since="0.1")
def check(roster: Roster) -> Iterator[Finding]:
    for person in roster.participants:
        for column, value in person.values.items():
            if value and value[0] in _STARTS and not _HARMLESS.fullmatch(value):
                place = Place(person.path / column)
                message = f"A spreadsheet would run “{value}” of “{person.name}” as a formula"
                fix = Fix("write an apostrophe before it", (Edit(place, f"'{value}"),))
                yield Finding(place, message, f"begins with {value[0]}", fix=fix)
