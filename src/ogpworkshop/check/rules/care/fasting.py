"""A meal is served by day while people fast.

## Why it matters
Some will sit beside it for an hour. A lunch that may be left out, and a dinner that waits for
sunset, cost nothing but a thought.

## Example
check: {care-fasting: {dates: ["2017-05-27/2017-06-24"]}}
days:
  - date: 2017-06-01
    sessions:
      - {time: "10:30-12:00", title: Panel}
      - {time: "12:00-13:00", title: Lunch}

## Instead
check: {care-fasting: {dates: ["2017-05-27/2017-06-24"]}}
days:
  - date: 2017-06-01
    sessions:
      - {time: "10:30-12:00", title: Panel}
      - {time: "12:00-13:00", title: Break to rest or to pray}
      - {time: "18:30-20:00", title: Dinner after sunset}

## Options
- dates: days of fasting, one 2017-05-27, several 2017-05-27/2017-06-24; none if left out.
- dawn: when fasting begins, written 4:30.
- sunset: when it ends, written 18:00.

## Not reported
Anything, unless the agenda gives the dates: the month begins with the sight of the moon, and
other faiths fast at other times.

## Source
Quran 2:185-187 on Ramadan; dates as the authorities of the host country proclaim them.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.care import named_dates
from ogpworkshop.model.time import Minutes
from ogpworkshop.model.wording import on_day


@rule(Severity.INFO, since="0.1", is_on=False)
def check(
    agenda: Agenda,
    *,
    dates: tuple[str, ...] = (),
    dawn: Minutes = 270,
    sunset: Minutes = 1080,
) -> Iterator[Finding]:
    days = named_dates(dates)
    for day in agenda.days:
        for session in day.sessions if day.date in days else ():
            is_by_day = session.is_timed and dawn <= (session.start or 0) < sunset
            if session.kind == "meal" and is_by_day:
                message = f"“{session.name}”{on_day(day)} is on a day of fasting"
                yield Finding(session.time_place, message, "before sunset")
