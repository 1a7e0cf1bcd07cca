"""Nothing but space stands between two times.

## Why it matters
“0830  0915” can be two starts, a start and an end, or a number.

## Example
- {time: "0830  0915", title: Welcome}

## Instead
- {time: "0830-0915", title: Welcome}

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
        agenda, "time-no-dash", "a dash is missing here", "write {instead}", safe=True
    )
