"""A room has to be set up in another way, and there is no time for it.

## Why it matters
Eighty chairs and ten tables take a quarter of an hour and four people; without them the group
work happens in rows.

## Example
- {time: "09:00-10:00", title: Panel, room: Auditorium, layout: theatre}
- {time: "10:00-10:45", title: Talks at tables, room: Auditorium, layout: islands}

## Instead
- {time: "09:00-10:00", title: Panel, room: Auditorium, layout: theatre}
- {time: "10:00-10:30", title: Coffee}
- {time: "10:30-11:15", title: Talks at tables, room: Auditorium, layout: islands}

## Options
- limit: minutes that it takes to set up a room.

## Not reported
Sessions without a `layout`.

## Source
A figure of practice, for a room of fifty and staff at hand.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda, Day, Session
from ogpworkshop.model.pauses import placed
from ogpworkshop.model.rooms import Rooms
from ogpworkshop.model.time import Minutes, length
from ogpworkshop.model.wording import on_day


@rule(Severity.WARNING, since="0.1")
def check(agenda: Agenda, *, limit: Minutes = 15) -> Iterator[Finding]:
    if not any(session.written.layout for day in agenda.days for session in day.sessions):
        return
    rooms = Rooms(agenda)
    for day in agenda.days:
        last: dict[str, Session] = {}
        for session in placed(day):
            for use in session.rooms if not session.is_pause else ():
                before = last.get(rooms.of(use.ref))
                last[rooms.of(use.ref)] = session
                if before is not None and _is_short(before, session, limit):
                    yield _finding(day, before, session, rooms.name(use.ref))


def _is_short(before: Session, after: Session, limit: int) -> bool:
    layouts = before.written.layout, after.written.layout
    free = (after.start or 0) - (before.end or 0)
    differ = all(layouts) and (layouts[0] or "").casefold() != (layouts[1] or "").casefold()
    return differ and 0 <= free < limit


def _finding(day: Day, before: Session, after: Session, room: str) -> Finding:
    free = length((after.start or 0) - (before.end or 0))
    layouts = before.written.layout, after.written.layout
    message = f"{room} is changed from {layouts[0]} to {layouts[1]} in {free}{on_day(day)}"
    related = ((before.path / "layout", f"until “{before.name}” ends"),)
    return Finding(after.path / "layout", message, f"needed for “{after.name}”", related)
