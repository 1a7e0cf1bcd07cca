"""A day of the workshop is a festival for some who come.

## Why it matters
They are asked to be away from their families on the one day of the year. Often another week would
have done.

## Example
check: {care-festival: {dates: [2018-11-07 Diwali]}}
days:
  - date: 2018-11-07
    sessions:
      - {time: "10:00-12:00", title: Panel}

## Instead
check: {care-festival: {dates: [2018-11-07 Diwali]}}
days:
  - date: 2018-11-14
    sessions:
      - {time: "10:00-12:00", title: Panel}

## Options
- dates: festivals of hosts and guests, each written 2018-11-07 Diwali, several days
  2018-11-06/2018-11-08 Diwali; none if left out.

## Not reported
Anything, unless the agenda gives the dates. Public holidays at the venue are date-holiday.

## Source
The interfaith calendars that many foreign ministries and universities publish every year.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.care import named_dates
from ogpworkshop.model.time import day_name


@rule(Severity.INFO, since="0.1", is_on=False)
def check(agenda: Agenda, *, dates: tuple[str, ...] = ()) -> Iterator[Finding]:
    festivals = named_dates(dates)
    for day in agenda.days:
        if day.date is not None and day.date in festivals:
            name = festivals[day.date] or "a festival"
            message = f"{day_name(day.date)} is {name}, for some who come"
            yield Finding(day.path / "date", message, name)
