"""A session runs beside tracks and belongs to none.

## Why it matters
Everything else at that hour has a colour and a column in the programme; this one has neither, and
those who follow a track do not see it.

## Example
- {time: "09:00-10:00", title: Budgets, track: Money, room: Room 1}
- {time: "09:00-10:00", title: Taps, track: Water, room: Room 2}
- {time: "09:00-10:00", title: Schools, room: Room 3}

## Instead
- {time: "09:00-10:00", title: Budgets, track: Money, room: Room 1}
- {time: "09:00-10:00", title: Taps, track: Water, room: Room 2}
- {time: "09:00-10:00", title: Schools, track: Learning, room: Room 3}

## Not reported
Breaks, sessions in the background, and sessions without a room, which are for everybody.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda, Day, Session
from ogpworkshop.model.pauses import placed
from ogpworkshop.model.wording import on_day, runs


@rule(Severity.INFO, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    for day in agenda.days:
        if any(session.written.track for session in day.sessions):
            yield from _without(day)


def _without(day: Day) -> Iterator[Finding]:
    last: Session | None = None  # the session of a track that lasts longest so far
    waiting: list[Session] = []
    for session in placed(day):
        start = session.start or 0
        waiting = [each for each in waiting if (each.end or 0) > start]
        if session.written.track:
            for each in waiting:
                yield _finding(day, each, session)
            waiting = []
            last = session if last is None or (session.end or 0) > (last.end or 0) else last
        elif session.rooms and session.is_work and not session.is_aside:
            if last is not None and (last.end or 0) > start:
                yield _finding(day, session, last)
            else:
                waiting.append(session)


def _finding(day: Day, session: Session, beside: Session) -> Finding:
    message = f"“{session.name}”{on_day(day)} belongs to no track"
    related = ((beside.time_place, f"{runs(beside)} in the track “{beside.written.track}”"),)
    return Finding(session.title_place, message, "runs beside tracks", related)
