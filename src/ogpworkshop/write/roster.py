"""Writes participants.csv."""

import codecs
from collections.abc import Iterable, Sequence

from ogpworkshop.model.roster import audience_of
from ogpworkshop.source.table import defused, quoted, restored

FIRST = (
    "id", "name", "email", "organisation", "organisation_type", "country", "delegation", "role",
    "sector", "languages", "gender", "experience", "preferences", "dietary", "access_needs",
    "days", "status",
)  # fmt: skip
"""Columns that come first, in this order."""
_HEAD = 4096


def roster_csv(
    columns: Sequence[str],
    rows: Iterable[dict[str, str]],
    like: bytes = b"",
    delimiter: str = ",",
) -> bytes:
    """A roster as CSV in UTF-8; what a spreadsheet would run as a formula gets an apostrophe.

    Args:
        columns: their names, in order.
        rows: values by column.
        like: the file that it replaces: line ends stay as they are there, and the mark by which
            spreadsheets know UTF-8, which a file that was none gets.
        delimiter: what parts the cells.
    """
    lines = [delimiter.join(quoted(name, delimiter) for name in columns)]
    lines += [
        delimiter.join(quoted(defused(restored(row.get(name, ""))), delimiter) for name in columns)
        for row in rows
    ]
    end = "\r\n" if b"\r\n" in like[:_HEAD] else "\n"
    content = (end.join(lines) + end).encode("utf-8", "replace")
    return codecs.BOM_UTF8 + content if _is_marked(like) else content


def _is_marked(like: bytes) -> bool:
    try:
        like.decode()
    except UnicodeDecodeError:
        return True
    return like.startswith(codecs.BOM_UTF8)


def sensitive(columns: Iterable[str], own: dict[str, str]) -> list[str]:
    """Columns that nobody but the organisers may see, by the agenda or by their names."""
    return [name for name in columns if own.get(name, audience_of(name)) == "sensitive"]
