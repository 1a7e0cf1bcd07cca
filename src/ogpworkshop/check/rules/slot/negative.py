"""A session ends before it starts.

## Why it matters
One of the two times is wrong, and whoever copies the programme picks either.

## Example
- {time: "14:00-14:30", title: Welcome}
- {time: "15:00-14:30", title: Panel}
- {time: "15:00-15:30", title: Coffee}

## Instead
- {time: "14:00-14:30", title: Welcome}
- {time: "14:30-15:00", title: Panel}
- {time: "15:00-15:30", title: Coffee}

## Fix
Unsafe: swaps the two times where that fits between the neighbours, or changes the one figure that
makes it fit.

## Not reported
Sessions of the evening that end after midnight, such as 22:00-01:00.
"""

from collections.abc import Iterator

from ogpworkshop.check import mend
from ogpworkshop.check.finding import Finding, Fix, Severity, rule
from ogpworkshop.model.agenda import Agenda, Day, Session
from ogpworkshop.model.order import is_negative, neighboured, slips
from ogpworkshop.model.restyle import slot
from ogpworkshop.model.time import clock


@rule(Severity.ERROR, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    for day in agenda.days:
        yield from _hours(day)
        if not any(is_negative(session) for session in day.sessions):
            continue
        slipped = {slip.session.path for slip in slips(day)}
        beside = {each.path: (before, after) for before, each, after in neighboured(day)}
        for session in day.sessions:
            if is_negative(session) and session.path not in slipped:
                yield _finding(session, *beside.get(session.path, (None, None)))


def _hours(day: Day) -> Iterator[Finding]:
    start, end = day.written.start, day.written.end
    if start is None or end is None or start.start is None or end.start is None:
        return
    if end.start < start.start:
        message = f"The day ends at {end.text.strip()}, before it starts at {start.text.strip()}"
        related = ((day.path / "start", "starts here"),)
        yield Finding(day.path / "end", message, "before the day starts", related)


def _finding(session: Session, before: Session | None, after: Session | None) -> Finding:
    start, end = session.start or 0, session.end or 0
    message = f"“{session.name}” ends at {clock(end)}, before it starts at {clock(start)}"
    fix = _fix(session, before.end if before else None, after.start if after else None)
    return Finding(session.time_place, message, "ends before it starts", fix=fix)


def _fix(session: Session, earliest: int | None, latest: int | None) -> Fix | None:
    start, end = session.start or 0, session.end or 0
    is_free = (earliest is None or earliest <= end) and (latest is None or start <= latest)
    if is_free and start - end <= 4 * 60:
        style = session.time.style if session.time else ""
        return mend.retime(session, end, start, f"swap them: {slot(end, start, style)}")
    return mend.untypo(session, earliest, latest)
