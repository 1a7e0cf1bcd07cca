"""A session has more talks than it has time for.

## Why it matters
Twelve speakers in an hour are five minutes each, changing over included; the fourth is already
late, and the questions fall away.

## Example
- time: 09:00-09:20
  title: Lightning talks
  talks:
    - {title: Water in the hills}
    - {title: Schools that answer}
    - {title: Clinics by phone}
    - {title: Roads and who asks for them}
    - {title: Budgets in the open}

## Instead
- time: 09:00-09:25
  title: Lightning talks
  talks:
    - {title: Water in the hills}
    - {title: Schools that answer}
    - {title: Clinics by phone}
    - {title: Roads and who asks for them}
    - {title: Budgets in the open}

## Options
- limit: minutes that a talk without a length takes at the least, changing over included.

## Not reported
Talks that all have a length, which are duration-sum; talks that are heard beside each other: in
several rooms, in as many groups as there are talks, or in a container.

## Source
The shortest form in wide use, Ignite, gives a speaker five minutes: 20 slides of 15 seconds.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda, Session, talks_beside
from ogpworkshop.model.time import Minutes, length


@rule(Severity.WARNING, since="0.1")
def check(agenda: Agenda, *, limit: Minutes = 5) -> Iterator[Finding]:
    for day in agenda.days:
        for session in day.sessions:
            if session.written.talks and session.is_timed and not talks_beside(session):
                yield from _finding(session, limit)


def _finding(session: Session, limit: int) -> Iterator[Finding]:
    known = [talk.duration.minutes if talk.duration else None for talk in session.written.talks]
    given = sum(minutes or 0 for minutes in known)
    needed = given + limit * known.count(None)
    there = session.minutes or 0
    if given <= there < needed:
        message = f"“{session.name}” has {len(known)} talks in {length(there)}"
        yield Finding(session.time_place, message, f"they take {length(needed)} at least")
