"""Two sessions are at the same time that must not be.

## Why it matters
The agenda says that the same people are needed in both, whether or not it names them.

## Example
- {time: "09:00-10:00", title: Budgets, id: budgets, room: Room 1}
- {time: "09:00-10:00", title: Taxes, room: Room 2, conflicts: [budgets]}

## Instead
- {time: "09:00-10:00", title: Budgets, id: budgets, room: Room 1}
- {time: "10:00-11:00", title: Taxes, room: Room 2, conflicts: [budgets]}

## Not reported
Anything, unless sessions list others under `conflicts`. An id that no session has is reported
too.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda, Day, Session
from ogpworkshop.model.path import Path
from ogpworkshop.model.wording import at_once, runs


@rule(Severity.WARNING, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    if not any(session.written.conflicts for day in agenda.days for session in day.sessions):
        return
    known = {session.id: (day, session) for day in agenda.days for session in day.sessions}
    for day in agenda.days:
        for session in day.sessions:
            for position, ref in enumerate(session.written.conflicts):
                path = session.path / "conflicts" / position
                if ref not in known:
                    yield Finding(path, f"No session has the id “{ref}”", "no such id")
                elif known[ref][0] is day and _overlap(session, known[ref][1]):
                    yield _finding(day, session, known[ref][1], path)


def _overlap(a: Session, b: Session) -> bool:
    is_timed = a is not b and a.is_timed and b.is_timed
    return is_timed and (a.start or 0) < (b.end or 0) and (b.start or 0) < (a.end or 0)


def _finding(day: Day, session: Session, other: Session, path: Path) -> Finding:
    start = max(session.start or 0, other.start or 0)
    when = at_once(day, start, min(session.end or 0, other.end or 0))
    message = f"“{session.name}” is at the same time as “{other.name}”{when}, and must not be"
    return Finding(path, message, runs(session), ((other.time_place, runs(other)),))
