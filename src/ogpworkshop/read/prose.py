"""Agendas in prose: lines that begin with a time, and what stands between them."""

import re
from typing import NamedTuple

from ogpworkshop.read.columns import label_of
from ogpworkshop.read.dates import date_in, range_in
from ogpworkshop.read.headings import day_heading
from ogpworkshop.read.notation import read_slot
from ogpworkshop.read.sessions import Gathered, Gathering
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
_SINGLE = re.compile(
    rf"{_NO_DATE}(?:\d{{1,2}}[:.hH：]\d{{2}}(?!\d)|\d{{1,2}}(?=[ \u00a0]?[ap]\.?m)){_MARK}"
    r"(?:[ \u00a0]*[-–—][ \u00a0]*(?:open end|late|onwards?|\?|…|$))?",
    re.IGNORECASE,
)
_PACKED = re.compile(r"(?:0\d|1[0-8]|2[1-3])[0-5][05](?=[ \u00a0]+[^\W\d_a-z])")
_WORDED = re.compile(
    r"(?:ca|approx|about|around|etwa|gegen|environ|vers|until|till?|bis|hasta|from|ab|half past|quarter (?:past|to)|halb|noon|midday)\b",
    re.IGNORECASE,
)
_AFTER = " \t\u00a0:|–—-•·.)]"
_LABEL = re.compile(r"(?P<word>[^\W\d][\w /()-]{1,30}?)\s*[::]\s*(?P<value>.*)", re.DOTALL)
_INNER_LABEL = re.compile(r"(?<=\s)(Venue|Place|Location|Lieu|Lugar|Local|Tempat|Ort)\s*:\s*")
_ENUMERATED = re.compile(r"^(?:\(?\d{1,2}[.)]|[-•*–])\s+")
_FAREWELL = re.compile(
    r"(?:(?:best|kind|warm) regards|regards|sincerely|yours|cordialement|saludos|salam|mit freundlichen|atenciosamente|с уважением)\b",
    re.IGNORECASE,
)
_LONGEST_TITLE = 140


class Slot(NamedTuple):
    """A time at the beginning of a line, and where the rest begins."""

    text: str
    start: int
    rest: int


def leading_slot(text: str) -> Slot | None:
    """The time that a line begins with."""
    lead = len(text) - len(text.lstrip(" \t\u00a0*_[("))
    for pattern in (_SLOT, _SINGLE, _PACKED):
        found = pattern.match(text, lead)
        if found and read_slot(found[0].strip()).is_readable:
            rest = found.end()
            while rest < len(text) and text[rest] in _AFTER + "*_":
                rest += 1
            return Slot(found[0].strip(), lead, rest)
    return _worded(text, lead)


def _worded(text: str, lead: int) -> Slot | None:
    """A time that begins with a word: half past nine, until 17:00, ca. 18:30."""
    if not _WORDED.match(text, lead):
        return None
    ends = [found.end() for found in re.finditer(r"\S+", text[: lead + 60]) if found.end() > lead]
    for end in reversed(ends[:7]):
        part = text[lead:end].rstrip(_AFTER)
        if read_slot(part).is_readable:
            rest = lead + len(part)
            while rest < len(text) and text[rest] in _AFTER:
                rest += 1
            return Slot(part, lead, rest)
    return None


def slots_in(text: str) -> list[tuple[int, int]]:
    """Where times of two ends stand in a text that runs on."""
    return [
        found.span() for found in _SLOT.finditer(text) if read_slot(found[0].strip()).is_readable
    ]


