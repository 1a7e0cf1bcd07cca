"""People by the values of a column: who is from Nepal, who speaks French."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups.problem import Plan, Problem, Round

Ints = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Kinds:
    """Values, and who has them.

    Attributes:
        column: the column's name.
        names: the values, in the order in which they first occur.
        members: `members[person, value]`, 1 where the person has the value; a person can have
            several values or none.
    """

    column: str
    names: tuple[str, ...]
    members: Ints

    @classmethod
    def of(cls, column: str, cells: Sequence[Iterable[str]]) -> "Kinds":
        """From the values of each person; upper and lower case make no difference."""
        names: dict[str, str] = {}
        for cell in cells:
            for value in cell:
                names.setdefault(value.casefold(), value)
        position = {key: v for v, key in enumerate(names)}
        members = np.zeros((len(cells), len(names)), dtype=np.int64)
        for person, cell in enumerate(cells):
            members[person, [position[value.casefold()] for value in cell]] = 1
        return cls(column, tuple(names.values()), members)

    @property
    def listed(self) -> str:
        """The first name, and how many more."""
        more = f" and {len(self.names) - 1} more" if len(self.names) > 1 else ""
        return f"{self.names[0]}{more}"

    def numbers(self, round_: Round) -> Ints:
        """How many people of each value take part in a round."""
        numbers: Ints = self.members[round_.present].sum(axis=0)
        return numbers

    def in_groups(self, round_: Round, groups: Ints) -> Ints:
        """`numbers[group, value]` of people in each group."""
        return in_groups(self.members, round_.n_groups, groups)

    def same(self) -> Ints:
        """`same[i, j]`: how many values two people have in common."""
        shared = self.members.astype(np.float64)
        product: Ints = (shared @ shared.T).astype(np.int64)
        return product


def in_groups(amounts: Ints, n_groups: int, groups: Ints) -> Ints:
    """Sums of each column of `amounts[person, ...]` in each group, `[group, ...]`."""
    sums = np.zeros((n_groups, amounts.shape[1]), dtype=np.int64)
    there = groups >= 0
    np.add.at(sums, groups[there], amounts[there])
    return sums


def worst(sentences: Iterable[tuple[int, str]]) -> tuple[str, ...]:
    """Sentences by how much is wrong, the most first; equal ones in their order."""
    ranked = sorted(enumerate(sentences), key=lambda each: (-each[1][0], each[0]))
    return tuple(sentence for _, (_, sentence) in ranked)


def where(problem: Problem, round_: int, group: int) -> str:
    """How explanations call a group: `group 3 of “Elevator Pitch”`."""
    held = problem.rounds[round_]
    return held.groups[group] if problem.n_rounds == 1 else f"{held.groups[group]} of {held.name}"


def plural(number: int, one: str, many: str = "") -> str:
    """`1 person`, `2 people`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def pairs_alike(numbers: Ints) -> int:
    """Pairs of people of the same kind, from `numbers[group, kind]`."""
    return int((numbers * (numbers - 1) // 2).sum())


def pairs_within(plan: Plan, round_: int, weights: Ints) -> int:
    """Sum of `weights[i, j]` over pairs that share a group in a round."""
    groups = plan[round_]
    same = (groups[:, None] == groups[None, :]) & (groups >= 0)
    return int(weights[np.triu(same, 1)].sum())
