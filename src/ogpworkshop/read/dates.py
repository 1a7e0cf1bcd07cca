"""The notation of dates: what people write, and the day it means."""

import re
from datetime import date
from functools import lru_cache

from ogpworkshop.model.time import Remark, WrittenDate

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thur thu", "friday fri",
         "saturday sat", "sunday sun")
    )
    for name in names.split()
}  # fmt: skip
_WEEKDAY = re.compile(r"\b(" + "|".join(_WEEKDAYS) + r")\b\.?,?\s*", re.IGNORECASE)
_MONTH = "(?P<month>" + "|".join(_MONTHS) + r")\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_YEAR}[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}})(?:[T ]00:00(?::00)?)?",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
        rf"{_DAY}(?:\s+of)?[\s-]*{_MONTH}[\s,-]*{_YEAR}",
        rf"{_MONTH}\s*{_DAY},?\s+{_YEAR}",
        rf"(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?{_YEAR}",
    )
)
_YEARLESS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (rf"{_DAY}(?:\s+of)?[\s-]*{_MONTH}", rf"{_MONTH}\s*{_DAY}")
)
_SLASHED = re.compile(rf"(?P<first>\d{{1,2}})[/-](?P<second>\d{{1,2}})[/-]{_YEAR}")


@lru_cache(maxsize=512)
def read_date(text: str) -> WrittenDate:
    """The day that a text names; None, with a remark, when it names none or could name two."""
    plain = text.strip()
    weekday = weekday_in(plain)
    plain = _WEEKDAY.sub("", plain, count=1).strip()
    for form in _FORMS:
        match = form.fullmatch(plain)
        if match:
            month = match["month"].lower()
            number = _MONTHS.get(month) or int(month)
            return _dated(text, weekday, int(match["year"]), number, int(match["day"]))
    match = _SLASHED.fullmatch(plain)
    if match:
        return _slashed(text, weekday, match)
    for form in _YEARLESS:
        match = form.fullmatch(plain)
        if match:
            return _yearless(text, weekday, match)
    return _unreadable(text, weekday, "is no date that can be read; write it as 2017-08-07")


def _yearless(text: str, weekday: int | None, match: re.Match[str]) -> WrittenDate:
    """7 August: month and day stand in the remark, for whoever knows the year."""
    message = f"“{text.strip()}” does not say the year"
    instead = f"{_MONTHS[match['month'].lower()]:02d}-{int(match['day']):02d}"
    remark = Remark("date-year-missing", 0, len(text), message, instead)
    return WrittenDate(text, weekday=weekday, remarks=(remark,))


def weekday_in(text: str) -> int | None:
    """The weekday that a text names, 0 for Monday, if it names exactly one."""
    named = {_WEEKDAYS[match[1].lower()] for match in _WEEKDAY.finditer(text)}
    return named.pop() if len(named) == 1 else None


def _unreadable(text: str, weekday: int | None, what: str) -> WrittenDate:
    remark = Remark("date-unreadable", 0, len(text), f"“{text.strip()}” {what}")
    return WrittenDate(text, weekday=weekday, remarks=(remark,))


def _dated(text: str, weekday: int | None, year: int, month: int, day: int) -> WrittenDate:
    try:
        return WrittenDate(text, date(year, month, day), weekday)
    except ValueError:
        return _unreadable(text, weekday, "is a day that no calendar has")


def _slashed(text: str, weekday: int | None, match: re.Match[str]) -> WrittenDate:
    """7/8/2017: the day comes first or the month does, unless only one of them is a date."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    day_first = _dated(text, weekday, year, second, first)
    month_first = _dated(text, weekday, year, first, second)
    if day_first.day == month_first.day or month_first.day is None:
        return day_first
    if day_first.day is None:
        return month_first
    message = (
        f"“{text.strip()}” can be {day_first.day.isoformat()} or {month_first.day.isoformat()}"
    )
    instead = None
    for reading in (day_first, month_first):
        if weekday is not None and reading.day and reading.day.weekday() == weekday:
            instead = reading.day.isoformat()
    remark = Remark("date-ambiguous", 0, len(text), message, instead)
    return WrittenDate(text, weekday=weekday, remarks=(remark,))
