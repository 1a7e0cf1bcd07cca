"""A criterion as it stands in the agenda, beside the roster that it speaks of."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups.kinds import Kinds
from ogpworkshop.groups.problem import Wish
from ogpworkshop.model import written
from ogpworkshop.model.agenda import Fault
from ogpworkshop.model.near import nearest
from ogpworkshop.model.path import Path, Place
from ogpworkshop.model.roster import Participant

_NUMBER = re.compile(r"\s*([+-]?\d+)(?:[.,](\d+))?\s*")


Value = str | tuple[str | tuple[str, ...], ...] | dict[str, str | tuple[str, ...]]


class MisaskedError(Exception):
    """A criterion that cannot be understood or cannot hold; caught where criteria are read."""

    def __init__(self, fault: Fault) -> None:
        """Carry the fault to where it is collected."""
        super().__init__(fault.message)
        self.fault = fault


@dataclass(frozen=True)
class Asked:
    """What a criterion's module makes its criterion of.

    Attributes:
        name: of the criterion: `spread`.
        criterion: as written.
        path: where it stands.
        columns: of the roster.
        people: those who take part in any round, in the order of the problem.
        rounds: positions of the rounds that it was asked for.
        places: for each of these rounds, the names that each group goes by, in small letters.
    """

    name: str
    criterion: written.Criterion
    path: Path
    columns: tuple[str, ...]
    people: tuple[Participant, ...]
    rounds: tuple[int, ...]
    places: tuple[tuple[frozenset[str], ...], ...]

    @property
    def value(self) -> Value:
        """What stands behind the criterion's name."""
        value: Value = getattr(self.criterion, self.name)
        return value

    @property
    def text(self) -> str:
        """The same, where it is one word."""
        return str(self.value)

    def wish(self, title: str) -> Wish:
        """Title, rounds, weight."""
        return Wish(title, self.rounds, self.criterion.weight, self.criterion.must)

    def misasked(self, message: str, label: str = "", instead: str | None = None) -> MisaskedError:
        """The error to raise for what stands behind the criterion's name."""
        place = Place(self.path / self.name)
        title = f"write {instead}" if instead else ""
        return MisaskedError(Fault("criterion-unclear", place, message, label, instead, title))

    def column(self, name: str) -> list[tuple[str, ...]]:
        """The values of each person in a column, several where semicolons part them."""
        if name not in self.columns:
            meant = nearest(name, self.columns)
            label = f"did you mean {meant}?" if meant else f"columns are {', '.join(self.columns)}"
            raise self.misasked(f"The roster has no column “{name}”", label, meant)
        cells = [person.listed(name) for person in self.people]
        if not any(cells):
            raise self.misasked(f"Nobody in the roster has a value in “{name}”", "an empty column")
        return cells

    def kinds(self, name: str) -> Kinds:
        """People by the values of a column."""
        return Kinds.of(name, self.column(name))

    def numbers(self, name: str) -> tuple[NDArray[np.int64], NDArray[np.bool_], int]:
        """A column of numbers: in whole units, known or not, units in one."""
        self.column(name)
        read: list[tuple[str, str] | None] = []
        for person in self.people:
            cell = person.values.get(name, "").strip()
            match = _NUMBER.fullmatch(cell)
            if cell and not match:
                message = f"“{name}” is to be balanced, but “{cell}” of {person.name or person.id} is not a number"
                raise self.misasked(message, "a column of numbers is needed")
            read.append((match[1], (match[2] or "")[:4]) if match else None)
        places = max(len(each[1]) for each in read if each)
        whole = [int(each[0] + each[1].ljust(places, "0")) if each else 0 for each in read]
        if max(map(abs, whole)) > 10**9:
            raise self.misasked(
                f"“{name}” has numbers too large to be balanced", "at most nine digits"
            )
        known = np.array([each is not None for each in read])
        return np.array(whole, dtype=np.int64), known, 10**places

    def ids(self, ids: Iterable[str]) -> tuple[int, ...]:
        """Positions of people named by their roster ids."""
        known = {person.id: i for i, person in enumerate(self.people)}
        found = []
        for each in ids:
            if each not in known:
                meant = nearest(each, known)
                label = f"did you mean {meant}?" if meant else "no such id among those who come"
                raise self.misasked(f"Nobody who takes part has the id “{each}”", label)
            found.append(known[each])
        if len(set(found)) < 2:
            raise self.misasked(
                f"“{self.name}” needs two people or more", "ids of two people or more"
            )
        return tuple(dict.fromkeys(found))

    def sets_or_column(self) -> Kinds:
        """People who share something: a column's value, or that they are listed together."""
        if isinstance(self.value, str):
            return self.kinds(self.value)
        lists = [each for each in self.value if not isinstance(each, str)]
        plain = [each for each in self.value if isinstance(each, str)]
        if lists and plain:
            message = f"“{plain[0]}” stands beside lists of ids in “{self.name}”"
            raise self.misasked(message, "a list of ids, or a list of lists")
        sets = [self.ids(each) for each in lists or [tuple(plain)]]
        members = np.zeros((len(self.people), len(sets)), dtype=np.int64)
        for column, ids in enumerate(sets):
            members[list(ids), column] = 1
        names = [_listed([self.people[i].name or self.people[i].id for i in ids]) for ids in sets]
        return Kinds("", tuple(names), members)

    def named(self, column: str) -> NDArray[np.int64]:
        """Whom people name in a column, by id or by name: `[person, person]`."""
        known = {person.name.casefold(): i for i, person in enumerate(self.people) if person.name}
        known |= {person.id.casefold(): i for i, person in enumerate(self.people)}
        names = np.zeros((len(self.people), len(self.people)), dtype=np.int64)
        for i, cell in enumerate(self.column(column)):
            for word in cell:
                if word.casefold() not in known:
                    meant = nearest(word, [each for p in self.people for each in (p.id, p.name)])
                    label = f"did you mean {meant}?" if meant else "an id or a whole name is needed"
                    who = self.people[i].name or self.people[i].id
                    message = f"“{word}” in “{column}” of {who} is nobody who takes part"
                    raise self.misasked(message, label)
                names[i, known[word.casefold()]] = 1
        np.fill_diagonal(names, 0)
        return names


def _listed(names: list[str]) -> str:
    if len(names) > 4:
        names = [*names[:3], f"{len(names) - 3} others"]
    return f"{', '.join(names[:-1])} and {names[-1]}"
