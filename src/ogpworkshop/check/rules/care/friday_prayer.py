"""Work goes on at the hour of the Friday prayer.

## Why it matters
For many Muslims the prayer in the mosque on Friday noon is a duty. Who has to choose leaves the
room, or stays and is not there.

## Example
check: {select: [care-friday-prayer]}
days:
  - date: 2017-08-11
    sessions:
      - {time: "11:30-13:00", title: Panel}
      - {time: "13:00-14:00", title: Lunch}

## Instead
check: {select: [care-friday-prayer]}
days:
  - date: 2017-08-11
    sessions:
      - {time: "11:00-12:00", title: Panel}
      - {time: "12:00-14:00", title: Lunch and prayer}

## Options
- start: when people leave for it, written 12:00.
- end: when they are back, written 13:30.

## Not reported
Anything, unless the agenda asks for it; who prays is not for a tool to guess.

## Source
Quran 62:9-10 calls to leave all trade for it. It takes the place of the noon prayer, whose hour
moves with place and season: ask the hosts, and set `start` and `end`.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.care import at_work
from ogpworkshop.model.time import Minutes, span
from ogpworkshop.model.wording import on_day


@rule(Severity.INFO, since="0.1", is_on=False)
def check(agenda: Agenda, *, start: Minutes = 720, end: Minutes = 810) -> Iterator[Finding]:
    for day in agenda.days:
        if day.date is None or day.date.weekday() != 4:
            continue
        for session in at_work(day):
            if (session.start or 0) < end and (session.end or 0) > start:
                message = f"“{session.name}”{on_day(day)} runs during the Friday prayer"
                yield Finding(session.time_place, message, f"{span(start, end)} is to be free")
