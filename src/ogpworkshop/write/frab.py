"""Writes the schedule formats of frab, pretalx and their kin: XML, and JSON of the first version.

Valid by the schemas that the Chaos Computer Club's video team publishes (github.com/voc/schedule).
"""

import json
import re
import uuid
import zlib
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from ogpworkshop import __version__
from ogpworkshop.errors import OgpError
from ogpworkshop.model.agenda import Agenda, Day
from ogpworkshop.model.resolve import slug
from ogpworkshop.model.zones import zone
from ogpworkshop.write.occasions import Occasion, details, role_lines

_NAMESPACE = uuid.UUID("5b0f0d6e-8d0c-5f0e-9a58-0c1f4d3f7b11")
"""Of the ids that are made from names: drawn once, never to change."""
_FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ZONE = re.compile("[A-Z][a-z]+/[A-Z][a-z]+|UTC$")
_MOST = 2**31 - 1


class _Event(msgspec.Struct, frozen=True):
    """A session as both formats have it; texts by their names in the format."""

    occasion: Occasion
    number: int
    guid: str
    room: str
    begins: datetime
    texts: dict[str, str]
    persons: tuple[tuple[int, str, str], ...]


class _Numbers:
    """Positive whole numbers made from texts: equal over exports, and each given once."""

    def __init__(self) -> None:
        self.taken: dict[int, str] = {}

    def of(self, text: str) -> int:
        number = zlib.crc32(text.encode()) % _MOST + 1
        while self.taken.setdefault(number, text) != text:
            number = number % _MOST + 1
        return number


def frab_xml(agenda: Agenda, chosen: Iterable[Occasion]) -> bytes:
    """The schedule as XML. Its schema has no roles: they are lines of the description.

    Raises:
        OgpError: when the agenda's time zone is not known, or no session has date and time.
    """
    from xml.etree import ElementTree as ET  # noqa: PLC0415  writes, reads nothing

    events = _events(agenda, chosen)
    root = ET.Element("schedule")
    ET.SubElement(root, "generator", name="ogpworkshop", version=__version__)
    _texts(ET, root, {"version": "1"})
    _texts(ET, ET.SubElement(root, "conference"), _conference(agenda, events))
    for index, (day, own) in enumerate(_by_day(events), 1):
        start, end = _bounds(own)
        element = ET.SubElement(
            root, "day", index=f"{index}", date=f"{day.date}",
            start=start.isoformat(), end=end.isoformat(),
        )  # fmt: skip
        for room, here in _by_room(own).items():
            place = ET.SubElement(element, "room", name=_plain(room))
            for event in here:
                _event_xml(ET, place, event)
    ET.indent(root)
    text: bytes = ET.tostring(root, "utf-8", xml_declaration=True)
    return text + b"\n"


def _event_xml(et: Any, place: Any, event: _Event) -> None:
    element = et.SubElement(place, "event", id=f"{event.number}", guid=event.guid)
    _texts(
        et,
        element,
        {
            "room": event.room,
            "date": event.begins.isoformat(),
            "start": f"{event.begins:%H:%M}",
            **event.texts,
            "description": _with_roles(event),
        },
    )
    persons = et.SubElement(element, "persons")
    for number, name, _ in event.persons:
        et.SubElement(persons, "person", id=f"{number}").text = _plain(name)
    et.SubElement(element, "links")


def _with_roles(event: _Event) -> str:
    """The description, and in it who does what beside those who only speak."""
    people = event.occasion.people
    others = {name for name, role in people if role != "speaker"}
    told = [(name, role) for name, role in people if name in others]
    return _paragraphs(event.texts["description"], role_lines(told))


def _paragraphs(*texts: str | None) -> str:
    return "\n\n".join(text.strip() for text in texts if text)


