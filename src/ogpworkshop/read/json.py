"""Reads JSON of conference systems: frab and pretalx schedules, pretalx and Sessionize lists, schema.org."""

import json
import re
from collections.abc import Iterator
from typing import Any

from ogpworkshop.model.agenda import Agenda, Fault
from ogpworkshop.model.path import ROOT, Place
from ogpworkshop.model.time import DAY
from ogpworkshop.read import agenda as yaml_agenda
from ogpworkshop.read import submissions
from ogpworkshop.read.columns import column_of
from ogpworkshop.read.jsontext import (
    JsonText,
    is_mapping,
    listed,
    name_of,
    text_of,
)
from ogpworkshop.read.linked import linked
from ogpworkshop.read.programme import read_document
from ogpworkshop.read.records import Languages, Record, date_of, minutes_of, read_records
from ogpworkshop.read.schedule import decoded_guid
from ogpworkshop.read.sessions import Gathering
from ogpworkshop.source.pieces import Cell, Document, PlacedSource, Table
from ogpworkshop.source.text import Source, Span

_TIMES = frozenset({"time", "start", "date"})


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
    if isinstance(whole, dict) and isinstance(whole.get("days"), list) and "schedule" not in whole:
        return yaml_agenda.read_agenda(text.encode(), file)
    gathering = Gathering(Span(0, min(1, len(text))), [], {}, [], [], [])
    records = _records(JsonText(text, gathering), whole)
    if records is not None:
        return read_records(records, gathering, text, file)
    flat = _flat(whole)
    if flat is not None:
        return read_document(_table(JsonText(text, gathering), flat), file)
    message = "No sessions with their times can be found in this JSON"
    source = PlacedSource(file, Document(text, (), is_file=False), {ROOT: gathering.span})
    return Agenda(faults=(Fault("key-missing", Place(ROOT), message),)), source


def _records(text: JsonText, whole: Any) -> Iterator[Record] | None:
    """The sessions, by whichever system they were written; None when none is recognised."""
    if isinstance(whole, dict):
        return _of_mapping(text, whole)
    parts = [part for part in listed(whole) if isinstance(part, dict)]
    if not parts:
        return None
    first = parts[0]
    if "date" in first and isinstance(first.get("rooms"), list):
        return submissions.grid(text, parts)
    if "slot" in first or "slots" in first:
        return submissions.pretalx(text, parts)
    if first.get("sessions"):
        merged = [each for part in parts for each in listed(part.get("sessions"))]
        return submissions.sessionize(text, {"sessions": merged})
    return _first_of(text, parts)


def _of_mapping(text: JsonText, whole: dict[str, Any]) -> Iterator[Record] | None:
    schedule = whole.get("schedule")
    if isinstance(schedule, dict) and isinstance(schedule.get("conference"), dict):
        if isinstance(schedule.get("events"), list):
            return _second(text, schedule["conference"], schedule["events"])
        return _frab(text, schedule["conference"])
    if isinstance(whole.get("sessions"), list) and isinstance(whole.get("rooms"), list):
        return submissions.sessionize(text, whole)
    if isinstance(whole.get("results"), list):
        return submissions.pretalx(text, whole["results"])
    if isinstance(whole.get("subEvent"), (list, dict)):
        return linked(text, whole)
    return _first_of(text, listed(whole.get("@graph")))


def _first_of(text: JsonText, parts: list[Any]) -> Iterator[Record] | None:
    mappings = (part for part in parts if isinstance(part, dict))
    return next((found for part in mappings if (found := _of_mapping(text, part))), None)


def _flat(whole: Any, depth: int = 0) -> list[dict[str, Any]] | None:
    """A list of mappings whose keys are those of an agenda's columns; None if there is none."""
    if isinstance(whole, list):
        rows = [part for part in whole if isinstance(part, dict)]
        names = {column_of(key) for row in rows for key in row}
        return rows if "title" in names and names & _TIMES else None
    if not isinstance(whole, dict) or depth > 3:
        return None
    found = (_flat(part, depth + 1) for part in whole.values())
    return next((rows for rows in found if rows is not None), None)


