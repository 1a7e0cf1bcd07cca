"""A session has a start but its end is left open.

## Why it matters
Interpreters, catering and those who fetch the participants need an end; a calendar invents one.

## Example
- {time: "09:00 -", title: Panel}
- {time: "10:30-11:00", title: Coffee}

## Instead
- {time: "09:00-10:30", title: Panel}
- {time: "10:30-11:00", title: Coffee}

## Fix
Unsafe: ends it where the next session starts.
"""

from collections.abc import Iterator

from ogpworkshop.check import mend
from ogpworkshop.check.finding import Finding, Fix, Severity, rule
from ogpworkshop.model.agenda import Agenda, Session
from ogpworkshop.model.order import neighboured
from ogpworkshop.model.path import Place
from ogpworkshop.model.restyle import slot


@rule(Severity.WARNING, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    for day in agenda.days:
        if not any(session.remarks for session in day.sessions):
            continue
        following = {session.path: after for _, session, after in neighboured(day)}
        for session in day.sessions:
            for place, remark in session.remarks:
                if remark.kind == "time-open-end":
                    at = Place(place.path, within=(remark.start, remark.end))
                    fix = _fix(session, following.get(session.path))
                    yield Finding(at, f"“{session.name}” has no end", "no end follows", fix=fix)


def _fix(session: Session, after: Session | None) -> Fix | None:
    start, end = session.start, after.start if after else None
    if start is None or end is None or end <= start or not mend.is_alone(session):
        return None
    style = session.time.style if session.time else "24:"
    instead = slot(start, end, style)
    return mend.rewrite(
        session.path / "time", instead, f"write {instead}, where the next session starts"
    )
