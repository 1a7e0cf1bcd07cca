"""People do not share a group with those whom they name."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups.asked import Asked
from ogpworkshop.groups.kinds import pairs_within, where, worst
from ogpworkshop.groups.problem import Bound, Plan, Problem, Wish
from ogpworkshop.groups.tables import Ints, Tables


@dataclass(frozen=True, eq=False)
class Foes:
    """Pairs of whom one does not want the other.

    Attributes:
        wish: title, rounds, weight.
        names: `names[i, j]`, 1 where i names j.
    """

    wish: Wish
    names: Ints

    @property
    def _pairs(self) -> Ints:
        pairs: Ints = np.maximum(self.names, self.names.T)
        return pairs

    @property
    def unit(self) -> str:
        """What its cost counts."""
        return "pairs that share a group"

    def cost(self, problem: Problem, plan: Plan) -> int:
        """Pairs that share a group, over rounds."""
        return sum(pairs_within(plan, r, self._pairs) for r in problem.rounds_of(self.wish))

    def contribute(self, problem: Problem, tables: Tables, weight: int) -> None:
        """Every such pair in one group has its cost."""
        tables.add_pairs(problem.rounds_of(self.wish), weight * self._pairs)

    def bound(self, problem: Problem) -> Bound:
        """All pairs where there is one group."""
        cost, why = 0, ""
        for r in problem.rounds_of(self.wish):
            round_ = problem.rounds[r]
            there = round_.present[:, None] & round_.present[None, :]
            if round_.n_groups == 1:
                cost += int(np.triu(self._pairs * there, 1).sum())
                why = why or f"{round_.name} has one group"
        return Bound(cost, why if cost else "")

    def binds(self) -> tuple[NDArray[np.bool_], bool]:
        """The pairs that it parts."""
        return self._pairs > 0, False

    def explain(self, problem: Problem, plan: Plan) -> tuple[str, ...]:
        """Who shares a group."""
        return worst(self._sharing(problem, plan))

    def _sharing(self, problem: Problem, plan: Plan) -> Iterator[tuple[int, str]]:
        for r in problem.rounds_of(self.wish):
            groups = plan[r]
            same = (groups[:, None] == groups[None, :]) & (groups >= 0)
            for i, j in np.argwhere(np.triu(self._pairs * same, 1)).tolist():
                pair = f"{problem.people[i]} and {problem.people[j]}"
                yield 1, f"{pair} share {where(problem, r, int(groups[i]))}"


def read(asked: Asked) -> Foes:
    """From `foes: conflicts`, a column of ids or names parted by semicolons."""
    return Foes(asked.wish(f"foes {asked.text}"), asked.named(asked.text))
