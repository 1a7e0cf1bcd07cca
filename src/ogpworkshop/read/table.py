"""Reads a table of text: bytes → named columns and rows, whatever a spreadsheet made of them."""

import re
from collections.abc import Sequence
from itertools import chain, islice

import msgspec

from ogpworkshop.model.agenda import Fault
from ogpworkshop.model.path import Path, Place
from ogpworkshop.read.decoding import text_of
from ogpworkshop.read.headers import (
    Layout,
    column_name,
    distinct,
    empty,
    header_missing,
    header_of,
    is_data,
    names_of,
)
from ogpworkshop.source import charset
from ogpworkshop.source.table import TableSource, records
from ogpworkshop.source.text import Lines

DELIMITERS = (",", ";", "\t", "|")
_SAMPLE = 64 * 1024
_TITLES_WITHIN = 12
"""Rows, at the top of a list, among which its titles are looked for."""
_DAMAGE = re.compile("[\x00\ufffd]")


class Table(msgspec.Struct, frozen=True):
    """A table as read.

    Attributes:
        columns: names without capitals and spaces, each once.
        rows: one for each record after the header, its cells by column; {} for an empty record.
        faults: in the order of the file.
        source: where everything stands.
        titles: of the columns, as they stand in the header.
        encoding: how the file stores its letters, if not as Unicode.
    """

    columns: tuple[str, ...]
    rows: list[dict[str, str]]
    faults: list[Fault]
    source: TableSource
    titles: tuple[str, ...] = ()
    encoding: str = ""


def read_table(content: bytes, file: str, layout: Layout, encoding: str | None = None) -> Table:
    """A table from the bytes of its file.

    Args:
        content: of the file.
        file: its name.
        layout: what it is read for.
        encoding: how it stores its letters, where somebody has said so.

    Raises:
        OgpError: when the bytes are no table of text at all.
    """
    text, told = text_of(content, file, layout, encoding)
    return table_of(text, file, layout, told, is_guessed=encoding is None)


def table_of(
    text: str, file: str, layout: Layout, encoding: str = "", *, is_guessed: bool = True
) -> Table:
    """A table from its text.

    Raises:
        OgpError: when nothing is in it.
    """
    lines = Lines(text)
    hint = re.match(r"sep=(.)[\r\n]", text)
    delimiter = hint[1] if hint and hint[1] in DELIMITERS else _delimiter(text, layout)
    found = records(lines, delimiter)
    if hint:
        next(found)
    top = list(islice(found, _TITLES_WITHIN))
    at = header_of([cells for _, cells, _ in top], layout)
    if at is None:
        raise empty(file, layout)
    header, titles, _ = top[at]
    while titles and not titles[-1]:  # spreadsheets leave such columns behind
        titles.pop()
    names = names_of(titles)
    rest = chain(top[at + 1 :], found)
    missing = is_data(titles, names, layout)
    if missing:
        sample = [top[at], *islice(rest, 60)]
        names = list(layout.guessed([cells for _, cells, _ in sample]) or ())
        if not names:
            source = TableSource(file, lines, delimiter, (), header)
            return Table((), [], [header_missing(layout)], source)
        titles, rest = list(names), chain(sample, rest)
    reading = _Reading(layout, distinct(names), titles)
    reading.take_header(names)
    for line, cells, strays in rest:
        reading.take(line, cells, strays)
    source = TableSource(file, lines, delimiter, reading.columns, header, reading.lines)
    reading.end()
    faults = [header_missing(layout, names)] if missing else []
    faults += _encoding(text, reading, encoding if is_guessed else "")
    faults += reading.faults
    return Table(reading.columns, reading.rows, faults, source, tuple(titles), encoding)


def _delimiter(text: str, layout: Layout) -> str:
    """What parts the cells: it finds names of columns, and rows as wide as the header."""

    def merit(delimiter: str) -> tuple[int, float, int]:
        sample = Lines(text[:_SAMPLE])
        rows = [cells for _, cells, _ in islice(records(sample, delimiter), 40) if any(cells)]
        head, *others = rows or [[]]
        known = sum(column_name(title) in layout.columns for title in head)
        alike = sum(len(cells) == len(head) for cells in others) / (len(others) or 1)
        return known, alike if len(head) > 1 else 0, len(head)

    return max(DELIMITERS, key=merit)


