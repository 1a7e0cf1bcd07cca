"""Events that pages describe for machines: schema.org in JSON-LD."""

from collections.abc import Iterator
from typing import Any

from ogpworkshop.read.jsontext import JsonText, is_mapping, listed, name_of, text_of
from ogpworkshop.read.records import KINDS, Record, role_named


def linked(text: JsonText, whole: dict[str, Any]) -> Iterator[Record]:
    """The sessions of an event, and of the events within it."""
    text.workshop("title", whole.get("name"))
    text.workshop("venue", _place(whole.get("location")))
    text.workshop("summary", whole.get("description"))
    text.workshop("organiser", name_of(_first(whole.get("organizer"))))
    yield from _within(text, whole)


def _within(text: JsonText, whole: dict[str, Any]) -> Iterator[Record]:
    for event in filter(is_mapping, _several(whole.get("subEvent"))):
        if text_of(event.get("eventStatus")).endswith("EventCancelled"):
            title = text_of(event.get("name"))
            text.left(f"cancelled: {title}", text.span(title))
        elif _several(event.get("subEvent")) and "T" not in text_of(event.get("startDate")):
            # a day that holds its sessions
            yield from _within(text, event)
        else:
            yield _event(text, event)
            yield from _within(text, event)


def _event(text: JsonText, event: dict[str, Any]) -> Record:
    record = text.record(event.get("name"), event.get("startDate"), event.get("endDate"))
    room = _place(event.get("location"))
    venue = text.gathering.workshop.get("venue", ("", None))[0]
    record.put("room", "" if room == venue else room, record.span)
    record.put("summary", text_of(event.get("description")), record.span)
    record.put("id", text_of(event.get("identifier")), record.span)
    for word in _words(event.get("keywords")):
        kind = KINDS.get(word.casefold())
        record.put("kind" if kind else "track", kind or word, record.span)
    for key, name in (
        ("performer", "speakers"),
        ("actor", "speakers"),
        ("contributor", "facilitators"),
    ):
        for part in _several(event.get(key)):
            # a role stands between an event and a person, under the same key once more
            is_role = isinstance(part, dict) and "roleName" in part
            role = role_named(text_of(part["roleName"])) if is_role else name
            for person in _several(part.get(key)) if is_role else [part]:
                record.put(role or name, name_of(person), record.span)
    address = text_of(event.get("url"))
    text.left(f"url: {address}" if address else "", record.span)
    return record


def _several(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _words(value: Any) -> list[str]:
    words = listed(value) or text_of(value).split(",")
    return [text_of(word).strip() for word in words if text_of(word).strip()]


def _first(value: Any) -> Any:
    return next(iter(_several(value)), None)


def _place(value: Any) -> str:
    place = _first(value)
    return text_of(place.get("name") if isinstance(place, dict) else place)
