"""A word is not one of those that can stand there.

## Why it matters
A kind that does not exist is no kind: a break written “brake” is no break, neither for the
programme nor for the checks.

## Example
- {time: "09:00-10:00", title: Welcome}
- {time: "10:00-10:30", title: Time to meet, kind: brake}

## Instead
- {time: "09:00-10:00", title: Welcome}
- {time: "10:00-10:30", title: Time to meet, kind: break}

## Fix
Unsafe: writes the nearest word that can stand there.
"""

from collections.abc import Iterator

from ogpworkshop.check import reported
from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda


@rule(Severity.ERROR, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    return reported.faults(agenda, "value-unknown")
