"""A weekday is named that the date does not have.

## Why it matters
One half of the participants books by the weekday, the other half by the date.

## Example
days:
  - date: "Wednesday, 14 June 2016"
    sessions:
      - {time: "09:00-10:00", title: Welcome}

## Instead
days:
  - date: "Tuesday, 14 June 2016"
    sessions:
      - {time: "09:00-10:00", title: Welcome}

## Fix
Unsafe: writes the weekday that the date has.

## Not reported
Abbreviated weekdays in the heading of a day (“Sun” is also a word), and headings that name
several.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Edit, Finding, Fix, Severity, rule
from ogpworkshop.model.agenda import Agenda, Day
from ogpworkshop.model.headings import WEEKDAYS, named_weekday
from ogpworkshop.model.path import Path, Place
from ogpworkshop.model.time import WrittenDate, day_name


@rule(Severity.ERROR, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    workshop = agenda.workshop
    for key in ("start", "end"):
        yield from _of_date(getattr(workshop, key), workshop.path / key)
    for day in agenda.days:
        found = list(_of_date(day.written.date, day.path / "date"))
        yield from found
        if not found:
            yield from _of_heading(day)


def _of_date(written: WrittenDate | None, path: Path) -> Iterator[Finding]:
    if written is None or written.day is None or written.weekday is None:
        return
    if written.weekday != written.day.weekday():
        named = named_weekday(written.text)
        within = named[1] if named else None
        right = WEEKDAYS[written.day.weekday()]
        message = f"“{written.text.strip()}” is a {right}"
        edit = Edit(Place(path, within=within), right if within else written.day.isoformat())
        yield Finding(
            Place(path, within=within), message, f"{written.day.isoformat()} is a {right}",
            fix=Fix(f"write {edit.text}", (edit,)),
        )  # fmt: skip


def _of_heading(day: Day) -> Iterator[Finding]:
    named = named_weekday(day.title)
    if named is None or day.date is None or named[0] == day.date.weekday():
        return
    right = WEEKDAYS[day.date.weekday()]
    place = Place(day.path / "title", within=named[1])
    yield Finding(
        place,
        f"“{day.title}” is a {right} by its date, {day_name(day.date)} {day.date.year}",
        f"the date is a {right}",
        ((day.path / "date", "the date"),),
        Fix(f"write {right}", (Edit(place, right),)),
    )
