"""The mean of a column of numbers is alike in all groups, or its sum, or its range as well."""

from dataclasses import dataclass
from itertools import pairwise
from math import gcd
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups import evenness, parts
from ogpworkshop.groups.asked import Asked
from ogpworkshop.groups.kinds import in_groups, where
from ogpworkshop.groups.problem import Bound, Plan, Problem, Round, Wish
from ogpworkshop.groups.tables import Tables

Ints = NDArray[np.int64]
_LARGEST = 1 << 15
_SQUARED = 1 << 12


OPTIONS = ("of",)


@dataclass(frozen=True, eq=False)
class Balance:
    """Deviations from the mean of all add up to nothing in every group.

    For the range, so do those of their squares: groups then have low and high numbers alike
    (k-plus, Papenberg, Psychometrika 2024). For the sum, numbers themselves add up to the same.

    Attributes:
        wish: title, rounds, weight.
        numbers: of each person in whole units, for example tenths.
        is_known: whether the person has a number; others count as average.
        units_in_one: how many units make one.
        of: what is alike.
    """

    wish: Wish
    numbers: Ints
    is_known: NDArray[np.bool_]
    units_in_one: int = 1
    of: Literal["mean", "range", "sum"] = "mean"

    @property
    def share(self) -> evenness.Share:
        """Floor and ceiling of what every group is to have."""
        return evenness.equal if self.of == "sum" else evenness.due

    def amounts(self, round_: Round) -> Ints:
        """What is to come to the same in every group, `[person, column]`."""
        if self.of == "sum":
            known = round_.present & self.is_known
            return _coarse(np.where(known, self.numbers, 0))[:, None]
        off = self.deviations(round_)
        if self.of == "mean":
            return off[:, None]
        fine = _coarse(off, _SQUARED)
        return np.stack([off, _centred(fine * fine, round_.present & self.is_known)], axis=1)

    def deviations(self, round_: Round) -> Ints:
        """From the mean of those who take part, times how many they are: whole numbers.

        Common divisors are taken out, and very fine ones are rounded, so that squares stay small.
        """
        return _centred(self.numbers, round_.present & self.is_known)

    @property
    def unit(self) -> str:
        """Its cost has none: squares of deviations."""
        return ""

    def cost(self, problem: Problem, plan: Plan) -> int:
        """Squares of the groups' sums of deviations."""
        total = 0
        for r in problem.rounds_of(self.wish):
            amounts = self.amounts(problem.rounds[r])
            total += evenness.cost(problem, plan, (r,), amounts, self.share)
        return total

    def contribute(self, problem: Problem, tables: Tables, weight: int) -> None:
        """Products of two people's deviations."""
        held: dict[bytes, list[int]] = {}
        for r in problem.rounds_of(self.wish):
            held.setdefault(self.amounts(problem.rounds[r]).tobytes(), []).append(r)
        for rounds in held.values():
            amounts = self.amounts(problem.rounds[rounds[0]])
            evenness.contribute(problem, tables, tuple(rounds), amounts, weight, share=self.share)

    def bound(self, problem: Problem) -> Bound:
        """What whole numbers leave over: sums move in steps of the numbers' common divisor."""
        rounds = problem.rounds_of(self.wish)
        if self.of == "sum":
            return Bound(0)
        cost = sum(self._bound(problem.rounds[r]) for r in rounds)
        return Bound(cost, "the numbers do not come out even in groups" if cost else "")

    def _bound(self, round_: Round) -> int:
        off = self.deviations(round_)
        there = off[round_.present]
        if not len(there) or (round_.low != round_.high).any():
            return 0
        step = gcd(*(int(b - a) for a, b in pairwise(there)))
        if step == 0:
            return 0
        low, high = evenness.due(round_, off[:, None])
        ends = [(int(lo), int(hi)) for lo, hi in zip(low[:, 0], high[:, 0], strict=True)]
        first = [int(there[0]) * int(size) % step for size in round_.low]
        return _lattice(first, step, ends, int(there.sum()))

    def explain(self, problem: Problem, plan: Plan) -> tuple[str, ...]:
        """The range of the means in each round."""
        sentences = []
        for r in problem.rounds_of(self.wish):
            n_groups = problem.rounds[r].n_groups
            amounts = np.stack([np.where(self.is_known, self.numbers, 0), self.is_known], axis=1)
            sums = in_groups(amounts, n_groups, plan[r])
            held = np.flatnonzero(sums[:, 1])
            if len(held) < 2:
                continue
            if self.of != "mean":
                sentences.append(self._in_words(problem, plan, r))
            if self.of == "sum":
                continue
            means = sums[held, 0] / (sums[held, 1] * self.units_in_one)
            low, high = held[means.argmin()], held[means.argmax()]
            text = f"means from {means.min():.2f} ({where(problem, r, low)}) to {means.max():.2f} ({where(problem, r, high)})"
            sentences.append(text)
        return tuple(sentences)

    def _in_words(self, problem: Problem, plan: Plan, r: int) -> str:
        """Sums, or how far apart numbers are, of the groups that differ the most."""
        round_ = problem.rounds[r]
        found = []
        for g in range(round_.n_groups):
            here = self.numbers[(plan[r] == g) & self.is_known]
            size = here.sum() if self.of == "sum" else np.ptp(here) if len(here) else 0
            found.append(int(size) / self.units_in_one)
        low, high = int(np.argmin(found)), int(np.argmax(found))
        what = "sums" if self.of == "sum" else "from lowest to highest"
        ends = f"{found[low]:g} ({where(problem, r, low)}) to {found[high]:g} ({where(problem, r, high)})"
        return f"{what} {ends}" if self.of == "sum" else f"{what}: {ends}"


def _centred(numbers: Ints, known: NDArray[np.bool_]) -> Ints:
    """Deviations from the mean of those known, times how many they are; 0 for the others."""
    count, total = int(known.sum()), int(numbers[known].sum())
    off = np.where(known, count * numbers - total, 0)
    off //= max(1, gcd(*map(int, off)))
    return _coarse(off)


def _coarse(numbers: Ints, largest: int = _LARGEST) -> Ints:
    """Rounded so that none is much above the largest."""
    coarse = int(np.abs(numbers).max(initial=0)) // largest + 1
    return numbers if coarse == 1 else (numbers + coarse // 2) // coarse


def _lattice(first: list[int], step: int, ends: list[tuple[int, int]], total: int) -> int:
    """Least sum of (x - lo)(x - hi) with x = first + step * k and a given sum of all x."""
    middle = [
        base + (lo + hi - 2 * base) // (2 * step) * step
        for base, (lo, hi) in zip(first, ends, strict=True)
    ]
    # what is missing is shared alike, for all costs bend alike: to one step more or fewer each
    shared = (total - sum(middle)) // step // len(middle) - 1
    starts = [x + shared * step for x in middle]

    def price(g: int, x: int) -> int:
        return (x - ends[g][0]) * (x - ends[g][1])

    def marginal(g: int, k: int) -> int:
        x = starts[g] + step * k
        return price(g, x) - price(g, x - step)

    missing = (total - sum(starts)) // step
    extra, _ = parts.fill(missing, [3] * len(starts), marginal)
    return sum(price(g, x) for g, x in enumerate(starts)) + extra


def read(asked: Asked) -> Balance:
    """From `balance: experience`, with `of: range` or `of: sum` where the mean is not all."""
    numbers, is_known, unit = asked.numbers(asked.text)
    of = asked.criterion.of or "mean"
    title = f"balance {asked.text}" if of == "mean" else f"balance {of} of {asked.text}"
    return Balance(asked.wish(title), numbers, is_known, unit, of)
