"""The fewest people of whom enough are in each of several sets.

Between two ends that close in on each other: a relaxation proves how few it must be (Lagrange
multipliers raised where a set lacks people: Held and Karp 1971, Beasley 1990 for covering), greedy
choices along its prices show how few it can be, and branching closes the gap where that is small
work. Whole numbers throughout: the same sets on every machine.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
_WORK = 400_000
"""People times sets that branching looks at before it gives up."""
_ROUNDS = 240
_UNIT = 1 << 12
"""Fineness of the relaxation's prices."""


@dataclass(frozen=True)
class Demand:
    """So many of these people, at least.

    Attributes:
        people: a bit for each person.
        number: how many of them.
    """

    people: int
    number: int


@dataclass(eq=False)
class Cover:
    """Smallest sets of people that meet all demands.

    Attributes:
        demands: what the sets have to meet.
        prices: of each person, from 1; one each if left out.
        least: no set that meets them costs less; exact unless the branching was cut off.
        most: what each of `sets` costs.
        sets: some of the cheapest that were found, a bit for each person.
    """

    demands: Sequence[Demand]
    prices: Sequence[int] = ()
    most_sets: int = 8
    least: int = 0
    most: int = 0
    sets: list[int] = field(default_factory=list)
    _left: int = _WORK

    def __post_init__(self) -> None:
        """Relax, then deepen until there is a set, or patience ends: what was tried in full is proven."""
        if not self.demands or any(each.people.bit_count() < each.number for each in self.demands):
            return
        relaxed = _Relaxed(self.demands, self.prices)
        self.least, self.most = relaxed.least, relaxed.most
        found = relaxed.sets
        while True:
            seen = set()
            for chosen, _, _ in self._sets(0, self.least, 0):
                seen.add(chosen)
                if len(seen) == self.most_sets:
                    break
            if seen:
                found, self.most = seen, self.least
            if seen or self._left < 0 or self.least >= self.most:
                break
            self.least += 1
        self.sets = sorted(found)[: self.most_sets]

    def _price(self, people: int) -> int:
        if not self.prices:
            return people.bit_count()
        return sum(price for i, price in enumerate(self.prices) if people >> i & 1)

    def candidates(self, price: int, people: int) -> Iterator[int | None]:
        """Every set of these people at this price that meets all demands; None if it is cut off."""
        self._left = _WORK
        for chosen, left, barred in self._sets(0, price, 0):
            free = people & ~chosen & ~barred
            yield from self._with(chosen, left, free)
        if self._left < 0:
            yield None

    def _with(self, chosen: int, left: int, free: int) -> Iterator[int]:
        """The set with more of the free people, for just as much as is left."""
        if not left:
            yield chosen
            return
        while free:
            bit = free & -free
            free ^= bit
            price = self._price(bit)
            if price <= left:
                yield from self._with(chosen | bit, left - price, free)

    def _sets(self, chosen: int, left: int, barred: int) -> Iterator[tuple[int, int, int]]:
        """Sets of `chosen` and others for `left` at the most: with what is left, and who is barred."""
        unmet = [
            (each.people & ~chosen & ~barred, each.number - (each.people & chosen).bit_count())
            for each in self.demands
            if (each.people & chosen).bit_count() < each.number
        ]
        if not unmet:
            yield chosen, left, barred
            return
        people, number = min(unmet, key=lambda each: each[0].bit_count() - each[1])
        if self._left < 0 or number > left or not self._is_possible(unmet, left):
            return
        while people.bit_count() >= number and self._left >= 0:
            bit = people & -people
            people ^= bit
            price = self._price(bit)
            if price <= left:
                yield from self._sets(chosen | bit, left - price, barred)
            barred |= bit

    def _is_possible(self, unmet: list[tuple[int, int]], left: int) -> bool:
        """Whether the people in most of the sets could meet all demands, by their number alone."""
        if any(number > min(left, people.bit_count()) for people, number in unmet):
            return False
        every = 0
        for people, _ in unmet:
            every |= people
        self._left -= every.bit_count() * len(unmet)
        served = []
        while every:
            bit = every & -every
            every ^= bit
            served.append(sum(1 for people, _ in unmet if people & bit))
        served.sort(reverse=True)
        return sum(served[:left]) >= sum(number for _, number in unmet)


class _Relaxed:
    """The same with fractions of people allowed: from below by multipliers, from above by greed.

    Attributes:
        least: proven.
        most: the price of the cheapest sets that greed found.
        sets: these, a bit for each person.
    """

    def __init__(self, demands: Sequence[Demand], prices: Sequence[int]) -> None:
        every = 0
        for each in demands:
            every |= each.people
        self._who = [i for i in range(every.bit_length()) if every >> i & 1]
        self._of = np.array(
            [[each.people >> i & 1 for i in self._who] for each in demands], dtype=np.int64
        )
        self._numbers = np.array([each.number for each in demands], dtype=np.int64)
        self._prices = np.array([prices[i] if prices else 1 for i in self._who], dtype=np.int64)
        self.most, self.sets = 1 << 40, set[int]()
        self._note(self._greedy(np.zeros(len(demands), dtype=np.int64)))
        self.least = min(self.most, -(-self._raised() // _UNIT))

    def _raised(self) -> int:
        """The best bound of a subgradient ascent, in units."""
        multipliers = np.zeros(len(self._numbers), dtype=np.int64)
        best, halvings, idle = 0, 0, 0
        for k in range(_ROUNDS):
            gains = _UNIT * self._prices - multipliers @ self._of
            bound = int(multipliers @ self._numbers) + int(np.minimum(gains, 0).sum())
            idle = 0 if bound > best else idle + 1
            best = max(best, bound)
            slack = self._numbers - self._of[:, gains < 0].sum(axis=1)
            length = int((slack * slack).sum())
            if not length or best > _UNIT * (self.most - 1):
                break
            if idle == 8:
                idle, halvings = 0, halvings + 1
            way = max(1, (2 * (self.most * _UNIT - bound)) >> halvings)
            multipliers = np.maximum(0, multipliers + slack * way // length)
            if k % 8 == 0:
                self._note(self._greedy(multipliers))
        return best

    def _greedy(self, multipliers: Ints) -> NDArray[np.bool_]:
        """One person after the other, who serves the dearest sets; those not needed are left out."""
        chosen = np.zeros(len(self._who), dtype=np.bool_)
        lacking = self._numbers.copy()
        worth = multipliers + _UNIT // 16
        order = []
        while (lacking > 0).any():
            serves = np.where(lacking > 0, worth, 0) @ self._of
            serves = np.where(chosen, -1, serves * _UNIT // self._prices)
            one = int(serves.argmax())
            chosen[one] = True
            order.append(one)
            lacking -= self._of[:, one]
        for one in sorted(order, key=lambda i: (-int(self._prices[i]), i)):
            if (lacking + self._of[:, one] <= 0).all():
                chosen[one] = False
                lacking += self._of[:, one]
        return chosen

    def _note(self, chosen: NDArray[np.bool_]) -> None:
        price = int(self._prices[chosen].sum())
        if price < self.most:
            self.most, self.sets = price, set()
        if price == self.most:
            self.sets.add(sum(1 << self._who[int(k)] for k in np.flatnonzero(chosen)))
