"""Reads OpenDocument spreadsheets (.ods) and texts (.odt) into pieces."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from ogpworkshop.source.packed import Package
from ogpworkshop.source.pieces import (
    Cell,
    Document,
    Paragraph,
    Piece,
    Table,
    TooLargeError,
    Transcript,
    is_page_number,
    spread,
)

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_WIDEST = 60
_MOST_ROWS = 3_000
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"


def open_document(package: Package, most_rows: int = _MOST_ROWS) -> Document:
    """An OpenDocument spreadsheet or text as pieces.

    Raises:
        TooLargeError: when a table has more rows than `most_rows`.
    """
    root = package.xml("content.xml")
    transcript = Transcript()
    pieces: list[Piece] = []
    asides: list[tuple[str, int, int]] = []
    body = root.find(f"{_OFFICE}body") if root is not None else None
    hidden = _hidden_styles(root) if root is not None else frozenset()
    for element in _open_blocks(body) if body is not None else ():
        if element.tag != f"{_TABLE}table":
            pieces += _open_paragraphs(element, transcript)
        elif element.get(f"{_TABLE}style-name", "") in hidden:
            asides.append(transcript.aside("hidden sheet", element.get(f"{_TABLE}name", "")))
        else:
            table = _open_table(element, transcript, asides, most_rows)
            if table.rows:
                pieces.append(table)
    asides += _open_asides(body, package, transcript)
    return Document(transcript.text, tuple(pieces), is_file=False, asides=tuple(asides))


def _open_paragraphs(element: "Element", transcript: Transcript) -> Iterator[Paragraph]:
    """A paragraph for each of its lines."""
    level = element.get(f"{_TEXT}outline-level", "0")
    is_heading = element.tag == f"{_TEXT}h" and level.isdecimal()
    for line in _open_text(element).split("\n"):
        if line.strip():
            start, end = transcript.line(line.strip())
            yield Paragraph(line.strip(), start, end, int(level) if is_heading else 0)


def _hidden_styles(root: "Element") -> frozenset[str]:
    """Names of the styles of sheets that are not shown."""
    return frozenset(
        style.get(f"{_STYLE}name", "")
        for style in root.iter(f"{_STYLE}style")
        for part in style
        if part.get(f"{_TABLE}display") == "false"
    )


def _open_asides(
    body: "Element | None", package: Package, transcript: Transcript
) -> Iterator[tuple[str, int, int]]:
    """Footnotes, remarks, headers and footers."""
    for element in body.iter() if body is not None else ():
        name = element.tag.rpartition("}")[2]
        if name in {"note", "annotation"}:
            label = "footnote" if name == "note" else "comment"
            texts = [_open_text(part) for part in element.iter(f"{_TEXT}p")]
            yield transcript.aside(label, " ".join(filter(None, texts)))
    styles = package.xml("styles.xml")
    seen: set[str] = set()
    for element in styles.iter() if styles is not None else ():
        name = element.tag.rpartition("}")[2]
        if name in {"header", "footer"} and element.tag.startswith(_STYLE):
            for part in element.iter(f"{_TEXT}p"):
                text = _open_text(part)
                is_said = any(map(str.isalpha, text)) and "???" not in text
                if is_said and text not in seen and not is_page_number(text):
                    seen.add(text)
                    yield transcript.aside(name, text)


def _open_blocks(parent: "Element") -> Iterator["Element"]:
    for child in parent:
        if child.tag in {f"{_TABLE}table", f"{_TEXT}p", f"{_TEXT}h"}:
            yield child
        elif child.tag != f"{_TEXT}tracked-changes":
            yield from _open_blocks(child)


def _open_text(element: "Element") -> str:
    parts: list[str] = []
    waiting: list[Any] = [element]
    while waiting:
        each = waiting.pop()
        if isinstance(each, str):
            parts.append(each)
            continue
        name = each.tag.rpartition("}")[2]
        if name in {"annotation", "note"}:
            continue
        parts.append({"line-break": "\n", "tab": "\t", "s": " "}.get(name, ""))
        for child in reversed(list(each)):
            waiting.append(child.tail or "")
            waiting.append(child)
        waiting.append(each.text or "")
    return "".join(parts).strip()


def _open_table(
    element: "Element", transcript: Transcript, asides: list[tuple[str, int, int]], most_rows: int
) -> Table:
    name = element.get(f"{_TABLE}name", "")
    rows: list[list[tuple[Cell, int, int]]] = []
    number = 0
    for row in _rows(element):
        cells = [each for each in row if each.tag == f"{_TABLE}table-cell"]
        values = [(_open_value(each), each) for each in cells]
        n_rows = _repeated(row, "rows")
        if not any(text for text, _ in values):
            number += n_rows
        elif row.get(f"{_TABLE}visibility", "visible") != "visible":
            number += n_rows
            texts = " | ".join(text for text, _ in values if text)
            asides.append(transcript.aside(f"hidden row {number} of {name}", texts))
        else:
            if len(rows) > most_rows:
                raise TooLargeError
            for _ in range(min(n_rows, 100)):
                number += 1
                rows.append(_open_row(f"{name}, row {number}", values, transcript))
    return Table(tuple(spread(rows)), name, date(1899, 12, 30))


def _rows(table: "Element") -> Iterator["Element"]:
    """The rows of a table, those of tables within its cells left out."""
    for part in table:
        if part.tag == f"{_TABLE}table-row":
            yield part
        elif part.tag not in {f"{_TABLE}table", f"{_TABLE}table-cell"}:
            yield from _rows(part)


def _open_row(
    label: str, values: Sequence[tuple[str, "Element"]], transcript: Transcript
) -> list[tuple[Cell, int, int]]:
    spread_out = [
        (text, element) for text, element in values for _ in range(_repeated(element, "columns"))
    ]
    while len(spread_out) > 1 and not spread_out[-1][0]:  # up to the edge of the sheet
        spread_out.pop()
    spans = transcript.row(label, [text for text, _ in spread_out])
    return [
        (
            Cell(text, start, end),
            _count(element.get(f"{_TABLE}number-columns-spanned")),
            _count(element.get(f"{_TABLE}number-rows-spanned")),
        )
        for (text, element), (start, end) in zip(spread_out, spans, strict=True)
    ]


def _repeated(element: "Element", what: str) -> int:
    return _count(element.get(f"{_TABLE}number-{what}-repeated"))


def _count(text: str | None) -> int:
    return max(1, min(int(text), _WIDEST)) if text and text.isdecimal() and len(text) < 8 else 1


def _open_value(cell: "Element") -> str:
    """The value of a cell: times and dates by what they are, the rest as it is shown."""
    kind = cell.get(f"{_OFFICE}value-type", "")
    if kind == "time":
        found = re.fullmatch(r"PT(\d+)H(\d+)M.*", cell.get(f"{_OFFICE}time-value", ""))
        if found:
            return f"{int(found[1]):02d}:{int(found[2]):02d}"
    if kind == "date":
        return cell.get(f"{_OFFICE}date-value", "").removesuffix("T00:00:00")
    if kind == "float" and re.fullmatch(r"0?\.\d+", cell.get(f"{_OFFICE}value", "")):
        # shown with fewer digits than it has
        return cell.get(f"{_OFFICE}value", "")
    return "\n".join(_open_lines(cell))


def _open_lines(cell: "Element") -> Iterator[str]:
    """The lines of a cell; a row of a table within it is one."""
    for part in cell:
        if part.tag == f"{_TABLE}table":
            for row in _rows(part):
                line = " – ".join(filter(None, (" ".join(_open_lines(each)) for each in row)))
                yield from filter(None, [line])
        elif part.tag in {f"{_TEXT}p", f"{_TEXT}h"}:
            yield from filter(None, [_open_text(part)])
        elif part.tag.rpartition("}")[2] not in {"annotation", "note"}:
            yield from _open_lines(part)
