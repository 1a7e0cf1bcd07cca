"""A time on the clock of twelve hours does not say whether it is in the morning.

## Why it matters
“1:00” after “11:30” is meant for the afternoon, but a calendar takes it for the night. Here the
order of the day decides; where it does not, nothing is guessed.

## Example
- {time: "10:00-11:30", title: Panel}
- {time: "11:30-1:00", title: Lunch}

## Instead
- {time: "10:00-11:30", title: Panel}
- {time: "11:30-13:00", title: Lunch}

## Fix
Safe: writes the time of day that the order of the sessions leaves, on the clock of 24 hours.
"""

from collections.abc import Iterator

from ogpworkshop.check import reported
from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda


@rule(Severity.WARNING, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    return reported.remarks(
        agenda, "time-no-marker", "morning or afternoon?", "write {instead}", safe=True
    )
