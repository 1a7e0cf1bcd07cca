"""People share a group with those whom they name."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups.asked import Asked
from ogpworkshop.groups.kinds import pairs_within, worst
from ogpworkshop.groups.problem import Bound, Plan, Problem, Round, Wish
from ogpworkshop.groups.tables import Ints, Tables


@dataclass(frozen=True, eq=False)
class Friends:
    """Wishes for company that are granted.

    Attributes:
        wish: title, rounds, weight.
        names: `names[i, j]`, 1 where i names j.
    """

    wish: Wish
    names: Ints

    @property
    def unit(self) -> str:
        """What its cost counts."""
        return "wishes for company missed"

    def cost(self, problem: Problem, plan: Plan) -> int:
        """People named who are there and in another group, over people and rounds."""
        either = self.names + self.names.T
        return sum(
            int(self._there(problem.rounds[r]).sum()) - pairs_within(plan, r, either)
            for r in problem.rounds_of(self.wish)
        )

    def _there(self, round_: Round) -> Ints:
        """Wishes of people who are there for others who are."""
        there: Ints = self.names * (round_.present[:, None] & round_.present[None, :])
        return there

    def contribute(self, problem: Problem, tables: Tables, weight: int) -> None:
        """Every pair in one group saves what it wishes."""
        rounds = problem.rounds_of(self.wish)
        tables.add_pairs(rounds, -weight * (self.names + self.names.T))
        wished = sum(int(self._there(problem.rounds[r]).sum()) for r in rounds)
        tables.constant += weight * wished

    def bound(self, problem: Problem) -> Bound:
        """People who name more than their group has other chairs."""
        cost, why = 0, ""
        for r in problem.rounds_of(self.wish):
            wished = self._there(problem.rounds[r]).sum(axis=1)
            beside = int(problem.rounds[r].high.max()) - 1
            over = np.maximum(wished - beside, 0)
            cost += int(over.sum())
            if over.any() and not why:
                i = int(over.argmax())
                why = f"{problem.people[i]} names {wished[i]} people, a group has {beside} others"
        return Bound(cost, why)

    def binds(self) -> tuple[NDArray[np.bool_], bool]:
        """The pairs that it joins."""
        return (self.names + self.names.T) > 0, True

    def explain(self, problem: Problem, plan: Plan) -> tuple[str, ...]:
        """Who is without those they named, those without any first."""
        return worst(self._missed(problem, plan))

    def _missed(self, problem: Problem, plan: Plan) -> Iterator[tuple[int, str]]:
        for r in problem.rounds_of(self.wish):
            groups, there = plan[r], self._there(problem.rounds[r])
            beside = groups[:, None] == groups[None, :]
            for i in np.flatnonzero((there * ~beside).sum(axis=1)).tolist():
                wished, got = int(there[i].sum()), int((there[i] * beside[i]).sum())
                when = "" if problem.n_rounds == 1 else f" in {problem.rounds[r].name}"
                text = f"{problem.people[i]} is with {got} of the {wished} people named{when}"
                yield (wished - got) * (1 if got else 1000), text


def read(asked: Asked) -> Friends:
    """From `friends: wishes`, a column of ids or names parted by semicolons."""
    return Friends(asked.wish(f"friends {asked.text}"), asked.named(asked.text))
