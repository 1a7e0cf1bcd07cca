"""Two sessions have the same id.

## Why it matters
Calendars keep only one of the two, `continues` leads to the wrong one, and groups that were
formed for one are printed for both.

## Example
- {time: "09:00-10:00", title: Talks on water, id: talks}
- {time: "10:00-11:00", title: Talks on schools, id: talks}

## Instead
- {time: "09:00-10:00", title: Talks on water, id: talks}
- {time: "10:00-11:00", title: Talks on schools, id: talks-2}

## Fix
Unsafe: numbers the second. Whoever refers to it has to follow.
"""

from collections.abc import Iterator

from ogpworkshop.check import mend
from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda, Session


@rule(Severity.ERROR, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    first: dict[str, Session] = {}
    again = [each for each in agenda.sessions if first.setdefault(each.id, each) is not each]
    taken = set(first)
    for session in again:
        yield _finding(session, first[session.id], taken)


def _finding(session: Session, other: Session, taken: set[str]) -> Finding:
    number = 2
    while f"{session.id}-{number}" in taken:
        number += 1
    free = f"{session.id}-{number}"
    taken.add(free)
    path = session.path / "id"
    message = f"“{session.name}” and “{other.name}” have the same id, {session.id}"
    related = ((other.path / "id", "the first"),)
    return Finding(
        path, message, "given before", related, mend.rewrite(path, free, f"write {free}")
    )
