"""A title is so long that it does not fit where titles are printed.

## Why it matters
It takes three lines of the programme, is cut off in calendars and on phones, and nobody calls the
session by it.

## Example
- time: 09:00-10:00
  title: Panel on the opportunities and challenges of citizen participation in the monitoring of services

## Instead
- time: 09:00-10:00
  title: Panel on citizens who monitor services

## Options
- limit: characters of the longest title that is not reported.

## Source
A figure of practice: a line of the printed programme holds about 60 characters, a calendar on a
phone 40.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda


@rule(Severity.INFO, since="0.1")
def check(agenda: Agenda, *, limit: int = 80) -> Iterator[Finding]:
    for day in agenda.days:
        for session in day.sessions:
            if len(session.title) > limit:
                message = f"The title of “{session.title[:40].rstrip()}…” has {len(session.title)} characters"
                yield Finding(session.title_place, message, f"{limit} fit")
