"""The notation of times: what people write for a slot, a clock time or a length, and its meaning.

Either a notation is understood, with a remark where it is understood only by its context, or it
is not understood at all; it is never guessed in silence.
"""

import re
from functools import lru_cache

import msgspec

from ogpworkshop.model.time import Remark, WrittenTime, read_length
from ogpworkshop.read.meaning import understood
from ogpworkshop.read.moments import HYPHENED, UnreadableTimeError, plain, without_hyphens
from ogpworkshop.read.slot import Slot

_BESIDE = re.compile(
    r"(?P<slot>.*?\d.*?)\s*(?:[(\[](?P<inner>[^()\[\]]+)[)\]]|[+,/\s]\s*(?P<outer>\d+\s?(?:min\w*\.?|'|′)))"
)
_WRAPPED = re.compile(r"\s*[(\[](?P<slot>[^()\[\]]*)[)\]]\s*")


_FRACTION = re.compile(r"0\.\d\d")
"""Twenty-four past eight as a sheet stores it, or 35 minutes past midnight: nobody can tell."""


@lru_cache(maxsize=4096)
def read_slot(text: str) -> WrittenTime:
    """Start and end, as `09:30-11:00` and in the other notations that people use.

    A text that is no slot gives a value that is not readable.
    """
    if _FRACTION.fullmatch(plain(text).strip()):
        return WrittenTime(text)
    try:
        return understood(Slot(text))
    except UnreadableTimeError:
        return (
            _either(text)
            or _with_length(text)
            or _unwrapped(text)
            or _hyphened(text)
            or WrittenTime(text)
        )


def _with_length(text: str) -> WrittenTime | None:
    """9:30 (30 min): the length ends it, or agrees with its end; None for any other text."""
    found = _BESIDE.fullmatch(plain(text))
    minutes = read_length(found["inner"] or found["outer"]) if found else None
    if found is None or minutes is None or (found["inner"] or "0").strip().isdecimal():
        return None
    written = read_slot(text[: found.end("slot")])
    start, end = written.start, written.end
    if start is None or (end is not None and end - start != minutes):
        return None
    return msgspec.structs.replace(written, text=text, end=start + minutes, minutes=minutes)


def _hyphened(text: str) -> WrittenTime | None:
    """9-30 and 9-00 - 10-00: a hyphen before minutes; None where it could be the one of a slot."""
    found = list(HYPHENED.finditer(plain(text)))
    hyphenless = without_hyphens(plain(text))
    if not found or (hyphenless.count(":") == 1 and found[0][2] == "00"):
        return None
    written = read_slot(hyphenless)
    return msgspec.structs.replace(written, text=text) if written.is_readable else None


def _unwrapped(text: str) -> WrittenTime | None:
    """A slot in brackets; None for any other text."""
    found = _WRAPPED.fullmatch(text)
    written = read_slot(found["slot"]) if found else None
    if found is None or written is None or not written.is_readable:
        return None
    lead = found.start("slot")
    remarks = tuple(
        msgspec.structs.replace(each, start=each.start + lead, end=each.end + lead)
        for each in written.remarks
    )
    return msgspec.structs.replace(written, text=text, remarks=remarks)


def _either(text: str) -> WrittenTime | None:
    """1:15 or 1:45 pm: the first of two times, with a remark; None for any other text."""
    first, word, second = text.partition(" or ")
    if not word or " or " in second:
        return None
    half = re.search(r"[ap]\.?m\.?\s*$", second, re.IGNORECASE)
    readings = (read_slot(f"{first} {half[0]}") if half else None, read_slot(first))
    meant = next((each for each in readings if each and each.is_readable), None)
    if meant is None or not read_slot(second).is_readable:
        return None
    message = f"“{text.strip()}” leaves open which of the two is meant"
    remark = Remark("time-alternative", 0, len(text), message)
    return msgspec.structs.replace(meant, text=text, remarks=(remark,))


@lru_cache(maxsize=1024)
def read_clock(text: str) -> WrittenTime:
    """A single clock time."""
    written = read_slot(text)
    if written.end is not None or any(remark.kind == "time-open-end" for remark in written.remarks):
        return WrittenTime(text)
    return written


@lru_cache(maxsize=1024)
def read_duration(text: str) -> WrittenTime:
    """A length: 30m, 1h30, 1.5 h, 90 (minutes), 1:30 (hours and minutes)."""
    return WrittenTime(text, minutes=read_length(plain(text)))


def joined_slots(first: str, last: str) -> str | None:
    """A slot from the start of one to the end of another, in their words; None if it is none."""
    try:
        start, end = Slot(first), Slot(last)
    except UnreadableTimeError:
        return None
    if not (len(start.moments) == len(end.moments) == 2):
        return None
    begin, finish = start.moments[0], end.moments[1]
    text = f"{first[begin.start : begin.end]}-{last[finish.start : finish.end]}"
    return text if read_slot(text).is_readable else None
