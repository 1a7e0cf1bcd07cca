"""Time as agendas use it: whole minutes, slots, and what was remarkable about how they were written.

A clock time is the number of minutes after the midnight that begins the day; a session that ends
after the next midnight has an end above 1440.
"""

import re
from datetime import date
from typing import Annotated, NewType

import msgspec

Minutes = Annotated[int, "a length in whole minutes, written 30m, 1h30 or 90"]
Clock = NewType("Clock", int)

DAY = 24 * 60
NOON = 12 * 60


class Remark(msgspec.Struct, frozen=True):
    """Something about a notation that a rule may report.

    Attributes:
        kind: the code of the rule that reports it, for example `time-space`.
        start: first character of the part meant, in the text as written.
        end: one past its last character.
        message: what is remarkable, one sentence without a full stop.
        instead: what the whole text should probably be, or None.
    """

    kind: str
    start: int
    end: int
    message: str
    instead: str | None = None


class WrittenTime(msgspec.Struct, frozen=True):
    """A slot, a clock time or a length as it stands in a file, and how it was understood.

    Attributes:
        text: as written.
        start: minutes after midnight, None when none is given or readable.
        end: likewise; None for an open end.
        minutes: a length given beside or instead of the end.
        style: how clock times are written, for example `24:`, `24.`, `12am:`; "" if none are.
        twelve: (start, end): written without am or pm, with an hour that an afternoon could mean.
        remarks: in the order of the text.
    """

    text: str
    start: int | None = None
    end: int | None = None
    minutes: int | None = None
    style: str = ""
    twelve: tuple[bool, bool] = (False, False)
    remarks: tuple[Remark, ...] = ()

    @property
    def is_readable(self) -> bool:
        """Whether anything was understood."""
        return self.start is not None or self.end is not None or self.minutes is not None


class WrittenDate(msgspec.Struct, frozen=True):
    """A date as it stands in a file, and how it was understood.

    Attributes:
        text: as written.
        day: None when it could not be read, or can mean two dates.
        weekday: 0 for Monday, if a weekday is named.
        remarks: in the order of the text.
    """

    text: str
    day: date | None = None
    weekday: int | None = None
    remarks: tuple[Remark, ...] = ()


_LENGTH = re.compile(
    r"(?:pt)?"
    r"(?:(?P<hours>\d{1,2}(?:[.,]\d{1,2})?|(?=[½¼¾]))(?P<part>[½¼¾]?)\s*"
    r"(?:h|hs|hr|hrs|hours?|heures?|horas?|std\.?|stunden?|jam|ч|час|часа|часов|時間|小[时時]|시간|घंटे|घंटा|ঘণ্টা|giờ|ชั่วโมง|ساعات?|uur)\.?\s*(?:(?:and|et|y|e|und|и)\s+)?)?"
    r"(?:(?P<minutes>\d{1,4})\s*(?:m|min|mins|minutes?|minutos?|minuten|menit|мин|минуты?|минута|分[钟鐘間间]?|분|मिनट|মিনিট|phút|นาที|دقيقة|دقائق|'|’|′)?\.?)?",
    re.IGNORECASE,
)
_HALF_HOURS = {
    "half an hour": 30,
    "half hour": 30,
    "an hour": 60,
    "one hour": 60,
    "an hour and a half": 90,
}
_PARTS = {"": 0, "¼": 15, "½": 30, "¾": 45}


def read_length(text: str) -> int | None:
    """Minutes of a length as people write it: 30m, 1h30, 1.5 h, 90, 1:30; None if it is none."""
    plain = text.strip()
    clocked = re.fullmatch(r"(\d{1,2}):([0-5]\d)(?::00)?", plain)
    if clocked:
        return int(clocked[1]) * 60 + int(clocked[2])
    match = _LENGTH.fullmatch(plain)
    if match is None or not (match["hours"] or match["part"] or match["minutes"]):
        return _HALF_HOURS.get(plain.casefold())
    minutes = float((match["hours"] or "0").replace(",", ".")) * 60 + int(match["minutes"] or 0)
    minutes += _PARTS[match["part"] or ""]
    return int(minutes) if minutes == int(minutes) and minutes <= 2 * DAY else None


def clock(minutes: int, mark: str = ":") -> str:
    """Minutes after midnight as 09:30; past the next midnight, the clock starts again."""
    return f"{minutes // 60 % 24:02d}{mark}{minutes % 60:02d}"


def span(start: int, end: int) -> str:
    """A slot as 09:30-11:00, the notation that every reader here understands."""
    return f"{clock(start)}-{clock(end)}"


def length(minutes: int, hour: str = "h", minute: str = "min") -> str:
    """A length as people say it, in units that may be of another language: 45 min, 1 h, 1 h 30 min."""
    hours, rest = divmod(minutes, 60)
    told = [f"{hours} {hour}"] if hours > 0 else []
    return " ".join([*told, f"{rest} {minute}"] if rest > 0 or not told else told)


def day_name(day: date) -> str:
    """A date as Mon 7 Aug, independent of the machine's language."""
    weekday = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")[day.weekday()]
    month = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")[
        day.month - 1
    ]
    return f"{weekday} {day.day} {month}"
