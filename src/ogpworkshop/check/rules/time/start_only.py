"""A session gives only its start.

## Why it matters
A list of starts reads well. But nobody can see whether the last session runs for ten minutes or
two hours, and a session that is moved changes the length of the one before it in silence.

## Example
- {time: "09:00", title: Panel}
- {time: "10:30-11:00", title: Coffee}

## Instead
- {time: "09:00-10:30", title: Panel}
- {time: "10:30-11:00", title: Coffee}

## Fix
Safe: writes the end that follows from the next session's start.

## Not reported
Sessions marked as `marker` or `background`.
"""

from collections.abc import Iterator

from ogpworkshop.check import mend
from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda, Session
from ogpworkshop.model.order import unsure_ends
from ogpworkshop.model.restyle import slot


@rule(Severity.INFO, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    for day in agenda.days:
        found = [session for session in day.sessions if _has_no_end(session)]
        unsure = unsure_ends(day) if found else ()
        for session in found:
            yield _finding(session, is_sure=session.end not in unsure)


def _has_no_end(session: Session) -> bool:
    return session.is_start_given and not session.is_end_given and not _is_told(session)


def _is_told(session: Session) -> bool:
    """Whether it needs no end, or lacks it in a way that another rule reports."""
    written = session.written
    if written.end or written.duration or (written.time and written.time.end is not None):
        return True
    return session.is_aside or any(remark.kind == "time-open-end" for _, remark in session.remarks)


def _finding(session: Session, *, is_sure: bool) -> Finding:
    message = f"“{session.name}” gives its start only"
    if not is_sure or session.start is None or session.end is None or not mend.is_alone(session):
        return Finding(session.time_place, message, "no end")
    instead = slot(session.start, session.end, session.time.style if session.time else "24:")
    fix = mend.rewrite(session.path / "time", instead, f"write {instead}", is_safe=True)
    return Finding(session.time_place, message, "ends where the next session starts", fix=fix)
