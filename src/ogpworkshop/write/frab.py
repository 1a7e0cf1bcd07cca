"""Writes the schedule formats of frab, pretalx and their kin: XML, and JSON of the first version.

Valid by the schemas that the Chaos Computer Club's video team publishes (github.com/voc/schedule).
"""

import json
import re
import uuid
from collections.abc import Iterable, Sequence
from typing import Any

from ogpworkshop import __version__
from ogpworkshop.model.agenda import Agenda, Day
from ogpworkshop.write.occasions import Occasion, role_lines
from ogpworkshop.write.scheduled import (
    NAMESPACE,
    Scheduled,
    bounds,
    by_day,
    by_room,
    conference_of,
    paragraphs,
    scheduled,
)

_FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ZONE = re.compile("[A-Z][a-z]+/[A-Z][a-z]+|UTC$")


def frab_xml(agenda: Agenda, chosen: Iterable[Occasion]) -> bytes:
    """The schedule as XML. Its schema has no roles: they are lines of the description.

    Raises:
        OgpError: when the agenda's time zone is not known, or no session has date and time.
    """
    from xml.etree import ElementTree as ET  # noqa: PLC0415  writes, reads nothing

    events = scheduled(agenda, chosen)
    root = ET.Element("schedule")
    ET.SubElement(root, "generator", name="ogpworkshop", version=__version__)
    _texts(ET, root, {"version": "1"})
    _texts(ET, ET.SubElement(root, "conference"), conference_of(agenda, events))
    for index, (day, own) in enumerate(by_day(events), 1):
        start, end = bounds(own)
        element = ET.SubElement(
            root, "day", index=f"{index}", date=f"{day.date}",
            start=start.isoformat(), end=end.isoformat(),
        )  # fmt: skip
        for room, here in by_room(own).items():
            place = ET.SubElement(element, "room", name=_plain(room))
            for event in here:
                _event_xml(ET, place, event)
    ET.indent(root)
    text: bytes = ET.tostring(root, "utf-8", xml_declaration=True)
    return text + b"\n"


def _event_xml(et: Any, place: Any, event: Scheduled) -> None:
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


def _with_roles(event: Scheduled) -> str:
    """The description, and in it who does what beside those who only speak."""
    people = event.occasion.people
    others = {name for name, role in people if role != "speaker"}
    told = [(name, role) for name, role in people if name in others]
    return paragraphs(event.texts["description"], role_lines(told))


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
    events = scheduled(agenda, chosen)
    conference: dict[str, Any] = dict(conference_of(agenda, events))
    conference["daysCount"] = int(conference["days"])
    if not _ZONE.match(conference["time_zone_name"]):
        del conference["time_zone_name"]  # the schema knows none such as Etc/GMT-8
    rooms = dict.fromkeys(event.room for event in events if event.room)
    seats = {room.name or ref: room.seats for ref, room in agenda.written.rooms.items()}
    conference["rooms"] = [
        {"name": name, "guid": f"{uuid.uuid5(NAMESPACE, 'room ' + name)}", "capacity": seats.get(name)}
        for name in rooms
    ]  # fmt: skip
    conference["days"] = [
        _day_json(index, day, own) for index, (day, own) in enumerate(by_day(events), 1)
    ]
    whole = {
        "$schema": "https://c3voc.de/schedule/schema.json",
        "generator": {"name": "ogpworkshop", "version": __version__},
        "schedule": {"version": "1", "conference": conference},
    }
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def _day_json(index: int, day: Day, own: Sequence[Scheduled]) -> dict[str, Any]:
    start, end = bounds(own)
    rooms = {name: [_event_json(each) for each in here] for name, here in by_room(own).items()}
    return {
        "index": index,
        "date": f"{day.date}",
        "day_start": start.isoformat(),
        "day_end": end.isoformat(),
        "rooms": rooms,
    }


def _event_json(event: Scheduled) -> dict[str, Any]:
    persons = [
        {
            "guid": f"{uuid.uuid5(NAMESPACE, 'person ' + name)}",
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
