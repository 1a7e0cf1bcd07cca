"""What plans cost in two layers that are compared in order: musts, and then all wishes.

What must hold and does not comes first, sizes of groups among it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups.criteria.meet import FINE
from ogpworkshop.groups.problem import Plan, Problem
from ogpworkshop.groups.tables import Count, Tables
from ogpworkshop.groups.weighing import Weighing

Ints = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Costs:
    """What is asked of a plan, in two layers of tables, widened to groups of any size.

    Attributes:
        problem: as asked.
        must: what must hold, sizes included; one person too many costs `FINE`.
        wish: what is wished.
    """

    problem: Problem
    must: Tables
    wish: Tables

    _pairs: dict[tuple[int, bool], Ints | None] = field(default_factory=dict)

    def pairs_of(self, r: int, tables: Tables) -> Ints | None:
        """Costs of pairs in a round, added up once."""
        key = (r, tables is self.must)
        if key not in self._pairs:
            self._pairs[key] = tables.pairs_of(r)
        return self._pairs[key]

    def rank(self, plan: Plan) -> tuple[int, int]:
        """Breaches and wishes of a plan, whatever the sizes of its groups."""
        return self.must.total(plan), self.wish.total(plan)


def costs(weighing: Weighing, old: Plan | None = None, change: Ints | None = None) -> Costs:
    """Costs of a problem's plans; with `old`, leaving its groups costs `change[round, person]`."""
    problem = weighing.problem
    must, wish = Tables(problem.n_people), Tables(problem.n_people)
    for criterion, price in zip(problem.criteria, weighing.prices, strict=True):
        is_must = criterion.wish.is_must
        criterion.contribute(problem, must if is_must else wish, FINE if is_must else price)
    must.counts += list(_sizes(problem))
    must.counts, wish.counts = list(_wide(problem, must)), list(_wide(problem, wish))
    if old is not None and change is not None:
        for r, round_ in enumerate(problem.rounds):
            groups = np.arange(round_.n_groups)[:, None]
            wish.add_places(r, change[r] * ((old[r] >= 0) & (groups != old[r])).astype(np.int64))
    return Costs(problem, must, wish)


def possible(problem: Problem) -> Tables:
    """Sizes of groups, and what must hold and can."""
    tables = Tables(problem.n_people)
    for criterion in problem.criteria:
        if criterion.wish.is_must and not criterion.bound(problem).cost:
            criterion.contribute(problem, tables, FINE)
    tables.counts += list(_sizes(problem))
    tables.counts = list(_wide(problem, tables))
    return tables


def alone(problem: Problem, criterion: int) -> Costs:
    """Costs of one criterion alone, without what breaks its ties; nothing must hold."""
    wish = Tables(problem.n_people)
    problem.criteria[criterion].contribute(problem, wish, 1)
    wish.counts = list(_wide(problem, wish))
    return Costs(problem, Tables(problem.n_people), wish)


def _sizes(problem: Problem) -> Iterator[Count]:
    """A price for each person that a group has too few or too many."""
    for r, round_ in enumerate(problem.rounds):
        numbers = np.arange(problem.n_people + 1)
        lacking = np.maximum(round_.low[:, None] - numbers, 0)
        price = FINE * (lacking + np.maximum(numbers - round_.high[:, None], 0))
        yield Count(r, round_.present, price)


def _wide(problem: Problem, tables: Tables) -> Iterator[Count]:
    """Prices for numbers beyond a group's size: each further person costs what the last did, if any."""
    for count in tables.counts:
        missing = problem.n_people + 1 - count.price.shape[1]
        last = count.price[:, -1:]
        step = last - count.price[:, -2:-1] if count.price.shape[1] > 1 else 0 * last
        step = np.maximum(step, 0)
        more = last + step * np.arange(1, missing + 1)
        price = np.concatenate([count.price, more], axis=1) if missing > 0 else count.price
        yield Count(count.round, count.members, price[:, : problem.n_people + 1])
