"""Sessions as the schedule formats of frab and its kin have them: numbers, guids, slugs, days, rooms."""

import re
import uuid
import zlib
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec

from ogpworkshop.errors import OgpError
from ogpworkshop.model.agenda import Agenda, Day
from ogpworkshop.model.resolve import slug
from ogpworkshop.model.zones import zone
from ogpworkshop.write.occasions import Occasion, details

NAMESPACE = uuid.UUID("5b0f0d6e-8d0c-5f0e-9a58-0c1f4d3f7b11")
"""Of the ids that are made from names: drawn once, never to change."""
_MOST = 2**31 - 1


class Scheduled(msgspec.Struct, frozen=True):
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


def scheduled(agenda: Agenda, chosen: Iterable[Occasion]) -> list[Scheduled]:
    """The sessions that have a date, a start and an end.

    Raises:
        OgpError: when there is none, or the agenda's time zone is not known.
    """
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
) -> Scheduled:
    session = occasion.session
    guid = _guid(session.id) or f"{uuid.uuid5(NAMESPACE, f'{seed} {session.id}')}"
    minutes = session.minutes or 0
    roles: dict[str, str] = {}
    for name, role in occasion.people:
        roles.setdefault(name, role)
    return Scheduled(
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
            "abstract": paragraphs(occasion.note, session.written.summary),
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


def conference_of(agenda: Agenda, events: Sequence[Scheduled]) -> dict[str, str]:
    """What both formats say of the workshop as a whole."""
    days = [day.date for day, _ in by_day(events) if day.date]
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


def by_day(events: Sequence[Scheduled]) -> list[tuple[Day, list[Scheduled]]]:
    """Sessions by the date of their day; two days of one date are one."""
    days: dict[object, tuple[Day, list[Scheduled]]] = {}
    for event in events:
        day = event.occasion.day
        days.setdefault(day.date, (day, []))[1].append(event)
    return list(days.values())


def by_room(events: Iterable[Scheduled]) -> dict[str, list[Scheduled]]:
    """Sessions by the name of their room."""
    rooms: dict[str, list[Scheduled]] = {}
    for event in events:
        rooms.setdefault(event.room, []).append(event)
    return rooms


def bounds(events: Sequence[Scheduled]) -> tuple[datetime, datetime]:
    """When the first of them begins, and when the last ends."""
    ends = [each.begins + timedelta(minutes=each.occasion.session.minutes or 0) for each in events]
    return min(each.begins for each in events), max(ends)


def paragraphs(*texts: str | None) -> str:
    """Texts with an empty line between them."""
    return "\n\n".join(text.strip() for text in texts if text)
