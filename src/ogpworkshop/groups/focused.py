"""The last repeats of a plan: where people who only mix hardly need to meet twice.

A search that weighs all swaps alike spends its time on people who have no repeat. Here each step
draws one: a pair that meets again, a round in which it does and one of the two, who changes seats
with somebody of that round, at a constant temperature (focused Metropolis search, Seitz, Alava
and Orponen 2005).
For 7 groups of 3 in 9 rounds, and for 6 groups of 5 in 5, it takes a few seconds where cooling
finds a plan for one or two seeds of five in ten.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups.bath import draw
from ogpworkshop.groups.chance import Chance
from ogpworkshop.groups.criteria.meet import Meet
from ogpworkshop.groups.problem import Plan, Problem

Ints = NDArray[np.int64]

STEPS = 4
"""A step here takes about as long as so many of the heat bath."""
_COLDEST, _HOTTEST = 0.18, 0.3
"""Temperatures in repeats, from the best for groups of three to the best for groups of five."""
_SEATS = 2048
"""People in all chains together: with fewer, calls of NumPy take longer than what they do."""
_DRAWN_AT_ONCE = 64
_NEVER = -(1 << 30)


def applies(problem: Problem) -> bool:
    """Whether everybody takes part in groups of the same sizes in all rounds, and only mixes."""
    first = problem.rounds[0]
    return (
        problem.pinned is None
        and first.n_groups > 1
        and all(isinstance(each, Meet) and each.before is None for each in problem.criteria)
        and all(each.present.all() for each in problem.rounds)
        and all(np.array_equal(each.sizes, first.sizes) for each in problem.rounds)
    )


class Focused:
    """Plans under change, in each of which one pair that meets again is parted at a time.

    Seats are numbered through a round, group after group; one seat and one person more stand for
    nobody, with whom the fellows of smaller groups are filled up.

    Attributes:
        costs: coincidences of each chain: a pair that meets m times has m(m-1)/2.
    """

    def __init__(self, problem: Problem, chance: Chance) -> None:
        self._n, self._sizes = problem.n_people, problem.rounds[0].sizes
        n_chains = max(4, min(64, _SEATS // self._n))
        orders = chance.orders(n_chains * problem.n_rounds, self._n)
        self._rows = np.arange(n_chains)
        self._group = np.repeat(np.arange(len(self._sizes)), self._sizes)
        self._fellows = _fellows(self._group)
        self._person = np.pad(
            orders.reshape(n_chains, -1, self._n), ((0, 0), (0, 0), (0, 1)), constant_values=self._n
        )
        self._seat = np.argsort(self._person, axis=2, kind="stable")
        self._met = np.zeros((n_chains, self._n + 1, self._n + 1), dtype=np.int16)
        for r in range(problem.n_rounds):
            together = self._person[:, r, self._fellows]
            own = self._person[:, r, : self._n, None]
            self._met[self._rows[:, None, None], own, together] += 1
        self._met[:, :, -1] = 0
        met = self._met.astype(np.int64)
        self.costs: Ints = (met * (met - 1)).sum(axis=(1, 2)) // 4
        steps = (1 / _COLDEST - 1 / _HOTTEST) / (n_chains - 1)
        self._scale = (1 / _HOTTEST + self._rows * steps).astype(np.float64)

    def improvements(self, chance: Chance) -> Iterator[Plan | None]:
        """A plan after each step that gave one with fewer repeats than all before, else None."""
        best: int | None = None
        while best != 0:
            for units in chance.units(_DRAWN_AT_ONCE, 3, len(self._rows)):
                chain = int(self.costs.argmin())
                is_better = best is None or self.costs[chain] < best
                best = int(self.costs[chain]) if is_better else best
                yield self.plan(chain) if is_better else None
                if best == 0:
                    return
                self.step(units)

    def plan(self, chain: int) -> Plan:
        """One of the plans."""
        plan: Plan = self._group[self._seat[chain, :, :-1]]
        return plan

    def step(self, units: NDArray[np.float64]) -> None:
        """Draw a repeat in each chain, and a swap for it or none.

        Args:
            units: `[3, chain]`, random numbers from 0 to 1.
        """
        rounds, people = self._repeating(units[0], units[1])
        gain = self.gain(rounds, people)
        chosen = draw(gain[:, None], self._scale[:, None, None], units[2][:, None])[:, 0]
        at = np.flatnonzero(chosen >= 0)
        self._swap(at, rounds[at], people[at], chosen[at])
        self.costs[at] -= gain[at, chosen[at]]

    def _repeating(
        self, unit: NDArray[np.float64], other: NDArray[np.float64]
    ) -> tuple[Ints, Ints]:
        """Of each chain a person who meets somebody again, and a round in which it happens."""
        found = np.flatnonzero(self._met > 1)
        chain, pair = np.divmod(found, self._met[0].size)
        ends = np.bincount(chain, minlength=len(self._rows)).cumsum()
        begins = np.insert(ends[:-1], 0, 0)
        people, others = np.divmod(
            pair[begins + (unit * (ends - begins)).astype(np.int64)], self._n + 1
        )
        seats = self._seat[self._rows, :, people], self._seat[self._rows, :, others]
        meet = self._group[seats[0]] == self._group[seats[1]]
        number = meet.cumsum(axis=1)
        drawn = (other * number[:, -1]).astype(np.int64)
        return (number <= drawn[:, None]).sum(axis=1), people

    def gain(self, rounds: Ints, people: Ints) -> Ints:
        """What swaps of one person in one round gain, `[chain, seat]`, far below zero in a group."""
        n, width = self._n, self._n + 1
        row = self._person[self._rows, rounds]
        seat = self._seat[self._rows, rounds, people]
        seated = row[:, :n]
        met, begin = self._met.reshape(-1), (self._rows * width**2)[:, None]
        fellows = row.take(self._fellows.T, axis=1)
        leaves = met.take((begin + seated * width)[:, None] + fellows).sum(axis=1, dtype=np.int64)
        leaves -= self._sizes[self._group] - 1
        of_seat = met.take(begin + people[:, None] * width + seated).astype(np.int64)
        starts = np.cumsum(self._sizes) - self._sizes
        joins = np.add.reduceat(of_seat, starts, axis=1)[:, self._group] - of_seat
        left = begin + row[self._rows[:, None], self._fellows[seat]] * width
        comes = met.take(left[..., None] + seated[:, None]).sum(axis=1, dtype=np.int64)
        gain: Ints = leaves[self._rows, seat][:, None] + leaves - joins - comes
        gain[self._group[seat][:, None] == self._group] = _NEVER
        return gain

    def _swap(self, at: Ints, rounds: Ints, people: Ints, seats: Ints) -> None:
        """In some chains, give one person the seat of another."""
        own = self._seat[at, rounds, people]
        others = self._person[at, rounds, seats]
        row = self._person[at, rounds]
        here = row[np.arange(len(at))[:, None], self._fellows[own]]
        there = row[np.arange(len(at))[:, None], self._fellows[seats]]
        for who, fellows, change in (
            (people, here, -1), (others, there, -1), (people, there, 1), (others, here, 1)
        ):  # fmt: skip
            self._met[at[:, None], who[:, None], fellows] += change
            self._met[at[:, None], fellows, who[:, None]] += change
        self._met[:, -1] = 0
        self._met[:, :, -1] = 0
        self._person[at, rounds, own], self._person[at, rounds, seats] = others, people
        self._seat[at, rounds, people], self._seat[at, rounds, others] = seats, own


def _fellows(group: Ints) -> Ints:
    """Who sits with each seat, `[seat, fellow]`, filled up with the seat of nobody."""
    n = len(group)
    width = int(np.bincount(group).max()) - 1
    fellows = np.full((n, width), n, dtype=np.int64)
    for seat in range(n):
        with_it = np.flatnonzero(group == group[seat])
        fellows[seat, : len(with_it) - 1] = with_it[with_it != seat]
    return fellows
