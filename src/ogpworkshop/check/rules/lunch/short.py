"""Lunch is too short for the people who are to eat.

## Why it matters
Serving takes as long as the queue is. When lunch is too short, the first session of the afternoon
pays for it.

## Example
- {time: "10:30-12:00", title: Panel}
- {time: "12:00-12:30", title: Lunch}
- {time: "12:30-14:00", title: Talks}

## Instead
- {time: "10:30-12:00", title: Panel}
- {time: "12:00-12:45", title: Lunch}
- {time: "12:45-14:00", title: Talks}

## Options
- limit: shortest lunch for up to 100 people, in minutes; a third more is asked for above.

## Not reported
Other meals; a day with another lunch that is long enough; lunch of no length, or beside empty time, which is slot-gap; online workshops.

## Source
Figures of practice, not of research: 45 minutes, and an hour above 100 people.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda, Day, Session
from ogpworkshop.model.identity import headcount
from ogpworkshop.model.pauses import is_lunch, is_online, rests
from ogpworkshop.model.roster import Roster
from ogpworkshop.model.time import Minutes, length
from ogpworkshop.model.wording import on_day


@rule(Severity.WARNING, since="0.1")
def check(
    agenda: Agenda, roster: Roster | None = None, *, limit: Minutes = 45
) -> Iterator[Finding]:
    if is_online(agenda):
        return
    n_people = headcount(agenda, roster) or 0
    shortest = limit * 4 // 3 if n_people > 100 else limit
    for day in agenda.days:
        short = [session for session in day.sessions if _is_short(session, shortest)]
        if any(is_lunch(each) and (each.minutes or 0) >= shortest for each in day.sessions):
            continue  # a talk over lunch, or a second sitting
        for session, minutes in rests(day, short):
            if minutes < shortest:
                yield _finding(day, session, shortest, n_people)


def _is_short(session: Session, shortest: int) -> bool:
    is_short = 0 < (session.minutes or 0) < shortest
    return is_short and not session.is_aside and is_lunch(session)


def _finding(day: Day, session: Session, shortest: int, n_people: int) -> Finding:
    message = f"“{session.name}”{on_day(day)} lasts {length(session.minutes or 0)}"
    people = f" for {n_people} people" if n_people > 100 else ""
    return Finding(session.time_place, message, f"{length(shortest)} are needed{people}")