class Prose:
    """Takes paragraphs one by one."""

    def __init__(self, gathering: Gathering) -> None:
        """Begin before the first line."""
        self.gathering = gathering
        self.section: str | None = None
        self.current: Gathered | None = None

    def take(self, piece: Paragraph) -> None:
        """Place a paragraph, or note that it has no place."""
        text = piece.text.strip()
        if not text:
            return
        span = Span(piece.start, piece.end)
        slot = leading_slot(text)
        if slot is not None:
            self._sessions(text, piece)
        elif not self._is_day(text, piece) and not self._is_labelled(text, span):
            self._place(text, piece, span)

    def end_of_sessions(self) -> None:
        """What follows does not go on with the session before."""
        self.current = None

    def _is_day(self, text: str, piece: Paragraph) -> bool:
        if piece.is_listed:
            return False
        heading = day_heading(text)
        if heading is None:
            return False
        span = Span(piece.start, piece.end)
        self.gathering.begin_day(heading.title, heading.date, span)
        self.section, self.current = None, None
        return True

    def _is_labelled(self, text: str, span: Span) -> bool:
        """Venue: …; Speakers: …; a heading such as Objectives."""
        section = label_of(text.rstrip(":")) if len(text) < 40 else None
        if section in {"summary", "objectives"} and not self.gathering.days:
            self.section = section
            return True
        found = _LABEL.fullmatch(text)
        key = label_of(found["word"]) if found else None
        if found is None or key is None or not found["value"].strip():
            return False
        value = found["value"].strip()
        if self.current is not None and key != "dates":
            name = {"venue": "room", "organiser": "facilitators"}.get(key, key)
            if name in {"title", "timezone", "objectives"}:
                return False
            self.current.put(name, value, span)
            return True
        return self._of_workshop(key, value, span)

    def _of_workshop(self, key: str, value: str, span: Span) -> bool:
        if self.gathering.days:
            return False
        inner = _INNER_LABEL.search(value)
        if key == "dates" and inner:
            self._put("venue", value[inner.end() :], span)
            value = value[: inner.start()].strip()
        if key == "dates":
            return self._dates(value)
        name = "venue" if key == "room" else key
        if name in {"venue", "title", "organiser", "timezone", "summary"}:
            self._put(name, value, span)
            return True
        return False

    def _dates(self, value: str) -> bool:
        """The days of the workshop, which tell the year of those that do not say it."""
        single = date_in(value)
        days = range_in(value) or ((single[0],) if single else ())
        self.gathering.dates += [each.day for each in days if each.day is not None]
        return bool(days)

    def _put(self, key: str, value: str, span: Span) -> None:
        self.gathering.workshop.setdefault(key, (" ".join(value.split()), span))

    def _place(self, text: str, piece: Paragraph, span: Span) -> None:
        """What is neither a time, nor a day, nor labelled."""
        gathered = self.gathering
        session = self.current
        if session is not None and _FAREWELL.match(text):
            session = self.current = None
        if session is not None:
            if "title" not in session.values:
                session.put("title", text, span)
            elif not piece.level:
                session.more.append((text, span))
            else:
                self.current = None
                gathered.unplaced.append((text, span))
        elif not gathered.days and self.section == "objectives" and not piece.level:
            gathered.objectives.append((_ENUMERATED.sub("", text), span))
        elif not gathered.days and self.section == "summary" and not piece.level:
            before, first = gathered.workshop.get("summary", ("", span))
            gathered.workshop["summary"] = (f"{before}\n\n{text}".strip(), first)
        elif not gathered.days and "title" not in gathered.workshop and len(text) < _LONGEST_TITLE:
            days = range_in(text)
            gathered.dates += [each.day for each in days or () if each.day]
            self._put("title", text, span)
        else:
            days = range_in(text) if not gathered.days else None
            gathered.dates += [each.day for each in days or () if each.day]
            gathered.unplaced.append((text, span))

    def _sessions(self, text: str, piece: Paragraph) -> None:
        """One session to a line, or several that run on after each other."""
        starts = slots_in(text)
        if len(starts) < 2:
            self._session(text, piece.start, piece)
            return
        begins = [0, *(start for start, _ in starts[1:])]
        for begin, end in zip(begins, [*begins[1:], len(text)], strict=True):
            self._session(text[begin:end].rstrip(), piece.start + begin, piece)

    def _session(self, text: str, offset: int, piece: Paragraph) -> None:
        slot = leading_slot(text)
        if slot is None:
            self.gathering.unplaced.append((text, Span(offset, offset + len(text))))
            return
        is_exact = piece.end - piece.start == len(piece.text)
        whole = Span(offset, offset + len(text)) if is_exact else Span(piece.start, piece.end)

        def span(start: int, end: int) -> Span:
            return Span(offset + start, offset + end) if is_exact else whole

        session = Gathered(whole, {}, set(), [])
        session.put("time", slot.text, span(slot.start, slot.start + len(slot.text)))
        rest = text[slot.rest :].strip(" *_\t")
        title, more = _title(rest)
        if title:
            session.put("title", title, span(slot.rest, slot.rest + len(title)))
        if more:
            session.more.append((more, span(len(text) - len(more), len(text))))
        self.gathering.day().sessions.append(session)
        self.current = session


def _title(rest: str) -> tuple[str, str]:
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
