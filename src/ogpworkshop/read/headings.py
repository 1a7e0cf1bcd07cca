"""Headings of days: Day 1 - August 7th, Lundi 7 août 2017, Hari 2."""

import re

import msgspec

from ogpworkshop.model.time import WrittenDate
from ogpworkshop.read.dates import date_in, range_in, weekday_in
from ogpworkshop.read.months import folded, folded_at

_NUMBER = r"(?:\d{1,2}|one|two|three|four|five|six|seven|i{1,3}|iv|v|un|uno|deux|dos|trois|tres)"
_DAY = re.compile(
    rf"(?:(?:day|jour|journee|dia|jornada|hari(?:\s+ke)?|tag|день|দিন|दिन|اليوم)\s*[-–:.#]?\s*{_NUMBER}\b"
    r"|(?:(?:first|second|third|fourth|fifth|\d{1,2}(?:st|nd|rd|th|\.|er|e|º|ª)?)\s+(?:day|jour|dia|tag))\b"
    r"|(?:(?:premier|deuxieme|troisieme|primer|segundo|tercer|primeiro|terceiro|erster|zweiter|dritter)\s+(?:jour|dia|tag))\b"
    rf"|第\s?(?:\d{{1,2}}|[一二三四五六七八九十])\s?[天日]|\d{{1,2}}\s?(?:日目|{folded('일차')})"
    r"|(?:pre|post)[- ](?:workshop|conference|event)(?: day)?\b)"
)
_NAMED = re.compile(
    r"(?:le |el |am )?[^\W\d]+(?:-feira)?\.?,?(?:\s+(?:the |den )?\d{1,2}(?:st|nd|rd|th|er|\.)?)?"
)
_LONGEST = 120
_EDGE = " \t-–—:|,.·•()[]*_#"


_LEAD = re.compile(r"^\s*(?:le|el|on|the|am|am\s+den|в|ngày)\s+", re.IGNORECASE)


class DayHeading(msgspec.Struct, frozen=True):
    """What a heading says of a day; an empty title where it is a date alone."""

    title: str
    date: WrittenDate | None


def day_heading(text: str) -> DayHeading | None:
    """The day that a text announces; None if it is no heading of a day."""
    plain = text.strip(_EDGE)
    if not plain or len(plain) > _LONGEST or "\n" in plain:
        return None
    small, places = folded_at(plain)
    counted = _DAY.match(small)
    found = date_in(plain, places[counted.end()] if counted else 0)
    if found is None:
        is_weekday = weekday_in(plain) is not None and bool(_NAMED.fullmatch(small))
        return DayHeading(plain, None) if counted or is_weekday else None
    rest = plain[places[counted.end()] :] if counted else plain
    if _is_range(rest, found[2] - len(plain) + len(rest)):
        return None
    if counted is None and not _begins(plain, found[1], found[2]):
        return None
    return _dated(plain, *found)


def _dated(text: str, when: WrittenDate, start: int, end: int) -> DayHeading:
    """A heading with a date; a weekday beside it belongs to the date."""
    parts = [_LEAD.sub("", f"{text[:start]} ").strip(), text[end:].strip()]
    weekday = weekday_in(text)
    if weekday is not None:
        parts = [each for each in parts if weekday_in(each) is None or len(each.split()) > 1]
        when = msgspec.structs.replace(when, weekday=weekday)
    return DayHeading(" – ".join(filter(None, (each.strip(_EDGE) for each in parts))), when)


def _begins(text: str, start: int, end: int) -> bool:
    """Whether a text begins with its date, or with weekday and article before it."""
    before = _LEAD.sub("", f"{text[:start]} ").strip(_EDGE)
    is_weekday = weekday_in(before) is not None and len(before.split()) == 1
    return (not before or is_weekday) and end >= len(text) * 0.2


def _is_range(text: str, end: int) -> bool:
    """Whether another date goes on directly where one ends: several days are no heading of one."""
    following = date_in(text, end)
    return range_in(text) is not None or (
        following is not None and not text[end : following[1]].strip(_EDGE + "/&")
    )
