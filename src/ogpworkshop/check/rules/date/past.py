"""A day of the programme is over.

## Why it matters
An agenda that was copied from last year's still has some of its dates.

## Example
check: {select: [date-past]}
days:
  - date: 2017-08-07
    sessions:
      - {time: "09:00-10:30", title: Panel}

## Instead
check: {select: [date-past]}
days:
  - date: 2999-08-07
    sessions:
      - {time: "09:00-10:30", title: Panel}

## Not reported
Anything, unless the agenda asks for it: what is past stays right, and what CI says of a file
should not change overnight.
"""

from collections.abc import Iterator
from datetime import UTC, datetime

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.time import day_name


@rule(Severity.INFO, since="0.1", is_on=False)
def check(agenda: Agenda) -> Iterator[Finding]:
    today = datetime.now(UTC).date()
    for day in agenda.days:
        if day.date is not None and day.date < today:
            message = f"{day_name(day.date)} {day.date.year} is over"
            yield Finding(day.path / "date", message, "in the past")
