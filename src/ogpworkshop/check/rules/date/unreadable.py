"""A date cannot be read, or no calendar has it.

## Why it matters
Without its date a day has no weekday, no place in a calendar, and no order among the days.

## Example
days:
  - date: 31 June 2017
    sessions:
      - {time: "09:00-10:00", title: Welcome}

## Instead
days:
  - date: 2017-06-30
    sessions:
      - {time: "09:00-10:00", title: Welcome}
"""

from collections.abc import Iterator

from ogpworkshop.check import reported
from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda


@rule(Severity.ERROR, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    return reported.remarks(
        agenda, "date-unreadable", "no date that can be read", "write {instead}", safe=False
    )
