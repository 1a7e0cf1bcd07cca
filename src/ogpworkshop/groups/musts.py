"""What `must` says of pairs of people: who shares every group with whom, who never does.

Bounds may count on it: a plan that breaks a `must` is no plan that they speak of.
"""

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups.problem import Problem, Wish

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


@runtime_checkable
class Binding(Protocol):
    """A criterion that is about pairs alone."""

    @property
    def wish(self) -> Wish:
        """Title, rounds, weight."""
        ...

    def binds(self) -> tuple[Bools, bool]:
        """The pairs `[person, person]`, and whether they are to share a group or to be apart."""
        ...


@dataclass(frozen=True, eq=False)
class Held:
    """How often each two people meet at the least and at the most.

    Attributes:
        units: for each round, the number of everybody's set of people who are together,
            `[round, person]`, -1 for people who are away.
        least: `[person, person]`, 0 on the diagonal.
        most: `[person, person]`, 0 on the diagonal.
    """

    units: Ints
    least: Ints
    most: Ints

    @property
    def coincidences(self) -> int:
        """Of people who must be together, in any plan."""
        return int((self.least * (self.least - 1)).sum()) // 4

    @property
    def repeats(self) -> int:
        """The same, as meetings beyond a pair's first."""
        return int(np.maximum(self.least - 1, 0).sum()) // 2


def held(problem: Problem) -> Held:
    """From all criteria that must hold, can hold, and are about pairs."""
    n = problem.n_people
    units = np.full((problem.n_rounds, n), -1, dtype=np.int64)
    least, most = np.zeros((n, n), dtype=np.int64), np.zeros((n, n), dtype=np.int64)
    binding = [each for each in problem.criteria if each.wish.is_must and _can_hold(problem, each)]
    for r, round_ in enumerate(problem.rounds):
        there = round_.present[:, None] & round_.present[None, :]
        together, apart = np.eye(n, dtype=np.bool_), np.zeros((n, n), dtype=np.bool_)
        for each in binding:
            if isinstance(each, Binding) and r in problem.rounds_of(each.wish):
                pairs, is_together = each.binds()
                (together if is_together else apart)[pairs & there] = True
        np.fill_diagonal(apart, val=False)  # nobody is parted from themselves, nor from their unit
        units[r] = np.where(round_.present, _units(together), -1)
        same = (units[r][:, None] == units[r][None, :]) & there
        least += same
        most += there & ~_for_all(units[r], apart)
    np.fill_diagonal(least, 0)
    np.fill_diagonal(most, 0)
    return Held(units, least, np.maximum(least, most))


def _can_hold(problem: Problem, criterion: object) -> bool:
    return isinstance(criterion, Binding) and criterion.bound(problem).cost == 0  # type: ignore[attr-defined]


def _units(together: Bools) -> Ints:
    """The smallest number among those whom everybody is together with, along any chain."""
    numbers = np.arange(len(together))
    if together.sum() == len(together):
        return numbers
    while True:
        smallest = np.where(together, numbers[None, :], len(together)).min(axis=1)
        if (smallest == numbers).all():
            return numbers
        numbers = smallest


def _for_all(units: Ints, apart: Bools) -> Bools:
    """Whoever is to be apart from somebody is so from all who are together with them."""
    if not apart.any():
        return apart
    n = len(units)
    i, j = apart.nonzero()
    parted = np.zeros((n, n), dtype=np.bool_)
    parted[units[i], units[j]] = True
    found: Bools = parted[units[:, None], units[None, :]] & (units >= 0)[:, None]
    return found & (units >= 0)[None, :]
