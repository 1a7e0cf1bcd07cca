"""Reads calendars (iCalendar): entries, recurrences, zones with and without their own rules."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.zones import zone
from ogpworkshop.read.records import KINDS, Record, describe, read_records, record_at
from ogpworkshop.read.recurring import Moment, expanded, moment_of, moved, zone_named
from ogpworkshop.read.sessions import Gathering
from ogpworkshop.source import ical
from ogpworkshop.source.pieces import PlacedSource, TooLargeError
from ogpworkshop.source.text import Span

_OURS = "-//ogpworkshop//"
_FURTHER = {f"X-OGP-{name.upper()}": name for name in ("language", "continues", "flags")}
_MOST = 20_000
_KEPT = frozenset(
    {"ATTACH", "ATTENDEE", "COMMENT", "CONFERENCE", "CONTACT", "ORGANIZER", "RESOURCES", "URL"}
)


class _Calendar:
    """One file on its way."""

    def __init__(self, root: ical.Component, gathering: Gathering, text: str) -> None:
        self.root = root
        self.text = text
        self.gathering = gathering
        calendar = next(root.all("VCALENDAR"), root)
        self.is_ours = calendar.text("PRODID").startswith(_OURS)
        self.venue = calendar.text("X-OGP-VENUE") if self.is_ours else ""
        self.n_records = 0
        self.told: set[str] = set()
        self.seen: set[int] = set()
        self.zones: dict[str, tzinfo | None] = {}
        self.home = self._home(calendar)
        for name in ("X-WR-CALNAME", "NAME"):
            found = calendar.get(name)
            if found is not None and found.text.strip():
                self._workshop("title", found.text, found)
        described = calendar.get("X-WR-CALDESC") or calendar.get("DESCRIPTION")
        if described is not None and described.text.strip() and not self.is_ours:
            self._workshop("summary", described.text, described)
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
        if local and (named is None or str(named) == "UTC"):
            zones = (self._zone(name) for name in local)
            named = next((found for found in zones if isinstance(found, ZoneInfo)), None)
        if isinstance(named, ZoneInfo):
            return named
        return zone("UTC") if used["UTC"] and not local else None

    def _zone(self, name: str) -> tzinfo | None:
        if name not in self.zones:
            self.zones[name] = zone_named(name, self.root)
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
            line = entry.get("RECURRENCE-ID")
            if line is not None and "RANGE" in line.parameters:
                self._unplaced(f"this and all later ones change: {entry.text('SUMMARY')}", entry)

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
            self.n_records += 1
            if self.n_records > _MOST:
                raise TooLargeError
            begin = moved(moment, start.there, self.home)
            finish = None if end is None else begin + (end - start.clock)
            record = record_at(begin, finish, span, at)
            self._fill(record, entry)
            yield record
        if entry.text("STATUS").upper() == "TENTATIVE":
            self._unplaced(f"tentative: {title}", entry)

    def _unplaced(self, text: str, entry: ical.Component) -> None:
        line = entry.get("SUMMARY") or entry.get("DTSTART")
        span = Span(line.start, line.end) if line else Span(entry.start, entry.start + 12)
        self.gathering.unplaced.append((text, span))

    def _moment(self, line: ical.Property | None) -> Moment | None:
        if line is None:
            return None
        name = line.parameters.get("TZID", "")
        there = self._zone(name) if name else None
        if name and there is None and name not in self.told:
            self.told.add(name)
            self.gathering.unplaced.append((f"the time zone {name}", Span(line.start, line.end)))
        return moment_of(line.value, there)

    def _end(self, entry: ical.Component, start: Moment) -> datetime | None:
        """Where it ends, by the clock of its start."""
        end = self._moment(entry.get("DTEND"))
        if end is not None and not end.is_day:
            return moved(end.clock, end.there, start.there)
        length = _length(entry.text("DURATION"))
        return start.clock + length if length is not None else None

    def _repeated(
        self, entry: ical.Component, start: Moment, changed: set[tuple[str, str]]
    ) -> list[datetime]:
        rule = entry.get("RRULE")
        moments = [start.clock]
        if rule is not None:
            found = expanded(rule.value, start)
            if found is None:
                at = Span(rule.start, rule.end)
                self.gathering.unplaced.append((f"repetition {rule.value}", at))
            else:
                moments = found
        moments += self._listed(entry, "RDATE", start)
        skipped = set(self._listed(entry, "EXDATE", start))
        if entry.get("RECURRENCE-ID") is None:
            uid = entry.text("UID")
            clocks = (self._clock(value, start) for name, value in changed if name == uid)
            skipped |= {clock for clock in clocks if clock is not None}
        days = {each.date() for each in skipped if each.hour == 0}
        return [
            each
            for each in dict.fromkeys(sorted(moments))
            if each not in skipped and not (each.date() in days and start.clock.hour)
        ]

    def _listed(self, entry: ical.Component, name: str, start: Moment) -> list[datetime]:
        """The times that a property lists, by the clock of the entry's start."""
        values = [
            value
            for line in entry.properties
            if line.name == name
            for value in line.value.split(",")
        ]
        clocks = (self._clock(value, start) for value in values)
        return [clock for clock in clocks if clock is not None]

    def _clock(self, value: str, start: Moment) -> datetime | None:
        """A time of a list by the clock of the entry's start."""
        moment = moment_of(value.partition("/")[0], start.there)
        return moved(moment.clock, moment.there or start.there, start.there) if moment else None

    def _fill(self, record: Record, entry: ical.Component) -> None:
        for line in entry.properties:
            span = Span(line.start, line.end)
            if line.name == "SUMMARY":
                record.put("title", " ".join(line.text.split()), span)
            elif line.name == "LOCATION":
                record.put("room", self._room(line.text), span)
            elif line.name == "DESCRIPTION":
                describe(record, line.text, span)
            elif line.name == "CATEGORIES":
                self._categories(record, line, span)
            elif line.name == "UID" and self.is_ours and line.value.endswith(".ogpworkshop"):
                record.put("id", line.value.partition("@")[0], span)
            elif line.name in _FURTHER and self.is_ours:
                record.put(_FURTHER[line.name], line.text, span)
            elif line.name in _KEPT and not self.is_ours:
                self._kept(line, span)

    def _kept(self, line: ical.Property, span: Span) -> None:
        """What an agenda has no place for, once for each line of the file."""
        if line.start not in self.seen:
            self.seen.add(line.start)
            shown = line.parameters.get("CN") or line.text.removeprefix("mailto:")
            self.gathering.unplaced.append((f"{line.name.lower()}: {shown}", span))

    def others(self) -> None:
        """Tasks and journals, which are no sessions, and lines that are nothing of a calendar."""
        for kind in ("VTODO", "VJOURNAL"):
            for part in self.root.all(kind):
                self._unplaced(f"{kind[1:].lower()}: {part.text('SUMMARY').strip()}", part)
        waiting = [self.root]
        while waiting:
            part = waiting.pop()
            waiting += part.parts
            for start, end in part.strays:
                text = self.text[start:end]
                self.gathering.unplaced.append((text.strip(), Span(start, end)))

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


def read_calendar(text: str, file: str) -> tuple[Agenda, PlacedSource]:
    """An agenda from a calendar, and where everything stands."""
    root = ical.parse(text)
    gathering = Gathering(Span(0, min(15, len(text))), [], {}, [], [], [])
    calendar = _Calendar(root, gathering, text)
    calendar.others()
    return read_records(calendar.records(), gathering, text, file)
