"""Reads calendars (iCalendar): entries, recurrences, zones with and without their own rules."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec

from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.zones import zone
from ogpworkshop.read.columns import label_of
from ogpworkshop.read.records import KINDS, Record, read_records, record_at
from ogpworkshop.read.sessions import Gathering
from ogpworkshop.source import ical
from ogpworkshop.source.pieces import PlacedSource
from ogpworkshop.source.text import Span

_OURS = "-//ogpworkshop//"
_MOST = 500
"""Repetitions of one entry that are read: more is no workshop."""
_ROLES = frozenset({"speakers", "facilitators", "chair", "rapporteur", "interpreters"})


class _Moment(msgspec.Struct, frozen=True):
    """A time as a calendar has it: by the clock of a zone, or of whoever reads."""

    clock: datetime
    there: ZoneInfo | None
    is_day: bool = False


class _Calendar:
    """One file on its way."""

    def __init__(self, root: ical.Component, gathering: Gathering) -> None:
        self.root = root
        self.gathering = gathering
        calendar = next(root.all("VCALENDAR"), root)
        self.is_ours = calendar.text("PRODID").startswith(_OURS)
        self.venue = calendar.text("X-OGP-VENUE") if self.is_ours else ""
        self.zones: dict[str, ZoneInfo | None] = {}
        self.home = self._home(calendar)
        for name in ("X-WR-CALNAME", "NAME"):
            found = calendar.get(name)
            if found is not None and found.text.strip():
                self._workshop("title", found.text, found)
        if self.venue:
            self._workshop("venue", self.venue, calendar.get("X-OGP-VENUE"))
        if self.home is not None:
            named = calendar.get("X-WR-TIMEZONE") or calendar.get("PRODID")
            self._workshop("timezone", self.home.key, named)

    def _workshop(self, key: str, text: str, line: ical.Property | None) -> None:
        span = Span(line.start, line.end) if line else self.gathering.span
        self.gathering.workshop.setdefault(key, (" ".join(text.split()), span))

    def _home(self, calendar: ical.Component) -> ZoneInfo | None:
        """The zone of the place: the one named for the calendar, or that of most entries."""
        named = self._zone(calendar.text("X-WR-TIMEZONE"))
        used = Counter(
            line.parameters.get("TZID", "UTC" if line.value.endswith("Z") else "")
            for entry in self.root.all("VEVENT")
            if (line := entry.get("DTSTART")) is not None
        )
        local = [name for name, _ in used.most_common() if name not in {"", "UTC"}]
        if local and (named is None or named.key == "UTC"):
            named = next((found for name in local if (found := self._zone(name))), None)
        return named or (zone("UTC") if used["UTC"] else None)

    def _zone(self, name: str) -> ZoneInfo | None:
        if name not in self.zones:
            self.zones[name] = _zone_named(name, self.root)
        return self.zones[name]

    def records(self) -> Iterator[Record]:
        """A record for each session; what is no session is noted."""
        changed = {
            (entry.text("UID"), line.value)
            for entry in self.root.all("VEVENT")
            if (line := entry.get("RECURRENCE-ID")) is not None
        }
        for entry in self.root.all("VEVENT"):
            yield from self._entry(entry, changed)

    def _entry(self, entry: ical.Component, changed: set[tuple[str, str]]) -> Iterator[Record]:
        line = entry.get("DTSTART")
        span = Span(entry.start, line.end if line else entry.start + len("BEGIN:VEVENT"))
        title = entry.text("SUMMARY").strip()
        start = self._moment(line)
        if entry.text("STATUS").upper() == "CANCELLED":
            self._unplaced(f"cancelled: {title}", entry)
            return
        if line is None or start is None or start.is_day:
            self._unplaced(f"all day or without a time: {title}", entry)
            return
        end = self._end(entry, start)
        at = Span(line.start, line.end)
        for moment in self._repeated(entry, start, changed):
            begin = self._local(moment, start.there)
            finish = None if end is None else begin + (end - start.clock)
            record = record_at(begin, finish, span, at)
            self._fill(record, entry)
            yield record

    def _unplaced(self, text: str, entry: ical.Component) -> None:
        line = entry.get("SUMMARY") or entry.get("DTSTART")
        span = Span(line.start, line.end) if line else Span(entry.start, entry.start + 12)
        self.gathering.unplaced.append((text, span))

    def _moment(self, line: ical.Property | None) -> _Moment | None:
        if line is None:
            return None
        value = line.value.strip()
        try:
            if len(value) == 8:
                return _Moment(datetime.strptime(value, "%Y%m%d"), None, is_day=True)  # noqa: DTZ007
            clock = datetime.strptime(value[:15].ljust(15, "0"), "%Y%m%dT%H%M%S")  # noqa: DTZ007
        except ValueError:
            return None
        if value.endswith("Z"):
            return _Moment(clock, zone("UTC"))
        name = line.parameters.get("TZID", "")
        there = self._zone(name) if name else None
        if name and there is None:
            span = Span(line.start, line.end)
            self.gathering.unplaced.append((f"the time zone {name}", span))
        return _Moment(clock, there)

    def _local(self, clock: datetime, there: ZoneInfo | None) -> datetime:
        """A time by the clocks of the place."""
        if there is None or self.home is None or there.key == self.home.key:
            return clock
        try:
            return clock.replace(tzinfo=there).astimezone(self.home).replace(tzinfo=None)
        except OverflowError:
            return clock

    def _end(self, entry: ical.Component, start: _Moment) -> datetime | None:
        """Where it ends, by the clock of its start."""
        end = self._moment(entry.get("DTEND"))
        if end is not None and not end.is_day:
            if end.there is None or start.there is None or end.there.key == start.there.key:
                return end.clock
            moved = end.clock.replace(tzinfo=end.there).astimezone(start.there)
            return moved.replace(tzinfo=None)
        length = _length(entry.text("DURATION"))
        return start.clock + length if length is not None else None

    def _repeated(
        self, entry: ical.Component, start: _Moment, changed: set[tuple[str, str]]
    ) -> list[datetime]:
        rule = entry.get("RRULE")
        moments = [start.clock]
        if rule is not None:
            found = _expanded(rule.value, start)
            if found is None:
                self.gathering.unplaced.append(
                    (f"repetition {rule.value}", Span(rule.start, rule.end))
                )
            else:
                moments = found
        uid = entry.text("UID")
        skipped = {
            value.strip()[:15]
            for line in entry.properties
            if line.name == "EXDATE"
            for value in line.value.split(",")
        }
        if entry.get("RECURRENCE-ID") is None:
            skipped |= {value[:15] for name, value in changed if name == uid}
        return [each for each in moments if f"{each:%Y%m%dT%H%M%S}" not in skipped]

    def _fill(self, record: Record, entry: ical.Component) -> None:
        for line in entry.properties:
            span = Span(line.start, line.end)
            if line.name == "SUMMARY":
                record.put("title", " ".join(line.text.split()), span)
            elif line.name == "LOCATION":
                record.put("room", self._room(line.text), span)
            elif line.name == "DESCRIPTION":
                _describe(record, line.text, span)
            elif line.name == "CATEGORIES":
                self._categories(record, line, span)
            elif line.name == "UID" and self.is_ours and line.value.endswith(".ogpworkshop"):
                record.put("id", line.value.partition("@")[0], span)

    def _room(self, text: str) -> str:
        place = " ".join(text.split())
        if self.venue and place.endswith(self.venue):
            place = place.removesuffix(self.venue).rstrip(", ")
        return place

    def _categories(self, record: Record, line: ical.Property, span: Span) -> None:
        for word in ical.listed(line.value):
            kind = KINDS.get(word.strip().casefold())
            if kind and not any(key == "kind" for key, _, _ in record.texts):
                record.put("kind", kind, span)
            elif not any(key == "track" for key, _, _ in record.texts):
                record.put("track", word, span)


def _describe(record: Record, text: str, span: Span) -> None:
    """The description; lines that name people by what they do are taken for what they say."""
    kept = []
    for line in text.split("\n"):
        word, colon, names = line.partition(":")
        key = label_of(word) if colon and len(word) < 30 else None
        if key in _ROLES and names.strip():
            record.put(key, names.strip(), span)
        else:
            kept.append(line)
    record.put("summary", "\n".join(kept).strip(), span)


def _zone_named(name: str, root: ical.Component) -> ZoneInfo | None:
    """A zone by its IANA name, by what ends in one, by Windows' name, or by what its rules say."""
    plain = name.strip().strip('"')
    if not plain:
        return None
    parts = plain.split("/")
    candidates = ["/".join(parts[-size:]) for size in (3, 2, 1) if len(parts) >= size]
    for candidate in [plain, *candidates]:
        found = zone(candidate)
        if found is not None:
            return found
    for rules in root.all("VTIMEZONE"):
        if rules.text("TZID") == name:
            found = zone(rules.text("X-LIC-LOCATION"))
            if found is not None:
                return found
    from babel.core import get_global  # noqa: PLC0415  for Windows' names alone

    return zone(get_global("windows_zone_mapping").get(plain))


