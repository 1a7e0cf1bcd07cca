"""Secrets of participants, each of which opens its owner's page and nobody else's."""

import secrets
from collections.abc import Iterator

from ogpworkshop.model.path import Path
from ogpworkshop.model.roster import CODE, Roster

_LETTERS = "23456789abcdefghjkmnpqrstvwxyz"
"""None of them is mistaken for another on paper."""
_PARTS, _LENGTH = 4, 4
_ENOUGH = 12
"""Letters of a code that nobody finds by trying."""
_MOST_NAMED = 5


def new_codes(roster: Roster) -> dict[Path, str]:
    """A code for each of those who come and have none, by the row.

    Whoever has the page can try codes by the billion, and for everybody at once. Sixteen letters
    out of thirty are 78 bits: thousands of years, where ten letters would be hours.
    """
    taken = {person.values.get(CODE, "").strip().lower() for person in roster.participants}
    made: dict[Path, str] = {}
    for person in roster.coming:
        if not person.values.get(CODE, "").strip():
            made[person.path] = code = _new(taken)
            taken.add(code)
    return made


def _new(taken: set[str]) -> str:
    while True:
        parts = ("".join(map(secrets.choice, [_LETTERS] * _LENGTH)) for _ in range(_PARTS))
        if (code := "-".join(parts)) not in taken:
            return code


def weak_codes(roster: Roster) -> Iterator[str]:
    """A sentence for each code that several have, and one for those that are found by trying."""
    owners: dict[str, list[str]] = {}
    for person in roster.coming:
        if code := person.values.get(CODE, "").strip().lower():
            owners.setdefault(code, []).append(person.id)
    for ids in owners.values():
        if len(ids) > 1:
            yield f"{_listed(ids)} have the same code, which opens the page of one of them only"
    short = [ids[0] for code, ids in owners.items() if len(code) < _ENOUGH]
    if short:
        yield f"a code of fewer than {_ENOUGH} letters is found by trying: that of {_listed(short)}"


def _listed(ids: list[str]) -> str:
    if len(ids) > _MOST_NAMED:
        return f"{', '.join(ids[: _MOST_NAMED - 1])} and {len(ids) - _MOST_NAMED + 1} others"
    return " and ".join(filter(None, [", ".join(ids[:-1]), ids[-1]]))
