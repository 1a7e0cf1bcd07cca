"""Joins a roster with a later export: ids stay, what was edited by hand stays, nobody is merged in silence."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from ogpworkshop.model.countries import country_of
from ogpworkshop.model.doubles import doubles
from ogpworkshop.model.identity import plain
from ogpworkshop.model.path import ROSTER
from ogpworkshop.model.roster import ABSENT, Participant, Roster
from ogpworkshop.write.imported import Imported, fresh
from ogpworkshop.write.roster import FIRST

_REFERENCES = (
    "registration_id",
    "pseudonymization_id",
    "speaker_id",
    "attendee_id",
    "attendee_#",
    "ticket_secret",
)
"""Columns by which systems know a registration; only long ones are nobody else's."""
_LONG = 7

Edited = tuple[str, str, str, str]
"""Id, column, what stands in the roster, what the export has."""


class Joined(msgspec.Struct, frozen=True):
    """A roster after an import.

    Attributes:
        columns: of the result.
        rows: values by column, in order: those who were there first.
        imported: what to remember for the next time.
        added: ids of people who are new.
        changed: what the export has new.
        kept: where the roster and the export both say something else than before: as in the roster.
        missing: ids of people whom the export does not have.
        lost: columns that the last export had and this one has not.
        removed: names of people whom somebody has taken out of the roster: not added again.
        doubles: pairs of ids that may be the same person, left as they are, and why.
    """

    columns: tuple[str, ...]
    rows: tuple[dict[str, str], ...]
    imported: Imported
    added: tuple[str, ...] = ()
    changed: tuple[Edited, ...] = ()
    kept: tuple[Edited, ...] = ()
    missing: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    doubles: tuple[tuple[str, str, str], ...] = ()


def joined(
    old: Roster | None, new: Roster, last: Imported | None = None, take: Iterable[str] = ()
) -> Joined:
    """A roster with what a later export says.

    People are known by the system's own long numbers, by e-mail, else by name and organisation.

    Args:
        old: the roster; None to make one.
        new: the export.
        last: what the import before this one brought, if that is known.
        take: columns in which the export is right, whatever the roster says; “all” for all.
    """
    joining = _Joining(old, new, last or fresh(), frozenset(take))
    joining.join()
    return joining.result()


