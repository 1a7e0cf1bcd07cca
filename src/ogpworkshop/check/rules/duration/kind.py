"""A session is far shorter or longer than its kind can bear.

## Why it matters
Ten minutes are no panel, and in the third hour of one nobody listens. Most often one of the two
times is wrong.

## Example
- {time: "09:00-12:00", title: Panel on delivery, kind: panel}
- {time: "12:00-13:00", title: Lunch}

## Instead
- {time: "09:00-10:30", title: Panel on delivery, kind: panel}
- {time: "10:30-11:00", title: Coffee}
- {time: "11:00-12:00", title: Talks}
- {time: "12:00-13:00", title: Lunch}

## Options
- shortest: shortest panel or clinic that is not reported, in minutes.
- longest: longest panel, ceremony or closing that is not reported, in minutes.

## Not reported
Sessions in the background, containers and markers, and those that mention their own break. Group
work that is too short is duration-short-breakout.

## Source
Figures of practice: the published programmes that this tool was tried on have panels of 30 to
120 minutes.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda, Day, Session
from ogpworkshop.model.clash import clashes
from ogpworkshop.model.pauses import placed
from ogpworkshop.model.time import Minutes, length

_NEED_TIME = frozenset({"panel", "clinic"})
_TIRE = frozenset({"panel", "ceremony", "closing"})
_NAMES = {"panel": "A panel", "clinic": "A clinic", "ceremony": "A ceremony", "closing": "A closing"}  # fmt: skip


@rule(Severity.WARNING, since="0.1")
def check(agenda: Agenda, *, shortest: Minutes = 15, longest: Minutes = 150) -> Iterator[Finding]:
    for day in agenda.days:
        for session in _sure(day):
            if session.kind in _NAMES:
                minutes = session.minutes or 0
                if minutes < shortest and session.kind in _NEED_TIME:
                    yield _finding(session, f"{length(shortest)} is the least")
                elif minutes > longest and session.kind in _TIRE and not _has_rest(session):
                    yield _finding(session, f"{length(longest)} is the most")


def _sure(day: Day) -> Iterator[Session]:
    """Sessions whose times nothing else puts into doubt."""
    doubtful = {path for clash in clashes(day) for path in (clash.first.path, clash.second.path)}
    for session in placed(day):
        if not session.is_aside and session.path not in doubtful:
            yield session


def _has_rest(session: Session) -> bool:
    text = f"{session.title} {session.written.summary or ''} {session.written.notes or ''}"
    return "break" in text.casefold() or "pause" in text.casefold()


def _finding(session: Session, limit: str) -> Finding:
    lasts = length(session.minutes or 0)
    message = f"{_NAMES[session.kind]} of {lasts}: “{session.name}”"
    return Finding(session.time_place, message, limit)
