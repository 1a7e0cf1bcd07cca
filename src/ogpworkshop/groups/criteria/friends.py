"""People share a group with those whom they name."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ogpworkshop.groups import circles
from ogpworkshop.groups.asked import Asked
from ogpworkshop.groups.company import Company
from ogpworkshop.groups.kinds import worst
from ogpworkshop.groups.problem import Bound, Plan, Problem, Round, Wish
from ogpworkshop.groups.tables import Ints, Tables

OPTIONS = ("at_least", "mutual")


@dataclass(frozen=True, eq=False)
class Friends:
    """Wishes for company that are granted.

    Attributes:
        wish: title, rounds, weight.
        names: `names[i, j]`, 1 where i names j.
        at_least: how many of those somebody names suffice, None for all.
    """

    wish: Wish
    names: Ints
    at_least: int | None = None

    @property
    def unit(self) -> str:
        """What its cost counts."""
        return "wishes for company missed"

    def cost(self, problem: Problem, plan: Plan) -> int:
        """People lacking whom somebody names, as far as they are there, over people and rounds."""
        total = 0
        for r in problem.rounds_of(self.wish):
            groups, there = plan[r], self._there(problem.rounds[r])
            beside = (groups[:, None] == groups[None, :]) & (groups >= 0)
            got = (there * beside).sum(axis=1)
            total += int(np.maximum(0, self._enough(problem.rounds[r]) - got).sum())
        return total

    def _there(self, round_: Round) -> Ints:
        """Wishes of people who are there for others who are."""
        there: Ints = self.names * (round_.present[:, None] & round_.present[None, :])
        return there

    def _enough(self, round_: Round) -> Ints:
        """How many of those named everybody is to have."""
        wished: Ints = self._there(round_).sum(axis=1)
        return wished if self.at_least is None else np.minimum(wished, self.at_least)

    def contribute(self, problem: Problem, tables: Tables, weight: int) -> None:
        """Every pair in one group saves what it wishes, as long as that is not enough."""
        rounds = problem.rounds_of(self.wish)
        if self.at_least is not None:
            for r in rounds:
                held = problem.rounds[r]
                tables.companies.append(
                    Company((r,), self._there(held), self._enough(held), weight)
                )
            return
        tables.add_pairs(rounds, -weight * (self.names + self.names.T))
        wished = sum(int(self._there(problem.rounds[r]).sum()) for r in rounds)
        tables.constant += weight * wished

    def bound(self, problem: Problem) -> Bound:
        """People who name, or are named by, more than a group has chairs; circles larger than it."""
        cost, why = 0, ""
        for r in problem.rounds_of(self.wish):
            least, reason = self._bound(problem, problem.rounds[r])
            cost, why = cost + least, why or reason
        return Bound(cost, why)

    def _bound(self, problem: Problem, round_: Round) -> tuple[int, str]:
        wished, there = self._enough(round_), self._there(round_)
        size = int(round_.high.max())
        # those for whom fewer suffice may be without a person they name
        needed = there * (wished == there.sum(axis=1))[:, None]
        named = needed.sum(axis=0)
        cut, largest = circles.cuts(needed, size)
        i, j = problem.people[int(wished.argmax())], problem.people[int(named.argmax())]
        others = f"a group has {size - 1} others"
        return max(
            (0, ""),
            (_above(wished, size - 1), f"{i} names {int(wished.max())} people, {others}"),
            (_above(named, size - 1), f"{int(named.max())} people name {j}, {others}"),
            (cut, f"{largest} people are linked by whom they name, a group has {size}"),
            key=lambda each: each[0],
        )

    def explain(self, problem: Problem, plan: Plan) -> tuple[str, ...]:
        """Who is without those they named, those without any first."""
        return worst(self._missed(problem, plan))

    def _missed(self, problem: Problem, plan: Plan) -> Iterator[tuple[int, str]]:
        for r in problem.rounds_of(self.wish):
            groups, there = plan[r], self._there(problem.rounds[r])
            beside = groups[:, None] == groups[None, :]
            lacking = self._enough(problem.rounds[r]) - (there * beside).sum(axis=1)
            for i in np.flatnonzero((lacking > 0) & (groups >= 0)).tolist():
                wished, got = int(there[i].sum()), int((there[i] * beside[i]).sum())
                when = "" if problem.n_rounds == 1 else f" in {problem.rounds[r].name}"
                text = f"{problem.people[i]} is with {got} of the {wished} people named{when}"
                yield (wished - got) * (1 if got else 1000), text


def _above(numbers: Ints, most: int) -> int:
    return int(np.maximum(numbers - most, 0).sum())


def read(asked: Asked) -> Friends:
    """From `friends: wishes`, a column of ids or names parted by semicolons.

    With `at_least: 1`, one of them suffices; with `mutual: true`, only wishes for each other count.
    """
    names = asked.named(asked.text)
    criterion = asked.criterion
    title = f"friends {asked.text}"
    if criterion.mutual:
        names = names * names.T
        title += ", mutual"
        if not names.any():
            raise asked.misasked(
                f"No two people name each other in “{asked.text}”", "leave out mutual"
            )
    if criterion.at_least is not None:
        title += f", at least {criterion.at_least}"
    return Friends(asked.wish(title), names, criterion.at_least)
