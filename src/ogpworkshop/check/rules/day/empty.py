"""A day has no sessions.

## Why it matters
The programme prints a heading with nothing below it, and people ask whether they may stay at
home.

## Example
days:
  - date: 2017-08-07
    sessions:
      - {time: "09:00-10:30", title: Panel}
  - date: 2017-08-08
    title: Day 2

## Instead
days:
  - date: 2017-08-07
    sessions:
      - {time: "09:00-10:30", title: Panel}
  - date: 2017-08-08
    title: Day 2
    sessions:
      - {time: "09:00-10:30", title: Talks}

## Not reported
An agenda in which no day has sessions yet; days whose heading says that they are free, or that
people travel.
"""

import re
from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda, Day
from ogpworkshop.model.wording import on_day

_FREE = r"\b(?:free|travel|arrivals?|departures?|rest|holiday|visits?|weekend|libre)\b"


@rule(Severity.WARNING, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    empty = [day for day in agenda.days if not day.sessions and not _is_free(day)]
    if not empty or not any(day.sessions for day in agenda.days):
        return
    told = {fault.place.path[:2] for fault in agenda.faults}
    for day in empty:
        if day.path not in told:
            yield _finding(day)


def _is_free(day: Day) -> bool:
    return re.search(_FREE, day.title, re.IGNORECASE) is not None


def _finding(day: Day) -> Finding:
    at = day.path / "title" if day.title else day.path / "date" if day.written.date else day.path
    return Finding(at, f"There are no sessions{on_day(day) or ' on this day'}", "an empty day")
