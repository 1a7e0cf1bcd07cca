"""Sessions as they are gathered from a document, and the agenda file that they make."""

import re
from datetime import date
from typing import Any

import msgspec

from ogpworkshop.model import written
from ogpworkshop.model.agenda import Fault
from ogpworkshop.model.path import ROOT, Path, Place
from ogpworkshop.model.resolve import slug
from ogpworkshop.model.time import WrittenDate, WrittenTime
from ogpworkshop.read.notation import read_clock, read_duration, read_slot
from ogpworkshop.read.people import names_in, parted
from ogpworkshop.read.settling import settled
from ogpworkshop.source.text import Span

_TIMES = {"time": read_slot, "start": read_clock, "end": read_clock, "duration": read_duration}
_LISTS = frozenset({"speakers", "facilitators", "interpreters", "materials"})
_NOTHING = re.compile(r"[-–—./\s]*|n/?a|none", re.IGNORECASE)


class Gathered(msgspec.Struct):
    """A session on its way: texts by key, each with its place; flags.

    Attributes:
        values: key → (text, span), in the words of the document.
        span: of the whole session.
        flags: keys that are true.
        more: further paragraphs of its summary, with their spans.
    """

    span: Span
    values: dict[str, tuple[str, Span]] = {}
    flags: set[str] = set()
    more: list[tuple[str, Span]] = []

    def put(self, key: str, text: str, span: Span) -> None:
        """Take a text under a key; what stands there already goes on."""
        text = text.strip()
        if key == "flags":
            self.flags |= {word for word in re.split(r"[,;\s]+", text) if word in written.FLAGS}
            return
        if _NOTHING.fullmatch(text):
            return
        if key in self.values:
            before, first = self.values[key]
            joint = "; " if key in _LISTS else "\n"
            self.values[key] = (f"{before}{joint}{text}", first)
        else:
            self.values[key] = (text, span)


class GatheredDay(msgspec.Struct):
    """A day on its way."""

    title: str = ""
    date: WrittenDate | None = None
    span: Span | None = None
    sessions: list[Gathered] = []


class Gathering(msgspec.Struct):
    """Everything taken from a document so far.

    Attributes:
        days: in order.
        workshop: texts by key with their places.
        objectives: with their places.
        dates: days that the document names with their year.
        unplaced: what has found no place, with the reason.
        bounds: first and last day of the workshop as stated apart from its days, and where.
        span: of the whole document.
    """

    span: Span
    days: list[GatheredDay] = []
    workshop: dict[str, tuple[str, Span]] = {}
    objectives: list[tuple[str, Span]] = []
    dates: list[date] = []
    unplaced: list[tuple[str, Span]] = []
    bounds: tuple[WrittenDate, WrittenDate, Span] | None = None

    def day(self) -> GatheredDay:
        """The day that sessions go to."""
        if not self.days:
            self.days.append(GatheredDay())
        return self.days[-1]

    def day_of(self, title: str, when: WrittenDate | None, span: Span) -> GatheredDay:
        """The day of a date or of a title, begun if there is none; others are left as they are."""
        if when is not None and when.day is not None:
            self.dates.append(when.day)
        for known in self.days:
            is_same = known.date.day == when.day if known.date and when else known.title == title
            if is_same and (when is None or when.day is not None):
                return known
        self.days.append(GatheredDay(title, when, span))
        return self.days[-1]

    def sort(self) -> None:
        """Put days and sessions into the order of time: a list of an export has none."""
        self.days.sort(key=lambda day: (day.date and day.date.day) or date.max)
        for day in self.days:
            starts = [_begins(session) for session in day.sessions]
            if all(start is not None for start in starts):
                day.sessions.sort(key=lambda session: _begins(session) or 0)

    def begin_day(self, title: str, when: WrittenDate | None, span: Span) -> GatheredDay:
        """Begin a day, or go on with the one of that date, or with one that has no sessions yet."""
        if when is not None and when.day is not None:
            self.dates.append(when.day)
            for known in self.days:
                if known.date is not None and known.date.day == when.day:
                    if known.title and title not in {"", known.title}:
                        self.unplaced.append((title, span))
                    known.title = known.title or title
                    self.days.remove(known)
                    self.days.append(known)
                    return known
        last = self.days[-1] if self.days else None
        if last is not None and not last.sessions and not (last.date and when):
            last.title = " – ".join(part for part in (last.title, title) if part)
            last.date = last.date or when
            last.span = last.span or span
            return last
        self.days.append(GatheredDay(title, when, span))
        return self.days[-1]


