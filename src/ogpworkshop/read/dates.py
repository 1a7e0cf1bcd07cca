"""The notation of dates: what people write, and the day it means."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from ogpworkshop.model.time import Remark, WrittenDate
from ogpworkshop.read.months import EASTERN, MONTHS, SHORT_WEEKDAYS, WEEKDAYS, folded, folded_at


def _any_of(names: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


_WEEKDAY = re.compile(
    rf"((?<!\w)(?:{_any_of(each for each in WEEKDAYS if each.strip('(') < EASTERN)})(?!\w)"
    rf"|{_any_of(each for each in WEEKDAYS if each.strip('(') >= EASTERN)})\.?,?\s*"
)
_SHORT_WEEKDAY = re.compile(rf"(?<!\w)({_any_of(SHORT_WEEKDAYS)})\.?,?\s+(?=\d)")
# any word: to look its name up afterwards is ten times faster than to compile all names
_MONTH = r"(?P<month>[^\W\d_]{2,12})\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|re|\.|º|o|ª)?"
_YEAR = r"(?P<year>\d{4})"
_SHORT_YEAR = r"['’]?(?P<year>\d{2})(?=\s*$|\s*[)\],:–—])(?!:\d)"
_OF = r"(?:\s+(?:of|de|del|do)\b)?[\s-]*"
_AFTER = r"(?:\s*(?:г|года|год)\b\.?)?"
_Y, _M, _D = (rf"(?:{one}|{folded(other)})" for one, other in ("年년", "月월", "日일"))
# texts, compiled when one is first tried: most documents need two of them
_FORMS = (
    rf"{_YEAR}[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}})(?:[t ]00:00(?::00)?)?",
    r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
    rf"{_DAY}{_OF}(?P<month>[^\W\d_]{{2,12}})\.?(?:\s+(?:de|del|do)\b)?[\s,-]*{_YEAR}{_AFTER}",
    rf"(?P<month>[^\W\d_]{{2,12}})\.?[\s-]*{_DAY}(?:,?\s+|-){_YEAR}",
    rf"(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?{_YEAR}{_AFTER}",
    rf"(?P<year>\d{{4}})\s?{_Y}\s?(?P<month>\d{{1,2}})\s?{_M}\s?(?P<day>\d{{1,2}})\s?{_D}",
    rf"(?:ngay\s)?(?P<day>\d{{1,2}})\sthang\s(?P<month>\d{{1,2}}),?\s(?:nam\s)?{_YEAR}",
    rf"{_DAY}{_OF}{_MONTH}[\s,-]*{_SHORT_YEAR}",
    rf"{_MONTH}\s*{_DAY},\s+{_SHORT_YEAR}",
    r"(?P<day>\d{1,2})\.(?P<month>\d{2})\.(?P<year>\d{2})(?![.:\d])",
)
_YEARLESS = (
    rf"(?P<month>\d{{1,2}})\s?{_M}\s?(?P<day>\d{{1,2}})\s?{_D}",
    rf"{_DAY}{_OF}{_MONTH}",
    rf"{_MONTH}\s*{_DAY}",
)
_OTHER_CALENDARS = (range(1900), range(2076, 2151), range(2443, 2651))
"""Years of Iran and Islam (1405, 1447), of Nepal (2082) and of Thailand (2569), and no workshop's."""
_ARTICLE = re.compile(r"^(?:le|el|am|den|on|tanggal|the|ngay)\s+")
_SLASHED = re.compile(
    r"(?P<first>\d{1,2})(?P<mark>[/-])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4}|\d{2}(?![\d:]))"
)


@lru_cache(maxsize=512)
def read_date(text: str) -> WrittenDate:
    """The day that a text names; None, with a remark, when it names none or could name two."""
    plain, weekday = _without_weekday(_spelt(folded(text)).strip())
    for form in _FORMS:
        match = re.fullmatch(form, plain)
        month = match["month"] if match else ""
        if match and month and (_number(month) or month.isdecimal()):
            year, day = _full_year(match["year"]), int(match["day"])
            return _dated(text, weekday, year, _number(month), day)
    match = _SLASHED.fullmatch(plain)
    if match:
        return _slashed(text, weekday, match)
    for form in _YEARLESS:
        match = re.fullmatch(form, plain)
        if match and _number(match["month"]):
            return _yearless(text, weekday, match)
    return _unreadable(text, weekday, "is no date that can be read; write it as 2017-08-07")


def _spelt(plain: str) -> str:
    """“2a feira” as “2a-feira”, letter for letter."""
    return plain.replace(" feira", "-feira") if " feira" in plain else plain


