"""Reads a table of text: bytes → named columns and rows, whatever a spreadsheet made of them."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice

import msgspec

from ogpworkshop.errors import OgpError
from ogpworkshop.model.agenda import Fault
from ogpworkshop.model.path import Path, Place
from ogpworkshop.source.table import TableSource, records
from ogpworkshop.source.text import Lines, UndecodableError, decode

LARGEST = 64 * 1024 * 1024
"""Bytes of the largest table read: some 250,000 people."""

DELIMITERS = (",", ";", "\t", "|")
_SAMPLE = 64 * 1024
_SIGNATURES = {
    b"PK\x03\x04": "an Excel, OpenDocument or ZIP file",
    b"\xd0\xcf\x11\xe0": "an old Excel file",
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a compressed file",
}
_SPELLINGS = {
    "e_mail": "email", "full_name": "name", "organization": "organisation", "organization_type": "organisation_type",
}  # fmt: skip
_DATA = re.compile(r"[^@\s]+@[^@\s]+|\d+|\d{4}-\d\d-\d\d")
_LETTER = re.compile(r"[^\s,;|\"\x00\ufeff]")
_DAMAGE = re.compile("[\x00\ufffd]")


class Layout(msgspec.Struct, frozen=True):
    """What a table is read for.

    Attributes:
        root: path of the table: `participants` or `placements`.
        what: how messages call the file.
        line: how they call one line of it.
        columns: names that a header has.
        required: those without which the table is of no use, if only for hints.
    """

    root: Path
    what: str
    line: str
    columns: tuple[str, ...]
    required: tuple[str, ...]


class Table(msgspec.Struct, frozen=True):
    """A table as read.

    Attributes:
        columns: names without capitals and spaces, each once.
        rows: one for each record after the header, its cells by column; {} for an empty record.
        faults: in the order of the file.
        source: where everything stands.
    """

    columns: tuple[str, ...]
    rows: list[dict[str, str]]
    faults: list[Fault]
    source: TableSource


def column_name(title: str) -> str:
    """The name of a column from the title in its header: `organisation_type` for Organisation Type."""
    plain = re.sub(r"[\s\-./]+", "_", title.strip().strip("\ufeff").casefold()).strip("_")
    return _SPELLINGS.get(plain, plain)


def read_table(content: bytes, file: str, layout: Layout) -> Table:
    """A table from the bytes of its file.

    Raises:
        OgpError: when the bytes are no table of text at all.
    """
    text, is_guessed = _text_of(content, file, layout)
    lines = Lines(text)
    hint = re.match(r"sep=(.)[\r\n]", text)
    delimiter = hint[1] if hint and hint[1] in DELIMITERS else _delimiter(text, layout)
    found = records(lines, delimiter)
    if hint:
        next(found)
    header, titles = next(((line, cells) for line, cells, _ in found if any(cells)), (0, []))
    if not titles:
        raise _empty(file, layout)
    while titles and not titles[-1]:  # spreadsheets leave such columns behind
        titles.pop()
    names = [column_name(title) for title in titles]
    if _is_data(titles, names, layout):
        source = TableSource(file, lines, delimiter, (), header)
        return Table((), [], [_header_missing(layout)], source)
    reading = _Reading(layout, _distinct(names), titles)
    reading.take_header(names)
    for line, cells, strays in found:
        reading.take(line, cells, strays)
    source = TableSource(file, lines, delimiter, reading.columns, header, reading.lines)
    reading.end()
    faults = [*_encoding(text, reading, is_guessed=is_guessed), *reading.faults]
    return Table(reading.columns, reading.rows, faults, source)


def _empty(file: str, layout: Layout) -> OgpError:
    names = ",".join(layout.required)
    return OgpError(f"{file} is empty", f"Its first line names the columns: {names},…")


def _text_of(content: bytes, file: str, layout: Layout) -> tuple[str, bool]:
    """The text, and whether its encoding is a guess."""
    remedy = f"Save the {layout.what} as “CSV UTF-8” and give that file."
    if len(content) > LARGEST:
        raise OgpError(f"{file} is {len(content) / 1e6:.0f} MB, too large for a {layout.what}")
    for signature, kind in _SIGNATURES.items():
        if content.startswith(signature):
            raise OgpError(f"{file} is {kind}, not a table of text", remedy)
    try:
        encoding = _utf16(content)
        if encoding:
            text = content.decode(encoding)
        else:
            text, encoding = decode(content, fallback="cp1252")
    except UndecodableError:
        text, encoding = content.decode("cp1252", "replace"), "cp1252"
    except UnicodeDecodeError:
        raise OgpError(f"{file} is not a table of text", remedy) from None
    head = text[:_SAMPLE]
    odd = sum(letter < " " and letter not in "\t\r\n" for letter in head)
    if odd * 10 > len(head):
        raise OgpError(f"{file} is not a table of text", remedy)
    if not _LETTER.search(text):
        raise _empty(file, layout)
    return text, encoding == "cp1252"


def _utf16(content: bytes) -> str:
    """Which UTF-16 without a byte order mark it is, told by its NULs; "" if it is none."""
    odd, even = content[1:128:2].count(0), content[0:128:2].count(0)
    if min(odd, even) == 0 and max(odd, even) * 3 > len(content[:128]):
        return "utf-16-le" if odd else "utf-16-be"
    return ""


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


def _is_data(titles: Sequence[str], names: Sequence[str], layout: Layout) -> bool:
    """Whether the first line holds values rather than names of columns."""
    has_known = any(name in layout.columns for name in names)
    return not has_known and any(_DATA.fullmatch(title) for title in titles)


def _header_missing(layout: Layout) -> Fault:
    return Fault(
        "header-missing",
        Place(layout.root),
        f"The {layout.what} does not begin with the names of its columns",
        f"a line such as {','.join(layout.columns[:4])},… belongs above this one",
    )


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    """The names, nameless ones numbered, and repeated ones with a number behind them."""
    taken: dict[str, None] = {}
    for position, name in enumerate(names, 1):
        base = name or f"column_{position}"
        number = 1
        while (distinct := base if number == 1 else f"{base}_{number}") in taken:
            number += 1
        taken[distinct] = None
    return tuple(taken)


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


def _encoding(text: str, reading: _Reading, *, is_guessed: bool) -> list[Fault]:
    """What is remarkable about the letters of the text."""
    faults = []
    if is_guessed and not text.isascii():
        place, value = _first_cell(reading, re.compile(r"[^\x00-\x7f]"))
        message = (
            f"The file is not UTF-8 and was read as Windows-1252, so that {value} may be wrong"
        )
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
