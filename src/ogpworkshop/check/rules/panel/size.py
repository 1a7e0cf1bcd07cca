"""A panel has so many people on it that few of them will speak.

## Why it matters
With seven panellists and an hour, each speaks for five minutes and nobody answers anybody.

## Example
- time: 09:00-10:00
  title: Panel on water
  chair: Maria Cruz
  speakers: [Bayu Prasetyo, Sarita Rai, Dawa Lama, Ganzorig, Imran Bukhari, Ratna Dewi]

## Instead
- time: 09:00-10:00
  title: Panel on water
  chair: Maria Cruz
  speakers: [Bayu Prasetyo, Sarita Rai, Dawa Lama, Ganzorig]

## Options
- limit: how many panellists are not reported.

## Not reported
The chair, and organisations that have not named anybody.

## Source
A figure of practice: with five panellists an hour leaves each of them eight minutes, and the
public twenty.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda


@rule(Severity.INFO, since="0.1")
def check(agenda: Agenda, *, limit: int = 5) -> Iterator[Finding]:
    for day in agenda.days:
        for session in day.sessions:
            if session.kind == "panel" and len(session.written.speakers) > limit:
                speakers = session.written.speakers
                message = f"{len(speakers)} people sit on the panel “{session.name}”"
                at = session.path / "speakers" / limit
                yield Finding(at, message, f"{limit} are heard")
