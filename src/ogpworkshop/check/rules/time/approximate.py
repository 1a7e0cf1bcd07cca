"""A time is only roughly fixed: ca. 14:10.

## Why it matters
Fine for a note to oneself; a printed programme and a calendar need a time.

## Example
- {time: "ca. 14:10-15:00", title: Tour of the town hall}

## Instead
- {time: "14:10-15:00", title: Tour of the town hall}
"""

from collections.abc import Iterator

from ogpworkshop.check import reported
from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda


@rule(Severity.INFO, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    return reported.remarks(
        agenda, "time-approximate", "only roughly fixed", "write {instead}", safe=False
    )
