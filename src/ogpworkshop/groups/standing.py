"""One plan as it stands, and what each change of one person, or exchange of two, would cost.

Unlike the search, changes may leave sizes wrong for a while.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups.layers import Costs
from ogpworkshop.groups.problem import Plan
from ogpworkshop.groups.tables import Count, Tables

Ints = NDArray[np.int64]
NEVER = 1 << 60
_EXACT = 1 << 52


@dataclass(frozen=True, eq=False)
class Delta:
    """Changes of both layers, arrays of one shape; `NEVER` breaches where a change is not allowed."""

    breaches: Ints
    wishes: Ints

    def order(self, number: int) -> Ints:
        """Positions of the `number` best changes in the flattened arrays, the best first."""
        flat = self.breaches.reshape(-1), self.wishes.reshape(-1)
        if number == 1:
            least = np.flatnonzero(flat[0] == flat[0].min())
            return least[[flat[1][least].argmin()]]
        near = np.flatnonzero(flat[0] <= _nth(flat[0], number))
        ties = flat[0][near] == flat[0][near].max(initial=0)
        left = number - int((~ties).sum())
        near = near[~ties | (flat[1][near] <= _nth(flat[1][near[ties]], left))]
        order: Ints = near[np.lexsort((flat[1][near], flat[0][near]))][:number]
        return order[flat[0][order] < NEVER]

    def best(self) -> tuple[int, tuple[int, int]]:
        """The best change and what it costs."""
        at = int(self.order(1)[0])
        return at, (int(self.breaches.flat[at]), int(self.wishes.flat[at]))

    def at(self, position: int, rank: tuple[int, int]) -> tuple[int, int]:
        """A rank after the change at a position."""
        return rank[0] + int(self.breaches.flat[position]), rank[1] + int(
            self.wishes.flat[position]
        )

    def gains(self) -> "Delta":
        """The same, with nothing where a change does not pay."""
        pays = (self.breaches < 0) | ((self.breaches == 0) & (self.wishes < 0))
        return Delta(np.where(pays, self.breaches, 0), np.where(pays, self.wishes, 0))


def _nth(values: Ints, number: int) -> int:
    """The value at a position, from 1 on, when all are sorted."""
    at = min(number, len(values)) - 1
    return int(np.partition(values, at)[at]) if len(values) else 0


class Standing:
    """A plan with the costs of its changes.

    Attributes:
        plan: `plan[round, person]`; -1 for people without a group.
        people: positions of those whose changes are looked at, in the order of all arrays.
    """

    def __init__(
        self, asked: Costs, plan: Plan, fixed: NDArray[np.bool_], people: Ints | None = None
    ) -> None:
        """Look at a plan.

        Args:
            asked: what the plan is to be like.
            plan: any plan, sizes of groups may be wrong.
            fixed: `fixed[round, person]` of placements that do not change.
            people: whose changes are looked at; everybody's if left out.
        """
        self.asked, self.plan, self.fixed = asked, plan, fixed
        self.people = np.arange(plan.shape[1]) if people is None else people
        self._places: dict[tuple[int, bool], tuple[Ints, Ints, Ints | None]] = {}

    @cached_property
    def _met(self) -> Ints:
        """How often people meet, `[of those looked at, person]`."""
        met = np.zeros((len(self.people), self.plan.shape[1]), dtype=np.int64)
        for r in range(len(self.plan)):
            met += self._beside(r)
        return met

    def _beside(self, r: int) -> NDArray[np.bool_]:
        groups = self.plan[r]
        beside: NDArray[np.bool_] = groups[self.people, None] == groups[None, :]
        beside &= (groups >= 0)[None, :]
        beside[np.arange(len(self.people)), self.people] = False
        return beside

    def moves(self, r: int) -> Delta:
        """Of each person `[person, group]`: going into a group, wherever they are now."""
        barred = self._barred(r)
        layers = []
        for is_must in (True, False):
            reach = self._layer(r, is_must=is_must)[0]
            layers.append(reach - self._own(r, reach)[:, None])
        layers[0][barred] = NEVER
        return Delta(layers[0], layers[1])

    def swaps(self, r: int) -> Delta:
        """Of each two people `[person, person]` exchanging groups in a round."""
        groups = self.plan[r, self.people]
        barred = self._barred(r) | (groups < 0)
        layers = []
        for is_must in (True, False):
            reach, pairs, both = self._layer(r, is_must=is_must)
            goes = reach[:, groups] - self._own(r, reach)[:, None]
            change: Ints = goes + goes.T - 2 * pairs
            if both is not None:
                change -= both + both.T
            layers.append(change)
        layers[0][barred[:, None] | barred[None, :] | (groups[:, None] == groups[None, :])] = NEVER
        return Delta(layers[0], layers[1])

    def _barred(self, r: int) -> NDArray[np.bool_]:
        barred: NDArray[np.bool_] = self.fixed[r] | ~self.asked.problem.rounds[r].present
        return barred[self.people]

    def _own(self, r: int, reach: Ints) -> Ints:
        """What people cost where they are; nothing for people without a group."""
        groups = self.plan[r, self.people]
        own: Ints = np.where(groups >= 0, reach[np.arange(len(groups)), groups], 0)
        return own

    def _layer(self, r: int, *, is_must: bool) -> tuple[Ints, Ints, Ints | None]:
        """`reach[person, group]`, costs of pairs, and what two of a kind do not change."""
        key = (r, is_must)
        if key not in self._places:
            self._places[key] = self._work_out(r, self.asked.must if is_must else self.asked.wish)
        return self._places[key]

    def _work_out(self, r: int, tables: Tables) -> tuple[Ints, Ints, Ints | None]:
        n_groups, groups = self.asked.problem.rounds[r].n_groups, self.plan[r]
        there = (groups[:, None] == np.arange(n_groups)).astype(np.int64)
        pairs = self._pairs(r, tables)
        among = pairs[:, self.people]
        reach = product(pairs, there)
        if r in tables.places:
            reach += tables.places[r].T[self.people]
        courses = tables.courses_of(r, self._others(r)) if tables.courses else None
        if courses is not None:
            reach += courses.T[self.people]
        lacking = None
        for whole in tables.companies_of(r):
            each = whole.given(self._others(r))
            reach += (each.reach(groups, n_groups) - each.nowhere()[:, None])[self.people]
            both = each.both(groups)[np.ix_(self.people, self.people)]
            lacking = both if lacking is None else lacking + both
        counts = tables.counts_of(r)
        if not counts:
            # `swaps` takes away what stands here, and the same mirrored
            return reach, among, None if lacking is None else -_half(lacking)
        everybody = np.stack([count.members for count in counts], axis=1).astype(np.int64)
        more, less = _margins(counts, product(everybody.T, there))
        members = everybody[self.people]
        reach += product(members, more)
        # leaving one's own group and coming back is no change: more there is what less was
        groups = groups[self.people]
        placed = np.flatnonzero(groups >= 0)
        turn = np.zeros_like(members)
        turn[placed] = members[placed] * (more + less)[:, groups[placed]].T
        reach[placed, groups[placed]] -= turn[placed].sum(axis=1)
        alike = product(turn, members.T)
        return reach, among, alike if lacking is None else alike - _half(lacking)

    def _pairs(self, r: int, tables: Tables) -> Ints:
        """What sharing a group costs, `[of those looked at, person]`."""
        shape = (len(self.people), self.plan.shape[1])
        asked = self.asked.pairs_of(r, tables)
        pairs: Ints = np.zeros(shape, dtype=np.int64) if asked is None else asked[self.people]
        if tables.meetings is not None:
            margin = np.append(np.diff(tables.meetings), 0)
            pairs += margin[self._met - self._beside(r)]
            pairs[np.arange(len(self.people)), self.people] = 0
        for each in tables.encounters:
            if r in each.rounds:
                more = np.zeros(each.pairs.shape, dtype=np.int64)
                more[each.among] = each.margin(self._others(r))
                pairs += (more + more.T)[self.people]
        return pairs

    def _others(self, r: int) -> dict[int, Ints]:
        """The groups of all rounds but one."""
        return {k: groups for k, groups in enumerate(self.plan) if k != r}


def _half(symmetric: Ints) -> Ints:
    """A matrix that with its mirror image makes up a symmetric one, in whole numbers."""
    return np.triu(symmetric, 1)


def _margins(counts: list[Count], numbers: Ints) -> tuple[Ints, Ints]:
    """What one more, and one fewer, of each kind costs in each group, `[kind, group]`."""
    kinds, groups = np.indices(numbers.shape)
    price = np.stack([count.price for count in counts])
    top = price.shape[2] - 1
    now = price[kinds, groups, numbers]
    more: Ints = price[kinds, groups, np.minimum(numbers + 1, top)] - now
    less: Ints = price[kinds, groups, np.maximum(numbers - 1, 0)] - now
    return more, less


def product(left: Ints, right: Ints) -> Ints:
    """An exact product of matrices: in floating point where nothing can be lost, which is faster."""
    largest = int(np.abs(left).max(initial=0))
    reach = largest * int(np.abs(right).sum(axis=0).max(initial=0))
    if reach < _EXACT:
        return (left.astype(np.float64) @ right.astype(np.float64)).astype(np.int64)
    return left @ right
