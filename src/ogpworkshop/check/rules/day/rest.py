"""The night between two days of the programme is too short.

## Why it matters
People need the way to the hotel, a meal and their sleep; staff come an hour before the first
session and leave an hour after the last.

## Example
days:
  - date: 2017-08-07
    sessions:
      - {time: "19:00-21:00", title: Dinner}
      - {time: "21:00-23:00", title: Drafting the declaration}
  - date: 2017-08-08
    sessions:
      - {time: "08:00-09:30", title: Panel}

## Instead
days:
  - date: 2017-08-07
    sessions:
      - {time: "19:00-21:00", title: Dinner}
      - {time: "21:00-22:00", title: Drafting the declaration}
  - date: 2017-08-08
    sessions:
      - {time: "09:00-10:30", title: Panel}

## Options
- limit: shortest night that is not reported, from the last session to the next, in minutes.

## Not reported
Dinners and receptions, from which people can go when they wish.

## Source
Eleven hours of rest in every 24: Directive 2003/88/EC of the European Union, article 3.
"""

from collections.abc import Iterator
from itertools import pairwise

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda, Day, Session
from ogpworkshop.model.care import at_work
from ogpworkshop.model.time import DAY, Minutes, length
from ogpworkshop.model.wording import on_day


@rule(Severity.WARNING, since="0.1")
def check(agenda: Agenda, *, limit: Minutes = 660) -> Iterator[Finding]:
    for day, following in pairwise(agenda.days):
        if day.date is None or following.date is None or (following.date - day.date).days != 1:
            continue
        evening, morning = at_work(day), at_work(following)
        if evening and morning:
            last = max(evening, key=lambda session: session.end or 0)
            rest = (morning[0].start or 0) + DAY - (last.end or 0)
            if rest < limit:
                yield _finding(following, last, morning[0], rest, limit)


def _finding(day: Day, last: Session, first: Session, rest: int, limit: int) -> Finding:
    message = f"The night before “{first.name}”{on_day(day)} has {length(max(rest, 0))}"
    related = ((last.time_place, f"“{last.name}” runs {last.slot}"),)
    return Finding(first.time_place, message, f"{length(limit)} of rest are due", related)
