"""People never share a group: those listed, or those with equal values of a column."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups import parts
from ogpworkshop.groups.asked import Asked
from ogpworkshop.groups.kinds import Kinds, pairs_alike, plural, where, worst
from ogpworkshop.groups.problem import Bound, Plan, Problem, Wish
from ogpworkshop.groups.tables import Tables


@dataclass(frozen=True, eq=False)
class Apart:
    """No two of the people meant share a group."""

    wish: Wish
    kinds: Kinds

    @property
    def unit(self) -> str:
        """What its cost counts."""
        return "pairs that share a group"

    def cost(self, problem: Problem, plan: Plan) -> int:
        """Pairs that share a group, over rounds."""
        return sum(
            pairs_alike(self.kinds.in_groups(problem.rounds[r], plan[r]))
            for r in problem.rounds_of(self.wish)
        )

    def contribute(self, problem: Problem, tables: Tables, weight: int) -> None:
        """Every pair in one group has its cost."""
        tables.add_products(problem.rounds_of(self.wish), self.kinds.members, weight)

    def bound(self, problem: Problem) -> Bound:
        """Pairs that are left when each value is parted over all groups."""
        cost, why = 0, ""
        for r in problem.rounds_of(self.wish):
            round_ = problem.rounds[r]
            caps = [int(cap) for cap in round_.high]
            for name, number in zip(self.kinds.names, self.kinds.numbers(round_), strict=True):
                forced = parts.fewest_pairs(int(number), caps)
                cost += forced
                if forced and not why:
                    people = plural(int(number), "person", "people")
                    why = f"“{name}” has {people} for {round_.n_groups} groups"
        return Bound(cost, why)

    def binds(self) -> tuple[NDArray[np.bool_], bool]:
        """The pairs that it parts."""
        return self.kinds.same() > 0, False

    def explain(self, problem: Problem, plan: Plan) -> tuple[str, ...]:
        """Who shares a group."""
        return worst(self._sharing(problem, plan))

    def _sharing(self, problem: Problem, plan: Plan) -> Iterator[tuple[int, str]]:
        for r in problem.rounds_of(self.wish):
            numbers = self.kinds.in_groups(problem.rounds[r], plan[r])
            for g, v in zip(*(numbers > 1).nonzero(), strict=True):
                here = np.flatnonzero((plan[r] == g) & (self.kinds.members[:, v] > 0))
                names = ", ".join(problem.people[i] for i in here[:4])
                yield int(numbers[g, v]), f"{names} share {where(problem, r, int(g))}"


def read(asked: Asked) -> Apart:
    """From `apart: [p01, p02]`, `apart: [[p01, p02], [p07, p09]]` or `apart: employer`."""
    kinds = asked.sets_or_column()
    return Apart(asked.wish(f"apart {kinds.column or kinds.listed}"), kinds)
