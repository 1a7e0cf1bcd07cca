"""A comment silences a check that has nothing to say there.

## Why it matters
It was right once; left standing, it would silence the next fault of that kind on the same line,
which nobody has looked at.

## Example
- {time: "09:00-10:00", title: Welcome} # ogp: ignore[slot-gap] the room is being rearranged

## Instead
- {time: "09:00-10:00", title: Welcome}

## Fix
Safe: takes the comment out, where it names no other check.
"""

from collections.abc import Iterator

from ogpworkshop.check import reported
from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda


@rule(Severity.WARNING, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    return reported.faults(agenda, "ignore-unused")
