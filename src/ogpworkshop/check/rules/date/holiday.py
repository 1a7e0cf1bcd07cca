"""A day of the workshop is a public holiday at the venue.

## Why it matters
The building is locked, officials are with their families, and drivers and caterers cost double.

## Example
workshop:
  holidays: [2017-08-21, 2017-08-28]
days:
  - date: 2017-08-21
    sessions:
      - {time: "09:00-10:30", title: Panel}

## Instead
workshop:
  holidays: [2017-08-21, 2017-08-28]
days:
  - date: 2017-08-22
    sessions:
      - {time: "09:00-10:30", title: Panel}

## Not reported
Holidays that the agenda does not list under `workshop`: this tool keeps no calendar of them,
since governments proclaim many only weeks before.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.time import day_name


@rule(Severity.WARNING, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    holidays = agenda.workshop.holidays
    if not holidays:
        return
    listed = agenda.workshop.path / "holidays"
    where = {each.day: listed / position for position, each in enumerate(holidays) if each.day}
    for day in agenda.days:
        if day.date in where:
            message = f"{day_name(day.date)} is a public holiday at the venue"
            related = ((where[day.date], "listed here"),)
            yield Finding(day.path / "date", message, "a holiday", related)
