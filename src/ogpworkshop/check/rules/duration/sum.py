"""The talks of a session add up to more time than it has.

## Why it matters
The last speaker, who has flown in for it, gets three minutes instead of twenty.

## Example
- time: 09:00-10:00
  title: Reform stories
  talks:
    - {title: Water in the hills, duration: 25m}
    - {title: Schools that answer, duration: 25m}
    - {title: Clinics by phone, duration: 20m}

## Instead
- time: 09:00-10:00
  title: Reform stories
  talks:
    - {title: Water in the hills, duration: 20m}
    - {title: Schools that answer, duration: 20m}
    - {title: Clinics by phone, duration: 20m}

## Not reported
Talks without a length; `pitch-overrun` counts these. Talks that are heard beside each other: in
several rooms, in as many groups as there are talks, or in a container.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda, Session, talks_beside
from ogpworkshop.model.path import Path, Place
from ogpworkshop.model.time import length


@rule(Severity.ERROR, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    for day in agenda.days:
        for session in day.sessions:
            if session.written.talks and session.is_timed and not talks_beside(session):
                yield from _finding(session)


def _finding(session: Session) -> Iterator[Finding]:
    there = session.minutes or 0
    total = 0
    over: Path | None = None
    for talk in session.written.talks:
        total += (talk.duration.minutes or 0) if talk.duration else 0
        if total > there and over is None:
            over = talk.path / "duration"
    if over is not None:
        message = f"The talks of “{session.name}” take {length(total)}, but it has {length(there)}"
        label = f"here {length(there)} are over"
        yield Finding(Place(over), message, label, ((session.time_place, length(there)),))
