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

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.wording import on_day

_WORKING = (
    "working lunch", "lunch session", "lunch discussion", "lunch presentation", "lunch briefing",
    "lunch talk", "lunch meeting", "lunch seminar", "brown bag", "brown-bag",
    "déjeuner de travail", "almuerzo de trabajo",
)  # fmt: skip


@rule(Severity.INFO, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    for day in agenda.days:
        for session in day.sessions:
            if session.kind != "meal":
                continue
            title = session.title.casefold()
            if any(words in title for words in _WORKING):
                message = f"“{session.title}”{on_day(day)} leaves no time to rest"
                yield Finding(session.title_place, message, "work over lunch")
