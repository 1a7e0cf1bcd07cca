"""Reads spreadsheets into pieces: Excel workbooks and OpenDocument (.ods, and .odt with its tables)."""

import io
import re
import warnings
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from ogpworkshop.errors import OgpError
from ogpworkshop.model.time import clock
from ogpworkshop.source.packed import Package
from ogpworkshop.source.pieces import Cell, Document, Paragraph, Piece, Table, Transcript, spread

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_LARGEST = 200_000
"""Cells of the largest sheet read."""
_WIDEST = 60
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def shown(value: Any) -> str:  # noqa: PLR0911  a line for each kind
    """A value of a cell as it is read: times of day as 09:30, dates as 2017-08-07."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        if value.time() == time():
            return value.date().isoformat()
        return f"{value:%Y-%m-%d %H:%M}" if value.year > 1900 else f"{value:%H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return clock(minutes) if 0 <= minutes < 24 * 60 else f"{minutes} min"
    if isinstance(value, float) and value == int(value):
        return str(int(value))
    return str(value).strip()


def excel_document(content: bytes, package: Package) -> Document:
    """An Excel workbook as tables, a line of the transcript for each row.

    Raises:
        OgpError: when it cannot be read.
    """
    from openpyxl import load_workbook  # noqa: PLC0415  heavy, and used for workbooks alone

    for name in package.names:
        if name.endswith((".xml", ".rels")):
            package.refuse_declarations(name, package.read(name))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(content), data_only=True)
    except Exception:  # noqa: BLE001  whatever a damaged workbook makes it raise
        raise OgpError(
            f"{package.file} cannot be read as a workbook", "Open it in Excel and save it anew."
        ) from None
    transcript = Transcript()
    tables = [
        _excel_table(sheet, transcript)
        for sheet in book.worksheets
        if sheet.sheet_state == "visible"
    ]
    return Document(transcript.text, tuple(each for each in tables if each.rows), is_file=False)


def _excel_table(sheet: Any, transcript: Transcript) -> Table:
    covered: dict[tuple[int, int], tuple[int, int]] = {}
    for area in sheet.merged_cells.ranges:
        if area.size["rows"] * area.size["columns"] > _LARGEST:
            continue
        for row in range(area.min_row, area.max_row + 1):
            for column in range(area.min_col, area.max_col + 1):
                covered[row, column] = (area.min_row, area.min_col)
    values = {
        (cell.row, cell.column): shown(cell.value)
        for row in sheet.iter_rows(max_col=_WIDEST, max_row=_LARGEST // _WIDEST)
        for cell in row
        if cell.value is not None
    }
    places: dict[tuple[int, int], tuple[int, int]] = {}
    rows = []
    last_row = max((row for row, _ in values), default=0)
    width = max((column for _, column in values), default=0)
    for number in range(1, last_row + 1):
        texts = [values.get((number, column), "") for column in range(1, width + 1)]
        spans = transcript.row(f"{sheet.title}, row {number}", texts)
        for column, span in enumerate(spans, 1):
            places[number, column] = span
        rows.append(tuple(_excel_cells(number, texts, covered, values, places)))
    return Table(tuple(rows), sheet.title)


def _excel_cells(
    number: int,
    texts: Sequence[str],
    covered: dict[tuple[int, int], tuple[int, int]],
    values: dict[tuple[int, int], str],
    places: dict[tuple[int, int], tuple[int, int]],
) -> Iterator[Cell]:
    for column, text in enumerate(texts, 1):
        first = covered.get((number, column), (number, column))
        start, end = places.get(first, places[number, column])
        shown_text = text if first == (number, column) else values.get(first, "")
        yield Cell(shown_text, start, end, first[0] < number, first[1] < column)


def open_document(package: Package) -> Document:
    """An OpenDocument spreadsheet or text as pieces."""
    root = package.xml("content.xml")
    transcript = Transcript()
    pieces: list[Piece] = []
    body = root.find(f"{_OFFICE}body") if root is not None else None
    for element in _open_blocks(body) if body is not None else ():
        if element.tag == f"{_TABLE}table":
            table = _open_table(element, transcript)
            if table.rows:
                pieces.append(table)
        else:
            text = _open_text(element)
            if text:
                start, end = transcript.line(text)
                level = element.get(f"{_TEXT}outline-level", "0")
                is_heading = element.tag == f"{_TEXT}h" and level.isdecimal()
                pieces.append(Paragraph(text, start, end, int(level) if is_heading else 0))
    return Document(transcript.text, tuple(pieces), is_file=False)


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


def _open_table(element: "Element", transcript: Transcript) -> Table:
    name = element.get(f"{_TABLE}name", "")
    rows: list[list[tuple[Cell, int, int]]] = []
    number = 0
    for row in element.iter(f"{_TABLE}table-row"):
        cells = [each for each in row if each.tag == f"{_TABLE}table-cell"]
        values = [(_open_value(each), each) for each in cells]
        if not any(text for text, _ in values):
            number += _repeated(row, "rows")
            continue
        for _ in range(min(_repeated(row, "rows"), 100)):
            number += 1
            rows.append(_open_row(f"{name}, row {number}", values, transcript))
    return Table(tuple(spread(rows)), name)


def _open_row(
    label: str, values: Sequence[tuple[str, "Element"]], transcript: Transcript
) -> list[tuple[Cell, int, int]]:
    spread_out = [
        (text, element)
        for text, element in values
        for _ in range(min(_repeated(element, "columns"), 1 if not text else _WIDEST))
    ]
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
    return "\n".join(filter(None, (_open_text(each) for each in cell)))
