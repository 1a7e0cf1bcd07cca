"""The workshop does not say what it is for.

## Why it matters
Two sentences below the title tell people what to prepare, and the organisers which session can
be cut.

## Example
workshop: {title: Workshop on water}
days:
  - date: 2017-08-07
    sessions:
      - {time: "09:00-09:30", title: Welcome}
      - {time: "09:30-10:00", title: Talks on wells}
      - {time: "10:00-10:30", title: Talks on pumps}
      - {time: "10:30-11:00", title: Coffee}
      - {time: "11:00-11:30", title: Talks on rivers}
      - {time: "11:30-12:00", title: Closing}

## Instead
workshop:
  title: Workshop on water
  objectives: [Find out which wells can be kept open by those who use them.]
days:
  - date: 2017-08-07
    sessions:
      - {time: "09:00-09:30", title: Welcome}
      - {time: "09:30-10:00", title: Talks on wells}
      - {time: "10:00-10:30", title: Talks on pumps}
      - {time: "10:30-11:00", title: Coffee}
      - {time: "11:00-11:30", title: Talks on rivers}
      - {time: "11:30-12:00", title: Closing}

## Not reported
Workshops with a summary; programmes of fewer than five sessions, or without a title or dates.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.texts import is_whole


@rule(Severity.INFO, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    workshop = agenda.workshop
    if is_whole(agenda) and not workshop.objectives and not workshop.summary:
        message = f"“{workshop.title}” does not say what it is for"
        yield Finding(workshop.path / "title", message, "add objectives, or a summary")
