"""The programme runs into the Sabbath.

## Why it matters
Who keeps it cannot travel, write or use a microphone from Friday evening to Saturday night, and
misses the closing dinner as well.

## Example
check: {select: [care-sabbath]}
days:
  - date: 2017-08-11
    sessions:
      - {time: "16:00-17:30", title: Closing}
      - {time: "19:00-21:00", title: Dinner}

## Instead
check: {select: [care-sabbath]}
days:
  - date: 2017-08-11
    sessions:
      - {time: "11:00-12:30", title: Closing}
      - {time: "12:30-14:00", title: Lunch}

## Options
- dusk: when it begins on Friday, written 18:00.
- nightfall: when it ends on Saturday, written 19:30.

## Not reported
Anything, unless the agenda asks for it.

## Source
Exodus 20:8-11; from sunset to nightfall, at hours that calendars give for each city and week.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda, Session
from ogpworkshop.model.time import Minutes
from ogpworkshop.model.wording import on_day


@rule(Severity.INFO, since="0.1", is_on=False)
def check(agenda: Agenda, *, dusk: Minutes = 1080, nightfall: Minutes = 1170) -> Iterator[Finding]:
    for day in agenda.days:
        weekday = day.date.weekday() if day.date else None
        for session in day.sessions:
            if (
                session.is_timed
                and not session.is_aside
                and _is_in(session, weekday, dusk, nightfall)
            ):
                message = f"“{session.name}”{on_day(day)} is on the Sabbath"
                yield Finding(session.time_place, message, "from Friday dusk to Saturday night")


def _is_in(session: Session, weekday: int | None, dusk: int, nightfall: int) -> bool:
    if weekday == 4:
        return (session.end or 0) > dusk
    return weekday == 5 and (session.start or 0) < nightfall
