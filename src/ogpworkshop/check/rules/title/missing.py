"""A session has no title.

## Why it matters
The programme prints an empty line, and nobody knows what it is for.

## Example
- {time: "09:00-10:00", title: Welcome}
- {time: "10:00-10:30", room: Foyer}

## Instead
- {time: "09:00-10:00", title: Welcome}
- {time: "10:00-10:30", title: Coffee, room: Foyer}
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda, Day, Session
from ogpworkshop.model.wording import on_day


@rule(Severity.ERROR, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    # a title that could not be taken is reported where it stands
    told = {fault.place.path for fault in agenda.faults}
    for day in agenda.days:
        for session in day.sessions:
            if not session.title and session.path / "title" not in told:
                yield Finding(session.title_place, _message(day, session), "no title")


def _message(day: Day, session: Session) -> str:
    if session.slot:
        return f"The session{on_day(day)}, {session.slot}, has no title"
    return f"A session{on_day(day)} has no title"
