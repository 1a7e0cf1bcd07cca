"""The search for thousands of people: one plan, cooled in sweeps over all pairs of groups."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from ogpworkshop.errors import OgpError
from ogpworkshop.groups.anneal import falling
from ogpworkshop.groups.chains import start
from ogpworkshop.groups.chance import Chance
from ogpworkshop.groups.criteria.meet import FINE
from ogpworkshop.groups.large.hall import Hall
from ogpworkshop.groups.large.sparse import SparseTables
from ogpworkshop.groups.problem import LARGE, Plan, Problem
from ogpworkshop.groups.stop import Stop
from ogpworkshop.groups.weighing import Weighing, weigh

_BASE = 1 << 46
"""What the whole excess of groups drawn by lot weighs, at weight 1."""
_MUST = 64
"""Weight of what must hold, where the search begins."""
_DEARER = 8
_HOT, _COLD = 0.2, 1 / 5000
"""Temperatures from and to, in sizes of a swap's gain."""
_FIRST = 60
"""Sweeps of the first cooling where the number of all is not known."""
_LOOKS = 4
"""How often a cooling stops to look how good the plan is."""


class Found(NamedTuple):
    """A plan better than all before it, as `search.Improvement`."""

    plan: Plan
    breaches: int
    cost: int
    is_optimal: bool
    steps: int


def improvements(problem: Problem, seed: int, stop: Stop) -> Iterator[Found]:
    """Better and better plans; a step is a sweep over all groups of a round."""
    return _Search(problem, seed, stop).improvements()


class _Search:
    """A search with its best plan so far."""

    def __init__(self, problem: Problem, seed: int, stop: Stop) -> None:
        self.problem, self.stop = problem, stop
        self.chance = Chance(seed)
        self.weighing = weigh(problem)
        self.prices = prices(self.weighing)
        self.best: tuple[int, int] | None = None
        self.steps = 0
        self.is_optimal = False

    def improvements(self) -> Iterator[Found]:
        """Cool, again from the best plan where there is time, until nothing better can exist."""
        plan = start(self.problem, self.chance)
        yield from self._offer(plan)
        sweeps, dearer = _FIRST, 1
        while not self.is_optimal and not self.stop.is_reached(self.steps):
            left = self.stop.left(self.steps)
            if left is not None:
                sweeps = max(1, left // self.problem.n_rounds)
            yield from self._cool(plan, sweeps, dearer)
            sweeps *= 2
            if self.best and self.best[0] and dearer < _DEARER**4:
                dearer *= _DEARER

    def _cool(self, plan: Plan, sweeps: int, dearer: int) -> Iterator[Found]:
        held = np.append(plan, np.full((len(plan), 1), -1), axis=1)
        tables = self._tables(dearer)
        halls = [Hall(self.problem, tables, held, r) for r in range(len(plan))]
        halls = [hall for hall in halls if len(hall.seats) > 1]
        size = max((hall.spread(self.chance) for hall in halls), default=1.0)
        looks = {sweeps * k // _LOOKS for k in range(1, _LOOKS)}
        temperatures = falling(max(1.0, size * _HOT), max(1.0, size * _HOT) * _COLD, sweeps)
        for k, temperature in enumerate(temperatures, 1):
            for h in self.chance.orders(1, len(halls))[0]:
                halls[h].sweep(1 / temperature, self.chance)
            self.steps += len(halls)
            if self.stop.is_reached(self.steps):
                break
            if k in looks:
                yield from self._offer(held[:, :-1].copy())
            if self.is_optimal:
                return
        for hall in halls:
            hall.mend(1 / temperatures[-1], self.chance)
        yield from self._offer(held[:, :-1].copy())
        plan[...] = held[:, :-1]

    def _tables(self, dearer: int) -> SparseTables:
        tables = SparseTables(self.problem.n_people)
        for criterion, price in zip(self.problem.criteria, self.prices, strict=True):
            weight = price * dearer if criterion.wish.is_must else price
            criterion.contribute(self.problem, tables, weight)
            if tables.encounters or tables.companies:
                title = criterion.wish.title
                message = f"“{title}” is understood for {LARGE} people at the most"
                raise OgpError(message, "Leave it out, or divide the roster.")
        return tables

    def _offer(self, plan: Plan) -> Iterator[Found]:
        breaches = cost = 0
        excess = self.weighing.excess(plan)
        for criterion, price, over in zip(self.problem.criteria, self.prices, excess, strict=True):
            if criterion.wish.is_must:
                breaches += over
            else:
                cost += price * over
        if self.best is None or (breaches, cost) < self.best:
            self.best = breaches, cost
            self.is_optimal = not any(excess)
            yield Found(plan, breaches, cost, self.is_optimal, self.steps)


def prices(weighing: Weighing) -> tuple[int, ...]:
    """Of one unit of each criterion: its weight over what chance leaves."""
    found = []
    for k, criterion in enumerate(weighing.problem.criteria):
        weight = _MUST if criterion.wish.is_must else criterion.wish.weight
        found.append(FINE * max(1, _BASE * weight // (FINE * weighing.lot(k))))
    return tuple(found)
