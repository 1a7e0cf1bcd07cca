"""A session or break ends at the minute it starts.

## Why it matters
The printed programme promises a break that nobody gets, and the doubt about which of the two
times is wrong spreads to everything around it.

## Example
- {time: "09:00-10:30", title: Panel}
- {time: "10:45-10:45", title: Coffee}
- {time: "10:45-12:00", title: Talks}

## Instead
- {time: "09:00-10:30", title: Panel}
- {time: "10:30-10:45", title: Coffee}
- {time: "10:45-12:00", title: Talks}

## Fix
Unsafe: lets it fill the time that is empty before or after it.

## Not reported
Sessions marked as `marker`, which are meant to have no length.
"""

from collections.abc import Iterator

from ogpworkshop.check import mend
from ogpworkshop.check.finding import Finding, Fix, Severity, rule
from ogpworkshop.model.agenda import Agenda, Day, Session
from ogpworkshop.model.order import neighboured
from ogpworkshop.model.pauses import is_empty
from ogpworkshop.model.restyle import spelled


@rule(Severity.ERROR, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    for day in agenda.days:
        if any(_is_reported(session) for session in day.sessions):
            for before, session, after in neighboured(day):
                if _is_reported(session):
                    yield _finding(day, before, session, after)


def _is_reported(session: Session) -> bool:
    return session.start is not None and session.start == session.end and not session.is_aside


def _finding(day: Day, before: Session | None, session: Session, after: Session | None) -> Finding:
    return Finding(
        session.time_place,
        f"“{session.name}” has no length",
        "starts and ends at the same minute",
        fix=_fix(day, before, session, after),
    )


def _fix(day: Day, before: Session | None, session: Session, after: Session | None) -> Fix | None:
    at = session.start or 0
    style = session.time.style if session.time else ""
    start = before.end if before else None
    if start is not None and start < at and is_empty(day, start, at):
        title = f"start it at {spelled(start, style)}, when the session before ends"
        return mend.retime(session, start, at, title)
    end = after.start if after else None
    if end is not None and end > at and is_empty(day, at, end):
        title = f"end it at {spelled(end, style)}, when the next session starts"
        return mend.retime(session, at, end, title)
    return None
