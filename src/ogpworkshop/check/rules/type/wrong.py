"""A text stands where a list is meant, a word where a number is meant, and the like.

## Why it matters
The value cannot be used, and what depends on it is left out of the programme.

## Example
- {time: "09:00-10:00", title: Welcome, expected: about forty}

## Instead
- {time: "09:00-10:00", title: Welcome, expected: 40}
"""

from collections.abc import Iterator

from ogpworkshop.check import reported
from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda


@rule(Severity.ERROR, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    return reported.faults(agenda, "type-wrong")
