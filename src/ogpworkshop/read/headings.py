"""Headings of days: Day 1 - August 7th, Lundi 7 août 2017, Hari 2."""

import re
from datetime import date

import msgspec

from ogpworkshop.model.time import WrittenDate
from ogpworkshop.read.dates import date_in, read_date, weekday_in
from ogpworkshop.read.months import folded_at

_NUMBER = r"(?:\d{1,2}|one|two|three|four|five|six|seven|i{1,3}|iv|v|un|uno|deux|dos|trois|tres)"
_DAY = re.compile(
    rf"(?:(?:day|jour|journee|dia|jornada|hari(?:\s+ke)?|tag|день|দিন|दिन|اليوم)\s*[-–:.#]?\s*{_NUMBER}\b"
    r"|(?:(?:first|second|third|fourth|fifth|\d{1,2}(?:st|nd|rd|th|\.|er|e|º|ª)?)\s+(?:day|jour|dia|tag))\b"
    r"|(?:(?:premier|deuxieme|troisieme|primer|segundo|tercer|primeiro|terceiro|erster|zweiter|dritter)\s+(?:jour|dia|tag))\b"
    r"|(?:pre|post)[- ](?:workshop|conference|event)(?: day)?\b)"
)
_LONGEST = 120
_EDGE = " \t-–—:|,.·•()[]*_#"


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
    weekday = weekday_in(plain)
    if counted is None:
        if found is None:
            is_weekday = weekday is not None and len(small.strip("., ").split()) == 1
            return DayHeading(plain, None) if is_weekday else None
        if plain[: found[1]].strip(_EDGE) or found[2] < len(plain) * 0.2:
            return None
    if found is None:
        return DayHeading(plain, None)
    title = " – ".join(
        part for part in (plain[: found[1]].strip(_EDGE), plain[found[2] :].strip(_EDGE)) if part
    )
    return DayHeading(title, found[0])


def with_year(written: WrittenDate | None, known: tuple[date, ...]) -> WrittenDate | None:
    """A date whose year is told by another date of the document, where only one year fits.

    Args:
        written: as it stands.
        known: dates of the document that have a year.
    """
    if written is None or written.day is not None or not known:
        return written
    remark = next((each for each in written.remarks if each.kind == "date-year-missing"), None)
    years = {day.year for day in known}
    if remark is None or remark.instead is None or len(years) != 1:
        return written
    read = read_date(f"{years.pop()}-{remark.instead}")
    return msgspec.structs.replace(read, text=written.text, weekday=written.weekday)
