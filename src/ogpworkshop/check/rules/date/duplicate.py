"""Two days have the same date.

## Why it matters
The second day was copied from the first and kept its date; in a calendar the two lie on top of
each other.

## Example
days:
  - date: 2017-08-07
    sessions:
      - {time: "09:00-10:00", title: Welcome}
  - date: 2017-08-07
    sessions:
      - {time: "09:00-10:00", title: Panel}

## Instead
days:
  - date: 2017-08-07
    sessions:
      - {time: "09:00-10:00", title: Welcome}
  - date: 2017-08-08
    sessions:
      - {time: "09:00-10:00", title: Panel}

## Fix
Unsafe: writes the day after, unless another day has it.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from ogpworkshop.check import mend
from ogpworkshop.check.finding import Finding, Fix, Severity, rule
from ogpworkshop.model.agenda import Agenda, Day
from ogpworkshop.model.time import day_name


@rule(Severity.ERROR, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    first: dict[date, Day] = {}
    taken = {day.date for day in agenda.days}
    for day in agenda.days:
        if day.date is None:
            continue
        other = first.setdefault(day.date, day)
        if other is not day:
            yield Finding(
                day.path / "date",
                f"{day_name(day.date)} {day.date.year} is the date of two days",
                "the same date again",
                ((other.path / "date", "first"),),
                _fix(day, day.date, taken),
            )


def _fix(day: Day, when: date, taken: set[date | None]) -> Fix | None:
    if when == date.max or when + timedelta(days=1) in taken:
        return None
    meant = (when + timedelta(days=1)).isoformat()
    return mend.rewrite(day.path / "date", meant, f"write {meant}, the day after")
