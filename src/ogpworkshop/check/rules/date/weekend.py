"""A day of the workshop lies on a weekend.

## Why it matters
Officials need leave to come, offices and shops are closed. Often it is meant, and sometimes it is
last year's date.

## Example
days:
  - date: 2017-08-05
    sessions:
      - {time: "09:00-10:30", title: Panel}

## Instead
days:
  - date: 2017-08-07
    sessions:
      - {time: "09:00-10:30", title: Panel}

## Options
- days: weekdays of the weekend, in English; if left out, those of the country that the time zone
  tells, else Saturday and Sunday.

## Not reported
Days whose heading or sessions are all visits, journeys and receptions.

## Source
Weekends that are not Saturday and Sunday: Unicode CLDR, supplemental week data.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.headings import WEEKDAYS
from ogpworkshop.model.pauses import is_away
from ogpworkshop.model.time import day_name

_FRIDAY_SATURDAY = frozenset({
    "Africa/Algiers", "Africa/Cairo", "Africa/Khartoum", "Africa/Tripoli", "Asia/Aden",
    "Asia/Amman", "Asia/Baghdad", "Asia/Bahrain", "Asia/Damascus", "Asia/Jerusalem",
    "Asia/Kuwait", "Asia/Muscat", "Asia/Qatar", "Asia/Riyadh",
})  # fmt: skip
_OTHERS = {"Asia/Kabul": ("Thursday", "Friday"), "Asia/Tehran": ("Friday",)}


@rule(Severity.INFO, since="0.1")
def check(agenda: Agenda, *, days: tuple[str, ...] = ()) -> Iterator[Finding]:
    free = {day.strip().casefold() for day in days or _weekend(agenda.workshop.timezone or "")}
    for day in agenda.days:
        name = WEEKDAYS[day.date.weekday()] if day.date else ""
        is_work = any(each.is_work and not is_away(each) for each in day.sessions)
        if day.date and name.casefold() in free and is_work:
            yield Finding(day.path / "date", f"{day_name(day.date)} is a {name}", "a weekend")


def _weekend(zone: str) -> tuple[str, ...]:
    if zone in _FRIDAY_SATURDAY:
        return ("Friday", "Saturday")
    return _OTHERS.get(zone, ("Saturday", "Sunday"))
