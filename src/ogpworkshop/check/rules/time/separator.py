"""A colon, full stop or comma stands between two times where a dash is meant.

## Why it matters
“9:30: 11:00” reads like one strange time. Readers guess, calendars and other programs do not.

## Example
- {time: "9:30: 11:00", title: Lightning talks}

## Instead
- {time: "9:30-11:00", title: Lightning talks}

## Fix
Safe: writes a dash.
"""

from collections.abc import Iterator

from ogpworkshop.check import reported
from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda


@rule(Severity.WARNING, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    return reported.remarks(
        agenda, "time-separator", "a dash is meant here", "write {instead}", safe=True
    )
