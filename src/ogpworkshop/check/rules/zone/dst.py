"""The clocks change on a day of the workshop.

## Why it matters
Half of the participants come an hour late, or an hour early; flights and meetings with other
countries move as well.

## Example
workshop: {title: Peer exchange, timezone: Europe/Brussels}
days:
  - date: 2017-10-29
    sessions:
      - {time: "09:00-10:00", title: Welcome}

## Instead
workshop: {title: Peer exchange, timezone: Europe/Brussels}
days:
  - date: 2017-10-30
    sessions:
      - {time: "09:00-10:00", title: Welcome}

## Source
Changes are those of the IANA time zone database, as the system or Python has it.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.time import day_name, length
from ogpworkshop.model.zones import shift


@rule(Severity.WARNING, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    name = agenda.workshop.timezone
    if not name:
        return
    for day in agenda.days:
        minutes = shift(name, day.date) if day.date else 0
        if day.date and minutes:
            way = "forward" if minutes > 0 else "back"
            message = f"On {day_name(day.date)} the clocks go {way} by {length(abs(minutes))}"
            yield Finding(day.path / "date", message, "tell everybody the evening before")
