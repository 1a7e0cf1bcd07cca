"""A date does not say the year.

## Why it matters
Without a year there is no weekday to compare, no calendar file, and next year's workshop is
copied from this one with its dates.

## Example
days:
  - date: 2017-08-07
    sessions:
      - {time: "09:00-10:30", title: Panel}
  - date: August 8th
    sessions:
      - {time: "09:00-10:30", title: Talks}

## Instead
days:
  - date: 2017-08-07
    sessions:
      - {time: "09:00-10:30", title: Panel}
  - date: 2017-08-08
    sessions:
      - {time: "09:00-10:30", title: Talks}

## Fix
Unsafe: writes the year of the other days, where these agree.
"""

from collections.abc import Iterator
from datetime import date

from ogpworkshop.check import mend
from ogpworkshop.check.finding import Finding, Fix, Severity, rule
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.path import Path
from ogpworkshop.model.time import Remark


@rule(Severity.WARNING, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    for place, remark in agenda.remarks:
        if remark.kind == "date-year-missing":
            fix = _fix(agenda, place.path, remark)
            yield Finding(place.path, remark.message, "which year?", fix=fix)


def _fix(agenda: Agenda, path: Path, remark: Remark) -> Fix | None:
    workshop = agenda.workshop
    stated = [value.day for value in (workshop.start, workshop.end) if value and value.day]
    years = {each.year for each in (*stated, *(day.date for day in agenda.days if day.date))}
    if len(years) != 1 or remark.instead is None:
        return None
    month, _, day = remark.instead.partition("-")
    try:
        meant = date(years.pop(), int(month), int(day)).isoformat()
    except ValueError:  # a day that this year does not have
        return None
    return mend.rewrite(path, meant, f"write {meant}")
