"""People work for too long without a break.

## Why it matters
After two hours people take a break whether the programme has one or not: they leave one by one,
and miss what they came for.

## Example
- {time: "09:00-10:30", title: Panel}
- {time: "10:30-12:00", title: Talks}
- {time: "12:00-13:00", title: Lunch}

## Instead
- {time: "09:00-10:30", title: Panel}
- {time: "10:30-11:00", title: Coffee}
- {time: "11:00-12:00", title: Talks}
- {time: "12:00-13:00", title: Lunch}

## Options
- limit: longest work without a break that is not reported, in minutes.

## Not reported
Visits, journeys and receptions; a long session that mentions its own break; work beside which
there is a break for others; sessions that clash, which are slot-overlap.

## Source
A figure of practice: the longest stretch of the founding workshop of this tool is 120 minutes.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda, Day
from ogpworkshop.model.pauses import Stretch, stretches
from ogpworkshop.model.time import Minutes, clock, length
from ogpworkshop.model.wording import at_once


@rule(Severity.WARNING, since="0.1")
def check(agenda: Agenda, *, limit: Minutes = 120) -> Iterator[Finding]:
    # a kind that could not be read may have been that of a break
    told = {fault.place.path for fault in agenda.faults}
    for day in agenda.days:
        for stretch in stretches(day, longer_than=limit):
            if not any(session.path / "kind" in told for session in stretch.sessions):
                yield _finding(day, stretch, limit)


def _finding(day: Day, stretch: Stretch, limit: int) -> Finding:
    first = stretch.sessions[0]
    # the session during which people would need the break
    tired = stretch.start + limit
    at = next(each for each in stretch.sessions if (each.end or 0) > tired)
    worked = length(stretch.end - stretch.start)
    when = at_once(day, stretch.start, stretch.end)
    related = () if at is first else ((first.time_place, f"starts at {clock(stretch.start)}"),)
    return Finding(
        at.time_place,
        f"{worked} of work without a break{when}",
        f"a break is due by {clock(tired)}",
        related,
    )
