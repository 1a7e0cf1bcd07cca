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
    sessions = [each for each in placed(day) if each.is_work and not each.is_aside]
    tracked = [each for each in sessions if each.written.track]
    at = 0
    longest: Session | None = None  # of the tracks that have begun, the one that lasts longest
    for session in sessions:
        while at < len(tracked) and (tracked[at].start or 0) < (session.end or 0):
            is_longer = longest is None or (tracked[at].end or 0) > (longest.end or 0)
            longest, at = (tracked[at] if is_longer else longest), at + 1
        is_beside = longest is not None and (longest.end or 0) > (session.start or 0)
        if longest is not None and is_beside and session.rooms and not session.written.track:
            yield _finding(day, session, longest)


def _finding(day: Day, session: Session, beside: Session) -> Finding:
    message = f"“{session.name}”{on_day(day)} belongs to no track"
    related = ((beside.time_place, f"{runs(beside)} in the track “{beside.written.track}”"),)
    return Finding(session.title_place, message, "runs beside tracks", related)
