"""A title is only a placeholder.

## Why it matters
“TBC” on a printed programme tells everybody that nobody came back to it.

## Example
- {time: "09:00-10:00", title: "Keynote: TBC"}

## Instead
- {time: "09:00-10:00", title: "Keynote: water for all"}

## Not reported
Placeholders for people, such as a speaker who is still to be confirmed.
"""

import re
from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.path import Path, Place

_PLACEHOLDER = re.compile(
    r"\b(?:TBC|TBD|TBA|tbc|tbd|tba|Tbc|Tbd|Tba|XXXX+|N\.N\.|T\.B\.[ACD]\.)(?!\w)"
    r"|\b(?i:to be (?:confirmed|announced|determined|decided|defined)|lorem ipsum|placeholder"
    r"|à confirmer|por confirmar|a confirmar|untitled|title here|insert title)\b"
    r"|^\W*[?…]+\W*$|^\W*\.\.\.\W*$|^\W*(?:(?i:title|session title|xxx?|fixme)|TODO)\W*$"
)


@rule(Severity.WARNING, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    for path, title in _titles(agenda):
        found = _PLACEHOLDER.search(title) if title else None
        if found:
            at = Place(path, within=found.span())
            yield Finding(at, f"“{title.strip()}” is only a placeholder", "still to be filled in")


def _titles(agenda: Agenda) -> Iterator[tuple[Path, str]]:
    yield agenda.workshop.path / "title", agenda.workshop.title or ""
    for day in agenda.days:
        yield day.path / "title", day.title
        for session in day.sessions:
            yield session.path / "title", session.written.title or ""
            for talk in session.written.talks:
                yield talk.path / "title", talk.title or ""
