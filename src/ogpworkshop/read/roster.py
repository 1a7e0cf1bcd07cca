"""Reads participants.csv, workbooks, and exports of registration systems: bytes → roster and places."""

from collections.abc import Iterator
from itertools import islice

import msgspec

from ogpworkshop.model.path import ROSTER
from ogpworkshop.model.roster import Participant, Roster
from ogpworkshop.model.written import RosterSettings
from ogpworkshop.read import workbook
from ogpworkshop.read.headerless import guessed
from ogpworkshop.read.headers import Layout, column_name
from ogpworkshop.read.registrations import Recognised, plain_values, recognised
from ogpworkshop.read.table import Table, read_table, table_of
from ogpworkshop.read.titles import is_title
from ogpworkshop.source.table import TableSource
from ogpworkshop.source.text import Source

COLUMNS = (
    "id", "name", "email", "organisation", "organisation_type", "country", "delegation", "role",
    "sector", "languages", "gender", "experience", "preferences", "dietary", "access_needs",
    "days", "status",
)  # fmt: skip
"""Names that a roster's header has; any other column is kept as well."""

_NOBODY = frozenset({"", "anonymous", "info requested"})
_MOST_CELLS = 200
_USUAL = RosterSettings()


class Reading(msgspec.Struct, frozen=True):
    """A roster, and what was made of its file.

    Attributes:
        roster: the people.
        source: where everything stands.
        system: what the file is an export of, "" if of nothing known.
        columns: title and name of each column.
        joined: titles of the columns that one is made of, by its name.
        kept: names of columns that are called what their titles say.
        encoding: how the file stores its letters, "" for Unicode.
        sheet: the sheet of a workbook that was read, "" for other files.
        other_sheets: those that were not.
    """

    roster: Roster
    source: Source
    system: str
    columns: tuple[tuple[str, str], ...]
    encoding: str = ""
    sheet: str = ""
    other_sheets: tuple[str, ...] = ()
    joined: dict[str, tuple[str, ...]] = {}
    kept: tuple[str, ...] = ()


def read_roster(
    content: bytes, file: str, settings: RosterSettings = _USUAL
) -> tuple[Roster, Source]:
    """A roster from the bytes of its file, with everything that could not be taken as faults.

    Raises:
        OgpError: when the bytes are no table of text at all, or more than any roster has.
    """
    reading = read_people(content, file, settings)
    return reading.roster, reading.source


def read_people(content: bytes, file: str, settings: RosterSettings = _USUAL) -> Reading:
    """As `read_roster`, with what the file was taken for."""
    layout = _layout(settings)
    sheet = ""
    others: tuple[str, ...] = ()
    if workbook.is_workbook(content):
        sheets = workbook.sheets_of(content, file)
        one = workbook.chosen(sheets, settings.sheet, lambda row: _n_known(row, layout), file)
        table = _unbroken(table_of(workbook.text_of(one), file, layout))
        sheet, others = one.name, tuple(each.name for each in sheets if each is not one)
        table.source.is_file = False
    else:
        table = read_table(content, file, layout, settings.encoding)
    system = recognised(table.columns, _wanted(table, settings), _Cells(table), table.titles)
    roster, source = _as_it_is(table) if system is None else _of_system(table, system)
    names = system.names if system else table.columns
    columns = tuple(zip(table.titles, names, strict=True)) if names else ()
    joined = system.joined if system else {}
    return Reading(
        roster,
        source,
        system.system if system else "",
        columns,
        table.encoding,
        sheet,
        others,
        {name: tuple(table.titles[at] for at in positions) for name, positions in joined.items()},
        system.kept if system else names,
    )


def _layout(settings: RosterSettings) -> Layout:
    asked = {column_name(title) for each in settings.columns.values() for title in each.title}

    def knows(column: str) -> bool:
        return column in asked or column in COLUMNS or is_title(column)

    return Layout(ROSTER, "roster", "row", COLUMNS, ("id", "name"), knows, guessed)


def _n_known(row: list[str], layout: Layout) -> int:
    return sum(bool(cell) and (layout.is_title or bool)(column_name(cell)) for cell in row)


def _unbroken(table: Table) -> Table:
    """A table of a workbook with the line ends within its cells as they were."""
    for row in table.rows:
        for column, cell in row.items():
            if workbook.BREAK in cell:
                row[column] = cell.replace(workbook.BREAK, "\n")
    return table


def _wanted(table: Table, settings: RosterSettings) -> dict[str, list[int]]:
    """Positions of the columns whose titles the agenda tells, by their names in the roster."""
    positions: dict[str, int] = {}
    for position, title in enumerate(table.titles):
        positions.setdefault(column_name(title), position)
    wanted = {}
    for name, column in settings.columns.items():
        found = [positions[key] for key in map(column_name, column.title) if key in positions]
        if found:
            wanted[name] = found
    return wanted


class _Cells:
    """The first cells of a column that say anything."""

    def __init__(self, table: Table) -> None:
        self.table = table

    def __call__(self, position: int) -> list[str]:
        column = self.table.columns[position]
        cells = (row.get(column, "") for row in self.table.rows)
        return list(islice((each for each in cells if each.casefold() not in _NOBODY), _MOST_CELLS))


def _as_it_is(table: Table) -> tuple[Roster, Source]:
    participants = tuple(
        Participant(ROSTER / position, values.get("id", ""), values.get("name", ""), values)
        for position, values in enumerate(table.rows)
        if values
    )
    roster = Roster(table.columns, participants, tuple(table.faults), table.titles)
    return roster, table.source


def _of_system(table: Table, system: Recognised) -> tuple[Roster, Source]:
    """The people of an export, under the names that a roster's columns have."""
    source = table.source
    placed = TableSource(
        source.file, source.lines, source.delimiter, system.names, source.header, source.rows
    )
    placed.is_file, placed.composed = source.is_file, frozenset(_composed(system))
    columns = system.names if "id" in system.names else ("id", *system.names)
    people = tuple(_people(table, system))
    return Roster(columns, people, tuple(table.faults), table.titles), placed


def _composed(system: Recognised) -> Iterator[str]:
    """Columns whose values are not what stands in their cells."""
    yield from system.joined
    if system.system:
        yield from ("status", "id")


def _people(table: Table, system: Recognised) -> Iterator[Participant]:
    is_numbered = "registration_id" in system.names
    for position, cells in enumerate(table.rows):
        if not cells:
            continue
        texts = [cells.get(column, "") for column in table.columns]
        values = dict(zip(system.names, texts, strict=True))
        for name, positions in system.joined.items():
            parts = (texts[at] for at in positions)
            values[name] = " ".join(part for part in parts if part.casefold() not in _NOBODY)
        if is_numbered and not any(
            text for name, text in values.items() if name != "registration_id"
        ):
            continue  # a line of a sign-in sheet that nobody has filled in
        if system.system:
            plain_values(values, system.system)
        if "id" not in system.names:
            # a row of an export is known by its place until it is imported
            values = {"id": f"row-{position + 1}", **values}
        yield Participant(ROSTER / position, values["id"], values.get("name", ""), values)
