"""The time that a line of prose begins with, told apart from numbers that are no times."""

import re
from typing import NamedTuple

from ogpworkshop.model.time import Remark
from ogpworkshop.read.dayparts import SPACELESS
from ogpworkshop.read.moments import NOON_FIRST, plain, token_pattern, without_hyphens
from ogpworkshop.read.months import MONTHS, folded
from ogpworkshop.read.notation import read_slot
from ogpworkshop.read.slot import SINCE

_LEAD = " \t\u00a0*_[("
_AFTER = " \t\u00a0:|–—-•·.,;)]*_"
_MOST_TOKENS = 14
_MOMENTS = frozenset({"clock", "spoken", "packed", "bare", "noon", "midnight"})
# a title can begin with these as well
_WORDS = re.compile(
    r"(?:ART|BOT|BRT|CAT|COT|CT|EAT|ET|MIT|MT|PET|PT|VET|WAT|WIT|WET|WEST|Z)", re.IGNORECASE
)
_BEGINNINGS = frozenset({"at", "des", "as of"})
_MARKED = re.compile(r"\d{1,2}:\d{2}[\d:.\s\u2010-\u2015-]*")
_MORE = re.compile(
    r"\s*(?:[/&+,;]|\b(?:or|and|oder|und|ou|et|o|y|e|atau|dan|или|и)\b)\s*"
    r"(?:\d{1,2}[:.h]\d{2}|\d{1,2}\s?[ap]\.?m)[\d:.h\s\u2010-\u2015-]*(?:[ap]\.?m\b\.?)?",
    re.IGNORECASE,
)
_STRAY = re.compile(
    r"(?:[^\W\d][^\s\d]*(?: \d{1,2}(?![\d:.h]))?\W{0,3}){1,2}"
    r"(?:\d{1,2}\s?(?:[:.h：]\s?\d{2}(?!\d)|बजे|টা|час|uhr\b|[时時시点점])|[一二三四五六七八九十]{1,3}[時时点點])",
    re.IGNORECASE,
)
_BARE_HOUR = re.compile(r"(?P<hour>[1-9]|1\d|2[0-4])(?:-?ish\b.*|[ \u00a0]+[^\W\d_a-z].*)?")
_SOON = 3 * 60
"""Minutes after the start of a session within which the next one mostly begins."""
_LEADERS = " \t.…·_,:(|[–—-"
_CLOCK = r"\d{1,2}[:.h]\d{2}(?:[ ]?[ap]\.?m\.?)?"
_TRAILING = re.compile(
    rf"(?P<title>\S.*?)(?:[\s,:(\[|–—-]+(?P<slot>{_CLOCK}\s*(?:[-–—]|to|a|à|bis|s/d)\s*{_CLOCK})"
    rf"|\s*(?:[.·_]{{3,}}|…+)\s*(?P<start>{_CLOCK}))\s*(?:h|hrs|uhr)?[)\]]?\s*",
    re.IGNORECASE,
)
_BRACKETED = re.compile(
    rf"(?P<title>\S[^()]*?)\s*[(\[](?P<slot>{_CLOCK}\s*(?:[-–—]|to|a|à|bis|s/d)\s*{_CLOCK})[)\]]\s*[:–—-]\s*"
    r"(?P<rest>\S.*)",
    re.IGNORECASE,
)
_SPACELESS = re.compile(SPACELESS)
_CLOSED = re.compile(r"(?:\d[:时時点點]\d\d|[時时시分분半整])$")
_LENGTH = re.compile(r"\s*[(\[](?P<length>[^()\[\]]{2,20})[)\]]")
_PACKED = re.compile(r"(?:0\d|1[0-8]|2[1-3])[0-5][05]")
_HYPHENS = re.compile(r"\W*(?:с |from |de )?\d{1,2}-\d\d\s*(?:[-–—]|до|a|to)\s*\d{1,2}-\d\d\b")


class Slot(NamedTuple):
    """The time at the beginning of a line, and where the rest begins."""

    text: str
    start: int
    rest: int


class _Part(NamedTuple):
    """A token of a line: its kind, where it stands, what it says."""

    kind: str
    start: int
    end: int
    text: str


