"""Writes a calendar (RFC 5545) that calendars can keep up to date.

A session keeps its UID as long as it keeps its id, or else its time; what changed since the last
export gets a higher SEQUENCE, what was dropped is cancelled, what stayed is left byte for byte.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

import msgspec

from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.uid import uid
from ogpworkshop.model.zones import zone
from ogpworkshop.source import ical
from ogpworkshop.write.occasions import Occasion, description
from ogpworkshop.write.timezone import vtimezone

PRODUCT = "-//ogpworkshop//ogp//EN"
_FOLD = re.compile(r"(?:\r\n|\r|\n)[ \t]")
_STAMPS = frozenset({"DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "CREATED"})


class _Line(msgspec.Struct):
    """The lines of one session, its stamps apart; whether the agenda gives it its id."""

    uid: str
    lines: list[str]
    sequence: int
    stamp: str
    is_named: bool = True

    @property
    def slot(self) -> str:
        """Start and end, as they are written."""
        moments = (line.rpartition(":")[2] for line in self.lines if line.startswith("DT"))
        return "|".join((*moments, "")[:2])

    @property
    def title(self) -> str:
        """The title, as it is written."""
        return next((each[8:] for each in self.lines if each.startswith("SUMMARY:")), "")


def calendar(
    agenda: Agenda, chosen: Iterable[Occasion], now: datetime, before: bytes = b""
) -> bytes:
    """A calendar as bytes. Sessions without date, start or end cannot be in it.

    Args:
        agenda: the programme.
        chosen: the sessions that go into it.
        now: the moment of writing, in UTC.
        before: the same calendar as it was exported last, if it was.
    """
    timed = [(each, each.when) for each in chosen]
    there = zone(agenda.workshop.timezone)
    stamp = f"{now:%Y%m%dT%H%M%SZ}"
    known = _Known(before)
    made = [_made(agenda, each, when, known.suffix, there, stamp) for each, when in timed if when]
    known.keep_uids(made)
    text = [known.settled(each) for each in made]
    text += known.dropped({each.uid for each in made}, stamp)
    zones = _zone_lines(there, [when[0].date() for _, when in timed if when], known)
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH", f"X-WR-CALNAME:{ical.escaped(agenda.workshop.title or 'Workshop')}"]  # fmt: skip
    if agenda.workshop.venue:
        head.append(f"X-OGP-VENUE:{ical.escaped(agenda.workshop.venue)}")
    if there:
        head.append(f"X-WR-TIMEZONE:{there.key}")
    lines = "".join(map(ical.folded, [*head, *zones]))
    return (lines + "".join(text) + ical.folded("END:VCALENDAR")).encode("utf-8", "replace")


def is_calendar(content: bytes) -> bool:
    """Whether a file is a calendar as `calendar` writes them."""
    return PRODUCT.encode() in content[:1000]


def _made(  # noqa: PLR0913, PLR0917 - what a line of a calendar is made of
    agenda: Agenda,
    occasion: Occasion,
    when: tuple[datetime, datetime],
    suffix: str,
    there: ZoneInfo | None,
    stamp: str,
) -> _Line:
    """A session's lines, as if it were written for the first time."""
    session = occasion.session
    place = occasion.place or ", ".join(occasion.rooms)
    venue = agenda.workshop.venue or ""
    categories = [session.kind, *([session.written.track] if session.written.track else [])]
    lines = [
        _moment("DTSTART", when[0], there),
        _moment("DTEND", when[1], there),
        f"SUMMARY:{ical.escaped(session.title or session.name)}",
        f"LOCATION:{ical.escaped(', '.join(part for part in (place, venue) if part))}",
        f"DESCRIPTION:{ical.escaped(description(occasion))}",
        f"CATEGORIES:{','.join(map(ical.escaped, categories))}",
        f"TRANSP:{'TRANSPARENT' if session.is_pause or session.written.background else 'OPAQUE'}",
        "STATUS:CONFIRMED",
        *(
            f"X-OGP-{name.upper()}:{ical.escaped(text)}"
            for name, text in occasion.further().items()
        ),
    ]
    if when[0] == when[1]:  # an end has to be later than the start; without one it ends there
        del lines[1]
    kept = [line for line in lines if line.partition(":")[2]]
    return _Line(uid(agenda, session, suffix), kept, 0, stamp, is_named=bool(session.written.id))


def _moment(name: str, moment: datetime, there: ZoneInfo | None) -> str:
    """A time of the place with its zone; without one, whatever clock the reader has."""
    if there is None:
        return f"{name}:{moment:%Y%m%dT%H%M%S}"
    if there.key in {"UTC", "Etc/UTC"}:
        return f"{name}:{moment:%Y%m%dT%H%M%S}Z"
    return f"{name};TZID={there.key}:{moment:%Y%m%dT%H%M%S}"


def _zone_lines(there: ZoneInfo | None, dates: list[date], known: "_Known") -> list[str]:
    dates = [*dates, *known.dates()]
    if there is None or there.key in {"UTC", "Etc/UTC"} or not dates:
        return []
    return vtimezone(there, min(dates).year, max(dates).year)


