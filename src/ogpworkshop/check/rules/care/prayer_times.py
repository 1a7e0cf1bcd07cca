"""A time of prayer has no pause near it.

## Why it matters
A break of a quarter of an hour at the right time costs nobody anything; people who slip out one
by one miss what is said.

## Example
check: {care-prayer-times: {windows: ["12:15-12:45", "15:30-15:45"]}}
days:
  - date: 2017-08-08
    sessions:
      - {time: "11:00-12:00", title: Panel}
      - {time: "12:00-13:00", title: Lunch and prayer}
      - {time: "13:00-15:00", title: Talks}
      - {time: "15:00-15:15", title: Coffee}
      - {time: "15:15-17:00", title: Debate}

## Instead
check: {care-prayer-times: {windows: ["12:15-12:45", "15:30-15:45"]}}
days:
  - date: 2017-08-08
    sessions:
      - {time: "11:00-12:00", title: Panel}
      - {time: "12:00-13:00", title: Lunch and prayer}
      - {time: "13:00-15:00", title: Talks}
      - {time: "15:00-15:45", title: Coffee and prayer}
      - {time: "15:45-17:00", title: Debate}

## Options
- windows: when to pause, each written 12:15-12:45; none if left out.
- least: minutes of pause that are wanted within each.

## Not reported
Anything, unless the agenda gives the windows: the hours move by a minute or two every day, and
tables of one city are wrong in the next. Windows outside the programme of a day.

## Source
Quran 4:103: prayer at fixed times. Mosques and ministries publish tables for each city.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda, Day
from ogpworkshop.model.care import at_work, window
from ogpworkshop.model.time import Minutes, length, span
from ogpworkshop.model.wording import on_day


@rule(Severity.INFO, since="0.1", is_on=False)
def check(
    agenda: Agenda, *, windows: tuple[str, ...] = (), least: Minutes = 10
) -> Iterator[Finding]:
    wanted = [found for found in map(window, windows) if found]
    for day in agenda.days:
        for start, end in wanted:
            yield from _without_pause(day, start, end, least)


def _without_pause(day: Day, start: int, end: int, least: int) -> Iterator[Finding]:
    """The session that takes up most of a window, if too little of it is free."""
    work = [each for each in at_work(day) if (each.start or 0) < end and (each.end or 0) > start]
    taken = at = 0
    for session in sorted(work, key=lambda each: each.start or 0):
        begin = max(session.start or 0, start, at)
        at = max(at, min(session.end or 0, end))
        taken += max(0, at - begin)
    if work and end - start - taken < min(least, end - start):
        message = f"There is no pause between {span(start, end)}{on_day(day)}"
        yield Finding(work[0].time_place, message, f"{length(least)} for prayer are asked for")
