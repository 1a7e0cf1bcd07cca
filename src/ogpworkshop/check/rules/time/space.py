"""A space stands inside a time, or on one side of the dash only.

## Why it matters
“17: 45” breaks in two at the end of a line, and uneven spaces are what readers see first on a
printed programme.

## Example
- {time: "8:30 -9:00", title: Registration}
- {time: "9:00-9: 45", title: Welcome}

## Instead
- {time: "8:30-9:00", title: Registration}
- {time: "9:00-9:45", title: Welcome}

## Fix
Safe: takes the spaces out.
"""

from collections.abc import Iterator

from ogpworkshop.check import reported
from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda


@rule(Severity.WARNING, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    return reported.remarks(agenda, "time-space", "stray spaces", "write {instead}", safe=True)
