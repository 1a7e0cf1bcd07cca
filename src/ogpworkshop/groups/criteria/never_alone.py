"""Nobody is the only one of their kind in a group: no single woman among men."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ogpworkshop.groups.asked import Asked
from ogpworkshop.groups.kinds import Kinds, where, worst
from ogpworkshop.groups.problem import Bound, Plan, Problem, Round, Wish
from ogpworkshop.groups.tables import Count, Tables


@dataclass(frozen=True, eq=False)
class NeverAlone:
    """Each group has none of a value, or two at least."""

    wish: Wish
    kinds: Kinds

    @property
    def unit(self) -> str:
        """What its cost counts."""
        return "people alone"

    def cost(self, problem: Problem, plan: Plan) -> int:
        """People who are the only one of a value in their group, over values and rounds."""
        return sum(
            int((self.kinds.in_groups(problem.rounds[r], plan[r]) == 1).sum())
            for r in problem.rounds_of(self.wish)
        )

    def contribute(self, problem: Problem, tables: Tables, weight: int) -> None:
        """A price on the number one, for each value."""
        price = weight * (np.arange(problem.size + 1) == 1).astype(np.int64)
        for r in problem.rounds_of(self.wish):
            shape = (problem.rounds[r].n_groups, len(price))
            for members in self.kinds.members.T:
                alone = np.broadcast_to(price, shape).copy()
                tables.counts.append(Count(r, members.astype(np.bool_), alone))

    def bound(self, problem: Problem) -> Bound:
        """Values that one person has, groups of one, and threes in groups of two."""
        cost, why = 0, ""
        for r in problem.rounds_of(self.wish):
            round_ = problem.rounds[r]
            for name, number in zip(self.kinds.names, self.kinds.numbers(round_), strict=True):
                forced = _forced(round_, int(number))
                cost += forced
                if forced and not why:
                    why = (
                        f"“{name}” has 1 person"
                        if number == 1
                        else f"{round_.name} has no room for {number} of “{name}” in pairs"
                    )
        return Bound(cost, why)

    def explain(self, problem: Problem, plan: Plan) -> tuple[str, ...]:
        """Who is alone."""
        return worst(self._alone(problem, plan))

    def _alone(self, problem: Problem, plan: Plan) -> Iterator[tuple[int, str]]:
        for r in problem.rounds_of(self.wish):
            numbers = self.kinds.in_groups(problem.rounds[r], plan[r])
            for g, v in zip(*(numbers == 1).nonzero(), strict=True):
                i = int(np.flatnonzero((plan[r] == g) & (self.kinds.members[:, v] > 0))[0])
                text = f"{problem.people[i]} is the only “{self.kinds.names[v]}” in {where(problem, r, int(g))}"
                yield 1, text


def _forced(round_: Round, number: int) -> int:
    """People alone when `number` share a value."""
    largest = int(round_.high.max())
    if largest == 1 or number == 1:
        return number
    return number % 2 if largest == 2 else 0


def read(asked: Asked) -> NeverAlone:
    """From `never_alone: gender`."""
    return NeverAlone(asked.wish(f"never alone {asked.text}"), asked.kinds(asked.text))
