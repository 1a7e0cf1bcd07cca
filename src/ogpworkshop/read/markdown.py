"""Reads plain text and Markdown into pieces: headings, lists, tables of every kind, HTML within."""

import math
import re
from collections.abc import Iterator, Sequence

from ogpworkshop.read.columns import column_of
from ogpworkshop.read.html import Aside, html_pieces
from ogpworkshop.read.marks import (
    TOLD,
    Comment,
    enclosed,
    unmarked,
    without_comments,
    without_links,
    without_struck,
)
from ogpworkshop.source.pieces import Cell, Document, Paragraph, Piece, Table

_TABLE_BEGINS = re.compile(r"<table\b", re.IGNORECASE)
_TABLE_ENDS = re.compile(r"</table\s*>", re.IGNORECASE)
_HEADING = re.compile(r"(?P<marks>#{1,6})\s+(?P<text>.*?)\s*#*\s*$")
_UNDERLINE = re.compile(r"(?:={3,}|-{3,})\s*$")
_LISTED = re.compile(
    r"(?:[-*+•▪‣·o]|\d{1,2}[.)](?!\s*(?:tag|day|jour|d[ií]a|hari)\b))\s+(?=\S)", re.IGNORECASE
)
_NUMBERED = re.compile(r"- (?=\d{1,2}\. )")
_RULE = re.compile(r"\s*(?:[-*_=+|:.\s]|[\u2500-\u257f])*\s*$")
_SEPARATOR = re.compile(r"\s*\|?\s*:?-{1,}:?\s*(?:\|\s*:?-{1,}:?\s*)*\|?\s*$")
_BOLD = re.compile(r"^(?P<mark>\*\*|__)(?P<text>.+)(?P=mark)$")
_GAP = "  "
_GAPS = re.compile(r"\S {2,}\S")
_CHUNK = re.compile(r"\S+(?: \S+)*")
_QUOTED = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)


def text_document(text: str) -> Document:
    """A text as pieces."""
    pieces: list[Piece] = []
    asides: list[Aside] = []
    at = 0
    plain, comments = without_comments(text) if "<!--" in text else (text, [])
    plain, struck = without_struck(plain) if "~~" in plain else (plain, [])
    asides += struck
    plain, links = without_links(plain) if "](" in plain else (plain, [])
    asides += links
    # the mark of a quoted line gives way to spaces, so that every character keeps its place
    plain = _QUOTED.sub(lambda found: " " * len(found[0]), plain)
    for start, end in enclosed(plain, _TABLE_BEGINS, _TABLE_ENDS):
        pieces += _lines(plain, at, start, comments)
        found, apart = html_pieces(plain, start, end)
        pieces += found
        asides += apart
        at = end
    pieces += _lines(plain, at, len(plain), comments)
    return Document(text, tuple(pieces), asides=tuple(asides))


def _lines(text: str, start: int, end: int, comments: Sequence[Comment]) -> Iterator[Piece]:
    """Pieces of the lines between two offsets."""
    lines = [
        (found.start(), found[0].rstrip("\r\n"))
        for found in re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)").finditer(text, start, end)
        if found[0]
    ]
    at = 0
    while at < len(lines):
        last = _table_end(lines, at)
        if last > at:
            table = _table(lines[at:last], comments)
            if table.rows:
                yield table
            at = last
            continue
        offset, line = lines[at]
        following = lines[at + 1][1] if at + 1 < len(lines) else ""
        if line.strip() and not _RULE.fullmatch(line):
            is_headed = bool(_UNDERLINE.fullmatch(following)) and "|" not in line
            yield _paragraph(line, offset, is_headed=is_headed)
        at += 1


def _table_end(lines: list[tuple[int, str]], at: int) -> int:
    """The line after the table that begins at a line; the line itself if none begins there."""
    kind = _delimiter(lines[at][1])
    if kind is None:
        return at
    last = at + 1
    while last < len(lines):
        line = lines[last][1]
        if (
            _delimiter(line) == kind
            or (kind == _GAP and line.strip())
            or (kind != "\t" and line.strip() and _RULE.fullmatch(line))
            or (kind == "\t" and _goes_on(lines, last))
        ):
            last += 1
        else:
            break
    rows = [line for _, line in lines[at:last] if not _RULE.fullmatch(line)]
    if kind == _GAP and not _is_headed(rows[0] if rows else ""):
        return at
    return last if len(rows) > 1 or kind == "|" else at


def _is_headed(line: str) -> bool:
    """Whether a line is the header of columns that stand below each other, parted by spaces."""
    names = [column_of(found[0]) for found in _CHUNK.finditer(line)]
    return len(names) > 1 and all(names) and bool({"time", "start"} & set(names))


def _goes_on(lines: list[tuple[int, str]], at: int) -> bool:
    """Whether an empty line stands within a table: the next one goes on with its last row."""
    if lines[at][1].strip() or at + 1 >= len(lines):
        return False
    following = lines[at + 1][1]
    return following.startswith("\t") and bool(following.strip())


