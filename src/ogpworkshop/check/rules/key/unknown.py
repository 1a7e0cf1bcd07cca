"""A key is not one that can stand where it stands.

## Why it matters
What stands under a key that nobody knows is not used: a facilitator under “faciliators” is on no
run sheet, and nobody notices until the session begins.

## Example
- {time: "09:00-10:00", title: Welcome, facilitatrs: [Lualhati Reyes]}

## Instead
- {time: "09:00-10:00", title: Welcome, facilitators: [Lualhati Reyes]}

## Fix
Unsafe: renames it to the nearest known key, where one is near.
"""

from collections.abc import Iterator

from ogpworkshop.check import reported
from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda


@rule(Severity.ERROR, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    return reported.faults(agenda, "key-unknown")
