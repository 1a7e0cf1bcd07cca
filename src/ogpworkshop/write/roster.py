"""Writes participants.csv, and joins a later export with it: ids stay, nobody is merged in silence."""

from collections.abc import Iterable, Sequence

import msgspec

from ogpworkshop.model.identity import plain
from ogpworkshop.model.near import distance
from ogpworkshop.model.roster import AUDIENCES, Participant, Roster
from ogpworkshop.source.table import defused, quoted, restored

FIRST = (
    "id", "name", "email", "organisation", "organisation_type", "country", "delegation", "role",
    "sector", "languages", "gender", "experience", "preferences", "dietary", "access_needs",
    "days", "status",
)  # fmt: skip
SUPPRESSED = 3
"""Counts below this are not told of what is sensitive."""


class Joined(msgspec.Struct, frozen=True):
    """A roster after an import.

    Attributes:
        columns: of the result.
        rows: values by column, in order: those who were there first.
        added: ids of people who are new.
        changed: (id, column, before, after).
        missing: ids of people whom the export does not have.
        doubles: pairs of ids that may be the same person, left as they are.
    """

    columns: tuple[str, ...]
    rows: tuple[dict[str, str], ...]
    added: tuple[str, ...] = ()
    changed: tuple[tuple[str, str, str, str], ...] = ()
    missing: tuple[str, ...] = ()
    doubles: tuple[tuple[str, str], ...] = ()


def roster_csv(columns: Sequence[str], rows: Iterable[dict[str, str]]) -> bytes:
    """A roster as CSV in UTF-8; what a spreadsheet would run as a formula gets an apostrophe."""
    lines = [",".join(map(quoted, columns))]
    lines += [
        ",".join(quoted(defused(restored(row.get(name, "")))) for name in columns) for row in rows
    ]
    return ("\n".join(lines) + "\n").encode("utf-8", "replace")


def joined(old: Roster | None, new: Roster) -> Joined:
    """A roster with what a later export says; people are known by e-mail, else name and employer."""
    columns = _columns(old, new)
    rows = [dict(person.values) for person in old.participants] if old else []
    known = _index(old.participants if old else ())
    ids = {row.get("id", "") for row in rows}
    seen: set[int] = set()
    added: list[str] = []
    changed: list[tuple[str, str, str, str]] = []
    for person in new.participants:
        position = next((known[key] for key in _keys(person) if key in known), None)
        if position is None or position in seen:
            values = {name: person.values.get(name, "") for name in columns}
            values["id"] = _fresh(ids, person.id)
            added.append(values["id"])
            rows.append(values)
        else:
            seen.add(position)
            changed += _update(rows[position], person)
    missing = [
        row.get("id", "") for at, row in enumerate(rows[: len(rows) - len(added)]) if at not in seen
    ]
    doubles = tuple(_doubles(rows, set(added)))
    return Joined(
        columns, tuple(rows), tuple(added), tuple(changed), tuple(missing if old else ()), doubles
    )


def _columns(old: Roster | None, new: Roster) -> tuple[str, ...]:
    present = dict.fromkeys([*(old.columns if old else ()), *new.columns])
    if old:
        return tuple(present)
    first = [name for name in FIRST if name in present or name in {"id", "name"}]
    return tuple(dict.fromkeys([*first, *present]))


def _keys(person: Participant) -> list[str]:
    """What somebody is known by, the surest first."""
    email = person.values.get("email", "").strip().casefold()
    employer = plain(person.values.get("organisation", ""))
    name = plain(person.name)
    keys = [f"mail {email}"] if "@" in email else []
    return [*keys, f"name {name} at {employer}"] if name else keys


def _index(people: Iterable[Participant]) -> dict[str, int]:
    known: dict[str, int] = {}
    for position, person in enumerate(people):
        for key in _keys(person):
            known.setdefault(key, position)
    return known


def _fresh(ids: set[str], wanted: str) -> str:
    """An id that nobody has: that of the export where it is one, else the next number."""
    if wanted and not wanted.startswith("row-") and wanted not in ids and not wanted.isdecimal():
        ids.add(wanted)
        return wanted
    number = len(ids) + 1
    while f"p{number:02d}" in ids:
        number += 1
    ids.add(f"p{number:02d}")
    return f"p{number:02d}"


def _update(row: dict[str, str], person: Participant) -> list[tuple[str, str, str, str]]:
    """Take what the export says; what it leaves empty stays."""
    changed = []
    for name, value in person.values.items():
        before = row.get(name, "")
        if name != "id" and value and value != before:
            changed.append((row.get("id", ""), name, before, value))
            row[name] = value
    return changed


def _doubles(rows: Sequence[dict[str, str]], added: set[str]) -> Iterable[tuple[str, str]]:
    """People among those added who are nearly called like somebody else of the same employer."""
    by_employer: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        by_employer.setdefault(plain(row.get("organisation", "")), []).append(row)
    for group in by_employer.values():
        for row in group if len(group) < 500 else ():
            if row["id"] in added:
                yield from (
                    (row["id"], other["id"])
                    for other in group
                    if other is not row
                    and (other["id"] not in added or other["id"] < row["id"])
                    and _is_near(plain(row.get("name", "")), plain(other.get("name", "")))
                )


def _is_near(one: str, other: str) -> bool:
    if not one or not other:
        return False
    return sorted(one.split()) == sorted(other.split()) or (
        min(len(one), len(other)) > 5 and distance(one, other, 2) <= 2
    )


def counts(roster: Roster, column: str, audience: str | None = None) -> list[tuple[str, str]]:
    """How many people have each value; of what is sensitive, small counts are not told.

    Where a single count would be left out, the next smallest is too: else it follows from the sum.
    """
    tally: dict[str, int] = {}
    for person in roster.coming:
        value = " ".join(person.values.get(column, "").split()) or "not given"
        tally[value] = tally.get(value, 0) + 1
    ordered = sorted(tally.items(), key=lambda pair: (-pair[1], pair[0]))
    if (audience or AUDIENCES.get(column, "public")) != "sensitive":
        return [(value, str(number)) for value, number in ordered]
    hidden = {value for value, number in ordered if number < SUPPRESSED}
    if len(hidden) == 1 and len(ordered) > 1:
        hidden.add(next(value for value, _ in reversed(ordered) if value not in hidden))
    return [(value, "few" if value in hidden else str(number)) for value, number in ordered]


def sensitive(columns: Iterable[str], own: dict[str, str]) -> list[str]:
    """Columns that nobody but the organisers may see, by the agenda or by their names."""
    return [name for name in columns if own.get(name, AUDIENCES.get(name, "public")) == "sensitive"]
