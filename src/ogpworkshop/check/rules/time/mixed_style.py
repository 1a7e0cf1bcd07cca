"""Times are written in different ways.

## Why it matters
A programme that writes 9.00, 10:00 and 11 am looks as if three people had written it, which is
usually true, and “10.30” beside “10:30” makes readers look for a difference.

## Example
- {time: "09:30-10.00", title: Welcome}
- {time: "10:00-11:00", title: Panel}
- {time: "11.00-11.30", title: Coffee}

## Instead
- {time: "09:30-10:00", title: Welcome}
- {time: "10:00-11:00", title: Panel}
- {time: "11:00-11:30", title: Coffee}

## Fix
Safe: writes the time as most times of the agenda are written.

## Not reported
Hours without minutes (9-11), which go with every style.
"""

from collections import Counter
from collections.abc import Iterator

from ogpworkshop.check import mend, reported
from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda, Session
from ogpworkshop.model.restyle import slot, spelled

_KIND = "time-mixed-style"
_TOLD = frozenset({_KIND, "time-no-marker"})


@rule(Severity.INFO, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    yield from reported.remarks(agenda, _KIND, "written differently", "write {instead}", safe=True)
    styled = [
        (session, session.time.style)
        for day in agenda.days
        for session in day.sessions
        if session.time is not None and len(session.time.style) > 2
        if not any(remark.kind in _TOLD for _, remark in session.remarks)
    ]
    counts = Counter(style for _, style in styled)
    if len(counts) < 2:
        return
    usual = counts.most_common(1)[0][0]
    for session, style in styled:
        if style != usual:
            yield _finding(session, usual)


def _finding(session: Session, usual: str) -> Finding:
    text = session.time.text.strip() if session.time else ""
    start, end = session.start, session.end
    like = spelled(9 * 60 + 30, usual)
    message = f"“{text}” is written differently from most times here, such as {like}"
    if start is None or end is None or not session.is_end_given or not mend.is_alone(session):
        return Finding(session.time_place, message, f"most are written like {like}")
    instead = slot(start, end, usual)
    fix = mend.rewrite(session.path / "time", instead, f"write {instead}", is_safe=True)
    return Finding(session.time_place, message, f"most are written like {like}", fix=fix)
