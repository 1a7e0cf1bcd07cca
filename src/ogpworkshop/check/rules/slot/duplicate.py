"""A session is there twice.

## Why it matters
The same line was pasted again: it is printed twice, and counts twice in everybody's calendar.

## Example
- {time: "09:00-10:30", title: Panel}
- {time: "10:30-11:00", title: Coffee}
- {time: "10:30-11:00", title: Coffee}

## Instead
- {time: "09:00-10:30", title: Panel}
- {time: "10:30-11:00", title: Coffee}

## Fix
Safe: takes the second out, where it says nothing that the first does not.

## Not reported
Equal titles at the same time in different rooms or tracks, and the first of the two.
"""

from collections.abc import Iterator

import msgspec

from ogpworkshop.check.finding import Edit, Finding, Fix, Severity, rule
from ogpworkshop.model.agenda import Agenda, Day, Session
from ogpworkshop.model.path import Place
from ogpworkshop.model.strand import rooms_of, strand_of
from ogpworkshop.model.wording import at_once


@rule(Severity.WARNING, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    for day in agenda.days:
        first: dict[object, Session] = {}
        for session in day.sessions:
            if session.title and session.start is not None:
                other = first.setdefault(_line(session), session)
                if other is not session:
                    yield _finding(day, session, other)


def _line(session: Session) -> tuple[object, ...]:
    """What makes two lines the same."""
    times = session.start, session.end
    return session.title.casefold(), times, strand_of(session), rooms_of(session)


def _finding(day: Day, session: Session, other: Session) -> Finding:
    start = session.start or 0
    message = f"“{session.title}” is there twice{at_once(day, start, session.end or start)}"
    related = ((other.title_place, "first"),)
    return Finding(session.title_place, message, "the same again", related, _fix(session, other))


def _fix(session: Session, other: Session) -> Fix | None:
    moved = msgspec.structs.replace(session.written, path=other.path)
    if moved != other.written:
        return None
    return Fix("take the second out", (Edit(Place(session.path), None),), is_safe=True)
