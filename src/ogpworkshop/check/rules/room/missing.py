"""A session has no room, where nearly all others have one.

## Why it matters
It is the one that everybody asks for at the desk.

## Example
check: {room-missing: {least: 3}}
days:
  - sessions:
      - {time: "09:00-10:00", title: Panel, room: Auditorium}
      - {time: "10:00-10:30", title: Talks, room: Auditorium}
      - {time: "10:30-11:00", title: Questions}

## Instead
check: {room-missing: {least: 3}}
days:
  - sessions:
      - {time: "09:00-10:00", title: Panel, room: Auditorium}
      - {time: "10:00-10:30", title: Talks, room: Auditorium}
      - {time: "10:30-11:00", title: Questions, room: Auditorium}

## Options
- least: with fewer sessions than this nothing is reported.
- share: in how many of a hundred sessions a room must be named, for the others to be reported.

## Not reported
Breaks, meals and receptions, visits and journeys, groups that have rooms of their own, online
workshops.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda, Day, Session
from ogpworkshop.model.pauses import is_away, is_online
from ogpworkshop.model.wording import on_day


@rule(Severity.WARNING, since="0.1")
def check(agenda: Agenda, *, least: int = 8, share: int = 80) -> Iterator[Finding]:
    if is_online(agenda):
        return
    with_rooms = {each.session.path for each in agenda.breakouts if each.rooms}
    need = [
        (day, session) for day in agenda.days for session in day.sessions if _needs_one(session)
    ]
    without = [each for each in need if not each[1].rooms and each[1].path not in with_rooms]
    n_named = len(need) - len(without)
    if len(need) < least or n_named * 100 < share * len(need) - 100 * (len(need) == least):
        return
    for day, session in without:
        yield _finding(day, session)


def _needs_one(session: Session) -> bool:
    return session.is_work and not session.is_aside and not is_away(session)


def _finding(day: Day, session: Session) -> Finding:
    return Finding(
        session.title_place, f"“{session.name}”{on_day(day)} has no room", "where is it?"
    )
