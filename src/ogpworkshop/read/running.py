"""Paragraphs of several sessions: where their times stand, and where in the document each part does."""

import re
from collections.abc import Callable
from itertools import pairwise

from ogpworkshop.read.dates import date_in
from ogpworkshop.read.notation import read_slot
from ogpworkshop.source.pieces import Paragraph
from ogpworkshop.source.text import Span

_NO_DATE = r"(?!\d{4}-\d{1,2}-\d|\d{1,2}[./]\d{1,2}[./]\d)"
_CLOCK = r"(?:\d{1,2}[ \u00a0]?[:.hH：][ \u00a0]?\d{2}(?![\d/])|\d{4}(?!\d)|\d{1,2}(?=[ \u00a0]?[ap]\.?m)|\d{1,2}(?=[ \u00a0]*(?:[-–—]|to)[ \u00a0]*\d{1,2}(?:[:.]\d{2})?[ \u00a0]?[ap]\.?m))"
_MARK = r"(?:[ \u00a0]?(?:[ap]\.?[ \u00a0]?m\b\.?|noon\b|nn\b|hrs?\b|h\b|uhr\b))?"
_PART = r"(?:to|until|till|bis|à|a|s/d|hasta|sampai|até|do)"
_JOINT = rf"[ \u00a0]*(?:[-‐-―−~→:]|{_PART}(?=[ \u00a0]))[ \u00a0]*"
_SLOT = re.compile(
    rf"(?<![\w.:/-])(?:from |de |von |das )?{_NO_DATE}{_CLOCK}{_MARK}{_JOINT}"
    rf"(?:{_CLOCK}|\d{{1,2}}(?![\d.:])){_MARK}",
    re.IGNORECASE,
)
_LONGEST_TITLE = 140
_HALF_DAY = 12 * 60
_LONGEST_GAP = 3 * 60


def slots_in(text: str) -> list[tuple[int, int]]:
    """Where times of two ends stand in a text that runs on."""
    found: list[tuple[int, int]] = []
    opened = at = 0
    for slot in _SLOT.finditer(text):
        opened += text.count("(", at, slot.start()) - text.count(")", at, slot.start())
        at = slot.start()
        if opened <= 0 and read_slot(slot[0].strip()).is_readable:
            found.append(slot.span())
    return found


def run_in(text: str) -> int:
    """Where the first time stands in a whole programme on one line; 0 if it is none."""
    slots = slots_in(text)
    read = [read_slot(text[start:end].strip()) for start, end in slots]
    begins = [each.start for each in read if each.start is not None]
    gaps = [text[one[1] : other[0]] for one, other in pairwise(slots)]
    is_whole = len(begins) > 2 and begins == sorted(set(begins))
    return slots[0][0] if is_whole and all(re.search(r"\w{3}", gap) for gap in gaps) else 0


def goes_on(text: str, end: int | None, *, is_running: bool) -> int:
    """Where a line that ends one session begins the next; 0 if it does not.

    Args:
        text: the line, which begins with no time.
        end: when the session before ends; None before the first one, whose day has to be named.
        is_running: whether other lines of the document do so as well, as those of a PDF.
    """
    slots = slots_in(text)
    start, stop = slots[0] if slots else (0, 0)
    title = text[stop:].lstrip(" \t:|–—-")
    if not start or not title or title[0] != title[0].upper() or not title[0].isalnum():
        return 0
    if end is None:
        return start if date_in(text[:start]) else 0
    gap = ((read_slot(text[start:stop].strip()).start or 0) - end) % _HALF_DAY
    return start if gap == 0 or (is_running and gap <= _LONGEST_GAP) else 0


def part_from(piece: Paragraph, first: int) -> Paragraph:
    """The rest of a paragraph, from a character on."""
    is_exact = piece.end - piece.start == len(piece.text)
    start = piece.start + first if is_exact else piece.start
    return Paragraph(piece.text[first:], start, piece.end, piece.level, piece.is_listed)


def span_within(piece: Paragraph, offset: int = 0) -> Callable[[int, int], Span]:
    """Turns places in a paragraph's text into spans; all of it where its marks are left out."""
    is_exact = piece.end - piece.start == len(piece.text)
    base = piece.start + offset

    def span(start: int, end: int) -> Span:
        return Span(base + start, base + end) if is_exact else Span(piece.start, piece.end)

    return span


def title_of(rest: str) -> tuple[str, str]:
    """The title, and what is said behind it; a line is a title as long as it could be one."""
    first, _, below = rest.partition("\n")
    if below:
        return first.strip(), below.strip()
    if len(rest) <= _LONGEST_TITLE:
        return rest, ""
    found = re.search(r"(?<=[a-zа-яé?!])[.?!]\s|\s[–—]\s|:\s", rest[:_LONGEST_TITLE])
    if found is None:
        return rest, ""
    cut = found.start() + (1 if found[0][0] in "?!" else 0)
    return rest[:cut].strip(), rest[found.end() :].strip()
