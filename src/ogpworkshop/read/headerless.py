"""Rosters without a line of titles: what stands in the columns tells what they are."""

import re
from collections.abc import Sequence

from ogpworkshop.model.countries import country_of
from ogpworkshop.model.roster import ABSENT
from ogpworkshop.read.registrations import STATES

_ADDRESS = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;]+")
_PHONE = re.compile(r"\+?[\d ()./-]{6,}")
_NAME = re.compile(r"[^\W\d_][^\d@_]*")
_INDICO = ("first_name", "last_name", "affiliation", "position", "phone", "email")
"""The columns of the table that Indico takes registrations from: it has no titles."""
_MOST = 60
_STATUS = {state for state in STATES if len(state) > 1} | set(STATES.values()) | ABSENT
_EMPLOYER = re.compile(
    r"minist|universi|institu|bank|banque|office|agency|agence|department|authority|council|commission"
    r"|centre|center|foundation|association|society|unit\b|bureau|division|secretar|dinas|badan|kementerian"
    r"|\b(?:of|for|du|de la|and|ltd|inc|ngo)\b",
    re.IGNORECASE,
)
"""Words of organisations that are in no names of people."""


def guessed(rows: Sequence[Sequence[str]]) -> tuple[str, ...] | None:
    """Names of the columns; None where addresses and names cannot be told.

    Args:
        rows: the first rows, the one at the top of the file included.
    """
    width = max(map(len, rows), default=0)
    columns = [
        [row[at] for row in rows[:_MOST] if at < len(row) and row[at]] for at in range(width)
    ]
    email = _first(columns, _ADDRESS)
    if email is None:
        return None
    if width == 6 and email == 5 and all(_is_name(cell) for cell in columns[0] + columns[1]):
        return _INDICO
    names = [f"column_{at}" for at in range(1, width + 1)]
    names[email] = "email"
    for at, cells in enumerate(columns):
        if at != email and cells:
            names[at] = _meant(cells) or names[at]
    free = [at for at in range(width) if names[at].startswith("column_")]
    texts = [at for at in free if columns[at] and all(map(_is_name, columns[at]))]
    if not texts:
        return None
    texts.sort(key=lambda at: sum(bool(_EMPLOYER.search(cell)) for cell in columns[at]))
    names[texts[0]] = "name"
    if len(texts) > 1:
        names[texts[1]] = "organisation"
    return _distinct(names)


def _first(columns: Sequence[Sequence[str]], pattern: re.Pattern[str]) -> int | None:
    """The first column most of whose cells look like this."""
    for at, cells in enumerate(columns):
        if cells and sum(pattern.fullmatch(cell) is not None for cell in cells) * 2 > len(cells):
            return at
    return None


def _meant(cells: Sequence[str]) -> str:
    if sum(country_of(cell) is not None for cell in cells) * 3 > len(cells) * 2:
        return "country"
    if all(re.fullmatch(r"[A-Za-z]{0,3}-?\d{1,6}\.?", cell) for cell in cells):
        return "id"
    if all(cell.casefold() in _STATUS for cell in cells):
        return "status"
    return "phone" if all(_PHONE.fullmatch(cell) for cell in cells) else ""


def _is_name(cell: str) -> bool:
    return _NAME.fullmatch(cell) is not None


def _distinct(names: list[str]) -> tuple[str, ...]:
    """Each name once; the first of two keeps it."""
    seen: set[str] = set()
    for at, name in enumerate(names):
        if name in seen:
            names[at] = f"column_{at + 1}"
        seen.add(names[at])
    return tuple(names)
