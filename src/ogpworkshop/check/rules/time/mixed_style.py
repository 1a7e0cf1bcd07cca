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

from ogpworkshop.check import mend
from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda, Session
from ogpworkshop.model.path import Place
from ogpworkshop.model.restyle import slot, spelled
from ogpworkshop.model.time import Remark

_KIND = "time-mixed-style"


@rule(Severity.INFO, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    styled = [
        (session, session.time.style)
        for day in agenda.days
        for session in day.sessions
        if session.time is not None and len(session.time.style) > 2
        if not any(remark.kind == "time-no-marker" for _, remark in session.remarks)
    ]
    if not styled:
        return
    usual = _usual(styled)
    for session, style in styled:
        mixed = next((each for _, each in session.remarks if each.kind == _KIND), None)
        if mixed is not None:
            at = Place(session.time_place.path, within=(mixed.start, mixed.end))
            yield _finding(session, usual, at, mixed)
        elif style != usual:
            yield _finding(session, usual, session.time_place, None)


def _usual(styled: list[tuple[Session, str]]) -> str:
    """The style of most times; those that mix two styles have no vote where others have one."""
    pure = [
        style
        for session, style in styled
        if not any(remark.kind == _KIND for _, remark in session.remarks)
    ]
    return Counter(pure or [style for _, style in styled]).most_common(1)[0][0]


def _finding(session: Session, usual: str, at: Place, mixed: Remark | None) -> Finding:
    text = session.time.text.strip() if session.time else ""
    like = spelled(9 * 60 + 30, usual)
    message = f"“{text}” is written differently from most times here, such as {like}"
    label = f"most are written like {like}"
    if mixed is not None:
        message, label = mixed.message, "written differently"
    start, end = session.start, session.end
    if start is None or end is None or not session.is_end_given or not mend.is_alone(session):
        return Finding(at, message, label)
    instead = slot(start, end, usual)
    fix = mend.rewrite(session.path / "time", instead, f"write {instead}", is_safe=True)
    return Finding(at, message, label, fix=fix)
