"""Everybody has to change rooms between two sessions, without a minute for it.

## Why it matters
Sixty people take seven minutes from one room to the next, and the second session loses them.

## Example
- {time: "09:00-10:00", title: Panel, room: Auditorium}
- {time: "10:00-10:30", title: Talks, room: Garden Room}
- {time: "10:30-11:00", title: Coffee}

## Instead
- {time: "09:00-10:00", title: Panel, room: Auditorium}
- {time: "10:00-10:30", title: Talks, room: Auditorium}
- {time: "10:30-11:00", title: Coffee}

## Not reported
Tracks, parallel sessions and sessions beside others, which people choose; group work; arrival.
"""

from collections.abc import Iterator
from itertools import pairwise

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import GROUP_WORK, Agenda, Day, Session
from ogpworkshop.model.pauses import is_away
from ogpworkshop.model.rooms import Rooms
from ogpworkshop.model.strand import accompanied, rooms_of
from ogpworkshop.model.wording import on_day


@rule(Severity.INFO, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    rooms = Rooms(agenda)
    for day in agenda.days:
        row = day.row()
        beside = accompanied(row)
        for at, (before, after) in enumerate(pairwise(row)):
            if before.end != after.start or at in beside or at + 1 in beside:
                continue
            if _is_for_all(before) and _is_for_all(after) and rooms_of(before) != rooms_of(after):
                yield _finding(day, before, after, rooms)


def _is_for_all(session: Session) -> bool:
    is_plain = session.is_timed and len(session.rooms) == 1 and session.is_work
    is_apart = session.written.track or session.written.parallel or session.written.breakouts
    return is_plain and not is_apart and session.kind not in GROUP_WORK and not is_away(session)


def _finding(day: Day, before: Session, after: Session, rooms: Rooms) -> Finding:
    way = [rooms.name(session.rooms[0].ref) for session in (before, after)]
    message = f"Everybody changes from {way[0]} to {way[1]}{on_day(day)}, without a pause"
    related = ((before.rooms[0].path, f"“{before.name}” ends at that minute"),)
    return Finding(after.rooms[0].path, message, "another room", related)