def leading_slot(text: str, *, is_row: bool = False) -> Slot | None:
    """The time that a line begins with, readable or not; None if it begins with none.

    Args:
        text: the line.
        is_row: whether lines with times stand around it, so that “1-5 Work” is one as well.
    """
    lead = len(text) - len(text.lstrip(_LEAD))
    line = plain(text)
    if _HYPHENS.match(line, lead):
        line = without_hyphens(line)
    parts = _parts(line, lead)
    for count in range(len(parts), 0, -1):
        end = parts[count - 1].end
        if (_is_apart(line, end) or _MORE.match(line, end)) and _is_time(
            parts[:count], line, is_row=is_row
        ):
            return _with_more(text, lead, end)
    marked = _MARKED.match(line, lead)
    if marked and not read_slot(marked[0].strip()).is_readable:
        return _slot(text, lead, lead + len(marked[0].rstrip(" -–—")))
    return None


def _parts(line: str, lead: int) -> list[_Part]:
    """The tokens of times that a line begins with, as far as they go."""
    parts: list[_Part] = []
    pattern = token_pattern(line)
    at = lead
    while at < len(line) and len(parts) < _MOST_TOKENS:
        if line[at].isspace():
            at += 1
            continue
        found = NOON_FIRST.match(line, at) or pattern.match(line, at)
        if found is None:
            break
        kind = "noon" if found.re is NOON_FIRST else "clock" if found["clock"] else found.lastgroup
        parts.append(_Part(kind or "", at, found.end(), found[0]))
        at = found.end()
    return parts


def _is_apart(line: str, end: int) -> bool:
    """Whether a time can end here: no letter, digit or further part of a number follows.

    Chinese, Japanese and Korean go on without a space: 9:30签到, 9時開会.
    """
    after = line[end : end + 2]
    if _SPACELESS.match(after) and _CLOSED.search(line, 0, end):
        return True
    return not (after[:1].isalnum() or (after[:1] in "./:-," and after[1:2].isdigit()))


def _is_time(parts: list[_Part], line: str, *, is_row: bool) -> bool:
    """Whether the tokens are a time, and not the number that a sentence begins with."""
    start, end = parts[0].start, parts[-1].end
    kinds = [part.kind for part in parts]
    if parts[0].kind == "from" and parts[0].text.lower() in _BEGINNINGS:
        return False
    written = read_slot(line[start:end])
    if not written.is_readable or _are_years(written.remarks):
        return False
    if _is_title(parts, line[end:]):
        return False
    moments = [part for part in parts if part.kind in _MOMENTS]
    joined = {"dash", "colon"} & set(kinds)
    if len(moments) == 2 and not joined and {part.kind for part in moments} not in _TWINS:
        return False
    return any(_is_sure(part, parts) for part in moments) or _is_weak(
        moments, line[end:], is_row=is_row
    )


_RANGES = frozenset({"to", "until", "till", "til", "bis", "до", "hasta", "sampai", "até"})
"""Words of a span of time, behind which no number begins a title: 10 to 12 site visit."""
_TWINS = ({"clock"}, {"packed"})


def _are_years(remarks: tuple[Remark, ...]) -> bool:
    return any(each.kind == "time-alternative" and "years" in each.message for each in remarks)


def _is_title(parts: list[_Part], rest: str) -> bool:
    """Whether the last token is the first word of the title: 9:30 ART in schools, 9 – 10 tips."""
    last, word = parts[-1], rest.lstrip(" ")[:1]
    before = {part.kind for part in parts[:-1]}
    if last.kind == "zone":
        return bool(_WORDS.fullmatch(last.text)) and word.isalpha()
    if last.kind == "part":
        return last.text[0].isupper() and word.isalpha()
    if last.kind == "onwards":
        return last.text[0].isalpha() and "dash" not in before and word.isalpha()
    if last.kind == "colon" or (last.kind == "dash" and rest.strip()):
        return last.text not in SINCE
    if last.kind in {"from", "about"} and last.text.strip("()").lower() not in {"tbc", "tbd"}:
        return True
    is_bare = last.kind == "bare" and last.text.isdecimal()
    is_joined = len(parts) > 1 and parts[-2].kind == "dash" and parts[-2].text in _RANGES
    return is_bare and len(parts) > 1 and not is_joined and word.islower() and " " in rest[:1]


