"""Repetitions and time zones of calendars: which days an entry falls on, by whose clocks."""

import io
from datetime import UTC, datetime, tzinfo
from typing import Any

import msgspec

from ogpworkshop.model.zones import zone
from ogpworkshop.source import ical

_FORMS = {15: "%Y%m%dT%H%M%S", 13: "%Y%m%dT%H%M"}
_MOST = 500
"""Repetitions of one entry that are read: more is no workshop."""


class Moment(msgspec.Struct, frozen=True):
    """A time as a calendar has it: by the clock of a zone, or of whoever reads."""

    clock: datetime
    there: tzinfo | None
    is_day: bool = False


def moment_of(value: str, there: tzinfo | None = None) -> Moment | None:
    """A time of a calendar: 20260302T090000, with Z for UTC; 20260302 for a whole day."""
    plain = value.strip()
    try:
        if len(plain) == 8:
            return Moment(datetime.strptime(plain, "%Y%m%d"), None, is_day=True)  # noqa: DTZ007
        form = _FORMS[len(plain.removesuffix("Z"))]
        clock = datetime.strptime(plain.removesuffix("Z"), form)  # noqa: DTZ007
    except (ValueError, KeyError):
        return None
    return Moment(clock, zone("UTC") if plain.endswith("Z") else there)


def moved(clock: datetime, there: tzinfo | None, home: tzinfo | None) -> datetime:
    """A time by the clocks of another place; as it stands where one of the two is not known."""
    if there is None or home is None or there == home:
        return clock
    try:
        return clock.replace(tzinfo=there).astimezone(home).replace(tzinfo=None)
    except (OverflowError, ValueError):
        return clock


def zone_named(name: str, root: ical.Component) -> tzinfo | None:
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

    known = zone(get_global("windows_zone_mapping").get(plain))
    return known or _ruled(name, root)


def _ruled(name: str, root: ical.Component) -> tzinfo | None:
    """A zone as the calendar's own rules describe it."""
    for rules in root.all("VTIMEZONE"):
        if rules.text("TZID") == name:
            from dateutil.tz import tzical  # noqa: PLC0415  for zones without a name alone

            try:
                found: Any = tzical(io.StringIO("\n".join(_lines(rules))))
                ruled: tzinfo | None = found.get()
            except (ValueError, TypeError, AttributeError, KeyError, IndexError):
                return None
            return ruled
    return None


def _lines(part: ical.Component) -> list[str]:
    inner = [line for each in part.parts for line in _lines(each)]
    own = [f"{line.name}:{line.value}" for line in part.properties]
    return [f"BEGIN:{part.name}", *own, *inner, f"END:{part.name}"]


def expanded(rule: str, start: Moment) -> list[datetime] | None:
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
