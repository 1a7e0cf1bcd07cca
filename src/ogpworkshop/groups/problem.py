"""What is asked of the groups: who is there in which round, how big groups are, what is wished."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups.tables import Tables

LARGE = 3000
"""People from which on not every two of them are weighed, which takes memory by the square."""
Ints = NDArray[np.int64]
Plan = NDArray[np.int64]
"""`plan[round, person]` is the person's group in the round, -1 for people who are away."""


@dataclass(frozen=True)
class Wish:
    """What every criterion has in common.

    Attributes:
        title: as in reports: “spread country”.
        rounds: positions of the rounds it speaks of, None for all.
        weight: 1 to 10, beside the other wishes.
        is_must: it has to hold, before all wishes.
        level: wishes of a lower number come first, whatever the others lose.
    """

    title: str
    rounds: tuple[int, ...] | None = None
    weight: int = 1
    is_must: bool = False
    level: int = 0


@dataclass(frozen=True)
class Bound:
    """A cost that no plan undercuts, and one sentence that says why ("" when it is zero)."""

    cost: int
    why: str = ""


class Criterion(Protocol):
    """One wish about groups; a module of `groups.criteria` each."""

    @property
    def wish(self) -> Wish:
        """Title, rounds, weight."""
        ...

    @property
    def unit(self) -> str:
        """What its cost counts, in words; "" where the number says nothing to people."""
        ...

    def cost(self, problem: "Problem", plan: Plan) -> int:
        """How far the plan is from the wish: slow, obviously right, never negative."""
        ...

    def contribute(self, problem: "Problem", tables: Tables, weight: int) -> None:
        """Add the same cost, `weight` times, to the tables that the search works on."""
        ...

    def bound(self, problem: "Problem") -> Bound:
        """A cost that no plan of the problem undercuts."""
        ...

    def explain(self, problem: "Problem", plan: Plan) -> tuple[str, ...]:
        """What is not as wished, worst first, a sentence each."""
        ...


def level(total: int, low: Ints, high: Ints) -> Ints:
    """Sizes between `low` and `high` with the sum `total`, as equal as they can be.

    Of groups that could be larger by one, the first are. The sum is missed only when `low` and
    `high` leave no choice.
    """
    sizes = low.copy()
    for _ in range(max(0, total - int(low.sum()))):
        open_groups = np.flatnonzero(sizes < high)
        if not len(open_groups):
            break
        sizes[open_groups[np.argmin(sizes[open_groups])]] += 1
    return sizes


@dataclass(frozen=True, eq=False)
class Round:
    """One time at which people sit in groups.

    Attributes:
        name: as in reports.
        present: who takes part, a boolean for each person.
        low: fewest people of each group.
        high: most people of each group.
        groups: names of the groups.
    """

    name: str
    present: NDArray[np.bool_]
    low: Ints
    high: Ints
    groups: tuple[str, ...]

    @property
    def n_groups(self) -> int:
        """How many groups."""
        return len(self.low)

    @cached_property
    def people(self) -> Ints:
        """Positions of those who take part."""
        return np.flatnonzero(self.present).astype(np.int64)

    @cached_property
    def sizes(self) -> Ints:
        """Sizes that differ as little as rooms allow."""
        return level(len(self.people), self.low, self.high)

    @cached_property
    def shares(self) -> tuple[Ints, int]:
        """Each group's due part of everything, as numerators and a common denominator.

        Groups of a fixed size get a part by their size; what is left is the same for all others,
        whoever of them has one person more.
        """
        fixed = self.low == self.high
        n_open = int((~fixed).sum())
        total = max(1, len(self.people))
        if n_open == 0:
            return self.low.copy(), max(1, int(self.low.sum()))
        rest = len(self.people) - int(self.low[fixed].sum())
        return np.where(fixed, self.low * n_open, rest), total * n_open

    def due(self, total: int) -> tuple[Ints, Ints]:
        """Floor and ceiling of every group's share of `total`."""
        part, whole = self.shares
        return (total * part) // whole, -((-total * part) // whole)


def seated(
    name: str,
    present: NDArray[np.bool_],
    n_groups: int,
    *,
    seats: Sequence[int | None] = (),
    groups: Sequence[str] = (),
) -> Round:
    """A round whose group sizes differ by at most one, unless seats force them apart.

    Args:
        name: as in reports.
        present: who takes part.
        n_groups: how many groups.
        seats: of each group's room, None where any number fits; nothing for no rooms.
        groups: names of the groups; `group 1` and so on if left out.

    Raises:
        ValueError: fewer seats than people.
    """
    total = int(present.sum())
    most = np.array([total if each is None else min(each, total) for each in seats], dtype=np.int64)
    if not len(most):
        most = np.full(n_groups, total, dtype=np.int64)
    if int(most.sum()) < total:
        raise ValueError(f"{total} people, {int(most.sum())} seats")
    floor = 0
    while int(np.minimum(most, floor + 1).sum()) <= total and floor < total:
        floor += 1
    low = np.minimum(most, floor)
    is_even = int(low.sum()) == total
    high = low if is_even else np.minimum(most, floor + 1)
    names = tuple(groups) or tuple(f"group {g + 1}" for g in range(n_groups))
    return Round(name, present, low, high, names)


@dataclass(frozen=True, eq=False)
class Problem:
    """Persons x rounds, and what is asked of their groups.

    Attributes:
        people: names, for explanations.
        rounds: in order of time.
        criteria: what is asked.
        pinned: groups that stand already, like a plan with -1 for all that is open; None for none.
    """

    people: tuple[str, ...]
    rounds: tuple[Round, ...]
    criteria: tuple[Criterion, ...] = field(default=())
    pinned: Plan | None = None

    @property
    def n_people(self) -> int:
        """How many people, whether or not they take part in every round."""
        return len(self.people)

    @property
    def is_large(self) -> bool:
        """Whether there are too many people for a matrix of all pairs."""
        return self.n_people > LARGE

    @property
    def n_rounds(self) -> int:
        """How many rounds."""
        return len(self.rounds)

    @property
    def n_groups(self) -> int:
        """The most groups that a round has."""
        return max((each.n_groups for each in self.rounds), default=0)

    @property
    def size(self) -> int:
        """The most people that a group can have."""
        return max((int(each.high.max()) for each in self.rounds), default=0)

    def rounds_of(self, wish: Wish) -> tuple[int, ...]:
        """Positions of the rounds that a wish speaks of."""
        return tuple(range(self.n_rounds)) if wish.rounds is None else wish.rounds


def mixing(n_groups: int, size: int, n_rounds: int, criteria: Sequence[Criterion] = ()) -> Problem:
    """The pure problem of `n_groups` equal groups that meet anew in every round."""
    n_people = n_groups * size
    everybody = np.ones(n_people, dtype=np.bool_)
    rounds = tuple(seated(f"round {r + 1}", everybody, n_groups) for r in range(n_rounds))
    return Problem(tuple(f"P{i + 1}" for i in range(n_people)), rounds, tuple(criteria))
