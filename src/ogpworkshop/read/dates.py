"""The notation of dates: what people write, and the day it means."""

import re
from bisect import bisect_left
from datetime import date
from functools import lru_cache

from ogpworkshop.model.time import Remark, WrittenDate
from ogpworkshop.read.months import MONTHS, WEEKDAYS, folded, folded_at

_WEEKDAY = re.compile(
    r"(?<!\w)(" + "|".join(sorted(map(re.escape, WEEKDAYS), key=len, reverse=True)) + r")\b\.?,?\s*"
)
# any word: to look its name up afterwards is ten times faster than to compile all names
_MONTH = r"(?P<month>[^\W\d_]{2,12})\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|re|\.|º|o|ª)?"
_YEAR = r"(?P<year>\d{4})"
_OF = r"(?:\s+(?:of|de|del|do)\b)?[\s-]*"
_AFTER = r"(?:\s*(?:г|года|год)\b\.?)?"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_YEAR}[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}})(?:[t ]00:00(?::00)?)?",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
        rf"{_DAY}{_OF}{_MONTH}(?:\s+(?:de|del|do)\b)?[\s,-]*{_YEAR}{_AFTER}",
        rf"{_MONTH}\s*{_DAY},?\s+{_YEAR}",
        rf"(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?{_YEAR}{_AFTER}",
        r"(?P<year>\d{4})\s?年\s?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日",
    )
)
_YEARLESS = tuple(re.compile(form) for form in (rf"{_DAY}{_OF}{_MONTH}", rf"{_MONTH}\s*{_DAY}"))
_ARTICLE = re.compile(r"^(?:le|el|am|den|on|tanggal|the)\s+")
_SLASHED = re.compile(rf"(?P<first>\d{{1,2}})[/-](?P<second>\d{{1,2}})[/-]{_YEAR}")


@lru_cache(maxsize=512)
def read_date(text: str) -> WrittenDate:
    """The day that a text names; None, with a remark, when it names none or could name two."""
    plain = folded(text).strip()
    weekday = weekday_in(plain)
    plain = _ARTICLE.sub("", _WEEKDAY.sub("", plain, count=1).strip()).rstrip(" ,")
    for form in _FORMS:
        match = form.fullmatch(plain)
        month = match["month"] if match else ""
        number = int(month) if month.isdecimal() else MONTHS.get(month, 0)
        if match and month and (number or month.isdecimal()):
            return _dated(text, weekday, int(match["year"]), number, int(match["day"]))
    match = _SLASHED.fullmatch(plain)
    if match:
        return _slashed(text, weekday, match)
    for form in _YEARLESS:
        match = form.fullmatch(plain)
        if match and match["month"] in MONTHS:
            return _yearless(text, weekday, match)
    return _unreadable(text, weekday, "is no date that can be read; write it as 2017-08-07")


def _yearless(text: str, weekday: int | None, match: re.Match[str]) -> WrittenDate:
    """7 August: month and day stand in the remark, for whoever knows the year."""
    message = f"“{text.strip()}” does not say the year"
    instead = f"{MONTHS[match['month']]:02d}-{int(match['day']):02d}"
    remark = Remark("date-year-missing", 0, len(text), message, instead)
    return WrittenDate(text, weekday=weekday, remarks=(remark,))


_WITHIN = re.compile(
    "|".join(
        re.sub(r"\(\?P<\w+>", "(?:", f"(?<![\\w/.-]){form.pattern}(?![\\w/-])")
        for form in (*_FORMS[:1], *_FORMS[2:], *_YEARLESS, _SLASHED)
    )
)
_RANGE = re.compile(
    rf"(?<!\w)(?P<first>\d{{1,2}})(?:st|nd|rd|th)?\s*(?:-|–|—|to|and|&|a|au|al|bis|y|e|s/d)\s*"
    rf"(?P<last>{_DAY}{_OF}{_MONTH}(?:\s+(?:de|del|do)\b)?[\s,-]*{_YEAR})"
    rf"|{_MONTH.replace('month', 'named')}\s*(?P<from>\d{{1,2}})\s*(?:-|–|—|to|and|&)\s*"
    rf"(?P<until>\d{{1,2}}),?\s+(?P<in>\d{{4}})"
)


_WORD = re.compile(r"[^\W\d_]{2,}")
_SMALL = frozenset({"of", "de", "del", "do", "st", "nd", "rd", "th", "er", "re", "года", "год"})


def _names_month(text: str) -> bool:
    """Whether what looks like a date has a month for its word, or is made of numbers alone."""
    words = set(_WORD.findall(text))
    named = words - _SMALL
    return named <= MONTHS.keys() and (bool(named) or words <= {"года", "год"})


def date_in(text: str, start: int = 0) -> tuple[WrittenDate, int, int] | None:
    """The first date that a text names from a place on, with its weekday, and where it stands."""
    plain, places = folded_at(text)
    found = _WITHIN.search(plain, bisect_left(places, start))
    while found is not None and not _names_month(found[0]):
        found = _WITHIN.search(plain, found.start() + 1)
    if found is None:
        return None
    before = list(_WEEKDAY.finditer(plain, bisect_left(places, start), found.start()))
    begin = before[-1].start() if before and before[-1].end() == found.start() else found.start()
    first, last = places[begin], places[found.end() - 1] + 1
    return read_date(text[first:last]), first, last


def range_in(text: str) -> tuple[WrittenDate, WrittenDate] | None:
    """First and last day of a range in one month: 7-8 August 2017, August 7-8, 2017."""
    plain = folded(text)
    found = _RANGE.search(plain)
    while found is not None and (found["month"] or found["named"]) not in MONTHS:
        found = _RANGE.search(plain, found.start() + 1)
    if found is None:
        return None
    if found["last"]:
        last = read_date(found["last"])
        first = read_date(f"{found['first']} {found['month']} {found['year']}")
    else:
        first, last = (
            read_date(f"{found['named']} {found[end]}, {found['in']}") for end in ("from", "until")
        )
    if first.day is None or last.day is None or first.day > last.day:
        return None
    return read_date(first.day.isoformat()), read_date(last.day.isoformat())


def weekday_in(text: str) -> int | None:
    """The weekday that a text names, 0 for Monday, if it names exactly one."""
    named = {WEEKDAYS[match[1]] for match in _WEEKDAY.finditer(folded(text))}
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
