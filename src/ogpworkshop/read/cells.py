"""Times and dates in cells, as people write them and as spreadsheets store them."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from ogpworkshop.model.time import WrittenDate, clock
from ogpworkshop.read.dates import date_in, read_date
from ogpworkshop.read.notation import read_clock

_FRACTION = re.compile(r"0?[.,]\d+")
_QUARTER = 15
_SERIAL = re.compile(r"(?P<days>[2-6]\d{4})(?P<part>[.,]\d+)?")
_ZONED = re.compile(
    r"(?P<clock>\d{1,2}:\d{2})(?::\d{2}(?:\.\d+)?)?\s*(?P<zone>Z|UTC|[+-]\d{2}:?\d{2})?"
)


def as_clock(text: str) -> str:
    """A time of day as spreadsheets store it, a part of a day, as 09:30; else the text as it is."""
    plain = text.strip()
    if _FRACTION.fullmatch(plain):
        minutes = float(plain.replace(",", ".")) * 24 * 60
        is_short = len(re.split("[.,]", plain)[1]) < 3
        if abs(minutes - round(minutes)) < 0.02 and not (is_short and round(minutes) % _QUARTER):
            return clock(round(minutes))
    seconds = re.fullmatch(r"(\d{1,2}:\d{2}):00(?:\.0+)?", plain)
    return seconds[1] if seconds else text


def as_length(text: str) -> str:
    """A length as spreadsheets store it; 0.5 stays, for it can be half an hour or half a day."""
    is_short = re.fullmatch(r"\d*[.,]\d{1,2}", text.strip())
    return text if is_short else as_clock(text)


class DatedClock(NamedTuple):
    """Date and time of a cell that holds both."""

    day: WrittenDate
    clock: str


def dated_clock(text: str, first: date | None = None) -> DatedClock | None:
    """Date and time of one cell: 2026-03-02 09:30, 2.3.2026 9:30, 46083.395; None for any other.

    Args:
        text: what the cell holds.
        first: the day that a spreadsheet counts as 0; None where no cell counts days.
    """
    plain = text.strip().replace("T", " ", 1)
    serial = _SERIAL.fullmatch(plain) if first is not None else None
    if serial is not None and serial["part"]:
        time = as_clock(serial["part"])
        if read_clock(time).is_readable:
            return DatedClock(serial_date(serial["days"], first) or read_date(text), time)
    found = date_in(plain)
    if found is None or found[1] or not (found[0].day or _is_open(found[0])):
        return None
    zoned = _ZONED.fullmatch(plain[found[2] :].strip(" ,"))
    if zoned:
        is_utc = zoned["zone"] in {"Z", "UTC"}
        return DatedClock(found[0], f"{zoned['clock']} UTC" if is_utc else zoned["clock"])
    rest = plain[found[2] :].strip(" ,")
    return DatedClock(found[0], rest) if read_clock(rest).is_readable else None


def _is_open(written: WrittenDate) -> bool:
    return any(each.kind != "date-unreadable" for each in written.remarks)


def serial_date(text: str, first: date | None) -> WrittenDate | None:
    """A date as a spreadsheet counts it, days since its first one; None for any other text."""
    found = _SERIAL.fullmatch(text.strip())
    if found is None or first is None or (found["part"] or "").strip(".,0"):
        return None
    return read_date((first + timedelta(days=int(found["days"]))).isoformat())
