"""Reads JSON of conference systems: frab and pretalx schedules, pretalx and Sessionize lists, schema.org."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from ogpworkshop.model.agenda import Agenda, Fault
from ogpworkshop.model.path import ROOT, Place
from ogpworkshop.model.time import DAY
from ogpworkshop.model.zones import zone
from ogpworkshop.read import agenda as yaml_agenda
from ogpworkshop.read.records import KINDS, Record, kind_named, read_records, record_at
from ogpworkshop.read.schedule import decoded_guid
from ogpworkshop.read.sessions import Gathering
from ogpworkshop.source.pieces import Document, PlacedSource
from ogpworkshop.source.text import Source, Span

_DEEPEST = 60


def read_json(text: str, file: str, part: str | None = None) -> tuple[Agenda, Source]:
    """An agenda from JSON, and where everything stands.

    Args:
        text: of the file.
        file: its name.
        part: the JSON within a text that is not all JSON.
    """
    try:
        whole = json.loads(text.lstrip("\ufeff") if part is None else part)
    except (ValueError, RecursionError):
        return yaml_agenda.read_agenda(text.encode(), file)
    gathering = Gathering(Span(0, min(1, len(text))), [], {}, [], [], [])
    reader = _Json(text, gathering)
    records = reader.records(whole)
    if records is None:
        if isinstance(whole, dict) and {"workshop", "days"} & set(whole):
            return yaml_agenda.read_agenda(text.encode(), file)
        message = "No sessions with their times can be found in this JSON"
        source = PlacedSource(file, Document(text, (), is_file=False), {ROOT: gathering.span})
        return Agenda(faults=(Fault("key-missing", Place(ROOT), message),)), source
    return read_records(records, gathering, text, file)


class _Json:
    """One file on its way. Places are found by looking for titles in the order of the file."""

    def __init__(self, text: str, gathering: Gathering) -> None:
        self.text = text
        self.gathering = gathering
        self.home: ZoneInfo | None = None
        self.at = 0
        self.types: set[str] = set()

    def records(self, whole: Any) -> Iterator[Record] | None:
        """The sessions, by whichever system they were written; None when none is recognised."""
        if isinstance(whole, dict):
            return self._of_mapping(whole)
        parts = [part for part in _list(whole) if isinstance(part, dict)]
        if not parts:
            return None
        first = parts[0]
        if "date" in first and isinstance(first.get("rooms"), list):
            return self._grid(parts)
        if "slot" in first or "slots" in first:
            return self._pretalx(parts)
        if first.get("sessions"):
            merged = [each for part in parts for each in _list(part.get("sessions"))]
            return self._sessionize({"sessions": merged})
        return self._first_of(parts)

    def _of_mapping(self, whole: dict[str, Any]) -> Iterator[Record] | None:
        schedule = whole.get("schedule")
        if isinstance(schedule, dict) and isinstance(schedule.get("conference"), dict):
            if isinstance(schedule.get("events"), list):
                return self._second(schedule["conference"], schedule["events"])
            return self._frab(schedule["conference"])
        if isinstance(whole.get("sessions"), list) and isinstance(whole.get("rooms"), list):
            return self._sessionize(whole)
        if isinstance(whole.get("results"), list):
            return self._pretalx(whole["results"])
        if isinstance(whole.get("subEvent"), list):
            return self._linked(whole)
        return self._first_of(_list(whole.get("@graph")))

    def _first_of(self, parts: list[Any]) -> Iterator[Record] | None:
        mappings = (part for part in parts if isinstance(part, dict))
        return next((found for part in mappings if (found := self._of_mapping(part))), None)

    def _span(self, title: str) -> Span:
        """Where a title stands; each search goes on from the one before."""
        for form in (
            json.dumps(title, ensure_ascii=False),
            json.dumps(title),
            json.dumps(title).replace("/", "\\/"),
        ):
            found = self.text.find(form, self.at)
            if found < 0:
                found = self.text.find(form)
            if found >= 0:
                self.at = found + len(form)
                return Span(found + 1, found + len(form) - 1)
        return self.gathering.span

    def _workshop(self, key: str, value: Any) -> None:
        text = " ".join(_text(value).split())
        if text:
            self.gathering.workshop[key] = (text, self._span(text))

    def _timezone(self, name: Any) -> None:
        self.home = zone(_text(name))
        if self.home is not None:
            self._workshop("timezone", self.home.key)

    def _moment(self, text: Any) -> datetime | None:
        """A time by the clocks of the place; by its own where the place is not known."""
        try:
            moment = datetime.fromisoformat(_text(text).strip())
        except ValueError:
            return None
        if moment.tzinfo is not None:
            if self.home is None and moment.utcoffset() == UTC.utcoffset(None):
                self._timezone("UTC")
            moment = moment.astimezone(self.home) if self.home else moment
        return moment.replace(tzinfo=None)

    def _record(self, title: Any, start: Any, end: Any, minutes: int | None = None) -> Record:
        span = self._span(_text(title))
        begin, finish = self._moment(start), self._moment(end)
        if begin is None:
            record = Record(span, span, None, None, None, [])
        else:
            record = record_at(begin, finish, span, span)
            record.minutes = minutes if record.minutes is None else record.minutes
        record.put("title", " ".join(_text(title).split()), span)
        return record

    def _frab(self, conference: dict[str, Any]) -> Iterator[Record]:
        self._workshop("title", conference.get("title"))
        self._timezone(conference.get("time_zone_name"))
        for day in filter(_is_dict, _list(conference.get("days"))):
            rooms = day.get("rooms")
            named = rooms.items() if isinstance(rooms, dict) else ()
            for room, events in named:
                for event in filter(_is_dict, _list(events)):
                    yield self._frab_event(event, room, day)

    def _frab_event(self, event: dict[str, Any], room: str, day: dict[str, Any]) -> Record:
        minutes = _minutes(_text(event.get("duration")))
        record = self._record(
            event.get("title"), event.get("date") or event.get("start"), None, minutes
        )
        record.minutes = minutes
        local = re.match(r"(\d{1,2}):(\d{2})$", _text(event.get("start")))
        when = _date(_text(day.get("date")))
        if local:
            record.start = int(local[1]) * 60 + int(local[2])
        if when is not None and record.start is not None:
            if record.day is not None and record.day > when and record.start < 6 * 60:
                record.start += DAY
            record.day = when
        record.put("room", room or _text(event.get("room")), record.span)
        record.put("track", _text(event.get("track")), record.span)
        self._described(record, event)
        return record

    def _second(self, conference: dict[str, Any], events: list[Any]) -> Iterator[Record]:
        """The second version: events in one list, with their ends and roles."""
        self._workshop("title", conference.get("title"))
        self._timezone(conference.get("time_zone_name"))
        tracks = {
            each.get("slug"): _text(each.get("name"))
            for each in filter(_is_dict, _list(conference.get("tracks")))
        }
        for event in filter(_is_dict, events):
            minutes = _minutes(_text(event.get("duration")))
            record = self._record(event.get("title"), event.get("start"), event.get("end"), minutes)
            room, track = event.get("room"), event.get("track")
            record.put("room", _name(room), record.span)
            slug = track.get("slug") if isinstance(track, dict) else track
            named = tracks.get(slug) if isinstance(slug, str) else None
            record.put("track", named or _text(slug), record.span)
            self._described(record, event)
            yield record

    def _described(self, record: Record, event: dict[str, Any]) -> None:
        self._common(record, event)
        texts = [_text(event.get(name)).strip() for name in ("subtitle", "abstract", "description")]
        record.put("summary", "\n\n".join(dict.fromkeys(filter(None, texts))), record.span)
        record.put("id", decoded_guid(_text(event.get("guid"))), record.span)
        for person in [*_list(event.get("persons")), *_list(event.get("participants"))]:
            role = _text(person.get("role")).casefold() if isinstance(person, dict) else ""
            key = "facilitators" if role in {"moderator", "host", "facilitator"} else "speakers"
            record.put(key, _name(person), record.span)
        for link in [*_list(event.get("links")), *_list(event.get("attachments"))]:
            shown = _text(link.get("url")) if isinstance(link, dict) else _text(link)
            if shown:
                self.gathering.unplaced.append((shown, record.span))

    def _common(self, record: Record, event: dict[str, Any]) -> None:
        word = _text(event.get("type") or event.get("submission_type")).strip()
        if word:
            kind = kind_named(word)
            if kind:
                record.put("kind", kind, record.span)
            elif word not in self.types:
                self.types.add(word)
                self.gathering.unplaced.append((f"type: {word}", record.span))

    def _pretalx(self, talks: list[Any]) -> Iterator[Record]:
        for talk in filter(_is_dict, talks):
            slots = [talk.get("slot"), *_list(talk.get("slots"))]
            slot = next((each for each in slots if isinstance(each, dict)), {})
            record = self._record(talk.get("title"), slot.get("start"), slot.get("end"))
            room = slot.get("room")
            record.put(
                "room",
                _text(room.get("name") if isinstance(room, dict) and "name" in room else room),
                record.span,
            )
            track = talk.get("track")
            record.put(
                "track",
                _text(track.get("name") if isinstance(track, dict) and "name" in track else track),
                record.span,
            )
            record.put("summary", _text(talk.get("abstract")), record.span)
            for person in _list(talk.get("speakers")):
                record.put("speakers", _name(person), record.span)
            yield record

    def _sessionize(self, whole: dict[str, Any]) -> Iterator[Record]:
        rooms = {
            each.get("id"): _text(each.get("name"))
            for each in filter(_is_dict, _list(whole.get("rooms")))
        }
        people = {
            each.get("id"): _text(each.get("fullName"))
            for each in filter(_is_dict, _list(whole.get("speakers")))
        }
        for session in filter(_is_dict, _list(whole.get("sessions"))):
            room = session.get("room") or rooms.get(session.get("roomId"), "")
            yield self._sessionize_session(session, _text(room), people)

    def _grid(self, days: list[Any]) -> Iterator[Record]:
        for day in filter(_is_dict, days):
            for room in filter(_is_dict, _list(day.get("rooms"))):
                for session in filter(_is_dict, _list(room.get("sessions"))):
                    yield self._sessionize_session(session, _text(room.get("name")), {})

    def _sessionize_session(
        self, session: dict[str, Any], room: str, people: dict[Any, str]
    ) -> Record:
        record = self._record(session.get("title"), session.get("startsAt"), session.get("endsAt"))
        record.put("room", room, record.span)
        record.put("summary", _text(session.get("description")), record.span)
        for person in _list(session.get("speakers")):
            known = people.get(person) if isinstance(person, (str, int)) else None
            record.put("speakers", known or _name(person), record.span)
        return record

    def _linked(self, whole: dict[str, Any]) -> Iterator[Record]:
        self._workshop("title", whole.get("name"))
        place = whole.get("location")
        self._workshop("venue", place.get("name") if isinstance(place, dict) else place)
        for event in filter(_is_dict, _list(whole.get("subEvent"))):
            record = self._record(event.get("name"), event.get("startDate"), event.get("endDate"))
            place = event.get("location")
            room = _text(place.get("name") if isinstance(place, dict) else place)
            venue = self.gathering.workshop.get("venue", ("", None))[0]
            record.put("room", "" if room == venue else room, record.span)
            record.put("summary", _text(event.get("description")), record.span)
            record.put("id", _text(event.get("identifier")), record.span)
            for word in _list(event.get("keywords")):
                kind = KINDS.get(_text(word).casefold())
                record.put("kind" if kind else "track", kind or _text(word), record.span)
            for key, name in (("performer", "speakers"), ("contributor", "facilitators")):
                who = event.get(key)
                for person in who if isinstance(who, list) else [who]:
                    record.put(name, _name(person), record.span)
            yield record


def _is_dict(value: Any) -> bool:
    return isinstance(value, dict)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: Any) -> str:
    """A text; of one in several languages, the first."""
    if isinstance(value, dict):
        value = next((each for each in value.values() if isinstance(each, str) and each), "")
    return (
        value
        if isinstance(value, str)
        else str(value)
        if isinstance(value, (int, float)) and not isinstance(value, bool)
        else ""
    )


def _name(person: Any) -> str:
    if isinstance(person, dict):
        for key in ("public_name", "full_public_name", "name", "fullName"):
            if _text(person.get(key)).strip():
                return _text(person[key]).strip()
        return ""
    return _text(person).strip()


def _minutes(text: str) -> int | None:
    found = re.fullmatch(r"(?:(\d{1,3}):)?(\d{1,4})(?::\d{2})?", text.strip())
    return int(found[1] or 0) * 60 + int(found[2]) if found else None


def _date(text: str) -> date | None:
    try:
        return datetime.fromisoformat(text.strip()).date()
    except ValueError:
        return None