def _table(text: JsonText, rows: list[dict[str, Any]]) -> Document:
    """A list of mappings as a table, its cells where their values stand."""
    keys = list(dict.fromkeys(key for row in rows for key in row))
    start = text.gathering.span.start
    lines = [tuple(Cell(key, start, start) for key in keys)]
    lines += [tuple(_cell(text, row.get(key)) for key in keys) for row in rows]
    return Document(text.text, (Table(tuple(lines)),), is_file=False)


def _cell(text: JsonText, value: Any) -> Cell:
    parts = [name_of(part) for part in value] if isinstance(value, list) else [text_of(value)]
    shown = "; ".join(filter(None, parts))
    span = text.span(next(filter(None, parts), "")) if shown else text.gathering.span
    return Cell(shown, span.start, span.end)


def _frab(text: JsonText, conference: dict[str, Any]) -> Iterator[Record]:
    text.workshop("title", conference.get("title"))
    text.timezone(conference.get("time_zone_name"))
    languages = Languages()
    for day in filter(is_mapping, listed(conference.get("days"))):
        rooms = day.get("rooms")
        named = rooms.items() if isinstance(rooms, dict) else ()
        for room, events in named:
            for event in filter(is_mapping, listed(events)):
                record = _frab_event(text, event, room, day)
                languages.take(record, text_of(event.get("language")), record.span)
                yield record
    languages.settle(text.gathering)


def _frab_event(text: JsonText, event: dict[str, Any], room: str, day: dict[str, Any]) -> Record:
    minutes = minutes_of(text_of(event.get("duration")))
    start = event.get("date") or event.get("start")
    record = text.record(event.get("title"), start, None, minutes)
    record.minutes = minutes
    local = re.match(r"(\d{1,2}):(\d{2})$", text_of(event.get("start")))
    when = date_of(text_of(day.get("date")))
    if local:
        record.start = int(local[1]) * 60 + int(local[2])
    if when is not None and record.start is not None:
        if record.day is not None and record.day > when and record.start < 6 * 60:
            record.start += DAY
        record.day = when
    record.put("room", room or text_of(event.get("room")), record.span)
    record.put("track", text_of(event.get("track")), record.span)
    _described(text, record, event)
    return record


def _second(text: JsonText, conference: dict[str, Any], events: list[Any]) -> Iterator[Record]:
    """The second version: events in one list, with their ends and roles."""
    text.workshop("title", conference.get("title"))
    text.timezone(conference.get("time_zone_name"))
    languages = Languages()
    tracks = {
        each.get("slug"): text_of(each.get("name"))
        for each in filter(is_mapping, listed(conference.get("tracks")))
    }
    for event in filter(is_mapping, events):
        minutes = minutes_of(text_of(event.get("duration")))
        record = text.record(event.get("title"), event.get("start"), event.get("end"), minutes)
        room, track = event.get("room"), event.get("track")
        record.put("room", name_of(room), record.span)
        slug = track.get("slug") if isinstance(track, dict) else track
        named = tracks.get(slug) if isinstance(slug, str) else None
        record.put("track", named or text_of(slug), record.span)
        _described(text, record, event)
        languages.take(record, text_of(event.get("language")), record.span)
        yield record
    languages.settle(text.gathering)


def _described(text: JsonText, record: Record, event: dict[str, Any]) -> None:
    text.kind(record, text_of(event.get("type") or event.get("submission_type")).strip())
    about = [text_of(event.get(name)).strip() for name in ("subtitle", "abstract", "description")]
    record.put("summary", "\n\n".join(dict.fromkeys(filter(None, about))), record.span)
    record.put("id", decoded_guid(text_of(event.get("guid"))), record.span)
    for person in [*listed(event.get("persons")), *listed(event.get("participants"))]:
        text.person(record, person)
    for key in ("links", "attachments"):
        text.links(record, event.get(key))
    for key in ("do_not_record", "do_not_stream"):
        if event.get(key) is True:
            text.left(f"not to be recorded: {text_of(event.get('title'))}", record.span)
    page = text_of(event.get("url"))
    text.left(f"url: {page}" if page.startswith("http") else "", record.span)
