"""A table of text with a header (CSV and its relatives): its records, and where its cells stand.

Values come from Python's csv module, which is fast; it says nothing about positions. These are
found when asked for, by scanning the one record that is meant.
"""

import csv
import io
import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

import msgspec

from ogpworkshop.model.path import Path, Place
from ogpworkshop.source.text import Lines, Span

_STARTS_FORMULA = "=+\\-@＝＋－＠\t\r"
_FORMULA = re.compile(f"'*[{_STARTS_FORMULA}]")
_DEFUSED = re.compile(f"'+[{_STARTS_FORMULA}]")


def defused(value: str) -> str:
    """The value with an apostrophe before it where a spreadsheet would run it as a formula.

    The list of characters is OWASP's ("CSV Injection").
    """
    return f"'{value}" if _FORMULA.match(value) else value


def restored(value: str) -> str:
    """The inverse of `defused`."""
    return value[1:] if _DEFUSED.match(value) else value


class Cell(msgspec.Struct, frozen=True, gc=False):
    """One cell of a record.

    Attributes:
        start: offset of its first character, a quotation mark included, spaces before it not.
        end: one past its last.
        value: what it holds, without quotation marks and spaces around it.
        is_quoted: whether it stands in quotation marks.
        is_stray: whether a quotation mark is never closed, or text follows the closing one.
    """

    start: int
    end: int
    value: str
    is_quoted: bool = False
    is_stray: bool = False


