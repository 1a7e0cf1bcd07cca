"""A session has no time, among others that have one.

## Why it matters
It is printed without an hour, is in nobody's calendar, and nobody knows whether what follows it
still fits.

## Example
- {time: "09:00-10:00", title: Welcome}
- {title: Panel}
- {time: "11:00-11:30", title: Coffee}

## Instead
- {time: "09:00-10:00", title: Welcome}
- {time: "10:00-11:00", title: Panel}
- {time: "11:00-11:30", title: Coffee}

## Not reported
Days on which most sessions have no time, such as a list of topics; sessions in the background,
markers and containers; and times that are there and cannot be read.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda, Day, Session
from ogpworkshop.model.wording import on_day

_KEYS = ("time", "start", "end", "duration")


@rule(Severity.ERROR, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    told = {fault.place.path for fault in agenda.faults}
    for day in agenda.days:
        untimed = [session for session in day.sessions if session.start is None]
        if not untimed:
            continue
        n_timed = sum(session.is_timed for session in day.sessions)
        missing = [session for session in untimed if not session.is_aside and _has_none(session)]
        if len(missing) > n_timed:
            continue
        for session in missing:
            if not any(session.path / key in told for key in _KEYS):
                yield _finding(day, session)


def _has_none(session: Session) -> bool:
    return all(getattr(session.written, key) is None for key in _KEYS)


def _finding(day: Day, session: Session) -> Finding:
    name = f"“{session.title}”" if session.title else "A session"
    return Finding(session.title_place, f"{name}{on_day(day)} has no time", "when is it?")