def _without_weekday(plain: str) -> tuple[str, int | None]:
    """A date without the weekday beside it, before or behind it or in brackets."""
    weekday = weekday_in(plain)
    rest = _WEEKDAY.sub("", plain, count=1).strip() if weekday is not None else plain
    rest = re.sub(r"\(\s*\)", "", rest).strip()
    if weekday is not None and "(" not in rest:
        rest = rest.rstrip(") ")
    if weekday is not None and rest.startswith("(") and rest.endswith(")"):
        rest = rest[1:-1]
    short = _SHORT_WEEKDAY.match(rest) if weekday is None else None
    if short and _is_date(rest[short.end() :]):
        weekday, rest = SHORT_WEEKDAYS[short[1]], rest[short.end() :]
    return _ARTICLE.sub("", rest.strip(" ,")).strip(" ,"), weekday


def _is_date(plain: str) -> bool:
    found = _WITHIN.match(plain)
    return found is not None and _names_month(found[0])


def _number(month: str) -> int:
    """The number of a month by its name or number; 0 if it is none."""
    return int(month) if month.isdecimal() else MONTHS.get(month, 0)


def _full_year(text: str) -> int:
    """26 as 2026: no programme is of another century."""
    return int(text) + 2000 * (len(text) == 2)


def _yearless(text: str, weekday: int | None, match: re.Match[str]) -> WrittenDate:
    """7 August: month and day stand in the remark, for whoever knows the year."""
    message = f"“{text.strip()}” does not say the year"
    instead = f"{_number(match['month']):02d}-{int(match['day']):02d}"
    remark = Remark("date-year-missing", 0, len(text), message, instead)
    return WrittenDate(text, weekday=weekday, remarks=(remark,))


