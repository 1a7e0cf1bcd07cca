"""Writes participants.csv."""

from collections.abc import Iterable, Sequence

from ogpworkshop.model.roster import audience_of
from ogpworkshop.source.table import defused, quoted, restored

FIRST = (
    "id", "name", "email", "organisation", "organisation_type", "country", "delegation", "role",
    "sector", "languages", "gender", "experience", "preferences", "dietary", "access_needs",
    "days", "status",
)  # fmt: skip
"""Columns that come first, in this order."""


def roster_csv(columns: Sequence[str], rows: Iterable[dict[str, str]]) -> bytes:
    """A roster as CSV in UTF-8; what a spreadsheet would run as a formula gets an apostrophe."""
    lines = [",".join(map(quoted, columns))]
    lines += [
        ",".join(quoted(defused(restored(row.get(name, "")))) for name in columns) for row in rows
    ]
    return ("\n".join(lines) + "\n").encode("utf-8", "replace")


def sensitive(columns: Iterable[str], own: dict[str, str]) -> list[str]:
    """Columns that nobody but the organisers may see, by the agenda or by their names."""
    return [name for name in columns if own.get(name, audience_of(name)) == "sensitive"]
