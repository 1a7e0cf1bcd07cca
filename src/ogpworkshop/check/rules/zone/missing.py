"""An online workshop does not say its time zone.

## Why it matters
Nine o'clock is another moment for everybody who takes part. Calendars that import the programme
put it at nine wherever they are.

## Example
workshop: {title: Peer exchange, venue: Online (Zoom)}
days:
  - sessions:
      - {time: "09:00-10:00", title: Welcome}

## Instead
workshop: {title: Peer exchange, venue: Online (Zoom), timezone: Asia/Manila}
days:
  - sessions:
      - {time: "09:00-10:00", title: Welcome}

## Not reported
Workshops at a place: whoever is there has its time.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.pauses import is_online


@rule(Severity.INFO, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    workshop = agenda.workshop
    has_times = any(session.start is not None for day in agenda.days for session in day.sessions)
    if not workshop.timezone and has_times and is_online(agenda):
        key = "venue" if workshop.venue else "title"
        message = "The workshop is online and does not say in which time zone its times are"
        yield Finding(workshop.path / key, message, "add timezone, for example Asia/Manila")
