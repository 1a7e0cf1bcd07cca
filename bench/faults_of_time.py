"""Faults of times, dates and breaks, put into clean agendas."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from injecting import Clean, fault

from ogpworkshop.model.agenda import Day, Session
from ogpworkshop.model.headings import named_weekday
from ogpworkshop.model.path import Path
from ogpworkshop.model.pauses import is_away, is_lunch, is_online
from ogpworkshop.model.strand import accompanied, rooms_of
from ogpworkshop.model.time import clock

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _written(code: str, form: str) -> None:
    """A fault in how a slot is written; `form` names its start and end, and the minutes of it."""

    @fault(code)
    def _(clean: Clean) -> Iterator[str]:
        for _, session, _ in clean.triples:
            start, end = clock(session.start or 0), clock(session.end or 0)
            text = form.format(start=start, end=end, hour=start[:2], dotted=end.replace(":", "."))
            yield clean.put(session.path / "time", f'"{text}"')


_written("time-unreadable", "{hour}:75-{end}")
_written("time-unreadable", "after the news")
_written("time-separator", "{start}: {end}")
_written("time-space", "{start} -{end}")
_written("time-no-dash", "{start}  {end}")
_written("time-zone-abbreviation", "{start}-{end} IST")
_written("time-approximate", "ca. {start}-{end}")
_written("time-open-end", "{start} -")
_written("time-start-only", "{start}")
_written("time-alternative", "{start}-{end} or {end}-{end}")
_written("time-mixed-style", "{start}-{dotted}")
_written("slot-zero-length", "{start}-{start}")
_written("slot-negative", "{end}-{start}")


@fault("time-missing")
def _(clean: Clean) -> Iterator[str]:
    for _, session, _ in clean.triples:
        yield clean.put(session.path / "time", "")


@fault("time-odd-minute")
def _(clean: Clean) -> Iterator[str]:
    for _, session, _ in clean.triples:
        if (session.minutes or 0) > 20:
            yield clean.retimed(session, (session.start or 0) + 3, session.end or 0)


@fault("time-ampm-suspect")
def _(clean: Clean) -> Iterator[str]:
    for day in clean.agenda.days:
        for session in day.row()[1:-1]:
            text = session.time.text if session.time else ""
            if text.count("am") == 2:
                yield clean.put(session.path / "time", f'"{text.replace("am", "pm")}"')


@fault("slot-overlap")
def _(clean: Clean) -> Iterator[str]:
    for _, session, after in clean.triples:
        is_one_room = rooms_of(session) == rooms_of(after)
        is_work = not (session.is_pause or after.is_pause or session.kind == "registration")
        if is_work and is_one_room and (after.minutes or 0) > 20:
            yield clean.retimed(session, session.start or 0, (session.end or 0) + 15)


@fault("break-overlap")
def _(clean: Clean) -> Iterator[str]:
    for _, session, after in clean.triples:
        is_one = session.is_pause != after.is_pause and session.kind != "registration"
        if is_one and (after.minutes or 0) > 15:
            yield clean.retimed(session, session.start or 0, (session.end or 0) + 10)


@fault("slot-backwards")
def _(clean: Clean) -> Iterator[str]:
    for _, session, _ in clean.triples:
        if (session.end or 0) <= 11 * 60:
            yield clean.retimed(session, (session.start or 0) + 600, (session.end or 0) + 600)


def _is_one_row(day: Day) -> bool:
    """Whether sessions follow each other in one row, without anything beside or around them."""
    row = day.row()
    return row == day.sessions and not accompanied(row) and not any(map(is_away, row))


@fault("slot-gap")
def _(clean: Clean) -> Iterator[str]:
    plain = {day.path for day in clean.agenda.days if _is_one_row(day)}
    for _, session, after in clean.triples:
        is_plain = session.path[:2] in plain and rooms_of(session) == rooms_of(after)
        is_work = session.kind not in {"meal", "social"} and after.kind not in {"meal", "social"}
        if is_plain and is_work and (session.minutes or 0) > 35 and (session.end or 0) < 17 * 60:
            yield clean.retimed(session, session.start or 0, (session.end or 0) - 20)


@fault("slot-duplicate")
def _(clean: Clean) -> Iterator[str]:
    for _, session, _ in clean.triples:
        start, end = clean.line(session)
        line = clean.text[start:end]
        if line.rstrip().endswith("}") and "id: " not in line:
            yield clean.text[:end] + line + clean.text[end:]


@fault("slot-outside-day")
def _(clean: Clean) -> Iterator[str]:
    for day in clean.agenda.days:
        timed = [each for each in day.row() if each.is_timed]
        last = max(timed, key=lambda each: each.end or 0, default=None)
        is_work = last is not None and last.is_work and not is_away(last)
        if last is not None and is_work and not day.written.end and (last.end or 0) <= 18 * 60:
            yield clean.key(day.path, "end", f'"{clock((last.end or 0) - 10)}"')


@fault("duration-mismatch")
def _(clean: Clean) -> Iterator[str]:
    for session in clean.sessions:
        yield clean.set(session, "duration", f"{(session.minutes or 0) + 15}m")


@fault("duration-short-breakout")
def _(clean: Clean) -> Iterator[str]:
    for _, session, after in clean.triples:
        if session.kind in {"group-work", "clinic"} and not session.written.continues:
            yield clean.squeezed(session, after, 12)


@fault("duration-kind")
def _(clean: Clean) -> Iterator[str]:
    for _, session, after in clean.triples:
        if session.kind == "panel":
            yield clean.squeezed(session, after, 10)


@fault("break-short")
def _(clean: Clean) -> Iterator[str]:
    for _, session, after in clean.triples if not is_online(clean.agenda) else ():
        if session.kind == "break" and after.is_work and "stretch" not in session.title.casefold():
            yield clean.squeezed(session, after, 5)


@fault("break-stretch")
def _(clean: Clean) -> Iterator[str]:
    plain = {day.path for day in clean.agenda.days if _is_one_row(day)}
    for before, session, after in clean.triples:
        if session.path[:2] not in plain:
            continue
        taken = (after.end or 0) - (before.start or 0)
        is_work = all(each.is_work and not is_away(each) for each in (before, after))
        if session.kind == "break" and is_work and taken > 125:
            renamed = clean.then(clean.put(session.path / "title", '"Talk on rivers"'))
            yield renamed.set(renamed.at(session), "kind", "talks")


@fault("lunch-missing")
def _(clean: Clean) -> Iterator[str]:
    for before, session, after in clean.triples:
        is_work = all(each.is_work and not is_away(each) for each in (before, after))
        if is_lunch(session) and is_work and (after.minutes or 0) >= 60:
            renamed = clean.then(clean.put(session.path / "title", '"Talk on rivers"'))
            yield renamed.set(renamed.at(session), "kind", "talks")


@fault("lunch-short")
def _(clean: Clean) -> Iterator[str]:
    for _, session, after in clean.triples:
        if is_lunch(session) and after.is_work and "lunch" in session.title.casefold():
            yield clean.squeezed(session, after, 20)


def _day(code: str, spoil: Callable[[Day], str | None]) -> None:
    """A fault in the date of a day, where it can have it."""

    @fault(code)
    def _(clean: Clean) -> Iterator[str]:
        for day in clean.dated:
            text = spoil(day)
            if text is not None:
                yield clean.put(day.path / "date", text)


_day("date-weekday", lambda day: f"{_WEEKDAYS[day.date.weekday() - 6]} {day.date:%d %B %Y}")
_day("date-unreadable", lambda day: f"{day.date.year}-13-{day.date.day}")
_day("date-year-missing", lambda day: f"{day.date:%B %d}")
_day("date-ambiguous", lambda day: (
    f"{day.date:%d/%m/%Y}" if day.date.day < 13 and day.date.day != day.date.month else None
))  # fmt: skip


def _pairs(clean: Clean) -> Iterator[tuple[Day, Day]]:
    """Days that follow each other and whose headings name no weekday."""
    for first, second in pairwise(clean.dated):
        if first.date < second.date and not named_weekday(second.title):
            yield first, second


@fault("date-duplicate")
def _(clean: Clean) -> Iterator[str]:
    for first, second in _pairs(clean):
        yield clean.put(second.path / "date", first.date.isoformat())


@fault("date-sequence")
def _(clean: Clean) -> Iterator[str]:
    for first, second in _pairs(clean):
        yield clean.put(second.path / "date", f"{first.date.year - 1}-{first.date:%m-%d}")


@fault("date-holiday")
def _(clean: Clean) -> Iterator[str]:
    if clean.agenda.workshop.title and not clean.agenda.workshop.holidays:
        for day in clean.dated:
            yield clean.key(Path(("workshop",)), "holidays", f"[{day.date}]")


@fault("zone-unknown")
def _(clean: Clean) -> Iterator[str]:
    if clean.agenda.workshop.timezone:
        yield clean.put(Path(("workshop", "timezone")), f"{clean.agenda.workshop.timezone}x")


@fault("zone-dst")
def _(clean: Clean) -> Iterator[str]:
    zone = clean.agenda.workshop.timezone
    for day in clean.dated if zone and len(clean.agenda.days) == 1 else ():
        if not named_weekday(day.title):
            moved = clean.then(clean.put(day.path / "date", "2025-03-30"))
            yield moved.put(Path(("workshop", "timezone")), "Europe/Brussels")


def swapped(clean: Clean, first: Session, second: Session, titles: tuple[str, str]) -> str:
    """The file with two titles."""
    later = clean.then(clean.put(second.path / "title", titles[1]))
    return later.put(first.path / "title", titles[0])
