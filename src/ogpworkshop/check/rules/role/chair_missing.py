"""A panel has speakers and nobody who chairs it.

## Why it matters
The panellists talk until the time is over, in the order in which they sit.

## Example
- {time: "09:00-10:00", title: Panel on water, speakers: [Maria Cruz, Bayu Prasetyo]}

## Instead
- time: 09:00-10:00
  title: Panel on water
  speakers: [Maria Cruz, Bayu Prasetyo]
  chair: Sarita Rai

## Not reported
Panels for which nobody is named yet, and those that have a facilitator.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda


@rule(Severity.INFO, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    for day in agenda.days:
        for session in day.sessions:
            if session.kind != "panel":
                continue
            written = session.written
            if len(written.speakers) > 1 and not (written.chair or written.facilitators):
                message = f"Nobody chairs “{session.name}”"
                yield Finding(session.title_place, message, "no chair")
