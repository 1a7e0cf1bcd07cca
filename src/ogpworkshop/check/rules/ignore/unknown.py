"""A comment silences a check that does not exist.

## Why it matters
Whoever wrote it wanted something silenced, and it is not; or a check has been renamed since.

## Example
- {time: "09:00-10:00", title: Welcome} # ogp: ignore[slot-gaps]

## Instead
- {time: "09:00-10:00", title: Welcome}
"""

from collections.abc import Iterator

from ogpworkshop.check import reported
from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda


@rule(Severity.ERROR, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    return reported.faults(agenda, "ignore-unknown")
