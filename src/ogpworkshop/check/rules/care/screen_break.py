"""People sit before a screen for too long without a break.

## Why it matters
In a room one stands up to look at a poster; at a screen nobody moves.

## Example
check: {select: [care-screen-break]}
workshop: {title: Peer exchange, venue: Online, timezone: UTC}
days:
  - sessions:
      - {time: "09:00-10:30", title: Panel}

## Instead
check: {select: [care-screen-break]}
workshop: {title: Peer exchange, venue: Online, timezone: UTC}
days:
  - sessions:
      - {time: "09:00-09:50", title: Panel}
      - {time: "09:50-10:00", title: Screen break}
      - {time: "10:00-10:30", title: Questions}

## Options
- limit: longest work before a screen that is not reported, in minutes.

## Not reported
Anything, unless the agenda asks for it; workshops that are not online.

## Source
Health and Safety Executive of the United Kingdom, “Working safely with display screen equipment”:
short breaks often, five to ten minutes in every hour.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.pauses import is_online, stretches
from ogpworkshop.model.time import Minutes, clock, length
from ogpworkshop.model.wording import at_once


@rule(Severity.INFO, since="0.1", is_on=False)
def check(agenda: Agenda, *, limit: Minutes = 60) -> Iterator[Finding]:
    if not is_online(agenda):
        return
    for day in agenda.days:
        for stretch in stretches(day, longer_than=limit):
            due = stretch.start + limit
            at = next(each for each in stretch.sessions if (each.end or 0) > due)
            seated = length(stretch.end - stretch.start)
            when = at_once(day, stretch.start, stretch.end)
            message = f"{seated} before the screen without a break{when}"
            yield Finding(at.time_place, message, f"a break is due by {clock(due)}")
