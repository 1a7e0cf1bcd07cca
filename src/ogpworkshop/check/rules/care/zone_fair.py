"""An online session is at night for some who take part.

## Why it matters
It is always the same region that gets up at three. Turns can be taken, or the hour moved.

## Example
check: {care-zone-fair: {zones: [America/Bogota]}}
workshop: {title: Peer exchange, venue: Online, timezone: Asia/Manila}
days:
  - date: 2017-08-07
    sessions:
      - {time: "14:00-15:00", title: Panel}

## Instead
check: {care-zone-fair: {zones: [America/Bogota]}}
workshop: {title: Peer exchange, venue: Online, timezone: Asia/Manila}
days:
  - date: 2017-08-07
    sessions:
      - {time: "20:00-21:00", title: Panel}

## Options
- zones: time zones that people take part from, IANA names; none if left out.
- earliest: first minute of the day that can be asked of people, written 7:00.
- latest: last minute of the day, written 22:00.

## Not reported
Anything, unless the agenda gives the zones. Of each day and zone the first session is told.

## Source
Night work is at least seven hours with the time from midnight to five in it: Directive
2003/88/EC of the European Union, article 2. The limits leave time to get up.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda, Day
from ogpworkshop.model.care import at_work
from ogpworkshop.model.time import Minutes, clock
from ogpworkshop.model.wording import on_day
from ogpworkshop.model.zones import local


@rule(Severity.INFO, since="0.1", is_on=False)
def check(
    agenda: Agenda,
    *,
    zones: tuple[str, ...] = (),
    earliest: Minutes = 420,
    latest: Minutes = 1320,
) -> Iterator[Finding]:
    for day in agenda.days if agenda.workshop.timezone else ():
        for zone in zones:
            found = _first_at_night(agenda, day, zone, (earliest, latest))
            if found is not None:
                yield found


def _first_at_night(agenda: Agenda, day: Day, zone: str, limits: tuple[int, int]) -> Finding | None:
    for session in at_work(day) if day.date else ():
        for minutes in (session.start, session.end):
            shown = (
                local(agenda.workshop.timezone, day.date, minutes or 0, zone) if day.date else None
            )
            if shown is not None and not limits[0] <= shown <= limits[1]:
                message = f"“{session.name}”{on_day(day)} is at {clock(shown)} in {zone}"
                return Finding(session.time_place, message, "at night there")
    return None
