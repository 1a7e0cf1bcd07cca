"""A session runs past midnight.

## Why it matters
Calendars and lists show it on two days, and people who read “Friday” come a day late. Most often
a pm is missing.

## Example
- {time: "20:00-22:00", title: Dinner}
- {time: "22:00-01:00", title: Drafting the declaration}

## Instead
- {time: "20:00-22:00", title: Dinner}
- {time: "22:00-23:30", title: Drafting the declaration}

## Not reported
Receptions and meals.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.time import DAY
from ogpworkshop.model.wording import on_day


@rule(Severity.INFO, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    for day in agenda.days:
        for session in day.sessions:
            is_work = session.is_work and session.kind != "social"
            if is_work and (session.start or 0) < DAY < (session.end or 0):
                message = f"“{session.name}”{on_day(day)} runs past midnight"
                yield Finding(session.time_place, message, "ends on the next day")
