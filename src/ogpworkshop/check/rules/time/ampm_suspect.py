"""A session has probably the wrong one of am and pm.

## Why it matters
A break at 10:40 pm between two sessions of the morning is noticed by everybody except the
calendars into which it is copied.

## Example
- {time: "9:00 am-10:40 am", title: Panel}
- {time: "10:40 pm-11:00 am", title: Coffee}
- {time: "11:00 am-12:30 pm", title: Talks}

## Instead
- {time: "9:00 am-10:40 am", title: Panel}
- {time: "10:40 am-11:00 am", title: Coffee}
- {time: "11:00 am-12:30 pm", title: Talks}

## Fix
Unsafe: writes the time twelve hours earlier or later that fits between the neighbours.

## Not reported
Times without am and pm, and times that fit where they stand.
"""

from collections.abc import Iterator

from ogpworkshop.check import mend
from ogpworkshop.check.finding import Finding, Fix, Severity, rule
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.order import Slip, slips
from ogpworkshop.model.restyle import spelled


@rule(Severity.ERROR, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    for day in agenda.days:
        for slip in slips(day):
            yield _finding(slip)


def _finding(slip: Slip) -> Finding:
    session = slip.session
    style = session.time.style if session.time else "12:"
    written = session.time.text.strip() if session.time else ""
    meant = spelled(slip.start, style)
    if slip.end is not None:
        meant += f"-{spelled(slip.end, style)}"
    if slip.end is None:
        fix: Fix | None = mend.rewrite(session.time_place.path, meant, f"write {meant}")
    else:
        fix = mend.retime(session, slip.start, slip.end, f"write {meant}")
    related = tuple(
        (other.time_place, f"“{other.name}” {where} it")
        for other, where in ((slip.before, "stands before"), (slip.after, "stands after"))
        if other is not None
    )
    message = f"“{session.name}” at “{written}” does not fit between its neighbours; {meant} does"
    return Finding(session.time_place, message, "am or pm?", related, fix)
