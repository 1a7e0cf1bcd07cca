"""How much each criterion counts: its excess over its bound, as a part of what chance leaves.

0 is the best possible and 1 what groups drawn by lot have; weights from 1 to 10 multiply that.
Levels, which `then` makes, are compared one after the other. For the search a step of one level
outweighs all that chance leaves of those below, as far as whole numbers of 64 bits go.
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
_LONGEST = 1 << 56
"""The most that the excess of groups drawn by lot weighs, where there are levels."""
_LARGEST = 1 << 60
_FINEST = 100
"""So many steps a criterion has from the best possible to chance: finer ones count together."""
_SOFT = 16
"""The same in the search for numbers without a unit, lest lower levels freeze before they begin."""
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
    def _plain(self) -> tuple[int, ...]:
        """Prices of one unit within each level."""
        return tuple(
            FINE * max(1, BASE * criterion.wish.weight * _DRAWS // (FINE * max(lot, _DRAWS)))
            for criterion, lot in zip(self.problem.criteria, self.by_lot, strict=True)
        )

    @cached_property
    def _levels(self) -> tuple[tuple[int, ...], ...]:
        """Wishes by their positions, the level that counts first in front."""
        held: dict[int, list[int]] = {}
        for k, criterion in enumerate(self.problem.criteria):
            if not criterion.wish.is_must:
                held.setdefault(criterion.wish.level, []).append(k)
        return tuple(tuple(held[level]) for level in sorted(held))

    @cached_property
    def _factors(self) -> tuple[int, ...]:
        """By what the prices of each level are multiplied."""
        factors, below = [1] * len(self._levels), 0
        for level in range(len(self._levels) - 1, -1, -1):
            held = self._levels[level]
            whole = sum(self._plain[k] * self.lot(k) for k in held)
            step = min(self._plain[k] * max(1, self.lot(k) // self._steps(k)) for k in held)
            most = max(1, (_LONGEST >> 8 * level) // whole)
            factors[level] = min(most, max(1, -(-below // step)))
            below += whole * factors[level]
        return tuple(factors)

    def _steps(self, k: int) -> int:
        """How many steps a criterion has from the best possible to chance, of those that count."""
        return _FINEST if self.problem.criteria[k].unit else _SOFT

    @property
    def reach(self) -> int:
        """How much longer the range of costs is than that of the last level."""
        return max(self._factors, default=1)

    @cached_property
    def prices(self) -> tuple[int, ...]:
        """Of one unit of each criterion, as a wish."""
        prices = list(self._plain)
        for level, factor in zip(self._levels, self._factors, strict=True):
            for k in level:
                prices[k] *= factor
        return tuple(prices)

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
        tables, must_price = Tables(self.problem.n_people), self._payable(must_price)
        for criterion, price in zip(self.problem.criteria, self.prices, strict=True):
            weight = must_price if criterion.wish.is_must else price
            criterion.contribute(self.problem, tables, weight)
        return tables

    def _payable(self, must_price: int) -> int:
        """As much of a price as whole numbers of 64 bits take, with all musts broken by lot."""
        broken = sum(
            self.lot(k) for k, each in enumerate(self.problem.criteria) if each.wish.is_must
        )
        return min(must_price, FINE * max(1, _LARGEST // (FINE * max(1, broken))))

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
        """What plans are compared by: breaches of musts, then wishes, level by level.

        Where lower levels follow, numbers without a unit, which can become better almost without
        end, are told apart by hundredths of what chance leaves.
        """
        breaches = self.musts.total(plan)
        if len(self._levels) <= 1:
            return breaches, self.wishes.total(plan)
        cost = 0
        for level in self._levels:
            is_last = level is self._levels[-1]
            total = sum(self._counted(k, plan, is_last=is_last) for k in level)
            cost = (cost << 63) + total
        return breaches, cost

    def _counted(self, k: int, plan: Plan, *, is_last: bool) -> int:
        criterion = self.problem.criteria[k]
        step = 1 if is_last or criterion.unit else max(1, self.lot(k) // _FINEST)
        return self._plain[k] * (criterion.cost(self.problem, plan) // step) * step

    def least(self, must_price: int) -> int:
        """What no plan undercuts in `tables(must_price)`."""
        total, must_price = 0, self._payable(must_price)
        for criterion, price, bound in zip(
            self.problem.criteria, self.prices, self.bounds, strict=True
        ):
            total += bound.cost * (must_price if criterion.wish.is_must else price)
        return total


def weigh(problem: Problem) -> Weighing:
    """Work out bounds, and what chance leaves, from a few plans that are the same for all seeds.

    Those plans know nothing of what must be: they are held against bounds that do not either.
    """
    bounds = tuple(criterion.bound(problem) for criterion in problem.criteria)
    bare = Problem(problem.people, problem.rounds)
    free = [
        criterion.bound(bare) if bound.cost else bound
        for criterion, bound in zip(problem.criteria, bounds, strict=True)
    ]
    chance = Chance(_LOT)
    lots = np.zeros(len(bounds), dtype=np.int64)
    for _ in range(_DRAWS):
        plan = start(problem, chance)
        for k, (criterion, bound) in enumerate(zip(problem.criteria, free, strict=True)):
            lots[k] += criterion.cost(problem, plan) - bound.cost
    return Weighing(problem, bounds, tuple(max(1, int(lot)) for lot in lots))