class _Joining:
    def __init__(
        self, old: Roster | None, new: Roster, last: Imported, take: frozenset[str]
    ) -> None:
        self.old, self.new, self.last, self.take = old, new, last, take
        self.columns = _columns(old, new)
        self.rows = [dict(person.values) for person in old.participants] if old else []
        self.ids = {row.get("id", "") for row in self.rows}
        self.known = _index(old.participants if old else ())
        self.places = {row.get("id", ""): at for at, row in enumerate(self.rows)}
        self.shared = _shared(old) | _shared(new)
        self.seen: dict[int, Participant] = {}
        self.added: list[str] = []
        self.changed: list[Edited] = []
        self.kept: list[Edited] = []
        self.removed: list[str] = []
        self.people: list[tuple[str, dict[str, str], list[str]]] = []

    def join(self) -> None:
        for person in self.new.participants:
            keys = keys_of(person)
            at = self._place(person, keys)
            if at is not None:
                self.seen[at] = person
                self._update(self.rows[at], person)
                ref = self.rows[at].get("id", "")
            elif self._was_removed(keys):
                self.removed.append(person.name)
                continue
            else:
                ref = self._add(person)
            self.people.append((ref, person.values, keys))

    def _place(self, person: Participant, keys: Iterable[str]) -> int | None:
        """Where somebody stands, also under a name or an address that was edited since."""
        for key in keys:
            free = [at for at in self.known.get(key, ()) if at not in self.seen]
            if key in self.shared:  # one address of an office: the names tell
                free = [
                    at for at in free if plain(self.rows[at].get("name", "")) == plain(person.name)
                ]
            if free:
                return free[0]
        refs = (self.last.keys.get(self.last.digest(key), "") for key in keys)
        places = (self.places[ref] for ref in refs if ref in self.places)
        return next((at for at in places if at not in self.seen), None)

    def _was_removed(self, keys: Iterable[str]) -> bool:
        """Whether the last import had somebody whom the roster has no more."""
        refs = (self.last.keys.get(self.last.digest(key)) for key in keys)
        return any(ref is not None and ref not in self.ids for ref in refs)

    def _add(self, person: Participant) -> str:
        values = {name: person.values.get(name, "") for name in self.columns}
        values["id"] = _fresh(self.ids, person.id)
        self.added.append(values["id"])
        self.rows.append(values)
        return values["id"]

    def _update(self, row: dict[str, str], person: Participant) -> None:
        """Take what is new in the export; what it leaves empty, and what was edited, stays."""
        ref = row.get("id", "")
        for name, value in person.values.items():
            before = row.get(name, "")
            if name == "id" or not value or _is_same(name, value, before):
                continue
            had = self.last.had(ref, name)
            is_old_news = had == self.last.digest(value)
            if self._is_taken(name, before, value, had):
                self.changed.append((ref, name, before, value))
                row[name] = value
            elif not is_old_news:
                self.kept.append((ref, name, before, value))

    def _is_taken(self, name: str, before: str, value: str, had: str) -> bool:
        if self.take & {name, "all"}:
            return True
        if had == self.last.digest(value):
            return False  # the export says what it said: the roster was edited
        if name == "status" and value.casefold() in ABSENT and before.casefold() not in ABSENT:
            return True
        return not before or had == self.last.digest(before)

    def result(self) -> Joined:
        n_old = len(self.rows) - len(self.added)
        missing = [
            row.get("id", "") for at, row in enumerate(self.rows[:n_old]) if at not in self.seen
        ]
        return Joined(
            self.columns,
            tuple(self.rows),
            self.last.after(self.people),
            tuple(self.added),
            tuple(self.changed),
            tuple(self.kept),
            tuple(missing if self.old else ()),
            tuple(self.removed),
            tuple(sorted(self.last.columns() - {*self.new.columns})),
            tuple(_doubles(self.rows, set(self.added))),
        )


def _columns(old: Roster | None, new: Roster) -> tuple[str, ...]:
    present = dict.fromkeys([*(old.columns if old else ()), *new.columns])
    if old:
        return tuple(present)
    first = [name for name in FIRST if name in present or name in {"id", "name"}]
    return tuple(dict.fromkeys([*first, *present]))


def keys_of(person: Participant) -> list[str]:
    """What somebody is known by, the surest first."""
    references = ((name, person.values.get(name, "")) for name in _REFERENCES)
    keys = [f"{name} {value}" for name, value in references if len(value) >= _LONG]
    email = person.values.get("email", "").strip().casefold()
    employer = plain(person.values.get("organisation", ""))
    name = plain(person.name)
    keys += [f"mail {email}"] if "@" in email else []
    return [*keys, f"name {name} at {employer}"] if name else keys


def _index(people: Iterable[Participant]) -> dict[str, list[int]]:
    known: dict[str, list[int]] = {}
    for position, person in enumerate(people):
        for key in keys_of(person):
            known.setdefault(key, []).append(position)
    return known


def _shared(roster: Roster | None) -> set[str]:
    """What several people of a list are known by, and so nobody."""
    known = _index(roster.participants if roster else ())
    return {key for key, positions in known.items() if len(positions) > 1}


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


def _is_same(column: str, value: str, before: str) -> bool:
    if value == before:
        return True
    code = country_of(value) if column == "country" and before else None
    return code is not None and code == country_of(before)


def _doubles(rows: Sequence[dict[str, str]], added: set[str]) -> Iterator[tuple[str, str, str]]:
    """Pairs of people who may be one, at least one of them new."""
    people = [
        Participant(ROSTER / at, row.get("id", ""), row.get("name", ""), row)
        for at, row in enumerate(rows)
    ]
    for double in doubles(people):
        if {double.one.id, double.other.id} & added:
            yield double.one.id, double.other.id, double.why
