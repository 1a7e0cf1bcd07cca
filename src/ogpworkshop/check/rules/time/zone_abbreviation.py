"""A time names a time zone by its letters.

## Why it matters
IST is India, Israel and Ireland, CST is China, Cuba and Chicago. The agenda has one time zone,
which is given under `workshop`; calendars convert it for everybody.

## Example
- {time: "9:00-10:00 IST", title: Welcome}

## Instead
- {time: "9:00-10:00", title: Welcome}
"""

from collections.abc import Iterator

from ogpworkshop.check import reported
from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda


@rule(Severity.WARNING, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    return reported.remarks(
        agenda,
        "time-zone-abbreviation",
        "a time zone among the times",
        "write {instead}",
        safe=False,
    )