class _Reading:
    """The rows taken so far."""

    def __init__(self, layout: Layout, columns: tuple[str, ...], titles: list[str]) -> None:
        self.layout = layout
        self.columns = columns
        self.titles = titles
        self.lines: list[int] = []
        self.rows: list[dict[str, str]] = []
        self.faults: list[Fault] = []
        self.blank: list[tuple[int, bool]] = []

    def take_header(self, names: Sequence[str]) -> None:
        """Report columns that have no name, and names that occur twice."""
        for column, name, title in zip(self.columns, names, self.titles, strict=True):
            root = self.layout.root
            if not name:
                self._report(
                    "column-unnamed", root / column, "A column has no name", f"read as {column}"
                )
            elif column != name:
                first = self.titles[self.columns.index(name)]
                message = f"Two columns are called “{title}”"
                related = ((Place(root / name), f"“{first}” stands here first"),)
                label = f"read as {column}"
                self._report("column-duplicate", root / column, message, label, related)

    def take(self, line: int, cells: list[str], strays: Sequence[int]) -> None:
        """One record after the header."""
        position = len(self.lines)
        self.lines.append(line)
        if not any(cells):
            self.blank.append((position, bool(cells)))
            self.rows.append({})
            return
        if self.blank:
            self._report_blank()
        if strays:
            self._report_stray(position, cells, strays[0])
        if len(cells) != len(self.columns):
            cells = self._fitted(position, cells)
        self.rows.append(dict(zip(self.columns, cells, strict=True)))

    def end(self) -> None:
        """The last record was taken; empty lines at the end of a file are no rows."""
        self.blank = [(position, has_cells) for position, has_cells in self.blank if has_cells]
        if self.blank:
            self._report_blank()

    def _fitted(self, position: int, cells: list[str]) -> list[str]:
        width = len(self.columns)
        if len(cells) < width or any(cells[width:]):
            kind = "too few" if len(cells) < width else "too many"
            self._report(
                "row-ragged",
                self.layout.root / position,
                f"{self._called(cells)} has {len(cells)} cells where the header has {width}",
                f"{kind} by {abs(len(cells) - width)}",
            )
        return [*cells[:width], *[""] * (width - len(cells))]

    def _report_stray(self, position: int, cells: list[str], at: int) -> None:
        path = self.layout.root / position
        self._report(
            "row-stray-quote",
            path / self.columns[at] if at < len(self.columns) else path,
            f"{self._called(cells)} has a quotation mark that is not closed at the end of its cell",
            "a cell in quotation marks ends with one; a mark within is doubled",
        )

    def _report_blank(self) -> None:
        first, many = self.blank[0][0], len(self.blank)
        message = "A row is empty" if many == 1 else f"{many} rows are empty"
        self._report("row-empty", self.layout.root / first, message, "nothing in any column")
        self.blank.clear()

    def _called(self, cells: Sequence[str]) -> str:
        """How messages call a row: by the name in it, or by its first cell."""
        named = dict(zip(self.columns, cells, strict=False))
        name = named.get("name") or next((cell for cell in cells if cell), "")
        return f"The {self.layout.line} of “{name}”"

    def _report(
        self,
        kind: str,
        path: Path,
        message: str,
        label: str,
        related: tuple[tuple[Place, str], ...] = (),
    ) -> None:
        self.faults.append(Fault(kind, Place(path), message, label, related=related))


def _encoding(text: str, reading: _Reading, encoding: str) -> list[Fault]:
    """What is remarkable about the letters of the text."""
    faults = []
    if encoding and not text.isascii():
        place, value = _first_cell(reading, re.compile(r"[^\x00-\x7f]"))
        name = charset.NAMES.get(encoding, encoding)
        message = f"The file is not UTF-8 and was read as {name}, so that {value} may be wrong"
        faults.append(Fault("encoding-legacy", place, message, "is this spelt right?"))
    if "\x00" in text or "\ufffd" in text:
        place, value = _first_cell(reading, _DAMAGE)
        message = f"Letters have been lost in {value}"
        faults.append(Fault("encoding-damaged", place, message, "a letter that no text has"))
        for row in reading.rows:
            row.update({column: cell.replace("\x00", "") for column, cell in row.items()})
    return faults


def _first_cell(reading: _Reading, pattern: re.Pattern[str]) -> tuple[Place, str]:
    """The place of the first cell with a letter of some kind, and the cell in quotation marks."""
    root = reading.layout.root
    for column, title in zip(reading.columns, reading.titles, strict=True):
        if pattern.search(title):
            return Place(root / column, key=True), f"“{title}”"
    for position, row in enumerate(reading.rows):
        for column, cell in row.items():
            if pattern.search(cell):
                return Place(root / position / column), f"“{cell}”"
    return Place(root), "the file"