def _texts(et: Any, element: Any, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        et.SubElement(element, name).text = _plain(text)


def _plain(text: str) -> str:
    """A text without the characters that XML cannot hold."""
    return _FORBIDDEN.sub("", text)


def frab_json(agenda: Agenda, chosen: Iterable[Occasion]) -> bytes:
    """The schedule as JSON.

    Raises:
        OgpError: as `frab_xml`.
    """
    events = _events(agenda, chosen)
    conference: dict[str, Any] = dict(_conference(agenda, events))
    conference["daysCount"] = int(conference["days"])
    if not _ZONE.match(conference["time_zone_name"]):
        del conference["time_zone_name"]  # the schema knows none such as Etc/GMT-8
    rooms = dict.fromkeys(event.room for event in events if event.room)
    seats = {room.name or ref: room.seats for ref, room in agenda.written.rooms.items()}
    conference["rooms"] = [
        {"name": name, "guid": f"{uuid.uuid5(_NAMESPACE, 'room ' + name)}", "capacity": seats.get(name)}
        for name in rooms
    ]  # fmt: skip
    conference["days"] = [
        _day_json(index, day, own) for index, (day, own) in enumerate(_by_day(events), 1)
    ]
    whole = {
        "$schema": "https://c3voc.de/schedule/schema.json",
        "generator": {"name": "ogpworkshop", "version": __version__},
        "schedule": {"version": "1", "conference": conference},
    }
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def _day_json(index: int, day: Day, own: Sequence[_Event]) -> dict[str, Any]:
    start, end = _bounds(own)
    rooms = {name: [_event_json(each) for each in here] for name, here in _by_room(own).items()}
    return {
        "index": index,
        "date": f"{day.date}",
        "day_start": start.isoformat(),
        "day_end": end.isoformat(),
        "rooms": rooms,
    }


def _event_json(event: _Event) -> dict[str, Any]:
    persons = [
        {
            "guid": f"{uuid.uuid5(_NAMESPACE, 'person ' + name)}",
            "id": number,
            "name": name,
            **({"role": role} if role != "speaker" else {}),
        }
        for number, name, role in event.persons
    ]
    return {
        "id": event.number,
        "guid": event.guid,
        "date": event.begins.isoformat(),
        "start": f"{event.begins:%H:%M}",
        "room": event.room,
        "url": f"urn:uuid:{event.guid}",
        **event.texts,
        "persons": persons,
        "links": [],
        "attachments": [],
    }


def _events(agenda: Agenda, chosen: Iterable[Occasion]) -> list[_Event]:
    there = zone(agenda.workshop.timezone)
    if there is None:
        raise OgpError(
            "a schedule needs the time zone of its sessions, and the agenda names none",
            "Write it as workshop: {timezone: Asia/Manila}.",
        )
    numbers, people, slugs = _Numbers(), _Numbers(), set[str]()
    seed = f"{agenda.workshop.title}"
    events = [
        _event(each, when[0].replace(tzinfo=there), agenda, (numbers, people), seed, slugs)
        for each in chosen
        if (when := each.when) is not None
    ]
    if not events:
        raise OgpError(
            "no session has a date, a start and an end", "ogp agenda show shows what is known."
        )
    return events


def _event(  # noqa: PLR0913, PLR0917 - what all sessions of a schedule share
    occasion: Occasion,
    begins: datetime,
    agenda: Agenda,
    numbers: tuple[_Numbers, _Numbers],
    seed: str,
    slugs: set[str],
) -> _Event:
    session = occasion.session
    guid = _guid(session.id) or f"{uuid.uuid5(_NAMESPACE, f'{seed} {session.id}')}"
    minutes = session.minutes or 0
    roles: dict[str, str] = {}
    for name, role in occasion.people:
        roles.setdefault(name, role)
    return _Event(
        occasion,
        number=numbers[0].of(session.id),
        guid=guid,
        room=occasion.place or ", ".join(occasion.rooms),
        begins=begins,
        texts={
            "title": session.title or session.name,
            "subtitle": "",
            "type": session.kind,
            "duration": f"{minutes // 60:02d}:{minutes % 60:02d}",
            "abstract": _paragraphs(occasion.note, session.written.summary),
            "description": details(occasion),
            "slug": _slug(agenda, session.title or session.id, slugs),
            "track": session.written.track or "",
            "language": session.written.language or agenda.workshop.language,
        },
        persons=tuple((numbers[1].of(name), name, role) for name, role in roles.items()),
    )  # fmt: skip


def _guid(name: str) -> str:
    """The id of a session as a UUID, if it is one, because it came from such a schedule."""
    try:
        return f"{uuid.UUID(name)}" if len(name) in {32, 36} else ""
    except ValueError:
        return ""


def _slug(agenda: Agenda, title: str, taken: set[str]) -> str:
    """The acronym and the title, in the letters that addresses have; each once."""
    own = re.sub(r"[^a-z0-9]+", "-", slug(title)).strip("-")[:50].strip("-")
    own = own if len(own) > 3 else f"session-{own}".strip("-")
    base = f"{_acronym(agenda)}-{own}"
    name, number = base, 1
    while name in taken:
        number += 1
        name = f"{base}-{number}"
    taken.add(name)
    return name


def _conference(agenda: Agenda, events: Sequence[_Event]) -> dict[str, str]:
    days = [day.date for day, _ in _by_day(events) if day.date]
    there = zone(agenda.workshop.timezone)
    return {
        "acronym": _acronym(agenda),
        "title": agenda.workshop.title or "Workshop",
        "start": f"{min(days)}",
        "end": f"{max(days)}",
        "days": f"{len(days)}",
        "timeslot_duration": "00:05",
        "time_zone_name": there.key if isinstance(there, ZoneInfo) else "",
    }


def _acronym(agenda: Agenda) -> str:
    name = re.sub(r"[^a-z0-9]+", "_", slug(agenda.workshop.title or ""))[:24].strip("_")
    return name if len(name) > 3 else f"workshop_{name}".strip("_")


def _by_day(events: Sequence[_Event]) -> list[tuple[Day, list[_Event]]]:
    """Sessions by the date of their day; two days of one date are one."""
    days: dict[object, tuple[Day, list[_Event]]] = {}
    for event in events:
        day = event.occasion.day
        days.setdefault(day.date, (day, []))[1].append(event)
    return list(days.values())


def _by_room(events: Iterable[_Event]) -> dict[str, list[_Event]]:
    rooms: dict[str, list[_Event]] = {}
    for event in events:
        rooms.setdefault(event.room, []).append(event)
    return rooms


def _bounds(events: Sequence[_Event]) -> tuple[datetime, datetime]:
    ends = [each.begins + timedelta(minutes=each.occasion.session.minutes or 0) for each in events]
    return min(each.begins for each in events), max(ends)