@lru_cache(maxsize=8)
def _patterns(delimiter: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A cell in quotation marks with what follows it, and a cell as it stands."""
    other = rf"[^{re.escape(delimiter)}\r\n]*"
    quoted = rf' *(?P<all>"(?P<inner>[^"]*+(?:""[^"]*+)*+)"(?P<after>{other}))'
    return re.compile(quoted), re.compile(other)


def scan(text: str, start: int, delimiter: str) -> tuple[list[Cell], int]:
    """The cells of the record that begins at an offset, and the offset after its line end."""
    cells: list[Cell] = []
    at = start
    while True:
        cell, at = _scan_cell(text, at, delimiter)
        cells.append(cell)
        if not text.startswith(delimiter, at):
            break
        at += 1
    return cells, at + (2 if text.startswith("\r\n", at) else 1 if at < len(text) else 0)


def _scan_cell(text: str, at: int, delimiter: str) -> tuple[Cell, int]:
    """The cell at an offset, and the offset of what ends it.

    A cell whose closing mark lies on another line and has text behind it was never meant to be
    closed there: it ends with its own line.
    """
    quoted, plain = _patterns(delimiter)
    found = quoted.match(text, at)
    if found:
        inner, after = found["inner"], found["after"].strip()
        if not after or not ("\n" in inner or "\r" in inner):
            end = found.end() - len(found["after"]) + len(found["after"].rstrip())
            value = (inner.replace('""', '"') + found["after"]).strip()
            return Cell(
                found.start("all"), end, value, is_quoted=True, is_stray=bool(after)
            ), found.end()
    written = plain.match(text, at)
    raw = written[0] if written else ""
    value = raw.strip()
    begin = at + (len(raw) - len(raw.lstrip()) if value else 0)
    is_stray = raw.lstrip(" ").startswith('"')
    return Cell(begin, begin + len(value), value, is_stray=is_stray), at + len(raw)


def records(lines: Lines, delimiter: str) -> Iterator[tuple[int, list[str], tuple[int, ...]]]:
    """Every record: the number of its first line from 0, its cells, which have a stray quote.

    Cells are stripped of spaces. A record of an empty line has no cells.
    """
    rows = list(io.StringIO(lines.text, newline=""))
    begin = 0
    while begin < len(rows):
        rest = map(rows.__getitem__, range(begin, len(rows)))
        reader = csv.reader(rest, delimiter=delimiter, skipinitialspace=True, strict=True)
        used = 0
        try:
            for values in reader:
                yield begin + used, list(map(str.strip, values)), ()
                used = reader.line_num
        except csv.Error:
            line = begin + used
            cells, end = scan(lines.text, lines.starts[line], delimiter)
            strays = tuple(at for at, cell in enumerate(cells) if cell.is_stray)
            yield line, [cell.value for cell in cells], strays
            begin = bisect_left(lines.starts, end) if end < len(lines.text) else len(rows)
        else:
            return


def quoted(text: str, delimiter: str = ",", *, always: bool = False) -> str:
    """A value as it has to be written in a cell."""
    marks = (delimiter, '"', "\n", "\r")
    if always or text != text.strip() or any(mark in text for mark in marks):
        return '"' + text.replace('"', '""') + '"'
    return text


class TableSource:
    """Where the cells of a table stand. Implements `source.text.Source`.

    Attributes:
        is_file: whether the text is that of the file, which can be edited.
        composed: columns whose values are not what stands in their cells, and are not edited.

    Places are `participants[3].email` for a cell, `participants[3]` for a row, `participants`
    for the header line, and `participants.email` for a cell of the header.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what a table is made of
        self,
        file: str,
        lines: Lines,
        delimiter: str,
        columns: Sequence[str],
        header: int,
        rows: Sequence[int] = (),
    ) -> None:
        """Keep the first line (from 0) of the header and of every row after it."""
        self.file = file
        self.lines = lines
        self.delimiter = delimiter
        self.columns = tuple(columns)
        self.header = header
        self.rows = array("L", rows)
        self.is_file = True
        self.composed: frozenset[str] = frozenset()

    @cached_property
    def _index(self) -> dict[str, int]:
        return {name: index for index, name in reversed(list(enumerate(self.columns)))}

    def locate(self, place: Place) -> Span:
        """Where a place stands; the row or the header when it has no place of its own."""
        cell = self._cell(place)
        if cell is None:
            return self._row_span(place.path)
        if place.within is None:
            return Span(cell.start, cell.end)
        return Span(*(self._offset(cell, position) for position in place.within))

    def replace(self, place: Place, text: str) -> tuple[Span, str] | None:
        """The edit that gives a cell this value; None for rows and for cells that do not exist."""
        cell = self._cell(place)
        if cell is None or cell.is_stray or not self.is_file or self.composed & set(place.path[2:]):
            return None
        if place.within is not None:
            start, end = place.within
            text = cell.value[:start] + text + cell.value[end:]
        return Span(cell.start, cell.end), quoted(text, self.delimiter, always=cell.is_quoted)

    def remove(self, place: Place) -> tuple[Span, str] | None:  # noqa: ARG002  the protocol's
        """None: a row is a person, whom nothing takes out unasked."""
        return None

    def _line_of(self, path: Path) -> int:
        row = path[1] if len(path) > 1 else None
        if isinstance(row, int) and 0 <= row < len(self.rows):
            return int(self.rows[row])
        return self.header

    def _row_span(self, path: Path) -> Span:
        start = self.lines.starts[self._line_of(path)]
        cells, _ = scan(self.lines.text, start, self.delimiter)
        return Span(start, cells[-1].end)

    def _cell(self, place: Place) -> Cell | None:
        path = place.path
        names = [step for step in path[1:] if isinstance(step, str)]
        column = self._index.get(names[0]) if names else None
        if column is None:
            return None
        line = self.header if place.key else self._line_of(path)
        cells, _ = scan(self.lines.text, self.lines.starts[line], self.delimiter)
        return cells[column] if column < len(cells) else None

    def _offset(self, cell: Cell, position: int) -> int:
        """Where a character of a cell's value stands, doubled quotation marks counted."""
        if not cell.is_quoted:
            return min(cell.start + position, cell.end)
        written = self.lines.text[cell.start + 1 : cell.end]
        at = len(written) - len(written.lstrip())
        for _ in range(position):
            at += 2 if written.startswith('""', at) else 1
        return min(cell.start + 1 + at, cell.end)
