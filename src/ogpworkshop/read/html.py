"""Reads HTML into pieces: headings, paragraphs, lists, tables with merged cells. Nothing is fetched."""

import re
from html.parser import HTMLParser

from ogpworkshop.source.pieces import Cell, Document, Paragraph, Piece, Table, spread
from ogpworkshop.source.text import Lines, Position

_SILENT = frozenset({"script", "style", "template", "noscript", "svg"})
_BLOCKS = frozenset({"p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article",
                     "header", "footer", "ul", "ol", "dt", "dd", "blockquote", "caption", "main", "nav"})  # fmt: skip
_ASIDES = {"s": "struck out", "strike": "struck out", "del": "struck out", "nav": "navigation",
           "footer": "footer"}  # fmt: skip
_SECTIONS = frozenset({"article", "section", "li", "td"})
_INLINE = frozenset({"span", "time", "strong", "b", "em", "small", "a"})
"""Where one of these begins at the end of another, a page sets them apart."""
_BREAKS = frozenset({"br", "hr"})
_WIDEST = 100
Aside = tuple[str, int, int]
"""A text that stands apart, with what it is, and where it begins and ends."""


def html_document(text: str) -> Document:
    """A page as pieces."""
    pieces, asides = html_pieces(text, 0, len(text))
    return Document(text, tuple(pieces), asides=tuple(asides))


def html_pieces(text: str, start: int, end: int) -> tuple[list[Piece], list[Aside]]:
    """Pieces of a part of a text that is HTML, and what stands apart from it."""
    part = text[start:end]
    if part.count("<") > 2 * part.count(">") + 1_000:
        # tags that never end are none; the parser would look for the end of each
        part = re.sub(r"<(?=[^<>]*(?:<|\Z))", " ", part)
    reader = _Reader(part, start)
    reader.feed(part)
    reader.close()
    return reader.ended(), reader.asides


class _Open:
    """A cell on its way."""

    def __init__(self, start: int, attributes: dict[str, str | None]) -> None:
        self.start = start
        self.end = start
        self.text = ""
        self.columns = _number(attributes.get("colspan"))
        self.rows = _number(attributes.get("rowspan"))


def _number(text: str | None) -> int:
    found = re.match(r"\s*(\d{1,3})", text or "")
    return max(1, min(_WIDEST, int(found[1]))) if found else 1


