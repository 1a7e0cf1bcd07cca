"""Somebody who takes part from far away would have to speak at night.

## Why it matters
A keynote at three in the morning is read from a sheet, or not given.

## Example
workshop: {title: Peer exchange, timezone: Asia/Manila}
people:
  ana: {name: Ana Torres, timezone: America/Bogota}
days:
  - date: 2017-08-07
    sessions:
      - {time: "14:00-15:00", title: Keynote, speakers: [ana]}

## Instead
workshop: {title: Peer exchange, timezone: Asia/Manila}
people:
  ana: {name: Ana Torres, timezone: America/Bogota}
days:
  - date: 2017-08-07
    sessions:
      - {time: "09:00-10:00", title: Keynote, speakers: [ana]}

## Options
- earliest: first minute of the day that can be asked of somebody, written 7:00.
- latest: last minute of the day, written 22:00.

## Not reported
People without a time zone of their own, who are at the venue.

## Source
Night work is at least seven hours with the time from midnight to five in it: Directive
2003/88/EC of the European Union, article 2. The limits leave time to get up.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda, Session
from ogpworkshop.model.identity import Identities
from ogpworkshop.model.time import Minutes, clock
from ogpworkshop.model.zones import local


@rule(Severity.WARNING, since="0.1")
def check(agenda: Agenda, *, earliest: Minutes = 420, latest: Minutes = 1320) -> Iterator[Finding]:
    people = Identities(agenda)
    zones = {
        people.of(key): person.timezone
        for key, person in agenda.written.people.items()
        if person.timezone
    }
    for session in agenda.sessions if zones and agenda.workshop.timezone else ():
        for appearance in session.people:
            there = zones.get(people.of(appearance.ref))
            shown = _shown(agenda, session, there) if there else None
            if shown and not all(earliest <= minute <= latest for minute in shown):
                message = (
                    f"“{session.name}” is at {clock(shown[0])}-{clock(shown[1])}"
                    f" for {people.name(appearance.ref)} in {there}"
                )
                yield Finding(appearance.path, message, "at night, where the person is")


def _shown(agenda: Agenda, session: Session, there: str | None) -> tuple[int, int] | None:
    """Start and end as clocks show them there; None when they cannot be told."""
    if session.date is None or session.start is None or session.end is None:
        return None
    here = agenda.workshop.timezone
    start = local(here, session.date, session.start, there)
    end = local(here, session.date, session.end, there)
    return None if start is None or end is None else (start, end)
