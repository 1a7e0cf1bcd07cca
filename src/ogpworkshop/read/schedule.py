"""Reads conference schedules in XML: frab, pretalx, wafer, FOSDEM's own, with and without guids."""

import base64
import binascii
import re
import uuid
from collections.abc import Iterator
from datetime import date, datetime
from html import unescape
from zoneinfo import ZoneInfo

from ogpworkshop.model.agenda import Agenda, Fault
from ogpworkshop.model.path import ROOT, Place
from ogpworkshop.model.time import DAY
from ogpworkshop.model.zones import zone
from ogpworkshop.read.records import (
    ROLES,
    Languages,
    Record,
    date_of,
    describe,
    kind_named,
    minutes_of,
    read_records,
    role_named,
)
from ogpworkshop.read.sessions import Gathering
from ogpworkshop.source.pieces import Document, PlacedSource
from ogpworkshop.source.text import Span
from ogpworkshop.source.xml import Element, UnreadableXmlError, parse

_TAG = re.compile(r"<[^<>]+>")
_EXTRA = frozenset({"links", "attachments", "answers"})


def read_schedule(text: str, file: str) -> tuple[Agenda, PlacedSource]:
    """An agenda from a schedule, and where everything stands."""
    try:
        root = parse(text)
    except UnreadableXmlError as error:
        return _broken(error.message, error.offset, text, file)
    if root.name != "schedule":
        message = f"an agenda cannot be found in XML that begins with <{root.name}>"
        return _broken(message, root.start, text, file)
    gathering = Gathering(Span(root.start, root.inner[0]), [], {}, [], [], [])
    conference = root.part("conference")
    if conference is not None:
        _conference(conference, gathering)
    return read_records(_records(root, gathering), gathering, text, file)


def _broken(message: str, offset: int, text: str, file: str) -> tuple[Agenda, PlacedSource]:
    span = Span(min(offset, len(text)), min(offset + 1, len(text)))
    source = PlacedSource(file, Document(text, (), is_file=False), {ROOT: span})
    sentence = message[:1].upper() + message[1:]
    return Agenda(faults=(Fault("yaml-syntax", Place(ROOT), sentence, message),)), source


def _conference(conference: Element, gathering: Gathering) -> None:
    for name, key in (
        ("title", "title"), ("city", "venue"), ("venue", "venue"), ("time_zone_name", "timezone"), ("description", "summary"),
    ):  # fmt: skip
        part = conference.part(name)
        if part is not None and part.text.strip():
            place = Span(*part.inner)
            gathering.workshop[key] = (" ".join(part.text.split()), place)


def _records(root: Element, gathering: Gathering) -> Iterator[Record]:
    seen: set[str] = set()
    languages = Languages()
    home = zone(gathering.workshop.get("timezone", ("",))[0])
    for day in root.all("day"):
        when = date_of(day.attributes.get("date", ""))
        for room in (day, *day.all("room")):
            for event in room.all("event"):
                record = _record(event, room, when, gathering, seen)
                _compare(event, record, home, gathering)
                part = event.part("language")
                if part is not None:
                    languages.take(record, part.text, Span(*part.inner))
                yield record
    for room in (root, *root.all("room")):
        for event in room.all("event"):
            text = f"without a day: {event.string('title')}"
            gathering.unplaced.append((text, Span(event.start, event.inner[0])))
    languages.settle(gathering)


def _compare(event: Element, record: Record, home: ZoneInfo | None, gathering: Gathering) -> None:
    """Note a date that says another time than the start, in its own zone and in that of the place."""
    part = event.part("date")
    try:
        moment = datetime.fromisoformat(part.text.strip()) if part is not None else None
    except ValueError:
        return
    if part is None or moment is None or record.start is None or len(part.text.strip()) < 16:
        return
    readings = [moment] + ([moment.astimezone(home)] if home and moment.tzinfo else [])
    if all(each.hour * 60 + each.minute != record.start % DAY for each in readings):
        text = f"its date says {moment:%H:%M}: {event.string('title')}"
        gathering.unplaced.append((text, Span(*part.inner)))


