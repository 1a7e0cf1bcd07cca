"""A break is too short for the people who are to take it.

## Why it matters
Ten minutes are over before the queue for coffee is, and the next session begins late; so does
every session after it.

## Example
- {time: "09:00-10:30", title: Panel}
- {time: "10:30-10:40", title: Coffee break}
- {time: "10:40-12:00", title: Talks}

## Instead
- {time: "09:00-10:30", title: Panel}
- {time: "10:30-10:45", title: Coffee break}
- {time: "10:45-12:00", title: Talks}

## Options
- limit: shortest break for up to 60 people, in minutes; a third more is asked for above 60
  people, and twice as much above 150.

## Not reported
Breaks of no length, which are slot-zero-length; breaks beside empty time, which is slot-gap; meals; and breaks without a queue: in an online
workshop, or called a stretch, screen or comfort break.

## Source
Figures of practice, not of research: 15 minutes, 20 above 60 people and 30 above 150. The
founding workshop of this tool gave 48 people half an hour.
"""

import re
from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda, Day, Session
from ogpworkshop.model.identity import headcount
from ogpworkshop.model.pauses import is_online, rests
from ogpworkshop.model.roster import Roster
from ogpworkshop.model.time import Minutes, length
from ogpworkshop.model.wording import on_day

_NO_QUEUE = re.compile(
    r"\b(?:stretch|screen|comfort|bio|eye|movement|moving|mini|energi[sz]er|prayer)",
    re.IGNORECASE,
)


@rule(Severity.WARNING, since="0.1")
def check(
    agenda: Agenda, roster: Roster | None = None, *, limit: Minutes = 15
) -> Iterator[Finding]:
    if is_online(agenda):
        return
    n_people = headcount(agenda, roster) or 0
    shortest = _shortest(limit, n_people)
    for day in agenda.days:
        short = [session for session in day.sessions if _is_short(session, shortest)]
        for session, minutes in rests(day, short):
            if minutes < shortest:
                yield _finding(day, session, shortest, n_people)


def _is_short(session: Session, shortest: int) -> bool:
    return 0 < (session.minutes or 0) < shortest and _has_queue(session)


def _has_queue(session: Session) -> bool:
    is_break = session.kind == "break" and not session.is_aside
    return is_break and not _NO_QUEUE.search(session.title)


def _shortest(limit: int, n_people: int) -> int:
    if n_people > 150:
        return 2 * limit
    return limit * 4 // 3 if n_people > 60 else limit


def _finding(day: Day, session: Session, shortest: int, n_people: int) -> Finding:
    message = f"“{session.name}”{on_day(day)} lasts {length(session.minutes or 0)}"
    people = f" for {n_people} people" if n_people > 60 else ""
    return Finding(session.time_place, message, f"{length(shortest)} are needed{people}")
