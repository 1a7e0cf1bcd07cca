"""The fewest people moved: for 0, 1, 2 … people, the best plan found that moves no more.

A plan of one level grows from those of the levels below by an ejection chain (Glover 1996): one
person goes, two exchange, or one goes and another makes room; then everybody who is moved anyway
finds the best places for themselves. People who have no group any more, or none yet, are moved
anyway. A few plans of each level are kept, so that a chain can lead through worse ones.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups.cover import Cover
from ogpworkshop.groups.demands import demands
from ogpworkshop.groups.layers import Costs
from ogpworkshop.groups.problem import Plan
from ogpworkshop.groups.seating import CutOffError, Seating
from ogpworkshop.groups.standing import NEVER, Delta, Standing

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
_WORK = 200
"""People times plans kept of each level; four times as many changes of each sort are tried."""


@dataclass(frozen=True, eq=False)
class Level:
    """The best plan found that moves so many people.

    Attributes:
        plan: the plan.
        told: who has another group than before, or had none.
        rank: breaches of what must hold, then all wishes.
    """

    plan: Plan
    told: Bools
    rank: tuple[int, int]


class _Grown(NamedTuple):
    """A plan that a level leads to.

    Attributes:
        rank: about that of the plan; what meetings over several rounds change is left out.
        plan: before those who are moved anyway find better places.
        told: who is moved.
    """

    rank: tuple[int, int]
    plan: Plan
    told: Bools


@dataclass(frozen=True, eq=False)
class Proof:
    """What is known of the fewest people moved.

    Attributes:
        least: no plan in which everything holds that can is cheaper.
        grown: such a plan at that price, None if none is known.
    """

    least: int
    grown: _Grown | None


class Fewest:
    """The levels of one repair.

    Attributes:
        forced: who has no group in some round, and is moved whatever happens.
    """

    def __init__(
        self,
        asked: Costs,
        old: Plan,
        fixed: Bools,
        *,
        prices: Ints | None = None,
        unavoidable: int = 0,
    ) -> None:
        """Start from a plan.

        Args:
            asked: what the plan is to be like.
            old: the plan before, -1 for people without a group.
            fixed: `fixed[round, person]` of placements that stay.
            prices: what moving each person counts, from 1; one each if left out.
            unavoidable: what breaches of musts cost in any plan.
        """
        self.asked, self.old, self.fixed, self.unavoidable = asked, old, fixed, unavoidable
        n_people = asked.problem.n_people
        self.prices = np.ones(n_people, dtype=np.int64) if prices is None else prices
        present = np.stack([each.present for each in asked.problem.rounds])
        self._open = present & (old < 0) & ~fixed
        self.forced: Bools = np.logical_or.reduce(self._open)
        work = _WORK // max(1, n_people)
        self._kept, self._tried = max(1, min(4, work)), max(3, min(8, 4 * work))

    def levels(self) -> Iterator[Level | None]:
        """The best plan at the price of 0, 1, 2 … people moved; None where none costs just that."""
        first = self._best([_Grown((0, 0), self._filled(), self.forced)])
        waiting: dict[int, list[_Grown]] = {}
        held, k = first, 0
        while held or waiting:
            yield held[0] if held else None
            for level in held:
                for grown in self._grown(level):
                    waiting.setdefault(self.price(grown.told), []).append(grown)
            k += 1
            held = self._best(waiting.pop(k, []), list(self._seeds(k, first[0])))

    def _seeds(self, k: int, level: Level) -> Iterator[_Grown]:
        """Plans at a price that were found without growing."""
        if k == self.cover.most:
            for people in self.cover.sets:
                yield _Grown(level.rank, level.plan, self._among(people))
        if k == self.proof.least and self.proof.grown is not None:
            yield self.proof.grown

    def price(self, told: Bools) -> int:
        """What it counts to move people, beside those who are moved anyway."""
        return int(self.prices[told & ~self.forced].sum())

    def moved(self, plan: Plan) -> Bools:
        """Who has another group than before, beside those who are moved anyway."""
        other: Bools = ((self.old >= 0) & (plan != self.old)).any(axis=0)
        return other & ~self.forced

    @cached_property
    def cover(self) -> Cover:
        """Smallest sets of people without whom not everything that must hold can hold."""
        return Cover(tuple(demands(self.asked.problem, self.old, self._open)), self.prices.tolist())

    @cached_property
    def proof(self) -> "Proof":
        """The least price of a plan in which all holds that can: from the cover, then by trying."""
        movable = sum(1 << int(i) for i in np.flatnonzero(~self.forced))
        seating = Seating(self.asked, self.old, self.fixed)
        least, target = self.cover.least, self.unavoidable
        must = self.asked.must
        if must.meetings is not None or must.courses or must.encounters or must.companies:
            return Proof(least, None)
        with suppress(CutOffError):
            while least <= int(self.prices.sum()):
                for people in self.cover.candidates(least, movable):
                    if people is None:
                        return Proof(least, None)
                    told = self._among(people)
                    plan = seating.best(np.flatnonzero(told), target)
                    if plan is not None:
                        return Proof(least, _Grown((target, 0), plan, told))
                least += 1
            least = self.cover.least
        return Proof(least, None)

    def _filled(self) -> Plan:
        """The old plan with those who have no group where each costs least, one after the other."""
        plan = self.old.copy()
        for r, round_ in enumerate(self.asked.problem.rounds):
            for _ in range(int(self._open[r].sum())):
                waiting = np.flatnonzero(self._open[r] & (plan[r] < 0))
                delta = Standing(self.asked, plan, self.fixed, waiting).moves(r)
                person, group = divmod(delta.best()[0], round_.n_groups)
                plan[r, waiting[person]] = group
        return plan

    def _among(self, people: int) -> Bools:
        """Who is moved if these people are, too."""
        told = self.forced.copy()
        told[[i for i in range(len(told)) if people >> i & 1]] = True
        return told

    def _best(self, grown: list[_Grown], seeds: Sequence[_Grown] = ()) -> list[Level]:
        """The best few different plans, settled."""
        grown = sorted(grown, key=lambda each: each.rank)
        found: dict[bytes, Level] = {}
        for each in [*seeds, *grown[: 2 * self._kept]]:
            level = self._settled(each.plan, each.told)
            found.setdefault(level.plan.tobytes(), level)
        return sorted(found.values(), key=lambda level: level.rank)[: self._kept]

    def _settled(self, plan: Plan, told: Bools) -> Level:
        """Those who are moved anyway change places as long as that pays."""
        plan, people = plan.copy(), np.flatnonzero(told)
        while told.any():
            standing = Standing(self.asked, plan, self.fixed, people)
            steps = [_step(standing, r) for r in range(len(plan))]
            rank, r, movers, groups = min(steps, key=lambda step: step[0])
            if rank >= (0, 0):
                break
            plan[r, movers] = groups
        return Level(plan, told, self.asked.rank(plan))

    def _grown(self, level: Level) -> Iterator[_Grown]:
        """The plan of a level with one person more who is moved, or two."""
        standing = Standing(self.asked, level.plan, self.fixed)
        swaps = [standing.swaps(r) for r in range(len(level.plan))]
        told = level.told
        yield from self._by_one(level, standing)
        yield from self._exchanged(level, swaps, told[:, None] & ~told[None, :])
        yield from self._exchanged(level, swaps, np.triu(~told[:, None] & ~told[None, :], 1))
        for r in range(len(level.plan)):
            yield from self._making_room(level, standing, r)

    def _by_one(self, level: Level, standing: Standing) -> Iterator[_Grown]:
        """Somebody goes elsewhere, in each round in which it pays."""
        best = [_each(standing.moves(r)) for r in range(len(level.plan))]
        gain = _sum([delta.gains() for delta, _ in best])
        gain.breaches[level.told] = NEVER
        for person in gain.order(self._tried).tolist():
            plan = level.plan.copy()
            for r, (delta, groups) in enumerate(best):
                if (delta.breaches[person], delta.wishes[person]) < (0, 0):
                    plan[r, person] = groups[person]
            if (plan != level.plan).any():
                yield _Grown(gain.at(person, level.rank), plan, _also(level.told, person))

    def _making_room(self, level: Level, standing: Standing, r: int) -> Iterator[_Grown]:
        """One person goes, and somebody of the group makes room."""
        n_groups = self.asked.problem.rounds[r].n_groups
        first = standing.moves(r)
        first.breaches[level.told] = NEVER
        for position in first.order(self._tried).tolist():
            person, group = divmod(position, n_groups)
            others = np.flatnonzero((level.plan[r] == group) & ~level.told)
            if group == level.plan[r, person] or not len(others):
                continue
            plan = level.plan.copy()
            plan[r, person] = group
            then = Standing(self.asked, plan, self.fixed, others).moves(r)
            after, cost = then.best()
            breaches = int(first.breaches[person, group]) + cost[0]
            wishes = int(first.wishes[person, group]) + cost[1]
            if (breaches, wishes) < (0, 0):
                other, place = divmod(after, n_groups)
                plan[r, others[other]] = place
                rank = level.rank[0] + breaches, level.rank[1] + wishes
                yield _Grown(rank, plan, _also(level.told, person, int(others[other])))

    def _exchanged(self, level: Level, swaps: list[Delta], allowed: Bools) -> Iterator[_Grown]:
        """Exchanges of two people, each in all the rounds in which it pays."""
        gain = _sum([each.gains() for each in swaps])
        gain.breaches[~allowed] = NEVER
        for position in gain.order(self._tried).tolist():
            i, j = divmod(position, level.plan.shape[1])
            plan = level.plan.copy()
            for r, swap in enumerate(swaps):
                if (swap.breaches[i, j], swap.wishes[i, j]) < (0, 0):
                    plan[r, [i, j]] = plan[r, [j, i]]
            if (plan != level.plan).any():
                yield _Grown(gain.at(position, level.rank), plan, _also(level.told, i, j))


def _step(standing: Standing, r: int) -> tuple[tuple[int, int], int, list[int], list[int]]:
    """The best change of a round: its cost, who changes, and where to."""
    people = standing.people.tolist()
    position, cost = standing.moves(r).best()
    person, group = divmod(position, standing.asked.problem.rounds[r].n_groups)
    position, swap_cost = standing.swaps(r).best()
    if cost <= swap_cost:
        return cost, r, [people[person]], [group]
    i, j = (people[k] for k in divmod(position, len(people)))
    return swap_cost, r, [i, j], [int(standing.plan[r, j]), int(standing.plan[r, i])]


def _each(delta: Delta) -> tuple[Delta, Ints]:
    """The best group for each person."""
    breaches = delta.breaches.min(axis=1)
    wishes = np.where(delta.breaches == breaches[:, None], delta.wishes, NEVER)
    return Delta(breaches, wishes.min(axis=1)), wishes.argmin(axis=1)


def _sum(deltas: list[Delta]) -> Delta:
    """Changes of several rounds together; meetings over rounds are looked at afterwards."""
    return Delta(
        np.sum([each.breaches for each in deltas], axis=0),
        np.sum([each.wishes for each in deltas], axis=0),
    )


def _also(told: Bools, *people: int) -> Bools:
    more = told.copy()
    more[list(people)] = True
    return more
