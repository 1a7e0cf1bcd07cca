"""The length of a session is not the time between its start and its end.

## Why it matters
Whoever reads the times leaves at another minute than whoever reads the length, and one of them
is late for what follows.

## Example
- {time: "09:00-10:15", duration: 60m, title: Panel}

## Instead
- {time: "09:00-10:15", duration: 75m, title: Panel}

## Fix
Unsafe: writes the length that start and end leave. It is a guess that these are right.

## Not reported
Times that cannot be read, and sessions that end before they start.
"""

from collections.abc import Iterator

from ogpworkshop.check import mend
from ogpworkshop.check.finding import Finding, Fix, Severity, rule
from ogpworkshop.model.agenda import Agenda, Session
from ogpworkshop.model.path import Path
from ogpworkshop.model.time import length


@rule(Severity.ERROR, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    for day in agenda.days:
        for session in day.sessions:
            if session.written.duration is None and session.written.time is None:
                continue
            for path, stated in _stated(session):
                if stated != session.minutes:
                    yield _finding(session, path, stated)


def _stated(session: Session) -> Iterator[tuple[Path, int]]:
    """Lengths written beside a start and an end, and where."""
    written = session.written
    has_end = bool((written.time and written.time.end is not None) or written.end)
    if not has_end or not session.is_timed:
        return
    for key in ("time", "duration"):
        value = getattr(written, key)
        if value is not None and value.minutes is not None:
            yield session.path / key, value.minutes


def _finding(session: Session, path: Path, stated: int) -> Finding:
    taken = session.minutes or 0
    message = f"“{session.name}” runs {session.slot}, which is {length(taken)}"
    fix: Fix | None = None
    if path[-1] == "duration":
        fix = mend.rewrite(path, f"{taken}m", f"write {taken}m")
    related = () if path == session.time_place.path else ((session.time_place, session.slot),)
    return Finding(path, f"{message}, and not {length(stated)}", length(stated), related, fix)