class _Reader(HTMLParser):
    """Collects pieces; a table within a cell adds its text to that cell."""

    def __init__(self, text: str, offset: int) -> None:
        super().__init__(convert_charrefs=True)
        self.lines = Lines(text)
        self.offset = offset
        self.pieces: list[Piece] = []
        self.silent = 0
        self.depth = 0
        self.rows: list[list[_Open]] = []
        self.cell: _Open | None = None
        self.text = ""
        self.start = self.end_at = offset
        self.level = 0
        self.is_listed = False
        self.is_title = False
        self.title: Paragraph | None = None
        self.asides: list[Aside] = []
        self.apart: list[str] = []
        self.within = 0
        self.is_joint = False

    def _here(self) -> int:
        line, column = self.getpos()
        return self.offset + self.lines.offset(Position(line, column + 1))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.within += tag in _SECTIONS
        if self.is_joint and tag in _INLINE:
            self.handle_data(" ")
        self.is_joint = False
        if tag in _SILENT:
            self.silent += 1
        elif self.apart or self._is_apart(tag):
            self._begin_apart(tag)
        elif tag == "title" and self.depth == 0:
            self._flush()
            self.is_title = True
        elif tag == "table":
            self._table_begins()
        elif tag in {"tr", "td", "th"} and self.depth == 1:
            self._row_or_cell(tag, dict(attrs))
        elif tag in {"td", "th"} and self.cell is not None:
            self._part(" – ")
        elif tag in _BREAKS or (tag == "tr" and self.cell is not None):
            self._break()
        elif tag in _BLOCKS:
            self._block(tag)

    def handle_endtag(self, tag: str) -> None:
        self.is_joint = tag in _INLINE
        self.within -= tag in _SECTIONS and self.within > 0
        if tag in _SILENT:
            self.silent = max(0, self.silent - 1)
        elif self.apart:
            if tag == self.apart[-1]:
                self.apart.pop()
        elif tag == "title":
            self._flush()
            self.is_title = False
        elif tag == "table" and self.depth:
            self.depth -= 1
            if self.depth == 0:
                self._table_ends()
        elif tag in {"td", "th", "tr"} and self.depth == 1:
            self._end_cell()
        elif tag in _BLOCKS:
            self._block("")

    def handle_data(self, data: str) -> None:
        self.is_joint = False
        if self.silent:
            return
        text = re.sub(r"\s+", " ", data)
        here = self._here()
        if self.apart:
            if text.strip():
                label = f"{_ASIDES[self.apart[0]]}: {text.strip()}"
                self.asides.append((label, here, here + len(data.rstrip())))
        elif self.cell is not None:
            if text.strip() and not self.cell.text.strip():
                self.cell.start = here + len(data) - len(data.lstrip())
            self.cell.text += text
            self.cell.end = here + len(data.rstrip()) if text.strip() else self.cell.end
        elif self.depth == 0:
            if text.strip() and not self.text.strip():
                self.start = here + len(data) - len(data.lstrip())
            self.text += text
            self.end_at = here + len(data.rstrip()) if text.strip() else self.end_at

    def _is_apart(self, tag: str) -> bool:
        """Whether what follows is no text of the page: struck out, its menu, its foot."""
        return tag in _ASIDES and not (tag == "footer" and self.within)

    def _begin_apart(self, tag: str) -> None:
        if not self.apart and tag in _BLOCKS:
            self._block("")
        if tag in _ASIDES:
            self.apart.append(tag)

    def _break(self) -> None:
        if self.cell is not None:
            self.cell.text = self.cell.text.rstrip(" ") + "\n"
        elif self.depth == 0:
            self._flush()

    def _part(self, mark: str) -> None:
        """Begin a cell of a table within a cell."""
        if self.cell is not None and self.cell.text.rstrip(" ")[-1:] not in {"", "\n"}:
            self.cell.text = self.cell.text.rstrip(" ") + mark

    def _block(self, tag: str) -> None:
        if self.cell is not None:
            if self.cell.text.strip():
                self._break()
            return
        self._flush()
        self.level = int(tag[1]) if re.fullmatch(r"h[1-6]", tag) else 0
        self.is_listed = tag == "li"

    def _flush(self) -> None:
        text = self.text.strip()
        if text and self.is_title:
            self.title = Paragraph(text, self.start, self.end_at, 1)
        elif text:
            self.pieces.append(Paragraph(text, self.start, self.end_at, self.level, self.is_listed))
        self.text = ""

    def _row_or_cell(self, tag: str, attributes: dict[str, str | None]) -> None:
        self._end_cell()
        if tag == "tr" or not self.rows:
            self.rows.append([])
        if tag != "tr":
            raw = self.get_starttag_text() or ""
            self.cell = _Open(self._here() + len(raw), attributes)

    def _table_begins(self) -> None:
        self.depth += 1
        if self.depth == 1:
            self._flush()
            self.rows = []

    def _end_cell(self) -> None:
        if self.cell is not None:
            self.rows[-1].append(self.cell)
            self.cell = None

    def _table_ends(self) -> None:
        self._end_cell()
        table = Table(tuple(spread([[_made(c) for c in row] for row in self.rows])))
        if table.rows:
            self.pieces.append(table)
        self.rows = []

    def ended(self) -> list[Piece]:
        """All pieces; a table that is never closed ends with the page."""
        if self.depth:
            self._table_ends()
        self._flush()
        levels = {piece.level for piece in self.pieces if isinstance(piece, Paragraph)}
        # the name of the window, where the page itself has no title
        is_needed = self.title is not None and 1 not in levels
        return [self.title, *self.pieces] if self.title and is_needed else self.pieces


def _made(cell: _Open) -> tuple[Cell, int, int]:
    lines = [line.strip() for line in cell.text.split("\n")]
    text = "\n".join(line for line in lines if line)
    return Cell(text, cell.start, max(cell.start, cell.end)), cell.columns, cell.rows
