"""The programme of a day is too long.

## Why it matters
In the tenth hour people are in the room and nowhere else, and interpreters and staff were there
an hour before them.

## Example
- {time: "08:00-10:00", title: Panel}
- {time: "10:00-10:30", title: Coffee}
- {time: "10:30-12:30", title: Talks}
- {time: "12:30-13:30", title: Lunch}
- {time: "13:30-15:30", title: Talks on water}
- {time: "15:30-16:00", title: Coffee}
- {time: "16:00-17:30", title: Talks on schools}
- {time: "17:30-18:00", title: Coffee}
- {time: "18:00-19:00", title: Talks on health}

## Instead
- {time: "08:00-10:00", title: Panel}
- {time: "10:00-10:30", title: Coffee}
- {time: "10:30-12:30", title: Talks}
- {time: "12:30-13:30", title: Lunch}
- {time: "13:30-15:30", title: Talks on water}
- {time: "15:30-16:00", title: Coffee}
- {time: "16:00-17:30", title: Talks on schools}

## Options
- limit: longest programme that is not reported, from the first session to the last without
  meals, in minutes.

## Not reported
Receptions, dinners, visits and journeys.

## Source
A figure of practice: a working day of eight hours, and one more.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda, Day
from ogpworkshop.model.care import at_work
from ogpworkshop.model.clash import clashes
from ogpworkshop.model.pauses import placed
from ogpworkshop.model.time import Minutes, length
from ogpworkshop.model.wording import on_day


@rule(Severity.WARNING, since="0.1")
def check(agenda: Agenda, *, limit: Minutes = 540) -> Iterator[Finding]:
    for day in agenda.days:
        sessions = placed(day)
        # what takes less from its first start to its last end needs no closer look
        if sessions and max(each.end or 0 for each in sessions) - (sessions[0].start or 0) > limit:
            yield from _finding(day, limit)


def _finding(day: Day, limit: int) -> Iterator[Finding]:
    sessions = placed(day)
    doubtful = {path for clash in clashes(day) for path in (clash.first.path, clash.second.path)}
    work = [each for each in at_work(day) if each.path not in doubtful]
    if not work:
        return
    start, last = work[0].start or 0, max(work, key=lambda session: session.end or 0)
    end = last.end or 0
    meals = sum(
        each.minutes or 0
        for each in sessions
        if each.kind == "meal" and start <= (each.start or 0) and (each.end or 0) <= end
    )
    if end - start - meals > limit:
        message = f"The programme{on_day(day)} takes {length(end - start - meals)} without meals"
        yield Finding(last.time_place, message, f"{length(limit)} is the most")
