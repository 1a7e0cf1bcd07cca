"""A key is not one that can stand where it stands.

## Why it matters
What stands under a key that nobody knows is not used: a facilitator under “faciliators” is on no
run sheet, and nobody notices until the session begins.

## Example
- {time: "09:00-10:00", tittle: Welcome, title: Welcome}

## Instead
- {time: "09:00-10:00", title: Welcome}

## Fix
Unsafe: renames it to the nearest known key, where one is near and not given already.
"""

from collections.abc import Iterator

from ogpworkshop.check import reported
from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda


@rule(Severity.ERROR, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    return reported.faults(agenda, "key-unknown")
