"""Two sessions at the same time have the same title.

## Why it matters
“I am in the clinic” does not tell anybody where.

## Example
- {time: "09:00-10:00", title: Clinic, room: Room 1, parallel: true}
- {time: "09:00-10:00", title: Clinic, room: Room 2, parallel: true}

## Instead
- {time: "09:00-10:00", title: Clinic on water, room: Room 1, parallel: true}
- {time: "09:00-10:00", title: Clinic on schools, room: Room 2, parallel: true}

## Not reported
Breaks and meals in two places; the same line in the same room, which is slot-duplicate; titles
that come again at another time.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda, Day, Session
from ogpworkshop.model.strand import rooms_of, strand_of
from ogpworkshop.model.wording import on_day


@rule(Severity.INFO, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    for day in agenda.days:
        first: dict[object, Session] = {}
        for session in day.sessions:
            if session.title and session.is_timed and session.is_work:
                other = first.setdefault((session.title.casefold(), session.start), session)
                is_elsewhere = other is not session and (
                    strand_of(other) != strand_of(session) or rooms_of(other) != rooms_of(session)
                )
                if is_elsewhere:
                    yield _finding(day, session, other)


def _finding(day: Day, session: Session, other: Session) -> Finding:
    message = f"Two sessions at the same time are called “{session.title}”{on_day(day)}"
    return Finding(session.title_place, message, "which is which?", ((other.title_place, "first"),))
