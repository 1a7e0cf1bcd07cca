"""Tracks have their breaks at different times.

## Why it matters
There is one coffee, made for one moment: the first track finds it not yet there, the last one
finds it cold, and those who wanted to meet do not.

## Example
- {time: "09:00-10:30", title: Budgets, track: Money}
- {time: "10:30-11:00", title: Coffee, track: Money}
- {time: "09:00-10:45", title: Taps, track: Water}
- {time: "10:45-11:15", title: Coffee for water, track: Water}

## Instead
- {time: "09:00-10:30", title: Budgets, track: Money}
- {time: "10:30-11:00", title: Coffee, track: Money}
- {time: "09:00-10:30", title: Taps, track: Water}
- {time: "10:30-11:00", title: Coffee for water, track: Water}

## Not reported
Breaks that do not share any time: large venues serve in turns.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda, Day, Session
from ogpworkshop.model.pauses import placed
from ogpworkshop.model.wording import on_day, runs


@rule(Severity.INFO, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    for day in agenda.days:
        if any(session.written.track for session in day.sessions):
            yield from _unequal(day)


def _unequal(day: Day) -> Iterator[Finding]:
    last: Session | None = None
    for session in placed(day):
        if not session.is_pause or not session.written.track:
            continue
        is_other = last is not None and last.written.track != session.written.track
        shares = last is not None and (session.start or 0) < (last.end or 0)
        times = (session.start, session.end)
        if last is not None and is_other and shares and times != (last.start, last.end):
            message = f"“{session.name}” and “{last.name}” are not at the same time{on_day(day)}"
            yield Finding(
                session.time_place, message, runs(session), ((last.time_place, runs(last)),)
            )
        last = session
