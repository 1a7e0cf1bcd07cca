"""The fewest people moved: for 0, 1, 2 … people, the best plan found that moves no more.

A plan of one level grows from those of the levels below by an ejection chain (Glover 1996): one
person goes, two exchange, or one goes and another makes room; then everybody who is moved anyway
finds the best places for themselves. People who have no group any more, or none yet, are moved
anyway. A few plans of each level are kept, so that a chain can lead through worse ones.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups.cover import Cover, Demand
from ogpworkshop.groups.criteria.apart import Apart
from ogpworkshop.groups.criteria.gather import Gather
from ogpworkshop.groups.criteria.together import Together
from ogpworkshop.groups.problem import Plan
from ogpworkshop.groups.standing import NEVER, Costs, Delta, Standing

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


class Fewest:
    """The levels of one repair.

    Attributes:
        forced: who has no group in some round, and is moved whatever happens.
    """

    def __init__(self, asked: Costs, old: Plan, fixed: Bools) -> None:
        """Start from a plan.

        Args:
            asked: what the plan is to be like.
            old: the plan before, -1 for people without a group.
            fixed: `fixed[round, person]` of placements that stay.
        """
        self.asked, self.old, self.fixed = asked, old, fixed
        present = np.stack([each.present for each in asked.problem.rounds])
        self._open = present & (old < 0) & ~fixed
        self.forced: Bools = np.logical_or.reduce(self._open)
        work = _WORK // max(1, asked.problem.n_people)
        self._kept, self._tried = max(1, min(4, work)), max(3, min(8, 4 * work))

    def levels(self) -> Iterator[Level | None]:
        """The best plan with 0, 1, 2 … people moved; None where none moves exactly so many."""
        held = [self._best([_Grown((0, 0), self._filled(), self.forced)])]
        while held[-1] or (len(held) > 1 and held[-2]):
            yield held[-1][0] if held[-1] else None
            grown = [each for level in held[-1] for each in self._by_one(level)]
            if len(held) > 1:
                grown += [each for level in held[-2] for each in self._by_two(level)]
            seeds = self.cover.sets if len(held) == self.cover.least else []
            held.append(self._best(grown, [self._among(each, held[0][0]) for each in seeds]))

    def moved(self, plan: Plan) -> Bools:
        """Who has another group than before, beside those who are moved anyway."""
        other: Bools = ((self.old >= 0) & (plan != self.old)).any(axis=0)
        return other & ~self.forced

    @cached_property
    def cover(self) -> Cover:
        """Smallest sets of people without whom not everything that must hold can hold."""
        return Cover(tuple(self._demands()))

    def least(self) -> int:
        """People whom every plan in which all musts hold moves, beside those moved anyway.

        By the people of whom some have to leave their groups, and one by one: whether moving one
        person would do.
        """
        fewest = self.cover.least
        if fewest > 1 or self.forced.any() or self.asked.must.meetings is not None:
            return fewest
        breaches = self.asked.rank(self.old)[0]
        if not breaches:
            return 0
        plain = Standing(self.asked, self.old, self.fixed)
        best = [plain.moves(r).breaches.min(axis=1) for r in range(len(self.old))]
        is_enough = bool((np.minimum(best, 0).sum(axis=0) + breaches <= 0).any())
        return max(fewest, 1 if is_enough else 2)

    def _demands(self) -> Iterator[Demand]:
        """Of whom so many have to go: too many of a kind in a group, or too few in others.

        Newcomers make up for people who are lacking, and those who are moved anyway may go.
        """
        for count in self.asked.must.counts:
            groups = np.where(count.members, self.old[count.round], -1)
            numbers = np.bincount(groups[groups >= 0], minlength=len(count.price))
            low, high = _range(count.price)
            for g in np.flatnonzero(numbers > high):
                yield from self._demand(groups == g, int(numbers[g] - high[g]))
            free = int((count.members & self._open[count.round]).sum())
            lacking = int(np.maximum(low - numbers, 0).sum()) - free
            spare = (numbers > low)[groups] & (groups >= 0)
            yield from self._demand(spare, lacking)
        for criterion in self.asked.problem.criteria:
            if criterion.wish.is_must and isinstance(criterion, Apart | Gather | Together):
                yield from self._of_pairs(criterion)

    def _of_pairs(self, criterion: Apart | Gather | Together) -> Iterator[Demand]:
        """One of two who share a group and must not, or are parted and must not be."""
        alike = np.triu(criterion.kinds.same() > 0, 1)
        for r in self.asked.problem.rounds_of(criterion.wish):
            groups = self.old[r]
            share = groups[:, None] == groups[None, :]
            wrong = share if isinstance(criterion, Apart) else ~share
            there = (groups >= 0)[:, None] & (groups >= 0)[None, :]
            for pair in np.argwhere(alike & wrong & there):
                yield from self._demand(np.isin(np.arange(len(groups)), pair), 1)

    def _demand(self, people: Bools, number: int) -> Iterator[Demand]:
        number -= int((people & self.forced).sum())
        if number > 0:
            people = people & ~self.forced
            yield Demand(sum(1 << int(i) for i in np.flatnonzero(people)), number)

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

    def _among(self, people: int, level: Level) -> _Grown:
        """The plan of a level, with more people who may be moved."""
        also = [i for i in range(len(level.told)) if people >> i & 1]
        return _Grown(level.rank, level.plan, _also(level.told, *also))

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

    def _by_one(self, level: Level) -> Iterator[_Grown]:
        """One person more is moved: alone, or in exchange with somebody who is moved anyway."""
        standing = Standing(self.asked, level.plan, self.fixed)
        rounds = range(len(level.plan))
        best = [_each(standing.moves(r)) for r in rounds]
        gain = _sum([delta.gains() for delta, _ in best])
        gain.breaches[level.told] = NEVER
        for person in gain.order(self._tried).tolist():
            plan = level.plan.copy()
            for r, (delta, groups) in enumerate(best):
                if (delta.breaches[person], delta.wishes[person]) < (0, 0):
                    plan[r, person] = groups[person]
            if (plan != level.plan).any():
                yield _Grown(gain.at(person, level.rank), plan, _also(level.told, person))
        yield from self._exchanged(level, standing, level.told[:, None] & ~level.told[None, :])

    def _by_two(self, level: Level) -> Iterator[_Grown]:
        """Two people more are moved: they exchange, or one goes and the other makes room."""
        standing = Standing(self.asked, level.plan, self.fixed)
        both = ~level.told[:, None] & ~level.told[None, :]
        yield from self._exchanged(level, standing, np.triu(both, 1))
        for r, round_ in enumerate(self.asked.problem.rounds):
            first = standing.moves(r)
            first.breaches[level.told] = NEVER
            for position in first.order(self._tried).tolist():
                person, group = divmod(position, round_.n_groups)
                if group == level.plan[r, person]:
                    continue
                plan = level.plan.copy()
                plan[r, person] = group
                barred = _also(level.told, person)
                then = Standing(self.asked, plan, self.fixed | barred).moves(r)
                after, cost = then.best()
                total = (
                    first.breaches[person, group] + cost[0],
                    first.wishes[person, group] + cost[1],
                )
                if total < (0, 0):
                    other, place = divmod(after, round_.n_groups)
                    plan[r, other] = place
                    rank = level.rank[0] + total[0], level.rank[1] + total[1]
                    yield _Grown(rank, plan, _also(barred, other))

    def _exchanged(self, level: Level, standing: Standing, allowed: Bools) -> Iterator[_Grown]:
        """Exchanges of two people, each in all the rounds in which it pays."""
        swaps = [standing.swaps(r) for r in range(len(level.plan))]
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


def _range(price: Ints) -> tuple[Ints, Ints]:
    """The numbers that cost nothing, from and to, for each group."""
    is_free = price == price.min(axis=1, keepdims=True)
    return is_free.argmax(axis=1), price.shape[1] - 1 - is_free[:, ::-1].argmax(axis=1)
