"""A date can be read in two ways.

## Why it matters
7/8/2017 is the seventh of August in most countries, and the eighth of July in the United States.
Flights have been booked for the wrong month.

## Example
days:
  - date: Monday, 7/8/2017
    sessions:
      - {time: "09:00-10:00", title: Welcome}

## Instead
days:
  - date: 2017-08-07
    sessions:
      - {time: "09:00-10:00", title: Welcome}

## Fix
Unsafe, and only where a weekday beside it decides: writes the date as year, month, day.
"""

from collections.abc import Iterator

from ogpworkshop.check import reported
from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda


@rule(Severity.WARNING, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    return reported.remarks(
        agenda,
        "date-ambiguous",
        "which is the day, which the month?",
        "write {instead}",
        safe=False,
    )
