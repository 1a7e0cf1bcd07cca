"""Rosters kept in workbooks: the sheet that is one, as a table of text with a line for each row."""

import io
import warnings
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from ogpworkshop.errors import OgpError
from ogpworkshop.model.near import nearest
from ogpworkshop.source.packed import Package
from ogpworkshop.source.table import quoted

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_WIDEST = 500
_MOST_CELLS = 5_000_000
_MOST_ROWS = 200_000
_SAMPLE = 12
_MOST_ALIKE = 1_000
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
BREAK = "\v"
"""Stands for a line's end within a cell, so that every row of the sheet is a line of the text."""


class Sheet(msgspec.Struct, frozen=True):
    """A sheet of a workbook, its rows as they are shown."""

    name: str
    rows: list[list[str]]


def is_workbook(content: bytes) -> bool:
    """Whether a file is packed as workbooks are."""
    return content.startswith(b"PK\x03\x04")


def sheets_of(content: bytes, file: str) -> list[Sheet]:
    """The sheets that are shown and have anything in them.

    Raises:
        OgpError: when it is no workbook, damaged, or has more in it than any roster.
    """
    package = Package(content, file)
    if "xl/workbook.xml" in package.names:
        found = _excel(content, package)
    elif "content.xml" in package.names:
        found = _open_document(package)
    else:
        raise OgpError(
            f"{file} is packed, but not as a workbook",
            "Save the roster as “CSV UTF-8” or as .xlsx and give that file.",
        )
    return [sheet for sheet in found if any(map(any, sheet.rows))]


def text_of(sheet: Sheet) -> str:
    """A sheet as a table of text."""
    width = max((len(row) for row in sheet.rows), default=0)
    lines = []
    for row in sheet.rows:
        cells = [*row, *[""] * (width - len(row))]
        lines.append(",".join(quoted(_on_one_line(cell)) for cell in cells))
    return "\n".join(lines) + "\n"


def _on_one_line(cell: str) -> str:
    lines = cell.replace("\r\n", "\n").replace("\r", "\n").replace(BREAK, "\n")
    return lines.replace("\n", BREAK)


def chosen(sheets: Sequence[Sheet], wanted: str | None, merit: Any, file: str) -> Sheet:
    """The sheet asked for, or the one most like a roster; of equals the first.

    Raises:
        OgpError: when there is none of that name, or none at all.
    """
    if not sheets:
        raise OgpError(f"{file} is empty", "Its first row names the columns: id, name, …")
    if wanted is None:
        return max(sheets, key=lambda sheet: max(map(merit, sheet.rows[:_SAMPLE])))
    for sheet in sheets:
        if sheet.name.strip().casefold() == wanted.strip().casefold():
            return sheet
    names = [sheet.name for sheet in sheets]
    near = nearest(wanted, names)
    raise OgpError(
        f"{file} has no sheet “{wanted}”",
        f"Did you mean {near}?" if near else f"It has: {', '.join(names)}.",
    )


def _excel(content: bytes, package: Package) -> Iterator[Sheet]:
    from openpyxl import load_workbook  # noqa: PLC0415  heavy, and used for workbooks alone

    from ogpworkshop.read.sheets import shown  # noqa: PLC0415  with the agenda's readers

    for name in package.names:
        if name.endswith((".xml", ".rels")):
            package.refuse_declarations(name, package.read(name))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
            for sheet in book.worksheets:
                if sheet.sheet_state != "visible":
                    continue
                sheet.reset_dimensions()  # some writers state them wrongly
                rows = sheet.iter_rows(max_col=_WIDEST, values_only=True)
                yield Sheet(
                    sheet.title,
                    _bounded(([shown(value) for value in row] for row in rows), package),
                )
    except OgpError:
        raise
    except Exception:  # noqa: BLE001  whatever a damaged workbook makes it raise
        raise OgpError(
            f"{package.file} cannot be read as a workbook", "Open it in Excel and save it anew."
        ) from None


def _open_document(package: Package) -> Iterator[Sheet]:
    root = package.xml("content.xml")
    for table in root.iter(f"{_TABLE}table") if root is not None else ():
        yield Sheet(table.get(f"{_TABLE}name", ""), _bounded(_open_rows(table), package))


def _open_rows(table: "Element") -> Iterator[list[str]]:
    """The rows of a sheet; those that repeat, empty ones at the end of most sheets, are few."""
    for row in table.iter(f"{_TABLE}table-row"):
        cells: list[str] = []
        for cell in row:
            if cell.tag in {f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"}:
                times = min(_times(cell, "columns"), _WIDEST - len(cells))
                cells += [_open_value(cell)] * times
        for _ in range(min(_times(row, "rows"), _MOST_ALIKE if any(cells) else _SAMPLE)):
            yield list(cells)


def _times(element: "Element", what: str) -> int:
    text = element.get(f"{_TABLE}number-{what}-repeated", "1")
    return int(text) if text.isdecimal() and len(text) < 8 else 1


def _open_value(cell: "Element") -> str:
    """What a cell holds: dates as dates, everything else as it is shown."""
    if cell.get(f"{_OFFICE}value-type") == "date":
        return cell.get(f"{_OFFICE}date-value", "").removesuffix("T00:00:00")
    lines = ("".join(part.itertext()) for part in cell if part.tag == f"{_TEXT}p")
    return "\n".join(lines).strip()


def _bounded(rows: Iterator[list[str]], package: Package) -> list[list[str]]:
    """Rows without empty cells and rows at their ends.

    Raises:
        OgpError: when there are too many.
    """
    kept: list[list[str]] = []
    n_cells = 0
    for row in rows:
        while row and not row[-1]:
            row.pop()
        kept.append(row)
        n_cells += len(row) + 1
        if n_cells > _MOST_CELLS:
            raise OgpError(f"{package.file} has more in it than any roster", "")
    while kept and not kept[-1]:
        kept.pop()
    return kept
