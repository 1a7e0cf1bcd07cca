"""Dates as the readers of a language write them."""

import re
from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from babel import Locale

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


class Calendar(Protocol):
    """Dates in one language."""

    @property
    def language(self) -> str:
        """Its tag, for example en-GB."""

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""

    def day(self, day: date) -> str:
        """Monday 7 August."""

    def dates(self, first: date, last: date) -> str:
        """7–8 August 2017, with what both dates share written once."""

    def place(self, zone: str) -> str:
        """The city that a time zone is named after."""

    @property
    def time_mark(self) -> str:
        """Between hours and minutes: a colon, or a point where that is the custom."""


def calendar(language: str) -> Calendar:
    """The dates of a language; of English when nobody knows the language."""
    if language in {"en", "en-GB", ""}:
        return _English()
    locale = _locale(language)
    return _Localised(locale) if locale else _English()


class _English:
    """International English, day before month: most workshops, without half a megabyte of CLDR."""

    language = "en-GB"
    direction = "ltr"
    time_mark = ":"

    def day(self, day: date) -> str:
        return f"{_WEEKDAYS[day.weekday()]} {_month(day)}"

    def dates(self, first: date, last: date) -> str:
        end = f"{_month(last)} {last.year}"
        if first == last:
            return end
        if first.year != last.year:
            return f"{_month(first)} {first.year} – {end}"
        if first.month != last.month:
            return f"{_month(first)} – {end}"
        return f"{first.day}–{end}"

    def place(self, zone: str) -> str:
        return zone.rpartition("/")[2].replace("_", " ")


def _month(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]}"


class _Localised:
    """Dates in any language, by what Unicode's CLDR knows of it."""

    def __init__(self, locale: "Locale") -> None:
        self.locale = locale
        self.language = str(locale).replace("_", "-")
        self.direction = str(locale.text_direction)
        usual = locale.datetime_skeletons.get("Hm")
        self.time_mark = "." if usual and re.match(r"H+\.mm", str(usual.pattern)) else ":"

    def day(self, day: date) -> str:
        return self._in_pattern(day, self._widened("MMMMEEEEd"))

    def dates(self, first: date, last: date) -> str:
        pattern = str(self.locale.date_formats["long"].pattern)
        if first == last:
            return self._in_pattern(first, pattern)
        if (first.year, first.month) == (last.year, last.month):
            days = _unquoted(r"d+", f"'{self._in_pattern(first, 'd')}–'d", pattern)
            return self._in_pattern(last, days)
        ends_in_year = pattern.rstrip().endswith("y")
        if first.year == last.year and ends_in_year:
            start = self._in_pattern(first, self._widened("MMMMd"))
        else:
            start = self._in_pattern(first, pattern)
        return f"{start} – {self._in_pattern(last, pattern)}"

    def _in_pattern(self, day: date, pattern: str) -> str:
        from babel.dates import parse_pattern  # noqa: PLC0415  # English needs none of babel

        if day.day == 1 and self.locale.language == "fr":
            # CLDR has 1 décembre; the French count the first of a month, and only that one
            pattern = _unquoted(r"d+", "d'er'", pattern)
        return str(parse_pattern(pattern).apply(day, self.locale))

    def _widened(self, skeleton: str) -> str:
        """The locale's pattern for a skeleton, with names of days and months in full."""
        from babel.dates import match_skeleton  # noqa: PLC0415  # as above

        known = self.locale.datetime_skeletons
        name = match_skeleton(skeleton, known)
        pattern = str(known[name].pattern) if name else "EEEE d MMMM"
        pattern = _unquoted(r"(?<![Ec])[Ec]{1,3}(?![Ec])", "EEEE", pattern)
        return _unquoted(r"(?<![ML])[ML]{3}(?![ML])", "MMMM", pattern)

    def place(self, zone: str) -> str:
        from babel.dates import get_timezone, get_timezone_location  # noqa: PLC0415  # as above

        return str(get_timezone_location(get_timezone(zone), locale=self.locale, return_city=True))


def _unquoted(old: str, new: str, pattern: str) -> str:
    """Replaces in a date pattern, but not in the words between quotes."""
    parts = re.split(r"('[^']*')", pattern)
    return "".join(part if part.startswith("'") else re.sub(old, new, part) for part in parts)


@lru_cache(maxsize=8)
def _locale(language: str) -> "Locale | None":
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415  # as above

    try:
        return Locale.parse(language, sep="_" if "_" in language else "-")
    except (UnknownLocaleError, ValueError, TypeError):
        return None


def offset(moment: datetime) -> str:
    """UTC+8, UTC+5:45 or UTC."""
    shift = moment.utcoffset()
    minutes = int(shift.total_seconds() // 60) if shift else 0
    hours, rest = divmod(abs(minutes), 60)
    sign = "+" if minutes > 0 else "−"
    return f"UTC{sign}{hours}" + f":{rest:02d}" * bool(rest) if minutes else "UTC"
