"""There is a break when people have hardly begun.

## Why it matters
They have just had coffee at the door. The break is missed later, when they are tired.

## Example
- {time: "09:00-09:30", title: Welcome}
- {time: "09:30-10:00", title: Coffee break}
- {time: "10:00-12:00", title: Talks}
- {time: "12:00-13:00", title: Lunch}

## Instead
- {time: "09:00-10:30", title: Welcome and talks}
- {time: "10:30-11:00", title: Coffee break}
- {time: "11:00-12:00", title: Talks}
- {time: "12:00-13:00", title: Lunch}

## Options
- limit: minutes after the first session in which a break is reported.

## Not reported
Breaks after an opening ceremony, when guests leave; days that begin after 11:00.

## Source
A figure of practice: an hour.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda, Day
from ogpworkshop.model.pauses import placed
from ogpworkshop.model.time import Minutes, length
from ogpworkshop.model.wording import on_day


@rule(Severity.INFO, since="0.1")
def check(agenda: Agenda, *, limit: Minutes = 60) -> Iterator[Finding]:
    for day in agenda.days:
        yield from _first(day, limit)


def _first(day: Day, limit: int) -> Iterator[Finding]:
    start: int | None = None
    for session in placed(day):
        if session.is_aside:
            continue
        if session.kind == "ceremony" or (start is None and (session.start or 0) >= 11 * 60):
            return
        if session.is_work:
            start = session.start if start is None else start
        elif session.kind == "break" and start is not None:
            after = (session.start or 0) - start
            if after < limit:
                message = f"“{session.name}”{on_day(day)} is {length(after)} after the beginning"
                yield Finding(session.time_place, message, "people have just come")
            return