class _Known:
    """What the last export says, by UID."""

    def __init__(self, before: bytes) -> None:
        """Read it; nothing of it is used that another program has written."""
        text = before.decode("utf-8", "replace") if is_calendar(before) else ""
        self.text = text
        self.entries = {part.text("UID"): part for part in ical.parse(text).all("VEVENT")}
        first = next(iter(self.entries), "")
        self.suffix = first.partition("@")[2]

    def dates(self) -> list[date]:
        """Days on which its sessions begin."""
        starts = [part.text("DTSTART")[:8] for part in self.entries.values()]
        return [datetime.strptime(each, "%Y%m%d").date() for each in starts if each.isdecimal()]  # noqa: DTZ007

    def keep_uids(self, made: list[_Line]) -> None:
        """Give a session without an id of its own the UID that it had before.

        It had one if it stood at the same time under the same title, which matters where several
        sessions share a title; or if it is new, and the only new one where the only one was dropped.
        """
        by_slot = self._by_slot({each.uid for each in made if each.is_named})
        free = [each for each in made if not each.is_named]
        for each in free:
            alike = [uid for uid in by_slot.get(each.slot, ()) if self._title(uid) == each.title]
            if len(alike) == 1 and each.uid != alike[0]:
                each.uid = alike[0]
        taken = {each.uid for each in made}
        fresh: dict[str, list[_Line]] = {}
        for each in made:
            if each.uid not in self.entries:
                fresh.setdefault(each.slot, []).append(each)
        for slot, lines in fresh.items():
            uids = [uid for uid in by_slot.get(slot, ()) if uid not in taken]
            if len(lines) == len(uids) == 1 and not lines[0].is_named:
                lines[0].uid = uids[0]
        self._keep_of_titles(made)
        _tell_apart(made)

    def _keep_of_titles(self, made: list[_Line]) -> None:
        """Give a session that moved the UID of the only one of its title that is not there any more.

        It has another than its title says if it was called otherwise once.
        """
        taken = {each.uid for each in made}
        by_title: dict[str, list[str]] = {}
        for uid_, part in self.entries.items():
            if uid_ not in taken and part.text("STATUS") != "CANCELLED":
                by_title.setdefault(self._title(uid_), []).append(uid_)
        fresh: dict[str, list[_Line]] = {}
        for each in made:
            if each.uid not in self.entries and not each.is_named:
                fresh.setdefault(each.title, []).append(each)
        for title, lines in fresh.items():
            uids = by_title.get(title, [])
            if len(lines) == len(uids) == 1:
                lines[0].uid = uids[0]

    def _by_slot(self, named: set[str]) -> dict[str, list[str]]:
        """UIDs of sessions that took place, by start and end."""
        found: dict[str, list[str]] = {}
        for uid_, part in self.entries.items():
            if uid_ not in named and part.text("STATUS") != "CANCELLED":
                found.setdefault(f"{part.text('DTSTART')}|{part.text('DTEND')}", []).append(uid_)
        return found

    def _title(self, uid_: str) -> str:
        line = self.entries[uid_].get("SUMMARY")
        return line.value if line else ""

    def settled(self, line: _Line) -> str:
        """A session's text: the old one where nothing changed, else with a higher number."""
        old = self.entries.get(line.uid)
        if old is None:
            return _event(line)
        written = sorted(
            _FOLD.sub("", self.text[each.start : each.end])
            for each in old.properties
            if each.name not in _STAMPS
        )
        line.sequence = _number(old)
        if written == sorted([f"UID:{line.uid}", *line.lines]):
            line.stamp = old.text("DTSTAMP") or line.stamp
        else:
            line.sequence += 1
        return _event(line)

    def dropped(self, present: set[str], stamp: str) -> list[str]:
        """The text of sessions that the agenda has no more: cancelled, and kept as such."""
        return [
            self._cancelled(uid, part, stamp)
            for uid, part in self.entries.items()
            if uid not in present
        ]

    def _cancelled(self, uid: str, part: ical.Component, stamp: str) -> str:
        was = part.text("STATUS") == "CANCELLED"
        lines = [
            _FOLD.sub("", self.text[each.start : each.end])
            for each in part.properties
            if each.name not in {*_STAMPS, "STATUS", "UID"}
        ]
        number = _number(part)
        old = part.text("DTSTAMP") or stamp
        return _event(
            _Line(uid, [*lines, "STATUS:CANCELLED"], number + (not was), old if was else stamp)
        )


def _tell_apart(made: list[_Line]) -> None:
    """No two sessions of a calendar share a UID, whatever an earlier one said."""
    taken: set[str] = set()
    for each in made:
        name, _, suffix = each.uid.partition("@")
        number = 1
        while each.uid in taken:
            number += 1
            each.uid = f"{name}-{number}@{suffix}"
        taken.add(each.uid)


def _number(part: ical.Component) -> int:
    text = part.text("SEQUENCE")
    return int(text) if text.isdecimal() and len(text) < 10 else 0


def _event(line: _Line) -> str:
    lines = [
        "BEGIN:VEVENT",
        f"UID:{line.uid}",
        f"DTSTAMP:{line.stamp}",
        f"LAST-MODIFIED:{line.stamp}",
        f"SEQUENCE:{line.sequence}",
        *line.lines,
        "END:VEVENT",
    ]
    return "".join(map(ical.folded, lines))