def _is_sure(part: _Part, parts: list[_Part]) -> bool:
    """Whether a moment is a time wherever it stands."""
    following = next((each.kind for each in parts if each.start >= part.end), "")
    if part.kind in {"clock", "spoken"} or following in {"half", "part"}:
        return True
    if part.kind in {"noon", "midnight"}:
        return len(parts) > 1
    if part.kind != "bare":
        return False
    # 3点建议 are three points of advice
    is_led = any(each.kind == "part" and each.end <= part.start for each in parts)
    return is_led or not (part.text.isdecimal() or part.text[-1] in "点點")


def _is_weak(moments: list[_Part], rest: str, *, is_row: bool) -> bool:
    """Hours and packed times, which could be any numbers: what follows decides."""
    word = rest.lstrip(_AFTER)
    first = re.match(r"[^\W\d_]+", word)
    kinds = {part.kind for part in moments}
    if first and folded(first[0]) in MONTHS and kinds != {"packed"}:
        return False
    if kinds <= {"noon", "midnight"}:
        is_parted = rest[:1] in ":|" or rest.lstrip()[:1] in set("–—-|:") or not rest.strip()
        return is_parted or (is_row and word[:1].isupper())
    is_title = not word or word[0].isupper() or not word[0].isalpha()
    if len(moments) == 2:
        is_told = any(part.text[0] == "0" or not part.text.isdecimal() for part in moments)
        is_title = is_title or not word[0].islower() or (kinds == {"packed"} and is_told)
        return is_title and (kinds == {"packed"} or (is_row and bool(word)))
    return is_title and kinds == {"packed"} and bool(_PACKED.fullmatch(moments[0].text[:4]))


def _with_more(text: str, lead: int, end: int) -> Slot:
    """The time with what goes on behind it: 9:30-10:15/10:30 is one that cannot be read."""
    more = _MORE.match(text, end)
    length = _LENGTH.match(text, end)
    if length and read_slot(text[lead : length.end()].strip()).minutes:
        more = length
    return _slot(text, lead, end + len(more[0].rstrip()) if more else end)


def _slot(text: str, start: int, end: int) -> Slot:
    rest = end
    while rest < len(text) and text[rest] in _AFTER:
        rest += 1
    return Slot(text[start:end].strip(), start, rest)


def trailing_slot(text: str) -> tuple[str, int, int] | None:
    """The title of a line that ends with its time, and where that stands; None for any other line.

    A slot with both ends, or a start behind leader dots: Opening (9:00-9:30), Opening … 9:00. In
    brackets, a slot may stand before the last words: Session 1 (9:00-9:30): Wells.
    """
    found = _BRACKETED.fullmatch(plain(text))
    if found is not None and read_slot(found["slot"]).end is not None:
        start, end = found.span("slot")
        return f"{text[: found.end('title')]}: {text[found.start('rest') :]}", start, end
    found = _TRAILING.fullmatch(plain(text))
    if found is None:
        return None
    start, end = found.span("slot") if found["slot"] else found.span("start")
    written = read_slot(text[start:end].strip())
    is_slot = written.is_readable and (written.end is not None or not found["slot"])
    title = text[: found.end("title")].rstrip(_LEADERS)
    return (title, start, end) if is_slot and re.search(r"[^\W\d_]", title) else None


def hides_time(text: str) -> bool:
    """Whether a line begins with a word or two and a time: no part of what stands above it."""
    return _STRAY.match(text) is not None


def bare_hour(text: str) -> int | None:
    """The number that a line begins with or consists of, if a clock has such an hour."""
    found = _BARE_HOUR.fullmatch(plain(text))
    return int(found["hour"]) if found else None


def could_follow(hour: int, start: int) -> bool:
    """Whether a bare hour can be the start of the next session: 11 or 1 after 10:30, but not 9."""
    return any(start < each * 60 <= start + _SOON for each in (hour, hour + 12))
