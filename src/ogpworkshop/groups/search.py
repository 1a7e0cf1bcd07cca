"""The search for groups: annealing by heat bath, in cycles that grow, ended by proof or patience."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import takewhile

import numpy as np

from ogpworkshop.groups import focused, large
from ogpworkshop.groups.anneal import LEVELS, Annealing, falling, planned
from ogpworkshop.groups.chains import Chains, start
from ogpworkshop.groups.chance import Chance
from ogpworkshop.groups.criteria.meet import Meet
from ogpworkshop.groups.designs import without_repeats
from ogpworkshop.groups.problem import Plan, Problem
from ogpworkshop.groups.stop import Stop
from ogpworkshop.groups.trajectories import Trajectories
from ogpworkshop.groups.weighing import Weighing, weigh

_RELABELLED = 400
"""Most people for exchanges over all rounds, which weigh every two of them."""
_TINY, _MOST_CHAINS = 192**2, 64
"""Below 48 people, chains by the square of people: 64 of 24 people reach the best there is as often
as 16 in twice the time. Not where people only mix: there few and long coolings do better."""
_FEW_PEOPLE = 48
"""Above, where something must be, more plans do better than more steps: of 115 people on 11 boats
24 leave 4.5 to 4.9 % in 28 s, 14 4.7 %, 8 5.1 %. Without any must, they do worse."""
_PATIENT, _ENDLESS = 300, 1 << 40
"""Coolings of 24 people are as long as pays with 47 passes, those of 48 with 8 times as many."""
_LAST = 8
"""A cooling is the last if so many of its length would take all that is left."""
_NEAR = 3
"""So few units above all bounds, longer coolings are worth less than staying warm."""
_FEW = 5
"""Among people who only mix, one repeat for so many people: the last are then drawn one by one."""
_MUST_DEARER = 4
"""How much a `must` rises in price after a cooling in which one stayed unmet."""


@dataclass(frozen=True, eq=False)
class Improvement:
    """A plan better than all before it.

    Attributes:
        plan: the plan.
        breaches: cost of what must be and is not.
        cost: of all wishes, weighted.
        is_optimal: every criterion is at its bound, so that no plan is better.
        steps: made so far.
    """

    plan: Plan
    breaches: int
    cost: int
    is_optimal: bool
    steps: int


@dataclass(frozen=True, eq=False)
class Solution:
    """What a search found.

    Attributes:
        plan: the best plan.
        is_optimal: proven by the bounds.
        is_interrupted: whether somebody ended it.
        steps: of the search: drawings of one swap per pair of groups.
        seconds: it took.
        breaches: cost of what must be and is not.
        cost: of all wishes, weighted.
    """

    plan: Plan
    is_optimal: bool
    is_interrupted: bool
    steps: int
    seconds: float
    breaches: int
    cost: int


def search(
    problem: Problem, seed: int, stop: Stop, *, has_designs: bool = True
) -> Iterator[Improvement]:
    """Better and better plans; the same for the same problem, seed and number of steps.

    Args:
        problem: what is asked.
        seed: of all chance in the search.
        stop: when to end, unless the best possible is reached before.
        has_designs: whether to try known exact plans first, where groups are equal.

    Yields:
        Each plan that is better than all before, the first at once.
    """
    return _Search(problem, seed, stop, has_designs=has_designs).improvements()


def solve(
    problem: Problem,
    seed: int,
    stop: Stop,
    on_improvement: Callable[[Improvement], None] | None = None,
    *,
    has_designs: bool = True,
) -> Solution:
    """Search to the end, or until Ctrl-C: then with the best plan so far."""
    began = time.monotonic()
    best: Improvement | None = None
    is_interrupted = False
    run = _Search(problem, seed, stop, has_designs=has_designs)
    try:
        for best in run.improvements():
            if on_improvement is not None:
                on_improvement(best)
    except KeyboardInterrupt:
        is_interrupted = True
    if best is None:
        raise KeyboardInterrupt
    seconds = time.monotonic() - began
    return Solution(
        best.plan, best.is_optimal, is_interrupted, run.steps, seconds, best.breaches, best.cost
    )


class _Search:
    """One search with its best plan so far."""

    def __init__(self, problem: Problem, seed: int, stop: Stop, *, has_designs: bool) -> None:
        self.problem, self.stop = problem, stop
        self.has_designs = has_designs
        self.seed, self.chance = seed, Chance(seed)
        self.steps = 0
        self.rank: tuple[int, int] | None = None
        self.best: Plan | None = None
        self.is_optimal = False
        self.weighing: Weighing

    def improvements(self) -> Iterator[Improvement]:
        """Anneal again and again, twice as long for as long as that finds better plans."""
        if self.problem.is_large:
            yield from self._among_many()
            return
        self.weighing = weigh(self.problem)
        yield from self._offer(start(self.problem, self.chance))
        yield from self._constructed()
        must_price, passes = self.weighing.must_price, 0
        hot = cold = 0.0
        is_last, has_gained = False, True
        has_choice = any(each.n_groups > 1 for each in self.problem.rounds)
        is_mixing = has_choice and focused.applies(self.problem)
        while has_choice and not self._is_over(self.steps):
            is_first, before = not passes, self.rank
            annealing = self._annealing(must_price, is_first=is_first)
            end = cold if has_gained or not self._is_near() else max(cold, hot / 3)
            left = partial(self._left, annealing) if is_last else None
            schedule = annealing.widest() if is_first else planned(hot, end, passes, left)
            for plan in annealing.cool(schedule):
                self.steps = annealing.steps
                yield from self._offer(plan)
            self.steps = annealing.steps
            yield from self._relabelled(annealing.chains)
            if is_mixing and self._has_few_repeats():
                yield from self._parted()
            if is_first:
                hot, cold = annealing.range()
            has_gained = is_first or self.rank != before
            passes, is_last = self._next(passes or LEVELS, has_gained=has_gained)
            if self.rank and self.rank[0] > self.weighing.unavoidable:
                must_price, passes = must_price * _MUST_DEARER, 0

    def _among_many(self) -> Iterator[Improvement]:
        """The search for thousands of people, which knows no pairs."""
        for found in large.improvements(self.problem, self.seed, self.stop):
            self.steps = found.steps
            yield Improvement(*found)

    def _constructed(self) -> Iterator[Improvement]:
        """A plan without repeats where one is known, its people relabelled for all that is asked."""
        plan = self._design()
        if plan is None:
            return
        yield from self._offer(plan)
        if self.is_optimal or self.problem.n_people > _RELABELLED:
            return
        must_price = self.weighing.must_price
        tables = self.weighing.tables(must_price)
        exchanges = Trajectories(self.problem, tables, plan)
        hot = must_price / 4
        temperatures = falling(hot, hot / 500, 20 * self.problem.n_people)
        while_there_is_time = takewhile(lambda _: not self._is_over(self.steps), temperatures)
        plan = exchanges.cool(while_there_is_time, self.chance)
        yield from self._offer(plan)

    def _design(self) -> Plan | None:
        first, *others = self.problem.rounds
        is_alike = self.has_designs and self.problem.pinned is None
        is_alike = is_alike and bool(first.present.all())
        for each in others:
            is_alike = is_alike and bool(each.present.all())
            is_alike = is_alike and np.array_equal(each.low, first.low)
            is_alike = is_alike and np.array_equal(each.high, first.high)
        is_alike = is_alike and len(set(first.low.tolist()) | set(first.high.tolist())) <= 2
        pairs = zip(self.problem.criteria, self.weighing.bounds, strict=True)
        forced = [bound.cost for each, bound in pairs if isinstance(each, Meet)]
        if not is_alike or not forced or any(forced):
            return None
        return without_repeats(first.n_groups, self.problem.n_people, len(others) + 1)

    def _relabelled(self, chains: Chains) -> Iterator[Improvement]:
        """The best chain, with exchanges of two people in all rounds while they gain anything."""
        if self.problem.n_people <= _RELABELLED and not self.is_optimal:
            plan = chains.plan(int(chains.costs.argmin()))
            yield from self._offer(Trajectories(self.problem, chains.tables, plan).descend())

    def _has_few_repeats(self) -> bool:
        """Whether a plan without repeats may exist, and the best has few."""
        if self.best is None or any(bound.cost for bound in self.weighing.bounds):
            return False
        return sum(self.weighing.excess(self.best)) * _FEW <= self.problem.n_people

    def _parted(self) -> Iterator[Improvement]:
        """Part those who meet again, one pair at a time: to the end only if that seems near."""
        patience = 2 * self.steps
        for plan in focused.Focused(self.problem, self.chance).improvements(self.chance):
            if plan is not None:
                yield from self._offer(plan)
            self.steps += focused.STEPS
            is_in_vain = self.steps > patience and not self._is_near()
            if is_in_vain or self._is_over(self.steps):
                return

    def _next(self, passes: int, *, has_gained: bool) -> tuple[int, bool]:
        """Length of the next cooling, and whether it is the last: with all that is left then.

        Where a longer one did no better than those before, or people are few, luck decides: more
        of them help more.
        """
        left, is_longer = self._left(), has_gained and passes < longest(self.problem)
        passes = 2 * passes + 1 if is_longer else passes
        is_last = left is not None and left <= (_LAST if is_longer else 2) * passes
        return (max(1, left), True) if left is not None and is_last else (passes, False)

    def _is_near(self) -> bool:
        """Whether the best plan is almost proven: then a cold search finds only its own end."""
        return self.best is not None and sum(self.weighing.excess(self.best)) <= _NEAR

    def _left(self, annealing: Annealing | None = None) -> int | None:
        """How many passes can still be made."""
        left = self.stop.left(annealing.steps if annealing else self.steps)
        a_pass = sum(each.n_groups for each in self.problem.rounds if each.n_groups > 1)
        return None if left is None else left // a_pass

    def _is_over(self, steps: int) -> bool:
        return self.is_optimal or self.stop.is_reached(steps)

    def _annealing(self, must_price: int, *, is_first: bool) -> Annealing:
        """Chains at the start of a cooling; a few suffice for the first, which takes measure."""
        tables = self.weighing.tables(must_price)
        n_chains = chains_for(self.problem)
        n_chains = (n_chains + 3) // 4 if is_first else n_chains
        plans = [start(self.problem, self.chance) for _ in range(n_chains)]
        chains = Chains(self.problem, tables, plans)
        least = self.weighing.least(must_price)
        reach = self.weighing.reach
        return Annealing(chains, self.chance, least, self._is_over, self.steps, reach)

    def _offer(self, plan: Plan) -> Iterator[Improvement]:
        rank = self.weighing.rank(plan)
        if self.rank is None or rank < self.rank:
            self.rank = rank
            self.best, self.is_optimal = plan, not any(self.weighing.excess(plan))
            yield Improvement(plan, *rank, self.is_optimal, self.steps)


def chains_for(problem: Problem) -> int:
    """How many plans to change at once: many small ones cost hardly more than one."""
    n_people = max(1, problem.n_people)
    is_bound = n_people > _FEW_PEOPLE and any(each.wish.is_must for each in problem.criteria)
    most, room = (24, 2880) if is_bound else (16, 960)
    tiny = 0 if focused.applies(problem) else min(_MOST_CHAINS, _TINY // n_people**2)
    return max(1, min(most, room // n_people), tiny)


def longest(problem: Problem) -> int:
    """Passes beyond which a cooling gains less than another of its length would."""
    is_mixing = focused.applies(problem)
    return _ENDLESS if is_mixing else max(2 * LEVELS, problem.n_people**3 // _PATIENT)