_WITHIN = re.compile(
    "|".join(
        re.sub(r"\(\?P<\w+>", "(?:", f"(?<![\\w/.-]){form}(?![\\w/-])")
        for form in (*_FORMS[:1], *_FORMS[2:], *_YEARLESS)
    )
    + rf"|(?<![\w/.-]){re.sub(r'[?]P<mark>|[?]P<(?:first|second|year)>', '?:', _SLASHED.pattern).replace('(?:[/-])', '(?P<mark>[/-])')}(?![\w/-])"
)
_TO = r"\s*(?:-|–|—|/|to|and|&|a|au|al|bis|et|y|e|s/d|sampai|по|и|und|until|through)\s*"
_RANGES = (
    rf"(?<![\w/.])(?P<first>\d{{1,2}})(?:st|nd|rd|th|er|\.)?{_TO}(?P<last>{_DAY}{_OF}{_MONTH}(?:\s+(?:de|del|do)\b)?[\s,-]*{_YEAR})",
    rf"(?<!\w){_MONTH}\s*(?P<first>\d{{1,2}})(?:st|nd|rd|th)?{_TO}(?P<until>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})",
    rf"(?<![\w/.])(?P<first>\d{{1,2}})\.?{_TO}(?P<last>\d{{1,2}}\.(?P<month>\d{{1,2}})\.{_YEAR})",
)
_BOUNDS = re.compile(
    r"\s+(?:-|–|—|to|until|bis|al?|au|sampai|s/d|по)\s+|(?<=\d)(?:–|—)|(?<=\d{4})-(?=\d{1,2}\D)"
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_SMALL = frozenset({"of", "de", "del", "do", "st", "nd", "rd", "th", "er", "re", "года", "год"})
_UNITS = frozenset({"года", "год", "ngay", "thang", "nam"})
_KOREAN = frozenset(map(folded, "월일"))


def _names_month(text: str) -> bool:
    """Whether what looks like a date has a month for its word, or is made of numbers alone."""
    words = set(_WORD.findall(text))
    if words & _KOREAN:
        return words >= _KOREAN
    named = words - _SMALL - _UNITS
    return named <= MONTHS.keys() and (bool(named) or words <= _UNITS)


def date_in(text: str, start: int = 0) -> tuple[WrittenDate, int, int] | None:
    """The first date that a text names from a place on, with its weekday, and where it stands."""
    plain, places = folded_at(text)
    plain = _spelt(plain)
    found = _WITHIN.search(plain, bisect_left(places, start))
    while found is not None and not _names_month(found[0]):
        found = _WITHIN.search(plain, found.start() + 1)
    if found is None:
        return None
    begin = _with_weekday(plain, bisect_left(places, start), found.start())
    first, last = places[begin], places[found.end() - 1] + 1
    return read_date(text[first:last]), first, last


def _with_weekday(plain: str, start: int, end: int) -> int:
    """Where a date begins with the weekday and the article before it."""
    article = re.search(r"(?:^|(?<=[\s,(]))(?:le|el|den|the|am|tanggal|ngay)\s+$", plain[start:end])
    at = start + article.start() if article else end
    before = [*_WEEKDAY.finditer(plain, start, at), *_SHORT_WEEKDAY.finditer(plain, start, at + 1)]
    return next((each.start() for each in before if each.end() == at), at)


def range_in(text: str) -> tuple[WrittenDate, WrittenDate] | None:
    """First and last day of a range: 7-8 August 2017, August 7-8, 2017, 30 July - 2 August 2017."""
    plain = folded(text)
    if len(re.findall(r"\d+", plain)) < 3:
        return None
    for form in map(re.compile, _RANGES):
        for found in form.finditer(plain):
            number, year = _number(found["month"]), found["year"]
            last = (
                found["until"]
                if "until" in form.groupindex
                else found["day"]
                if "day" in form.groupindex
                else found["last"].partition(".")[0]
            )
            days = [
                _dated("", None, int(year), number, int(each)) for each in (found["first"], last)
            ]
            between = _between(*days)
            if between:
                return between
    return _apart(text)


def says_only_dates(text: str) -> bool:
    """Whether every word of a text belongs to a date or stands between two."""
    words = {*_WORD.findall(folded(text))}
    between = {
        *_SMALL,
        *_UNITS,
        *_KOREAN,
        *re.findall(r"[^\W\d_]{2,}", _TO),
        "from",
        "de",
        "von",
        "le",
        "del",
        "dates",
        "den",
    }
    weekdays = _WORD.findall(" ".join(WEEKDAYS))
    return ":" not in text and words <= {*MONTHS, *weekdays, *SHORT_WEEKDAYS, *between}


def _apart(text: str) -> tuple[WrittenDate, WrittenDate] | None:
    """A range whose ends have a month each, the first perhaps without its year."""
    for found in _BOUNDS.finditer(text):
        last = date_in(text, found.end())
        if last is None or last[0].day is None or text[found.end() : last[1]].strip():
            continue
        before = list(dates_in(text[: found.start()]))
        if not before or text[before[-1][2] : found.start()].strip(" ,"):
            continue
        first = before[-1][0]
        remark = next(iter(first.remarks), None)
        if first.day is None and remark and remark.kind == "date-year-missing":
            first = read_date(f"{last[0].day.year}-{remark.instead}")
        between = _between(first, last[0])
        if between:
            return between
    return None


def _between(first: WrittenDate, last: WrittenDate) -> tuple[WrittenDate, WrittenDate] | None:
    if first.day is None or last.day is None or first.day > last.day:
        return None
    return read_date(first.day.isoformat()), read_date(last.day.isoformat())


def dates_in(text: str) -> Iterator[tuple[WrittenDate, int, int]]:
    """Every date that a text names, and where it stands."""
    found = date_in(text)
    while found is not None:
        yield found
        found = date_in(text, found[2])


def weekday_in(text: str) -> int | None:
    """The weekday that a text names, 0 for Monday, if it names exactly one."""
    named = {WEEKDAYS[match[1]] for match in _WEEKDAY.finditer(_spelt(folded(text)))}
    return named.pop() if len(named) == 1 else None


def _unreadable(text: str, weekday: int | None, what: str) -> WrittenDate:
    remark = Remark("date-unreadable", 0, len(text), f"“{text.strip()}” {what}")
    return WrittenDate(text, weekday=weekday, remarks=(remark,))


def _dated(text: str, weekday: int | None, year: int, month: int, day: int) -> WrittenDate:
    if any(year in years for years in _OTHER_CALENDARS):
        return _unreadable(text, weekday, f"is of the year {year}, perhaps of another calendar")
    try:
        return WrittenDate(text, date(year, month, day), weekday)
    except ValueError:
        return _unreadable(text, weekday, "is a day that no calendar has")


def _slashed(text: str, weekday: int | None, match: re.Match[str]) -> WrittenDate:
    """7/8/2017: the day comes first or the month does, unless only one of them is a date."""
    readings = readings_of(match)
    if not readings:
        return _unreadable(text, weekday, "is a day that no calendar has")
    if len(readings) == 1:
        return WrittenDate(text, readings[0], weekday)
    message = f"“{text.strip()}” can be {' or '.join(day.isoformat() for day in readings)}"
    fitting = [day for day in readings if weekday is not None and day.weekday() == weekday]
    instead = fitting[0].isoformat() if len(fitting) == 1 else None
    remark = Remark("date-ambiguous", 0, len(text), message, instead)
    return WrittenDate(text, weekday=weekday, remarks=(remark,))


def readings_of(match: re.Match[str] | str) -> tuple[date, ...]:
    """The days that a date of numbers can mean: day first, month first, year first; each once."""
    if isinstance(match, str):
        found = _SLASHED.search(folded(match))
        return readings_of(found) if found else ()
    first, second, year = int(match["first"]), int(match["second"]), _full_year(match["year"])
    orders = [(year, second, first), (year, first, second)]
    if len(match["year"]) == 2 and match["mark"] == "-":
        orders.append((2000 + first, second, int(match["year"])))
    days = (_dated("", None, *order).day for order in orders)
    return tuple(dict.fromkeys(day for day in days if day is not None))
