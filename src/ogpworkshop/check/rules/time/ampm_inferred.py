"""One am or pm serves for two times.

## Why it matters
“11:30 - 1:00 pm” is clear only to those who think about it. Written out, nobody has to.

## Example
- {time: "9:30 - 11:00 am", title: Lightning talks}

## Instead
- {time: "9:30 am-11:00 am", title: Lightning talks}

## Fix
Safe: writes am or pm at both times, as it is understood.
"""

from collections.abc import Iterator

from ogpworkshop.check import reported
from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda


@rule(Severity.INFO, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    return reported.remarks(
        agenda,
        "time-ampm-inferred",
        "am or pm only at one of the two times",
        "write {instead}",
        safe=True,
    )
