"""Reads participants.csv: bytes → the roster, and where everything in it stands."""

from ogpworkshop.model.path import ROSTER
from ogpworkshop.model.roster import Participant, Roster
from ogpworkshop.read.table import Layout, read_table
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
    participants = tuple(
        Participant(ROSTER / position, values.get("id", ""), values.get("name", ""), values)
        for position, values in enumerate(table.rows)
        if values
    )
    return Roster(table.columns, participants, tuple(table.faults)), table.source
