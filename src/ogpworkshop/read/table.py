"""Reads a table of text: bytes → named columns and rows, whatever a spreadsheet made of them."""

import codecs
import re
from collections.abc import Callable, Iterable, Sequence
from itertools import chain, islice

import msgspec

from ogpworkshop.errors import OgpError
from ogpworkshop.model.agenda import Fault
from ogpworkshop.model.path import Path, Place
from ogpworkshop.source import charset
from ogpworkshop.source.table import TableSource, records
from ogpworkshop.source.text import Lines, UndecodableError

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
_TITLES_WITHIN = 12
"""Rows, at the top of a list, among which its titles are looked for."""
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
        is_title: whether a column's name is one that such tables have, in whatever words.
        guessed: names of the columns of a table without a header, None if they cannot be told.
    """

    root: Path
    what: str
    line: str
    columns: tuple[str, ...]
    required: tuple[str, ...]
    is_title: Callable[[str], bool] | None = None
    guessed: Callable[[Sequence[Sequence[str]]], tuple[str, ...] | None] = lambda _rows: None


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


def column_name(title: str) -> str:
    """The name of a column from the title in its header: `organisation_type` for Organisation Type."""
    plain = _plain_name(title)
    return _SPELLINGS.get(plain, plain)


def _plain_name(title: str) -> str:
    return re.sub(r"[\s\-./]+", "_", title.strip().strip("\ufeff").casefold()).strip("_")


def _names(titles: Sequence[str]) -> list[str]:
    """Names of columns; beside “Name”, as forms have it for an account, “Full name” keeps its own."""
    names: list[str] = []
    for title in titles:
        name = column_name(title)
        names.append(_plain_name(title) if name == "name" in names else name)
    return names


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
    text, told = _text_of(content, file, layout, encoding)
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
    at = _header_of([cells for _, cells, _ in top], layout)
    if at is None:
        raise _empty(file, layout)
    header, titles, _ = top[at]
    while titles and not titles[-1]:  # spreadsheets leave such columns behind
        titles.pop()
    names = _names(titles)
    rest = chain(top[at + 1 :], found)
    missing = _is_data(titles, names, layout)
    if missing:
        sample = [top[at], *islice(rest, 60)]
        names = list(layout.guessed([cells for _, cells, _ in sample]) or ())
        if not names:
            source = TableSource(file, lines, delimiter, (), header)
            return Table((), [], [_header_missing(layout)], source)
        titles, rest = list(names), chain(sample, rest)
    reading = _Reading(layout, _distinct(names), titles)
    reading.take_header(names)
    for line, cells, strays in rest:
        reading.take(line, cells, strays)
    source = TableSource(file, lines, delimiter, reading.columns, header, reading.lines)
    reading.end()
    faults = [_header_missing(layout, names)] if missing else []
    faults += _encoding(text, reading, encoding if is_guessed else "")
    faults += reading.faults
    return Table(reading.columns, reading.rows, faults, source, tuple(titles), encoding)


def _header_of(rows: Sequence[Sequence[str]], layout: Layout) -> int | None:
    """Which of the first rows has the titles: the first that is not empty.

    Above the titles of a list there may be its heading, in a cell or two.
    """
    filled = [at for at, cells in enumerate(rows) if any(cells)]
    if not filled:
        return None
    first = filled[0]
    if layout.is_title is None or _n_titles(rows[first], layout) > 1:
        return first
    if sum(map(bool, rows[first])) > 2:
        return first
    better = (at for at in filled if _n_titles(rows[at], layout) > 1)
    return next(better, first)


def _n_titles(cells: Iterable[str], layout: Layout) -> int:
    is_title = layout.is_title or layout.columns.__contains__
    return sum(bool(cell) and is_title(column_name(cell)) for cell in cells)


def _empty(file: str, layout: Layout) -> OgpError:
    names = ",".join(layout.required)
    return OgpError(f"{file} is empty", f"Its first line names the columns: {names},…")


def _text_of(content: bytes, file: str, layout: Layout, encoding: str | None) -> tuple[str, str]:
    """The text, and how it is stored where that is not Unicode."""
    remedy = f"Save the {layout.what} as “CSV UTF-8” and give that file."
    if len(content) > LARGEST:
        raise OgpError(f"{file} is {len(content) / 1e6:.0f} MB, too large for a {layout.what}")
    for signature, kind in _SIGNATURES.items():
        if content.startswith(signature):
            raise OgpError(f"{file} is {kind}, not a table of text", remedy)
    try:
        text, stored = _decoded(content, encoding)
    except (UnicodeDecodeError, UndecodableError):
        raise OgpError(f"{file} is not a table of text", remedy) from None
    head = text[:_SAMPLE]
    odd = sum(letter < " " and letter not in "\t\r\n\v" for letter in head)
    if odd * 10 > len(head):
        raise OgpError(f"{file} is not a table of text", remedy)
    if not _LETTER.search(text):
        raise _empty(file, layout)
    return text, stored


def _decoded(content: bytes, encoding: str | None) -> tuple[str, str]:
    """The text, and how it is stored: "" for Unicode.

    Raises:
        OgpError: when somebody has named an encoding that there is not, or that it is not in.
        UnicodeDecodeError: when it is cut short.
    """
    if encoding:
        try:
            name = codecs.lookup(encoding).name
            text = content.decode(encoding)
        except (LookupError, ValueError):
            what = f"the roster cannot be read as {encoding}"
            raise OgpError(
                what, "Leave encoding: out, or write another, such as windows-1252."
            ) from None
        return text.removeprefix("\ufeff"), "" if name.startswith("utf") else name
    return charset.decoded(content)


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


def _header_missing(layout: Layout, names: Iterable[str] = ()) -> Fault:
    taken = ", ".join(names)
    return Fault(
        "header-missing",
        Place(layout.root),
        f"The {layout.what} does not begin with the names of its columns",
        f"the columns were taken for {taken}; a line with their names belongs above this one"
        if taken
        else f"a line such as {','.join(layout.columns[:4])},… belongs above this one",
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
