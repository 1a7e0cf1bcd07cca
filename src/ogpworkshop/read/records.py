"""Sessions that a calendar or a conference system lists one by one, put into days."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime

import msgspec

from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.resolve import resolve
from ogpworkshop.model.time import DAY, clock, length
from ogpworkshop.read.columns import label_of
from ogpworkshop.read.dates import read_date
from ogpworkshop.read.sessions import Gathered, GatheredDay, Gathering, Maker
from ogpworkshop.source.pieces import Document, PlacedSource
from ogpworkshop.source.text import Span

KINDS = {
    "registration": "registration", "plenary": "plenary", "talks": "talks", "talk": "talks",
    "lecture": "talks", "presentation": "talks", "panel": "panel", "podium": "panel",
    "discussion": "panel", "group-work": "group-work", "workshop": "group-work", "clinic": "clinic",
    "break": "break", "meal": "meal", "social": "social", "ceremony": "ceremony",
    "closing": "closing", "other": "other", "keynote": "talks", "lightning": "talks", "tutorial": "group-work",
    "breakout": "group-work", "coffee": "break", "lunch": "meal", "dinner": "meal", "reception": "social",
    "networking": "social", "opening": "ceremony", "roundtable": "panel",
}  # fmt: skip
"""Kinds of sessions by what other systems call them."""
_NIGHT = 6 * 60


def kind_named(word: str) -> str | None:
    """The kind that another system's word means: Talk, Talk (30 min), Workshop 2 h."""
    plain = word.strip().casefold()
    return KINDS.get(plain) or KINDS.get(plain.replace("(", " ").partition(" ")[0])


_ROLES = {
    "": "speakers", "speaker": "speakers", "presenter": "speakers", "author": "speakers", "panelist": "speakers",
    "moderator": "facilitators", "facilitator": "facilitators", "host": "facilitators", "coordinator": "facilitators",
    "chair": "chair", "rapporteur": "rapporteur", "interpreter": "interpreters", "translator": "interpreters",
}  # fmt: skip


def role_named(word: str) -> str | None:
    """The key of a session that a role in another system means; None for one of the house."""
    return _ROLES.get(word.strip().casefold())


def date_of(text: str) -> date | None:
    """The day of an ISO date or time."""
    try:
        return datetime.fromisoformat(text.strip()).date()
    except ValueError:
        return None


def minutes_of(text: str) -> int | None:
    """A length as 01:30, 1:30:00 or 90."""
    found = re.fullmatch(r"(?:(\d{1,3}):)?(\d{1,4})(?::\d{2})?", text.strip())
    return int(found[1] or 0) * 60 + int(found[2]) if found else None


class Record(msgspec.Struct):
    """One session of a list.

    Attributes:
        span: of all of it.
        at: of its time.
        day: the day it belongs to.
        start: minutes after the midnight that begins that day; above 1440 past the next one.
        minutes: its length, None if it is not given.
        texts: values by key, each with its place.
        title: heading of its day.
    """

    span: Span
    at: Span
    day: date | None
    start: int | None
    minutes: int | None
    texts: list[tuple[str, str, Span]]
    title: str = ""

    def put(self, key: str, text: str, span: Span) -> None:
        """Take a text, if there is any."""
        if text.strip():
            self.texts.append((key, text.strip(), span))


ROLES = frozenset({"speakers", "facilitators", "chair", "rapporteur", "interpreters"})
"""Keys of a session that name people."""


def describe(record: Record, text: str, span: Span) -> None:
    """The description; lines that name people by what they do are taken for what they say."""
    kept = []
    for line in text.split("\n"):
        word, colon, names = line.partition(":")
        key = label_of(word) if colon and len(word) < 30 else None
        if key in ROLES and names.strip():
            record.put(key, names.strip(), span)
        else:
            kept.append(line)
    record.put("summary", "\n".join(kept).strip(), span)


class Languages:
    """The languages of a list of sessions: the most common is that of the workshop."""

    def __init__(self) -> None:
        """Begin with none."""
        self.known: list[tuple[Record, str, Span]] = []

    def take(self, record: Record, text: str, span: Span) -> None:
        """Note the language of a session, a code of two or three letters."""
        code = re.split(r"[-_]", text.strip().casefold())[0]
        if re.fullmatch(r"[a-z]{2,3}", code):
            self.known.append((record, code, span))

    def settle(self, gathering: Gathering) -> None:
        """Name the language of the workshop, and those of sessions held in another."""
        counted = Counter(code for _, code, _ in self.known)
        common = max(counted, key=lambda code: counted[code], default="")
        for record, code, span in self.known:
            if code != common:
                record.put("language", code, span)
            else:
                gathering.workshop.setdefault("language", (code, span))


def record_at(start: datetime, end: datetime | None, span: Span, at: Span) -> Record:
    """A record by the clocks of the place."""
    minutes = None if end is None else round((end - start).total_seconds() / 60)
    return Record(span, at, start.date(), start.hour * 60 + start.minute, minutes, [])


def read_records(
    records: Iterable[Record], gathering: Gathering, text: str, file: str
) -> tuple[Agenda, PlacedSource]:
    """The agenda that a list of sessions makes, and where everything stands."""
    made = Maker(_gathered(list(records), gathering)).made()
    document = Document(text, (), is_file=False)
    source = PlacedSource(file, document, made.spans, made.unplaced)
    return resolve(made.file, made.faults), source


def _gathered(records: Sequence[Record], gathering: Gathering) -> Gathering:
    days: dict[date | None, list[Record]] = {}
    for record in records:
        days.setdefault(record.day, []).append(record)
    for day in sorted(days, key=lambda each: each or date.max):
        own = sorted(days[day], key=lambda each: _moment(each, days[day]))
        when = read_date(day.isoformat()) if day else None
        title = next((each.title for each in own if each.title), "")
        sessions = [_session(each, gathering) for each in own]
        gathering.days.append(GatheredDay(title, when, own[0].at, sessions))
    return gathering


def _moment(record: Record, day: Sequence[Record]) -> int:
    """When it begins; the small hours of a long day are its end."""
    start = record.start or 0
    is_late = any((each.start or 0) >= 20 * 60 for each in day)
    return start + DAY if start < _NIGHT and is_late else start


def _session(record: Record, gathering: Gathering) -> Gathered:
    session = Gathered(record.span, {}, set(), [])
    if record.start is not None and record.minutes is not None and record.minutes < DAY:
        end = record.start + record.minutes
        session.put("time", f"{clock(record.start)}-{clock(end)}", record.at)
    elif record.start is not None:
        session.put("start", clock(record.start), record.at)
        if record.minutes is not None:
            gathering.unplaced.append((f"a length of {length(record.minutes)}", record.at))
    for key, text, span in record.texts:
        session.put(key, text, span)
    return session
