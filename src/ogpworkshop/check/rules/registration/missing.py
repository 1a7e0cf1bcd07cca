"""Many people come and there is no time for their arrival.

## Why it matters
Forty people do not get their badges in the minute before nine; the opening begins with half of
them in the queue.

## Example
workshop: {title: Workshop on water, expected: 60}
days:
  - date: 2017-08-07
    sessions:
      - {time: "09:00-09:30", title: Welcome}
      - {time: "09:30-10:00", title: Talks on wells}
      - {time: "10:00-10:30", title: Talks on pumps}
      - {time: "10:30-11:00", title: Coffee}
      - {time: "11:00-11:30", title: Talks on rivers}
      - {time: "11:30-12:00", title: Closing}

## Instead
workshop: {title: Workshop on water, expected: 60}
days:
  - date: 2017-08-07
    sessions:
      - {time: "08:30-09:00", title: Registration}
      - {time: "09:00-09:30", title: Welcome}
      - {time: "09:30-10:00", title: Talks on wells}
      - {time: "10:00-10:30", title: Talks on pumps}
      - {time: "10:30-11:00", title: Coffee}
      - {time: "11:00-11:30", title: Talks on rivers}
      - {time: "11:30-12:00", title: Closing}

## Options
- limit: how many people come without a desk.

## Not reported
Online workshops; programmes of fewer than five sessions, or without a title or dates; a first
day that begins with a meal, a reception or a journey.

## Source
A figure of practice: a desk with two people serves one in half a minute.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.identity import headcount
from ogpworkshop.model.pauses import is_away, is_online
from ogpworkshop.model.roster import Roster
from ogpworkshop.model.texts import is_whole


@rule(Severity.INFO, since="0.1")
def check(agenda: Agenda, roster: Roster | None = None, *, limit: int = 40) -> Iterator[Finding]:
    n_people = headcount(agenda, roster) or 0
    if n_people < limit or not is_whole(agenda) or is_online(agenda):
        return
    day = next(day for day in agenda.days if day.sessions)
    first = day.sessions[0]
    if any(session.kind == "registration" for session in day.sessions):
        return
    if first.is_work and not is_away(first):
        message = f"{n_people} people come, and there is no time for their arrival"
        yield Finding(first.time_place, message, "no registration before")
