"""A session starts at an odd minute such as 9:07.

## Why it matters
Nobody announces 9:07. It is most often a slip for 9:00 or 9:10, or the sum of lengths that were
never rounded.

## Example
- {time: "09:30-10:00", title: Welcome}
- {time: "10:00-11:07", title: Panel}
- {time: "11:07-11:30", title: Coffee}

## Instead
- {time: "09:30-10:00", title: Welcome}
- {time: "10:00-11:05", title: Panel}
- {time: "11:05-11:30", title: Coffee}

## Options
- step: minutes of which a start is expected to be a multiple.

## Not reported
Starts that follow from the session before; days on which more than a third of the starts are
odd, which is a style; markers.

## Source
None is needed: clocks on walls have marks of five minutes.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.time import Minutes, clock


@rule(Severity.INFO, since="0.1")
def check(agenda: Agenda, *, step: Minutes = 5) -> Iterator[Finding]:
    for day in agenda.days:
        starts = [session for session in day.sessions if session.is_start_given]
        odd = [session for session in starts if (session.start or 0) % max(step, 1)]
        if len(odd) * 3 > len(starts):
            continue
        for session in odd:
            if not session.written.marker:
                message = f"“{session.name}” starts at {clock(session.start or 0)}"
                yield Finding(session.time_place, message, f"not a multiple of {step} minutes")
