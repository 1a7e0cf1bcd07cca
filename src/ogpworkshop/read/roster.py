"""Reads participants.csv, and exports of registration systems: bytes → the roster and its places."""

from ogpworkshop.model.path import ROSTER
from ogpworkshop.model.roster import Participant, Roster
from ogpworkshop.read.registrations import Recognised, recognised, status_of
from ogpworkshop.read.table import Layout, Table, read_table
from ogpworkshop.source.table import TableSource
from ogpworkshop.source.text import Source

COLUMNS = (
    "id", "name", "email", "organisation", "organisation_type", "country", "delegation", "role",
    "sector", "languages", "gender", "experience", "preferences", "dietary", "access_needs",
    "days", "status",
)  # fmt: skip
"""Names that a roster's header has; any other column is kept as well."""

_LAYOUT = Layout(ROSTER, "roster", "row", COLUMNS, ("id", "name"))


def read_roster(content: bytes, file: str) -> tuple[Roster, Source]:
    """A roster from the bytes of its file, with everything that could not be taken as faults.

    Raises:
        OgpError: when the bytes are no table of text at all, or more than any roster has.
    """
    table = read_table(content, file, _LAYOUT)
    system = recognised(table.columns)
    if system is not None:
        return _of_system(table, system)
    participants = tuple(
        Participant(ROSTER / position, values.get("id", ""), values.get("name", ""), values)
        for position, values in enumerate(table.rows)
        if values
    )
    return Roster(table.columns, participants, tuple(table.faults)), table.source


def system_of(content: bytes, file: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The system that a file is an export of, "" if none; title and name of each of its columns."""
    table = read_table(content, file, _LAYOUT)
    system = recognised(table.columns)
    names = system.names if system else table.columns
    return (system.system if system else ""), tuple(zip(table.columns, names, strict=True))


def _of_system(table: Table, system: Recognised) -> tuple[Roster, Source]:
    """The people of an export, under the names that a roster's columns have."""
    participants = []
    for position, cells in enumerate(table.rows):
        if not cells:
            continue
        values = {
            name: cells.get(column, "")
            for column, name in zip(table.columns, system.names, strict=True)
        }
        if system.given is not None and system.family is not None:
            parts = [cells.get(table.columns[at], "") for at in (system.given, system.family)]
            values["name"] = " ".join(part for part in parts if part)
        if "status" in values:
            values["status"] = status_of(values["status"])
        # a row of an export is known by its place until it is imported
        values["id"] = values.get("id") or f"row-{position + 1}"
        participants.append(
            Participant(ROSTER / position, values["id"], values.get("name", ""), values)
        )
    source = table.source
    placed = TableSource(
        source.file, source.lines, source.delimiter, system.names, source.header, source.rows
    )
    columns = system.names if "id" in system.names else ("id", *system.names)
    return Roster(columns, tuple(participants), tuple(table.faults)), placed
