"""Reads tables of text (CSV and its relatives) that hold an agenda into pieces."""

from itertools import islice

from ogpworkshop.read.columns import column_of
from ogpworkshop.source.pieces import Cell, Document, Table
from ogpworkshop.source.table import records, restored, scan
from ogpworkshop.source.text import Lines

_DELIMITERS = (",", ";", "\t", "|")
_SUFFIXES = (".csv", ".tsv")


def is_table(text: str, file: str) -> bool:
    """Whether a text is a table with an agenda's columns, or is called one."""
    if file.casefold().endswith(_SUFFIXES):
        return True
    return _delimiter(text) is not None


def is_agenda_table(text: str) -> bool:
    """Whether a table is an agenda: it has columns for times and for titles."""
    delimiter = _delimiter(text)
    return delimiter is not None and _merit(text, delimiter)[0] > 1


def _delimiter(text: str) -> str | None:
    """What parts the cells of a table whose header an agenda could have."""
    merits = {each: _merit(text, each) for each in (",", ";", "\t")}
    best = max(merits, key=lambda each: merits[each])
    return best if merits[best][0] > 1 else None


def _merit(text: str, delimiter: str) -> tuple[int, int]:
    """How many columns of the first line are known, with a time among them; how many there are."""
    row = next(
        (
            (cells)
            for _, cells, _ in records(Lines(text[:8192].lstrip("\ufeff")), delimiter)
            if any(cells)
        ),
        [],
    )
    names = {column_of(cell) for cell in row} - {None}
    is_timed = bool(names & {"time", "start", "duration"})
    return (len(names) if is_timed and len(names) > 1 else 0), len(row)


def table_document(text: str) -> Document:
    """A table of text as one table, cells where they stand in the file."""
    delimiter = _delimiter(text) or _commonest(text)
    lines = Lines(text)
    rows = []
    at = 1 if text.startswith("\ufeff") else 0
    while at < len(text):
        cells, following = scan(text, at, delimiter)
        if any(cell.value for cell in cells):
            rows.append(
                tuple(
                    _cell(cell.value, cell.start, cell.end, is_quoted=cell.is_quoted)
                    for cell in cells
                )
            )
        at = max(following, at + 1)
    width = max((len(row) for row in rows), default=0)
    filled = [
        row + tuple(Cell("", row[-1].end, row[-1].end) for _ in range(width - len(row)))
        for row in rows
    ]
    return Document(lines.text, (Table(tuple(filled)),) if filled else ())


def _cell(value: str, start: int, end: int, *, is_quoted: bool) -> Cell:
    inner = 1 if is_quoted and end - start == len(value) + 2 else 0
    text = restored(value)
    defused = len(value) - len(text)
    return Cell(text, start + inner + defused, end - inner)


def _commonest(text: str) -> str:
    head = list(islice(text.splitlines(), 20))
    return max(
        _DELIMITERS,
        key=lambda each: min((line.count(each) for line in head if line.strip()), default=0),
    )