def _begins(session: Gathered) -> int | None:
    """When a session begins, None if it does not say."""
    text = next((session.values[key][0] for key in ("start", "time") if key in session.values), "")
    return read_slot(text).start


class Made(msgspec.Struct, frozen=True):
    """An agenda file out of a document, where its parts stand, and what found no place."""

    file: written.AgendaFile
    spans: dict[Path, Span]
    faults: tuple[Fault, ...]
    unplaced: tuple[tuple[str, Span], ...]


class Maker:
    """Makes the agenda file of what was gathered."""

    def __init__(self, gathering: Gathering) -> None:
        """Begin with the places of the document itself."""
        self.gathering = gathering
        self.spans: dict[Path, Span] = {ROOT: gathering.span}
        self.rooms: dict[str, written.Room] = {}

    def made(self) -> Made:
        """The file with everything that goes with it."""
        gathered = self.gathering
        kept = [day for day in gathered.days if not _is_empty(day)]
        ends = gathered.bounds[:2] if gathered.bounds else (None, None)
        first, last = (each.day if each else None for each in ends)
        bounds = (first, last) if first and last else None
        dates = settled([(day.title, day.date) for day in kept], gathered.dates, bounds)
        days = tuple(
            self._day(day, when, Path(("days", position)))
            for position, (day, when) in enumerate(zip(kept, dates, strict=True))
        )
        file = written.AgendaFile(workshop=self._workshop(), rooms=self.rooms, days=days)
        faults = []
        for number, (text, span) in enumerate(gathered.unplaced):
            path = Path(("unplaced", number))
            self.spans[path] = span
            short = text if len(text) <= 60 else text[:59] + "…"
            message = f"“{' '.join(short.split())}” has no place in an agenda"
            faults.append(
                Fault("text-unplaced", Place(path), message, "kept as a comment on import")
            )
        return Made(file, self.spans, tuple(faults), tuple(gathered.unplaced))

    def _workshop(self) -> written.Workshop:
        path = Path(("workshop",))
        values: dict[str, Any] = {}
        for key, (text, span) in self.gathering.workshop.items():
            self.spans[path / key] = span
            values[key] = text
        objectives = self.gathering.objectives
        for position, (_, span) in enumerate(objectives):
            self.spans[path / "objectives" / position] = span
        if self.gathering.bounds is not None:
            values["start"], values["end"], span = self.gathering.bounds
            self.spans[path / "start"] = self.spans[path / "end"] = span
        return written.Workshop(
            path=path, objectives=tuple(text for text, _ in objectives), **values
        )

    def _day(self, day: GatheredDay, when: WrittenDate | None, path: Path) -> written.Day:
        if day.span is not None:
            self.spans[path] = self.spans[path / "date"] = self.spans[path / "title"] = day.span
        sessions = tuple(
            self._session(each, path / "sessions" / position)
            for position, each in enumerate(day.sessions)
        )
        return written.Day(path=path, date=when, title=day.title or None, sessions=sessions)

    def _session(self, session: Gathered, path: Path) -> written.Session:
        self.spans[path] = session.span
        values: dict[str, Any] = dict.fromkeys(session.flags, True)
        for key, (text, span) in session.values.items():
            self.spans[path / key] = span
            values[key] = self._value(key, text, path, span)
        if session.more:
            parts = [values.get("summary", ""), *(text for text, _ in session.more)]
            values["summary"] = "\n".join(part for part in parts if part)
            self.spans.setdefault(path / "summary", session.more[0][1])
        return written.Session(path=path, **{key: each for key, each in values.items() if each})

    def _value(
        self, key: str, text: str, path: Path, span: Span
    ) -> WrittenTime | tuple[str, ...] | str:
        if key in _TIMES:
            return _TIMES[key](text)
        if key in _LISTS:
            kept = tuple(parted(text) if key == "materials" else names_in(text))
            for position in range(len(kept)):
                self.spans[path / key / position] = span
            return kept
        if key == "room":
            return self._room(text)
        return text if key in {"summary", "notes"} else " ".join(text.split())

    def _room(self, text: str) -> str:
        """The key of a room; rooms are declared as they are met."""
        name = " ".join(text.split())
        key = slug(name)[:40].strip("-") or "room"
        if key not in self.rooms:
            self.rooms[key] = written.Room(path=Path(("rooms", key)), name=name)
        return key


def _is_empty(day: GatheredDay) -> bool:
    return not day.sessions and not day.title and day.date is None
