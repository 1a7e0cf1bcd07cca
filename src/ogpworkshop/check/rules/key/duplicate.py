"""A key is given twice in the same place.

## Why it matters
Only one of the two values can hold. Which one would depend on the program that reads the file, so
the first is taken and the second is reported.

## Example
- {time: "09:00-10:00", title: Welcome, room: Hall, room: Garden}

## Instead
- {time: "09:00-10:00", title: Welcome, room: Hall}
"""

from collections.abc import Iterator

from ogpworkshop.check import reported
from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda


@rule(Severity.ERROR, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    return reported.faults(agenda, "key-duplicate")
