"""One round under change: who sits where, and the exchange of people between pairs of groups.

The heat bath of `groups.bath`, on terms that know numbers of people instead of a matrix of pairs.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups.bath import draw
from ogpworkshop.groups.chance import Chance
from ogpworkshop.groups.large import columns, terms
from ogpworkshop.groups.large.sparse import SparseTables
from ogpworkshop.groups.problem import Plan, Problem

Ints = NDArray[np.int64]
_NEVER = -(1 << 60)
_CHAIRS = 48
"""Of larger groups a part of the chairs is drawn at a time."""
_SWAPS = 40_000
"""Weighed at once, so that they stay near the processor."""
_MENDINGS = 1000
"""Draws for groups that are left uneven."""
_GLANCE = 10
"""Draws between two looks which groups these are."""
_ROUNDS = 4
"""Of matching groups with each other."""


class Hall:
    """One round of one plan.

    Attributes:
        seats: `[group, chair]`, the number of people for an empty chair.
        gained: by all exchanges so far.
    """

    def __init__(self, problem: Problem, tables: SparseTables, plan: Plan, round_: int) -> None:
        """Seat people; `plan[round, person]` has a column more, for empty chairs, and is shared."""
        held = problem.rounds[round_]
        self.round, self.low, self.high = round_, held.low, held.high
        self.nobody = problem.n_people
        self.groups: Ints = plan[round_]
        self.seats = seated(self.groups[:-1], held.n_groups, int(held.high.max()))
        self.sizes = (self.seats < self.nobody).sum(axis=1)
        self.free = np.ones(self.nobody + 1, dtype=np.bool_)
        if problem.pinned is not None:
            self.free[:-1] = problem.pinned[round_] < 0
        self.terms = list(self._terms(problem, tables, plan))
        self.attracting = [
            term for term in self.terms if isinstance(term, terms.KindSums) and term.weight < 0
        ]
        self.gained = self.sweeps = 0

    def _terms(self, problem: Problem, tables: SparseTables, plan: Plan) -> Iterator[terms.Term]:
        r = self.round
        for each in tables.sums.get(r, []):
            yield from self._sums(each.amounts, each.middle, each.weight)
        counts = tables.counts_of(r)
        people = [np.flatnonzero(count.members) for count in counts]
        for codes, kinds in columns.packed(people, self.nobody):
            price = columns.by_group([counts[k].price for k in kinds])
            yield terms.Numbers.of(codes, price, self.seats)
        if r in tables.places:
            yield terms.Places.asked(tables.places[r])
        for course in tables.courses:
            if r in course.slots:
                yield terms.Courses(course, r, plan)
        pairs = tables.pairs_of(r)
        if pairs is not None:
            one, other = np.nonzero(pairs)
            yield terms.Edges(one, other, pairs[one, other], self.groups)
        if tables.meetings is not None and problem.n_rounds > 1:
            margin = np.append(np.diff(tables.meetings), 0)
            yield terms.Meetings(margin, plan, r, self.seats)

    def _sums(self, amounts: Ints, middle: Ints | None, weight: int) -> Iterator[terms.Term]:
        middle = np.zeros((1, amounts.shape[1]), dtype=np.int64) if middle is None else middle
        people = columns.members(amounts)
        if people is None:
            for column, own in zip(amounts.T, middle.T, strict=True):
                yield terms.AmountSums.of(column, own, weight, self.seats)
            return
        for codes, kinds in columns.packed(people, self.nobody):
            yield terms.KindSums.of(codes, middle[:, kinds], weight, self.seats)

    def sweep(self, scale: float, chance: Chance) -> None:
        """Pair all groups at random and draw an exchange, or none, for each pair.

        Args:
            scale: 1 / temperature.
            chance: where the draws come from.
        """
        for groups in self._pairs(chance):
            batch = self.weighed(groups, chance)
            gain = batch.gain
            chosen = draw(gain[None], scale, chance.units(1, len(gain)))[0]
            self._swap(batch, chosen)

    def mend(self, scale: float, chance: Chance) -> None:
        """Draw exchanges of groups that have more or fewer of a kind than their share, and others.

        Few are left of thousands after a cooling, so that pairs of all groups would seldom help.
        """
        for k in range(_MENDINGS):
            if k % _GLANCE == 0:
                uneven = self._uneven()
                if not len(uneven):
                    return
            order = chance.orders(1, len(self.seats))[0]
            others = order[~np.isin(order, uneven)][: len(uneven)]
            if not len(others):
                return
            batch = self.weighed(np.stack([uneven[: len(others)], others]), chance)
            self._swap(batch, draw(batch.gain[None], scale, chance.units(1, len(others)))[0])

    def _uneven(self) -> Ints:
        """Those groups, as many as are weighed at once."""
        uneven = np.zeros(len(self.seats), dtype=np.bool_)
        for term in self.terms:
            if isinstance(term, terms.KindSums) and term.weight > 0:
                uneven |= term.uneven()
        chairs = min(_CHAIRS, self.seats.shape[1])
        return np.flatnonzero(uneven)[: _SWAPS // chairs**2]

    def spread(self, chance: Chance) -> float:
        """The mean size of an exchange's gain or loss, of some of the pairs."""
        gain = np.abs(self.weighed(next(self._pairs(chance)), chance).gain)
        real = gain[gain < -_NEVER // 2]
        return float(int(real.sum()) // max(1, real.size))

    def _pairs(self, chance: Chance) -> Iterator[Ints]:
        """All groups in pairs `[side, pair]`, so many at a time as are weighed at once."""
        order = chance.orders(1, len(self.seats))[0]
        if self.attracting and self.sweeps % 2:
            order = self._drawn_together(order, chance)
        self.sweeps += 1
        half = len(order) // 2
        paired = order[: 2 * half].reshape(half, 2).T
        chairs = min(_CHAIRS, self.seats.shape[1])
        number = max(1, _SWAPS // chairs**2)
        for first in range(0, half, number):
            yield paired[:, first : first + number]

    def _drawn_together(self, order: Ints, chance: Chance) -> Ints:
        """The order of groups with such next to each other that have people to be together."""
        term = self.attracting[self.sweeps // 2 % len(self.attracting)]
        people = chance.orders(1, self.nobody)[0]
        people = people[(term.codes[people] < term.none) & (self.groups[people] >= 0)]
        people = people[np.argsort(term.codes[people], kind="stable")]
        groups, codes = self.groups[people], term.codes[people]
        wanted = (codes[1:] == codes[:-1]) & (groups[1:] != groups[:-1])
        pairs = np.stack([groups[1:][wanted], groups[:-1][wanted]])
        pairs = pairs[:, chance.orders(1, pairs.shape[1])[0]]
        first = matched(pairs, len(self.seats))
        left = order[~np.isin(order, first)]
        return np.concatenate([first, left])

    def weighed(self, groups: Ints, chance: Chance) -> terms.Batch:
        """Gains of all exchanges, far below zero where one is not allowed."""
        people = self.seats[groups]
        if people.shape[2] > _CHAIRS:
            chairs = chance.orders(1, people.shape[2])[0, :_CHAIRS]
            people = people[:, :, chairs]
        n_pairs, n_chairs = people.shape[1:]
        alone = np.zeros(people.shape, dtype=np.int64)
        gain = np.zeros((n_pairs, n_chairs, n_chairs), dtype=np.int64)
        batch = terms.Batch(groups, people, alone, gain)
        for term in self.terms:
            term.weigh(batch)
        self._bar(groups, people, alone)
        gain += alone[0][:, :, None]
        gain += alone[1][:, None, :]
        return batch

    def _bar(self, groups: Ints, people: Ints, alone: Ints) -> None:
        """Pinned people stay; an empty chair goes where a group can grow and the other shrink."""
        alone[~self.free[people]] = _NEVER
        empty = people == self.nobody
        if empty.any():
            grows = self.sizes[groups] < self.high[groups]
            shrinks = self.sizes[groups[::-1]] > self.low[groups[::-1]]
            alone[empty & ~(grows & shrinks)[..., None]] = _NEVER

    def _swap(self, batch: terms.Batch, chosen: Ints) -> None:
        """Make the exchanges drawn; -1 stands for none."""
        pair = np.flatnonzero(chosen >= 0)
        if not len(pair):
            return
        n_chairs = batch.people.shape[2]
        i, j = np.divmod(chosen[pair], n_chairs)
        groups = batch.groups[:, pair]
        people = np.stack([batch.people[0, pair, i], batch.people[1, pair, j]])
        different = people[0] != people[1]  # two empty chairs change nothing
        pair, i, j = pair[different], i[different], j[different]
        groups, people = groups[:, different], people[:, different]
        self.gained += int(batch.gain[pair, i, j].sum())
        for term in self.terms:
            term.swap(groups, people)
        self._reseat(groups, people)

    def _reseat(self, groups: Ints, people: Ints) -> None:
        for side in (0, 1):
            rows = self.seats[groups[side]]
            chair = (rows == people[side][:, None]).argmax(axis=1)
            self.seats[groups[side], chair] = people[1 - side]
            self.groups[people[side]] = groups[1 - side]
            self.sizes[groups[side]] += people[side] == self.nobody
            self.sizes[groups[side]] -= people[1 - side] == self.nobody
        self.groups[-1] = -1


def seated(groups: Ints, n_groups: int, chairs: int) -> Ints:
    """Who sits where, `[group, chair]`, from each person's group."""
    order = np.argsort(groups, kind="stable")
    order = order[groups[order] >= 0]
    own = groups[order]
    chair = np.arange(len(own)) - np.searchsorted(own, own)
    seats = np.full((n_groups, chairs), len(groups), dtype=np.int64)
    seats[own, chair] = order
    return seats


def matched(pairs: Ints, n_groups: int) -> Ints:
    """Groups in pairs that are neighbours, from `pairs[side, pair]`: the first of each group.

    Groups that a pair before took are left over, but for a few rounds of this.
    """
    found = [np.zeros(0, dtype=np.int64)]
    for _ in range(_ROUNDS):
        number = np.arange(pairs.shape[1])
        first = np.full(n_groups, pairs.shape[1])
        first[pairs[0, ::-1]] = number[::-1]
        second = np.full(n_groups, pairs.shape[1])
        second[pairs[1, ::-1]] = number[::-1]
        taken = (np.minimum(first, second)[pairs] == number).all(axis=0)
        found.append(pairs[:, taken].T.reshape(-1))
        is_free = np.ones(n_groups, dtype=np.bool_)
        is_free[found[-1]] = False
        pairs = pairs[:, is_free[pairs].all(axis=0)]
    return np.concatenate(found)
