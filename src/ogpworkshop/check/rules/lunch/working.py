"""Lunch is also work.

## Why it matters
It saves half an hour and costs the one conversation for which people came. Whoever does not
follow the language well has no rest at all.

## Example
- {time: "10:00-12:00", title: Panel}
- {time: "12:00-13:00", title: "Working lunch: next steps"}
- {time: "13:00-14:00", title: Talks}

## Instead
- {time: "10:00-12:00", title: Panel}
- {time: "12:00-13:00", title: Lunch}
- {time: "13:00-14:00", title: "Talks: next steps"}

## Not reported
Lunch whose title says nothing of work.
"""

import re
from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.wording import on_day

_WORKING = re.compile(
    r"\b(?:working lunch|lunch (?:session|discussion|presentation|briefing|talks?|meeting|seminar)"
    r"|brown[- ]bag|déjeuner de travail|almuerzo de trabajo)",
    re.IGNORECASE,
)


@rule(Severity.INFO, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    for day in agenda.days:
        for session in day.sessions:
            found = _WORKING.search(session.title) if session.kind == "meal" else None
            if found:
                message = f"“{session.title}”{on_day(day)} leaves no time to rest"
                yield Finding(session.title_place, message, "work over lunch")
