"""How much each criterion counts: its excess over its bound, as a part of what chance leaves.

0 is the best possible and 1 what groups drawn by lot have; weights from 1 to 10 multiply that.
Whole numbers throughout, so that two machines never disagree about which plan is better.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ogpworkshop.groups.chains import start
from ogpworkshop.groups.chance import Chance
from ogpworkshop.groups.criteria.meet import FINE
from ogpworkshop.groups.problem import Bound, Plan, Problem
from ogpworkshop.groups.tables import Tables

BASE = 1 << 30
"""What the whole excess of groups drawn by lot weighs, at weight 1."""
_DRAWS = 6
_LOT = 2017


@dataclass(frozen=True, eq=False)
class Weighing:
    """A problem with its bounds and the price of each criterion's unit of cost."""

    problem: Problem
    bounds: tuple[Bound, ...]
    by_lot: tuple[int, ...]
    """Excess over the bound of groups drawn by lot, in 6ths, at least 1."""

    def excess(self, plan: Plan) -> tuple[int, ...]:
        """Each criterion's cost above its bound."""
        return tuple(
            criterion.cost(self.problem, plan) - bound.cost
            for criterion, bound in zip(self.problem.criteria, self.bounds, strict=True)
        )

    def lot(self, criterion: int) -> int:
        """Excess over a criterion's bound of groups drawn by lot."""
        return max(1, self.by_lot[criterion] // _DRAWS)

    @cached_property
    def prices(self) -> tuple[int, ...]:
        """Of one unit of each criterion, as a wish."""
        return tuple(
            FINE * max(1, BASE * criterion.wish.weight * _DRAWS // (FINE * max(lot, _DRAWS)))
            for criterion, lot in zip(self.problem.criteria, self.by_lot, strict=True)
        )

    @cached_property
    def must_price(self) -> int:
        """Where the search begins with the price of a `must`: a few units of all wishes."""
        soft = [
            price
            for criterion, price in zip(self.problem.criteria, self.prices, strict=True)
            if not criterion.wish.is_must
        ]
        return FINE * (1 + 4 * sum(soft) // (FINE * max(1, len(soft)))) if soft else FINE * BASE

    def tables(self, must_price: int) -> Tables:
        """Everything that is asked, weighted and added up."""
        tables = Tables(self.problem.n_people)
        for criterion, price in zip(self.problem.criteria, self.prices, strict=True):
            weight = must_price if criterion.wish.is_must else price
            criterion.contribute(self.problem, tables, weight)
        return tables

    @cached_property
    def wishes(self) -> Tables:
        """What is wished, without what must be."""
        return self._only(is_must=False)

    @cached_property
    def musts(self) -> Tables:
        """What must be, unweighted."""
        return self._only(is_must=True)

    def _only(self, *, is_must: bool) -> Tables:
        tables = Tables(self.problem.n_people)
        for criterion, price in zip(self.problem.criteria, self.prices, strict=True):
            if criterion.wish.is_must == is_must:
                criterion.contribute(self.problem, tables, FINE if is_must else price)
        return tables

    @cached_property
    def unavoidable(self) -> int:
        """What breaches of musts cost at the least."""
        return FINE * sum(
            bound.cost
            for criterion, bound in zip(self.problem.criteria, self.bounds, strict=True)
            if criterion.wish.is_must
        )

    def rank(self, plan: Plan) -> tuple[int, int]:
        """What plans are compared by: breaches of musts, then all wishes together."""
        return self.musts.total(plan), self.wishes.total(plan)

    def least(self, must_price: int) -> int:
        """What no plan undercuts in `tables(must_price)`."""
        total = 0
        for criterion, price, bound in zip(
            self.problem.criteria, self.prices, self.bounds, strict=True
        ):
            total += bound.cost * (must_price if criterion.wish.is_must else price)
        return total


def weigh(problem: Problem) -> Weighing:
    """Work out bounds, and what chance leaves, from a few plans that are the same for all seeds."""
    bounds = tuple(criterion.bound(problem) for criterion in problem.criteria)
    chance = Chance(_LOT)
    lots = np.zeros(len(bounds), dtype=np.int64)
    for _ in range(_DRAWS):
        plan = start(problem, chance)
        for k, (criterion, bound) in enumerate(zip(problem.criteria, bounds, strict=True)):
            lots[k] += criterion.cost(problem, plan) - bound.cost
    return Weighing(problem, bounds, tuple(max(1, int(lot)) for lot in lots))
