"""Reads Excel workbooks into pieces."""

import io
import re
import warnings
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from ogpworkshop.errors import OgpError
from ogpworkshop.model.time import clock
from ogpworkshop.source.packed import Package
from ogpworkshop.source.pieces import Cell, Document, Table, Transcript, is_page_number

_LARGEST = 200_000
"""Cells of the largest sheet read."""
_WIDEST = 60
_LAST_EPOCH = 1904
_MOST_ROWS = _LARGEST // _WIDEST
_LARGEST_SHEET = 8 * 1024 * 1024
"""Bytes of the largest sheet read: a programme has some hundred kilobytes."""
_VALUELESS = re.compile(
    rb'<c r="([A-Z]{1,3}\d{1,7})"[^>]*>\s*<f[^>]*>([^<]*)</f>\s*(?:<v\s*/>|<v></v>)?\s*</c>'
)


def shown(value: Any) -> str:  # noqa: PLR0911  a line for each kind
    """A value of a cell as it is read: times of day as 09:30, dates as 2017-08-07."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        if value.time() == time():
            return value.date().isoformat()
        return f"{value:%Y-%m-%d %H:%M}" if value.year > _LAST_EPOCH else f"{value:%H:%M}"
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
            part = package.read(name)
            package.refuse_declarations(name, part)
            if name.startswith("xl/worksheets/") and len(part) > _LARGEST_SHEET:
                size = len(part) / 1e6
                raise OgpError(f"{package.file} has a sheet of {size:.0f} MB", "No agenda has.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(content), data_only=True)
    except Exception:  # noqa: BLE001  whatever a damaged workbook makes it raise
        raise OgpError(
            f"{package.file} cannot be read as a workbook", "Open it in Excel and save it anew."
        ) from None
    transcript = Transcript()
    tables: list[Table] = []
    asides: list[tuple[str, int, int]] = []
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            tables.append(_excel_table(sheet, transcript, book.epoch.date()))
            asides += _excel_asides(sheet, transcript)
        elif any(cell.value is not None for row in sheet.iter_rows() for cell in row):
            asides.append(transcript.aside("hidden sheet", sheet.title))
    asides += _valueless(package, transcript)
    kept = tuple(each for each in tables if each.rows)
    return Document(transcript.text, kept, is_file=False, asides=tuple(asides))


def _excel_asides(sheet: Any, transcript: Transcript) -> Iterator[tuple[str, int, int]]:
    """Hidden rows, what is struck out, notes at cells, headers and footers of a sheet, and rows beyond what is read."""
    for row in sheet.iter_rows(max_col=_WIDEST, max_row=_MOST_ROWS):
        texts = [shown(cell.value) for cell in row if cell.value is not None]
        if texts and sheet.row_dimensions[row[0].row].hidden:
            label = f"hidden row {row[0].row} of {sheet.title}"
            yield transcript.aside(label, " | ".join(texts))
        for cell in row:
            if cell.value is not None and _is_struck(cell):
                label = f"struck out at {sheet.title}, {cell.coordinate}"
                yield transcript.aside(label, shown(cell.value))
            if cell.comment is not None:
                label = f"note at {sheet.title}, {cell.coordinate}"
                yield transcript.aside(label, cell.comment.text)
    for label, part in (("header", sheet.oddHeader), ("footer", sheet.oddFooter)):
        texts = [each.text for each in (part.left, part.center, part.right) if each.text]
        words = re.sub(r"&\[?\w+\]?", "", " | ".join(texts)).strip(" |/")
        if words and not is_page_number(f"{words} 1"):
            yield transcript.aside(f"{label} of {sheet.title}", words)
    if sheet.max_row > _MOST_ROWS and any(
        cell.value is not None
        for row in sheet.iter_rows(min_row=_MOST_ROWS + 1, max_col=_WIDEST)
        for cell in row
    ):
        yield transcript.aside(sheet.title, f"rows from {_MOST_ROWS + 1} on are not read")


def _is_struck(cell: Any) -> bool:
    """Whether a line goes through a cell: what it says does not take place."""
    return bool(cell.has_style and cell.font.strike)


def _valueless(package: Package, transcript: Transcript) -> Iterator[tuple[str, int, int]]:
    """Formulas whose result was never stored, as programs leave them that only write files."""
    for name in package.names:
        if name.startswith("xl/worksheets/") and name.endswith(".xml"):
            for found in _VALUELESS.finditer(package.read(name)):
                formula = found[2].decode("utf-8", "replace")
                label = f"formula without a value in {found[1].decode()}"
                yield transcript.aside(label, f"={formula}")


def _excel_table(sheet: Any, transcript: Transcript, first: date) -> Table:
    covered: dict[tuple[int, int], tuple[int, int]] = {}
    for area in sheet.merged_cells.ranges:
        if area.size["rows"] * area.size["columns"] > _LARGEST:
            continue
        for row in range(area.min_row, area.max_row + 1):
            for column in range(area.min_col, area.max_col + 1):
                covered[row, column] = (area.min_row, area.min_col)
    values = {
        (cell.row, cell.column): shown(cell.value)
        for row in sheet.iter_rows(max_col=_WIDEST, max_row=_MOST_ROWS)
        for cell in row
        if cell.value is not None and not sheet.row_dimensions[cell.row].hidden
        if not _is_struck(cell)
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
    return Table(tuple(rows), sheet.title, first)


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
