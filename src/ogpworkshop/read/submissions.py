"""Lists of submissions with their slots, as pretalx and Sessionize export them."""

from collections.abc import Iterator
from typing import Any

from ogpworkshop.read.columns import GONE
from ogpworkshop.read.jsontext import (
    JsonText,
    is_mapping,
    listed,
    name_of,
    text_of,
)
from ogpworkshop.read.records import Languages, Record, minutes_of


def pretalx(text: JsonText, talks: list[Any]) -> Iterator[Record]:
    """Talks of pretalx with their slots."""
    languages = Languages()
    for talk in filter(is_mapping, talks):
        state = text_of(talk.get("state")).casefold()
        if state in GONE:
            title = text_of(talk.get("title"))
            text.left(f"{state}: {title}", text.span(title))
            continue
        for slot in _slots(talk):
            record = _talk(text, talk, slot)
            languages.take(record, text_of(talk.get("content_locale")), record.span)
            yield record
    languages.settle(text.gathering)


def _slots(talk: dict[str, Any]) -> list[dict[str, Any]]:
    found = [talk.get("slot"), *listed(talk.get("slots"))]
    return [each for each in found if isinstance(each, dict)] or [{}]


def _talk(text: JsonText, talk: dict[str, Any], slot: dict[str, Any]) -> Record:
    minutes = minutes_of(text_of(talk.get("duration")))
    record = text.record(talk.get("title"), slot.get("start"), slot.get("end"), minutes)
    for key, value in (("room", slot.get("room")), ("track", talk.get("track"))):
        record.put(key, text_of(_named(value)), record.span)
    about = [text_of(talk.get(name)).strip() for name in ("abstract", "description")]
    record.put("summary", "\n\n".join(dict.fromkeys(filter(None, about))), record.span)
    record.put("notes", text_of(talk.get("notes")), record.span)
    text.kind(record, text_of(_named(talk.get("submission_type"))).strip())
    for person in listed(talk.get("speakers")):
        record.put("speakers", name_of(person), record.span)
    text.links(record, talk.get("resources"))
    tags = ", ".join(text_of(_named(tag, "tag")) for tag in listed(talk.get("tags")))
    text.left(f"tags: {tags}" if tags else "", record.span)
    _answers(text, record, talk.get("answers"))
    return record


def _named(value: Any, key: str = "name") -> Any:
    return value[key] if isinstance(value, dict) and key in value else value


def sessionize(text: JsonText, whole: dict[str, Any]) -> Iterator[Record]:
    """Sessions of Sessionize, whose rooms, speakers and categories are listed apart."""
    rooms = _by_id(whole.get("rooms"), "name")
    people = _by_id(whole.get("speakers"), "fullName")
    choices: dict[Any, tuple[str, str]] = {}
    for category in filter(is_mapping, listed(whole.get("categories"))):
        for choice in filter(is_mapping, listed(category.get("items"))):
            name = (text_of(category.get("title")), text_of(choice.get("name")))
            choices[_key(choice.get("id"))] = name
    for session in filter(is_mapping, listed(whole.get("sessions"))):
        room = session.get("room") or rooms.get(_key(session.get("roomId")), "")
        record = _session(text, session, text_of(room), people)
        for each in listed(session.get("categoryItems")):
            if _key(each) in choices:
                _category(text, record, *choices[_key(each)])
        yield record


def _key(value: Any) -> str:
    return text_of(value)


def _by_id(parts: Any, name: str) -> dict[str, str]:
    return {
        _key(each.get("id")): text_of(each.get(name)) for each in filter(is_mapping, listed(parts))
    }


def grid(text: JsonText, days: list[Any]) -> Iterator[Record]:
    """Days of Sessionize with rooms beside each other."""
    for day in filter(is_mapping, days):
        for room in filter(is_mapping, listed(day.get("rooms"))):
            for session in filter(is_mapping, listed(room.get("sessions"))):
                yield _session(text, session, text_of(room.get("name")), {})


def _session(text: JsonText, session: dict[str, Any], room: str, people: dict[str, str]) -> Record:
    record = text.record(session.get("title"), session.get("startsAt"), session.get("endsAt"))
    record.put("room", room, record.span)
    record.put("summary", text_of(session.get("description")), record.span)
    for person in listed(session.get("speakers")):
        known = people.get(_key(person)) if isinstance(person, (str, int)) else None
        record.put("speakers", known or name_of(person), record.span)
    for category in filter(is_mapping, listed(session.get("categories"))):
        for choice in filter(is_mapping, listed(category.get("categoryItems"))):
            _category(text, record, text_of(category.get("name")), text_of(choice.get("name")))
    for name in ("liveUrl", "recordingUrl"):
        address = text_of(session.get(name))
        text.left(f"{name}: {address}" if address else "", record.span)
    _answers(text, record, session.get("questionAnswers"))
    return record


def _category(text: JsonText, record: Record, name: str, choice: str) -> None:
    """Track and format are what an agenda has a place for."""
    word = name.casefold()
    if "track" in word and not any(key == "track" for key, _, _ in record.texts):
        record.put("track", choice, record.span)
    elif "format" in word or "type" in word:
        text.kind(record, choice)
    else:
        text.left(f"{name}: {choice}", record.span)


def _answers(text: JsonText, record: Record, answers: Any) -> None:
    for answer in filter(is_mapping, listed(answers)):
        value = text_of(answer.get("answerValue") or answer.get("answer"))
        question = text_of(_named(answer.get("question"), "question"))
        text.left(f"{question or 'answer'}: {value}" if value else "", record.span)
