"""Whether everything that must hold can hold if only a few people move: exact, by trying.

Rounds are independent of each other here, and where few people move few seats are free, so that
all ways to seat them can be looked at.
"""

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups.layers import Costs
from ogpworkshop.groups.problem import Plan

Ints = NDArray[np.int64]
_MOST_WAYS = 3000
_MOST_LOOKED_AT, _LOOK = 60_000, 10
"""Ways to seat people that are looked at in all, before it is given up; a set counts as ten."""


class CutOffError(Exception):
    """There are too many ways to look at."""


class Seating:
    """The ways to seat a few people of a plan."""

    def __init__(self, asked: Costs, plan: Plan, fixed: NDArray[np.bool_]) -> None:
        self.asked, self.plan, self.fixed = asked, plan, fixed
        self._left = _MOST_LOOKED_AT
        self._known: dict[tuple[int, tuple[int, ...]], tuple[int, Ints] | None] = {}

    def best(self, movers: Ints, most: int) -> Plan | None:
        """A plan with `most` breaches in which only these people move, None if there is none.

        Raises:
            CutOffError: there are too many ways to try.
        """
        total, plan = self.asked.must.constant, self.plan.copy()
        self._left -= _LOOK
        for r, round_ in enumerate(self.asked.problem.rounds):
            there = movers[round_.present[movers] & ~self.fixed[r, movers]]
            key = r, tuple(there.tolist())
            if key not in self._known:
                self._known[key] = self._round(r, there)
            found = self._known[key]
            if found is None:
                return None
            total += found[0]
            plan[r, there] = found[1]
        return plan if total <= most else None

    def _round(self, r: int, movers: Ints) -> tuple[int, Ints] | None:
        """The fewest breaches of a round, and where the movers sit then; None if they do not fit."""
        groups = self.plan[r].copy()
        groups[movers] = -1
        ways = self._ways(r, groups, movers)
        if not len(ways):
            return None
        cost = self._counted(r, groups, movers, ways) + self._paired(r, groups, movers, ways)
        best = int(cost.argmin())
        return int(cost[best]), ways[best]

    def _ways(self, r: int, groups: Ints, movers: Ints) -> Ints:
        """Every way to seat the movers in which no group is too large, `[way, mover]`."""
        high = self.asked.problem.rounds[r].high
        sizes = np.bincount(groups[groups >= 0], minlength=len(high))[None, :]
        ways = np.zeros((1, 0), dtype=np.int64)
        if (sizes > high).any():
            return ways[:0]
        for _ in movers:
            way, group = (sizes < high).nonzero()
            if len(way) > _MOST_WAYS:
                raise CutOffError
            ways = np.column_stack([ways[way], group])
            sizes = sizes[way]
            sizes[np.arange(len(way)), group] += 1
        self._left -= len(ways)
        if self._left < 0:
            raise CutOffError
        return ways

    def _counted(self, r: int, groups: Ints, movers: Ints, ways: Ints) -> Ints:
        """What numbers of people of a kind cost in each way, and places."""
        cost = np.zeros(len(ways), dtype=np.int64)
        rows = np.arange(len(ways))
        for count in self.asked.must.counts_of(r):
            n_groups = len(count.price)
            there = groups[count.members & (groups >= 0)]
            numbers = np.tile(np.bincount(there, minlength=n_groups), (len(ways), 1))
            for k in np.flatnonzero(count.members[movers]):
                numbers[rows, ways[:, k]] += 1
            cost += count.price[np.arange(n_groups), numbers].sum(axis=1)
        places = self.asked.must.places.get(r)
        if places is not None:
            fixed = np.flatnonzero(groups >= 0)
            cost += int(places[groups[fixed], fixed].sum())
            cost += places[ways, movers].sum(axis=1)
        return cost

    def _paired(self, r: int, groups: Ints, movers: Ints, ways: Ints) -> Ints:
        """What pairs in one group cost in each way."""
        cost = np.zeros(len(ways), dtype=np.int64)
        pairs = self.asked.pairs_of(r, self.asked.must)
        if pairs is None:
            return cost
        same = (groups[:, None] == groups[None, :]) & (groups >= 0)
        cost += int(pairs[same].sum()) // 2
        there = (groups[:, None] == np.arange(self.asked.problem.rounds[r].n_groups)).astype(
            np.int64
        )
        reach = pairs[movers] @ there
        for k in range(len(movers)):
            cost += reach[k, ways[:, k]]
            for j in range(k):
                cost += pairs[movers[k], movers[j]] * (ways[:, k] == ways[:, j])
        return cost
