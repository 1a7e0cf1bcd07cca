"""A session stands below one that starts later.

## Why it matters
A programme is read from top to bottom. A row that goes back in time is either in the wrong place
or has the wrong time, and readers cannot tell which.

## Example
- {time: "09:00-10:30", title: Panel}
- {time: "10:30-11:00", title: Coffee}
- {time: "11:00-12:00", title: Talks}
- {time: "12:00-13:00", title: Lunch}
- {time: "01:00-02:00", title: Group work, report_back: true}

## Instead
- {time: "09:00-10:30", title: Panel}
- {time: "10:30-11:00", title: Coffee}
- {time: "11:00-12:00", title: Talks}
- {time: "12:00-13:00", title: Lunch}
- {time: "13:00-14:00", title: Group work, report_back: true}

## Fix
Unsafe: changes the one figure, or adds the twelve hours, that put it into the row, where only one
such change fits best.

## Not reported
Sessions that run beside others: another track, another room at the same time, or marked as
`parallel`. Each track is followed by itself.
"""

from collections.abc import Iterator

from ogpworkshop.check import mend
from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.order import Displaced, displaced
from ogpworkshop.model.time import clock


@rule(Severity.ERROR, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    for day in agenda.days:
        for each in displaced(day):
            yield _finding(each)


def _finding(each: Displaced) -> Finding:
    session, above, below = each.session, each.above, each.below
    start = session.start or 0
    other, where = above or below or session, "above"
    if below is not None and (above is None or (above.start or 0) <= start):
        other, where = below, "below"
    how = "before" if where == "above" else "after"
    fix = mend.untypo(session, above.end if above else None, below.start if below else None)
    return Finding(
        session.time_place,
        f"“{session.name}” starts at {clock(start)}, {how} “{other.name}” {where} it",
        "out of order",
        ((other.time_place, f"“{other.name}” starts at {clock(other.start or 0)}"),),
        fix,
    )
