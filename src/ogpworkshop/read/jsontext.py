"""JSON with its places: sessions, and where in the text their titles stand."""

import json
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from ogpworkshop.model.zones import zone
from ogpworkshop.read.records import Record, kind_named, record_at, role_named
from ogpworkshop.read.sessions import Gathering
from ogpworkshop.source.text import Span


class JsonText:
    """One file on its way. Places are found by looking for titles in the order of the file."""

    def __init__(self, text: str, gathering: Gathering) -> None:
        """Begin at its first character."""
        self.text = text
        self.gathering = gathering
        self.home: ZoneInfo | None = None
        self.at = 0
        self.types: set[str] = set()

    def span(self, title: str) -> Span:
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

    def workshop(self, key: str, value: Any) -> None:
        """Take something about the workshop as a whole."""
        text = " ".join(text_of(value).split())
        if text:
            self.gathering.workshop[key] = (text, self.span(text))

    def timezone(self, name: Any) -> None:
        """Take the zone of the place."""
        self.home = zone(text_of(name))
        if self.home is not None:
            self.workshop("timezone", self.home.key)

    def moment(self, text: Any) -> datetime | None:
        """A time by the clocks of the place; by its own where the place is not known."""
        try:
            moment = datetime.fromisoformat(text_of(text).strip())
        except ValueError:
            return None
        if moment.tzinfo is not None:
            if self.home is None and moment.utcoffset() == UTC.utcoffset(None):
                self.timezone("UTC")
            moment = moment.astimezone(self.home) if self.home else moment
        return moment.replace(tzinfo=None)

    def record(self, title: Any, start: Any, end: Any, minutes: int | None = None) -> Record:
        """A session with its title and times."""
        span = self.span(text_of(title))
        begin, finish = self.moment(start), self.moment(end)
        if begin is None:
            record = Record(span, span, None, None, None, [])
        else:
            record = record_at(begin, finish, span, span)
            record.minutes = minutes if record.minutes is None else record.minutes
        record.put("title", " ".join(text_of(title).split()), span)
        return record

    def left(self, text: str, span: Span) -> None:
        """Note something that an agenda has no place for."""
        if text.strip():
            self.gathering.unplaced.append((" ".join(text.split()), span))

    def kind(self, record: Record, word: str) -> None:
        """Take the kind of a session; a word that means none is noted once."""
        kind = kind_named(word) if word else None
        if kind:
            record.put("kind", kind, record.span)
        elif word and word not in self.types:
            self.types.add(word)
            self.left(f"type: {word}", record.span)

    def person(self, record: Record, person: Any) -> None:
        """Take someone whom a session names, by what they do in it."""
        role = text_of(person.get("role")) if isinstance(person, dict) else ""
        key = role_named(role)
        if key is not None:
            record.put(key, name_of(person), record.span)
        elif name_of(person):
            self.left(f"{role}: {name_of(person)}", record.span)

    def links(self, record: Record, links: Any) -> None:
        """Note links and files."""
        for link in listed(links):
            texts = [text_of(link)]
            if isinstance(link, dict):
                names = ("title", "description", "url", "resource", "link", "href")
                texts = [text_of(link.get(name)) for name in names]
            self.left(" ".join(filter(None, texts)), record.span)


def is_mapping(value: Any) -> bool:
    """Whether it has keys."""
    return isinstance(value, dict)


def listed(value: Any) -> list[Any]:
    """A list; an empty one for anything else."""
    return value if isinstance(value, list) else []


def text_of(value: Any) -> str:
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


def name_of(person: Any) -> str:
    """The name of a person, a room or a track, however it is given."""
    if isinstance(person, dict):
        for key in ("public_name", "full_public_name", "name", "fullName"):
            if text_of(person.get(key)).strip():
                return text_of(person[key]).strip()
        return ""
    return text_of(person).strip()
