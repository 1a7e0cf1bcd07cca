"""A document as it is read before anything is understood: paragraphs, and tables with their cells.

Every piece knows which characters of a text it stands for. For Markdown and plain text that is the
file itself; for Word and spreadsheets it is a transcript with a line for each paragraph and row.
"""

import re
from datetime import date

import msgspec

from ogpworkshop.model.path import Path, Place
from ogpworkshop.source.text import Lines, Span

_PAGE = re.compile(
    r"(?:page|seite|página|halaman|стр\.?)\s*\d{1,3}(?:\s*(?:/|of|de|von|sur|dari|из)\s*\d{1,3})?|[–—-]\s*\d{1,3}\s*[–—-]",
    re.IGNORECASE,
)


class Paragraph(msgspec.Struct, frozen=True):
    """A line of prose, a heading, a part of a list.

    Attributes:
        text: without marks of emphasis and lists.
        start: offset of its first character.
        end: one past its last.
        level: 1 for the highest heading, 0 for none.
        is_listed: whether it is part of a list.
        is_bold: whether all of it is bold.
    """

    text: str
    start: int
    end: int
    level: int = 0
    is_listed: bool = False
    is_bold: bool = False


class Cell(msgspec.Struct, frozen=True):
    """One cell of a table.

    Attributes:
        text: what it holds, line by line.
        start: offset of its first character.
        end: one past its last.
        is_above: it is the lower part of a cell that begins in a row above.
        is_before: it is the right part of a cell that begins before it.
    """

    text: str
    start: int
    end: int
    is_above: bool = False
    is_before: bool = False


class Table(msgspec.Struct, frozen=True):
    """Rows of cells; merged cells are repeated in every place that they cover.

    Attributes:
        rows: from top to bottom.
        title: name of the sheet, "" if it has none.
        first: the day that a spreadsheet counts as 0 where it stores days as numbers.
        is_prose: lines that tabs align: what stands below can go on with the last of them.
    """

    rows: tuple[tuple[Cell, ...], ...]
    title: str = ""
    first: date | None = None
    is_prose: bool = False


Piece = Paragraph | Table


class Document(msgspec.Struct, frozen=True):
    """A file as pieces.

    Attributes:
        text: what offsets count in.
        pieces: in order.
        is_file: whether the text is that of the file, which can be edited.
        asides: what stands apart from the text, as footers, footnotes and hidden rows do: each with
            its place, (start, end).
    """

    text: str
    pieces: tuple[Piece, ...]
    is_file: bool = True
    asides: tuple[tuple[str, int, int], ...] = ()


COMMENT = "ogp: "
"""How a comment in Markdown begins that says of a session what the page does not show."""


class TooLargeError(Exception):
    """A document has more cells than any agenda, or nests them deeper."""


_MOST_CELLS = 400_000


def is_page_number(text: str) -> bool:
    """Whether a text says nothing but which page it stands on: Page 1 of 2, Seite 2/4, - 3 -."""
    return bool(_PAGE.fullmatch(text))


def spread(rows: list[list[tuple[Cell, int, int]]]) -> list[tuple[Cell, ...]]:
    """Rows of cells with the columns and rows they cover, as a grid with every place filled.

    Raises:
        TooLargeError: when that are more cells than any agenda has.
    """
    pending: dict[int, tuple[Cell, int]] = {}
    grid: list[tuple[Cell, ...]] = []
    n_cells = 0
    for row in rows:
        line: list[Cell] = []
        waiting = list(row)
        while waiting or len(line) in pending:
            if len(line) in pending:
                _from_above(pending, line)
                continue
            cell, columns, n_rows = waiting.pop(0)
            for part in range(columns):
                placed = Cell(cell.text, cell.start, cell.end, cell.is_above, part > 0)
                if n_rows > 1:
                    pending[len(line)] = (placed, n_rows - 1)
                line.append(placed)
        if line:
            grid.append(tuple(line))
        n_cells += len(line)
        if n_cells > _MOST_CELLS:
            raise TooLargeError
    width = max((len(line) for line in grid), default=0)
    return [
        line + tuple(Cell("", line[-1].end, line[-1].end) for _ in range(width - len(line)))
        for line in grid
    ]


def _from_above(pending: dict[int, tuple[Cell, int]], line: list[Cell]) -> None:
    """Fill a place with the cell that reaches into it from the row above."""
    cell, left = pending.pop(len(line))
    if left > 1:
        pending[len(line)] = (cell, left - 1)
    line.append(Cell(cell.text, cell.start, cell.end, is_above=True, is_before=cell.is_before))


class Transcript:
    """The text of a document that is no text: a line for each paragraph and for each row."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._parts: list[str] = []
        self._length = 0

    @property
    def text(self) -> str:
        """All lines."""
        return "".join(self._parts)

    def line(self, text: str) -> tuple[int, int]:
        """Add a line; returns where its text stands."""
        start = self._length
        shown = _shown(text)
        self._add(shown + "\n")
        return start, start + len(shown)

    def aside(self, label: str, text: str) -> tuple[str, int, int]:
        """Add a line for what stands apart from the text; returns it with its place."""
        start, end = self.line(f"{label}: {text}")
        return f"{label}: {' '.join(text.split())}", start + len(label) + 2, end

    def row(self, label: str, texts: list[str]) -> list[tuple[int, int]]:
        """Add a row under a label that says where it stands; returns where each cell does."""
        self._add(f"{label}:")
        spans = []
        for text in texts:
            self._add(" ")
            start = self._length
            self._add(_shown(text))
            spans.append((start, self._length))
            self._add(" |")
        self._add("\n")
        return spans

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)


def _shown(text: str) -> str:
    """A text on one line; what parts its lines is shown, and keeps their places."""
    return text.replace("\r\n", "\n").replace("\n", "¶").replace("\r", "¶")


class PlacedSource:
    """Where everything stands that was made out of pieces. Implements `source.text.Source`."""

    def __init__(
        self,
        file: str,
        document: Document,
        spans: dict[Path, Span],
        unplaced: tuple[tuple[str, Span], ...] = (),
    ) -> None:
        """Keep the spans by their paths in the model, and what has no place in it."""
        self.unplaced = unplaced
        self.file = file
        self.lines = Lines(document.text)
        self.spans = spans
        self.is_file = document.is_file

    def locate(self, place: Place) -> Span:
        """Where a place stands; its nearest ancestor that has a span, if it has none itself."""
        path = place.path
        while path and path not in self.spans:
            path = Path(path[:-1])
        span = self.spans.get(path)
        if span is None:
            first = min(self.spans.values(), default=None)
            return first or Span(0, min(1, len(self.lines.text)))
        if place.within is not None and path == place.path:
            start, end = (min(span.start + offset, span.end) for offset in place.within)
            return Span(start, max(start, end))
        return span

    def replace(self, place: Place, text: str) -> tuple[Span, str] | None:
        """The edit that gives a time or a text of one line this value; None in Word and sheets."""
        span = self.spans.get(place.path)
        if span is None or not self.is_file or place.key or set(text) & set("\n\r\t|"):
            return None
        if place.within is not None:
            span = self.locate(place)
        return (span, text) if span.end > span.start else None

    def remove(self, place: Place) -> tuple[Span, str] | None:  # noqa: ARG002  a Source
        """None: what stands around a line of a document may belong to it."""
        return None