def _record(
    event: Element, room: Element, when: date | None, gathering: Gathering, seen: set[str]
) -> Record:
    start, minutes = _clock(event.string("start")), minutes_of(event.string("duration"))
    moment = event.part("date")
    dated = date_of(moment.text[:10]) if moment is not None else None
    timed = event.part("start") or moment or event
    if start is None and moment is not None:
        start = _clock(moment.text.strip()[11:16])
    if when is None:
        when = dated
    elif dated is not None and start is not None and _is_next_day(when, dated, start):
        start += DAY
    span = Span(event.start, event.inner[0])
    at = Span(*timed.inner) if timed is not event else span
    record = Record(span, at, when, start, minutes, [])
    for name, key in (("title", "title"), ("track", "track")):
        _put(record, event.part(name), key)
    place = event.part("room")
    named = place.text.strip() if place is not None else ""
    record.put(
        "room",
        named or room.attributes.get("name", ""),
        Span(*place.inner) if place is not None and named else Span(room.start, room.inner[0]),
    )
    _summary(record, event)
    _kind(record, event, gathering, seen)
    for persons in event.all("persons"):
        for person in persons.all("person"):
            _person(record, person, gathering)
    guid = event.attributes.get("guid", "")
    if guid:
        record.put("id", decoded_guid(guid), span)
    _extras(event, gathering)
    return record


def _person(record: Record, person: Element, gathering: Gathering) -> None:
    role = person.attributes.get("role", "")
    key = role_named(role)
    if not role and person.text.strip() in _named(record):
        return  # its schema has no roles: the description has told what this person does
    if key is not None:
        _put(record, person, key)
    elif person.text.strip():
        gathering.unplaced.append((f"{role}: {person.text.strip()}", Span(*person.inner)))


def _named(record: Record) -> set[str]:
    """Those whom the description names by what they do."""
    told = (text for key, text, _ in record.texts if key in ROLES - {"speakers"})
    return {name.strip() for text in told for name in text.split(";")}


def _is_next_day(when: date, dated: date, start: int) -> bool:
    """Whether a session of the small hours is of the night of its day."""
    return start < 6 * 60 and (dated - when).days <= 1


def _put(record: Record, part: Element | None, key: str) -> None:
    if part is not None:
        record.put(key, " ".join(part.text.split()), Span(*part.inner))


def _summary(record: Record, event: Element) -> None:
    texts = []
    for name in ("subtitle", "abstract", "description"):
        part = event.part(name)
        text = _plain(part.text) if part is not None else ""
        if text and text not in texts:
            texts.append(text)
    if texts:
        first = next(
            part
            for part in event.parts
            if part.name in {"subtitle", "abstract", "description"} and part.text.strip()
        )
        describe(record, "\n\n".join(texts), Span(*first.inner))


def _plain(text: str) -> str:
    """A text without the tags that some systems leave in it."""
    if not _TAG.search(text):
        return text.strip()
    lines = re.sub(r"<(?:br ?/?|/p|/li|/h\d)>", "\n", text)
    return re.sub(r"\n{3,}", "\n\n", unescape(_TAG.sub("", lines))).strip()


def _kind(record: Record, event: Element, gathering: Gathering, seen: set[str]) -> None:
    part = event.part("type")
    word = part.text.strip() if part is not None else ""
    kind = kind_named(word)
    if part is None or not word:
        return
    if kind:
        record.put("kind", kind, Span(*part.inner))
    elif word not in seen:
        seen.add(word)
        gathering.unplaced.append((f"type: {word}", Span(*part.inner)))


def _extras(event: Element, gathering: Gathering) -> None:
    """Links and attachments, which an agenda has no place for."""
    gathering.unplaced += _optout(event)
    for part in event.parts:
        if part.name in _EXTRA:
            for link in part.parts:
                text = " ".join(f"{link.text} {link.attributes.get('href', '')}".split())
                if text:
                    gathering.unplaced.append((text, Span(link.start, link.end)))


def _optout(event: Element) -> Iterator[tuple[str, Span]]:
    """That a session must not be recorded or streamed, and its page."""
    recording = event.part("recording")
    optout = recording.part("optout") if recording is not None else None
    for part in (optout, event.part("do_not_record"), event.part("do_not_stream")):
        if part is not None and part.text.strip().casefold() in {"true", "1", "yes"}:
            yield f"not to be recorded: {event.string('title')}", Span(*part.inner)
    page = event.part("url")
    if page is not None and page.text.strip().startswith("http"):
        yield f"url: {page.text.strip()}", Span(*page.inner)


def decoded_guid(text: str) -> str:
    """A guid as frab wrote it once, sixteen bytes in base64, as a UUID; else as it stands."""
    try:
        raw = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return text
    return f"{uuid.UUID(bytes=raw)}" if len(raw) == 16 else text


def _clock(text: str) -> int | None:
    found = re.match(r"(\d{1,2}):(\d{2})", text)
    return int(found[1]) * 60 + int(found[2]) if found and int(found[1]) < 25 else None
