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
    taken = dict.fromkeys(first, 2)
    for session in again:
        yield _finding(session, first[session.id], _free(session.id, taken))


def _free(ref: str, taken: dict[str, int]) -> str:
    """An id that no session has yet; of each id in use, the number to go on with."""
    number = taken[ref]
    while f"{ref}-{number}" in taken:
        number += 1
    taken[ref] = number + 1
    taken[f"{ref}-{number}"] = 2
    return f"{ref}-{number}"


def _finding(session: Session, other: Session, free: str) -> Finding:
    path = session.path / "id"
    message = f"“{session.name}” and “{other.name}” have the same id, {session.id}"
    related = ((other.path / "id", "the first"),)
    return Finding(
        path, message, "given before", related, mend.rewrite(path, free, f"write {free}")
    )
