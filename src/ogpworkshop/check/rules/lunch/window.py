"""Lunch is at an hour at which nobody wants to eat.

## Why it matters
At a quarter to eleven people are not hungry, and at three they have already gone to find
something.

## Example
- {time: "09:00-10:30", title: Panel}
- {time: "10:30-11:30", title: Lunch}
- {time: "11:30-13:00", title: Talks}
- {time: "13:00-13:30", title: Coffee}
- {time: "13:30-15:00", title: Questions}

## Instead
- {time: "09:00-10:30", title: Panel}
- {time: "10:30-11:00", title: Coffee}
- {time: "11:00-12:30", title: Talks}
- {time: "12:30-13:30", title: Lunch}
- {time: "13:30-15:00", title: Questions}

## Options
- earliest: earliest start that is not reported, written 11:00.
- latest: latest start that is not reported, written 14:30.

## Not reported
Meals that are not called lunch; online workshops, where noon is not noon for everybody.

## Source
Figures of practice: wide enough for the habits of Manila as of Madrid.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.pauses import is_lunch, is_online, mentions_lunch, placed
from ogpworkshop.model.time import Minutes, clock
from ogpworkshop.model.wording import on_day


@rule(Severity.WARNING, since="0.1")
def check(agenda: Agenda, *, earliest: Minutes = 660, latest: Minutes = 870) -> Iterator[Finding]:
    if is_online(agenda):
        return
    for day in agenda.days:
        for session in placed(day):
            start = session.start or 0
            if session.kind != "meal" or session.is_aside or earliest <= start <= latest:
                continue
            if is_lunch(session) and mentions_lunch(session):
                message = f"“{session.name}”{on_day(day)} starts at {clock(start)}"
                when = f"before {clock(earliest)}" if start < earliest else f"after {clock(latest)}"
                yield Finding(session.time_place, message, when)