def _delimiter(line: str) -> str | None:
    """What parts the cells of a line, if it is one of a table."""
    if not line.strip():
        return None
    if line.lstrip().startswith(("|", "│", "┃")) or (_SEPARATOR.fullmatch(line) and "|" in line):
        return "|"
    if "\t" in line.strip("\n") and line.strip():
        return "\t"
    if re.search(r"\S\s\|\s\S", line) and not re.match(r"\s*(?:#|[-*+•]\s)", line):
        return "|"
    return _GAP if _GAPS.search(line) else None


def _table(lines: list[tuple[int, str]], comments: Sequence[Comment]) -> Table:
    rows: list[tuple[Cell, ...]] = []
    is_aligned = _delimiter(lines[0][1]) == _GAP
    starts = [found.start() for found in _CHUNK.finditer(lines[0][1])] if is_aligned else []
    for offset, line in lines:
        if not line.strip() or _RULE.fullmatch(line):
            continue
        cells = tuple(_aligned(line, offset, starts) if is_aligned else _cells(line, offset))
        if cells:
            rows.append(cells)
    width = max((len(row) for row in rows), default=0)
    padded = []
    for row in rows:
        end = row[-1].end
        padded.append(row + tuple(Cell("", end, end) for _ in range(width - len(row))))
    first, last = lines[0][0], lines[-1][0] + len(lines[-1][1])
    own = [each for each in comments if first <= each.start < last]
    return Table(tuple(_with_told(padded, own)))


def _with_told(
    rows: Sequence[tuple[Cell, ...]], comments: Sequence[Comment]
) -> Iterator[tuple[Cell, ...]]:
    """Rows with a column for each thing that comments say of them."""
    names = [name for name in TOLD if any(name in each.values for each in comments)]
    for number, row in enumerate(rows):
        below = rows[number + 1][0].start if number + 1 < len(rows) else math.inf
        told = next((each for each in comments if row[0].start <= each.start < below), None)
        at, end = (told.start, told.end) if told else (row[-1].end, row[-1].end)
        texts = [told.values.get(name, "") if told else "" for name in names]
        yield (*row, *(Cell(text, at, end) for text in (names if number == 0 else texts)))


def _aligned(line: str, offset: int, starts: list[int]) -> Iterator[Cell]:
    """Cells that stand below the words of the header, each in the column it begins in."""
    found: dict[int, list[re.Match[str]]] = {}
    for chunk in _CHUNK.finditer(line):
        column = max(
            (at for at, start in enumerate(starts) if start <= chunk.start() + 1), default=0
        )
        found.setdefault(column, []).append(chunk)
    for column, start in enumerate(starts):
        chunks = found.get(column)
        if not chunks:
            at = offset + min(start, len(line))
            yield Cell("", at, at)
        else:
            first, last = chunks[0].start(), chunks[-1].end()
            yield Cell(unmarked(line[first:last]), offset + first, offset + last)


def _cells(line: str, offset: int) -> Iterator[Cell]:
    is_drawn = line.lstrip().startswith(("│", "┃"))
    delimiter = r"(?<!\\)[|│┃]" if is_drawn else r"(?<!\\)\|"
    if "\t" in line and not line.lstrip().startswith("|"):
        delimiter = r"\t"
    is_framed = delimiter != r"\t"
    bounds = [found.span() for found in re.finditer(delimiter, line)]
    starts = [0, *(end for _, end in bounds)]
    ends = [*(start for start, _ in bounds), len(line)]
    parts = list(zip(starts, ends, strict=True))
    if is_framed and line.lstrip()[:1] in {"|", "│", "┃"}:
        parts = parts[1:]
    if is_framed and line.rstrip()[-1:] in {"|", "│", "┃"} and parts:
        parts = parts[:-1]
    for start, end in parts:
        raw = line[start:end]
        text = raw.strip()
        lead = start + len(raw) - len(raw.lstrip()) if text else start
        yield Cell(unmarked(text), offset + lead, offset + lead + len(text))


def _paragraph(line: str, offset: int, *, is_headed: bool) -> Paragraph:
    text = line.strip()
    start = offset + len(line) - len(line.lstrip())
    heading = _HEADING.fullmatch(text)
    level, is_listed = (2 if is_headed else 0), False
    if heading:
        level = len(heading["marks"])
        start += heading.start("text")
        text = heading["text"]
    else:
        while (listed := _NUMBERED.match(text) or _LISTED.match(text)) and not text.startswith(
            "**"
        ):
            is_listed = True
            start += listed.end()
            text = text[listed.end() :]
    is_bold = bool(_BOLD.match(text))
    end = start + len(text)
    lead = len(text) - len(text.lstrip("*_"))
    if unmarked(text) == text[lead : lead + len(unmarked(text))]:
        start += lead
        end = start + len(unmarked(text))
    return Paragraph(unmarked(text), start, end, level, is_listed, is_bold)