def _length(text: str) -> timedelta | None:
    """A length as P1DT2H30M."""
    found = re.fullmatch(
        r"\+?P(?:(\d{1,3})W)?(?:(\d{1,3})D)?(?:T(?:(\d{1,3})H)?(?:(\d{1,4})M)?(?:(\d{1,5})S)?)?",
        text.strip(),
    )
    if found is None or not any(found.groups()):
        return None
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)


def _expanded(rule: str, start: _Moment) -> list[datetime] | None:
    """The times of a repetition; None when it is not understood or has no end within reason."""
    from dateutil.rrule import rrulestr  # noqa: PLC0415  for entries that repeat alone

    if "COUNT" not in rule.upper() and "UNTIL" not in rule.upper():
        return None
    if any(word in rule.upper() for word in ("SECONDLY", "MINUTELY", "HOURLY")):
        return None
    try:
        is_utc = "Z" in rule.upper().partition("UNTIL=")[2][:17]
        there = start.there or UTC
        begin = start.clock.replace(tzinfo=there) if is_utc else start.clock
        moments: list[datetime] = []
        for moment in rrulestr(rule, dtstart=begin):
            if len(moments) >= _MOST or moment.year > start.clock.year + 3:
                return None
            moments.append(moment.replace(tzinfo=None))
    except (ValueError, TypeError, KeyError, OverflowError, AttributeError):
        return None
    return moments


def read_calendar(text: str, file: str) -> tuple[Agenda, PlacedSource]:
    """An agenda from a calendar, and where everything stands."""
    root = ical.parse(text)
    gathering = Gathering(Span(0, min(15, len(text))), [], {}, [], [], [])
    calendar = _Calendar(root, gathering)
    return read_records(calendar.records(), gathering, text, file)
