"""Divisions by distances, changed by people who move one at a time.

Anybody may move at any time. What keeps groups at their sizes is a price: who joins a group that
is too large pays for it, so that people follow each other in chains and rings (the strategic
oscillation of Gallego, Laguna, Martí and Duarte 2013, cooled as in annealing). A step weighs people
times groups, where swaps are as many as people squared, and makes ten times as many changes in the
same time. Where distances are such that only those who are alike can be swapped, as they are
between places, single moves lead nowhere; see `paired` for that.
"""

from functools import cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups.chance import Chance

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Levels = NDArray[np.float32]
_NOISE = 1 << 16
"""Values of chance, of which each step takes a stretch."""
_PASS = 50
"""Steps at one temperature."""
_LEVELS, _AT_LEVEL = 40, 5
_FALL = 0.85
"""Temperatures of the pilot, passes at each, and what part each is of the one before."""
_HOT = 0.25
"""Part of what is to be gained that is left where cooling begins."""
_COLD = 3
"""The end of cooling is so much colder."""
_PRICE = 1.5
"""Of one person too many, in temperatures, above the distance of two people in a group."""
_LENGTH = 600
"""Steps for each person; where there is time for more, another cooling is worth more."""


@cache
def _noise() -> Levels:
    """Gumbel's distribution: the highest of levels plus noise is one drawn by a heat bath.

    Rounded, so that the last digits of logarithms, in which machines differ, do not count.
    """
    parts = (np.arange(_NOISE) + 0.5) / _NOISE
    rounded: Levels = (np.rint(-64 * np.log(-np.log(parts))) / 64).astype(np.float32)
    return rounded


class Drift:
    """One division under change."""

    ripe = 0.7

    def __init__(self, distances: Floats, sizes: Ints, chance: Chance) -> None:
        self.n, self.n_groups, self.chance = len(distances), len(sizes), chance
        self.sizes, self.most = sizes, int(sizes.max())
        # whole numbers so small that sums over twice a group are exact in 24 bits
        unit = float(np.abs(distances).max()) * 2 * self.most / (1 << 24)
        self.near: Levels = np.rint(distances / unit).astype(np.float32)
        repeats = 1 + 2 * self.n * self.n_groups // _NOISE
        self.noise = np.tile(_noise(), repeats)[chance.orders(1, repeats * _NOISE)[0]]
        self.steps = 0
        groups = np.repeat(np.arange(self.n_groups), sizes)
        self.groups: Ints = groups[chance.orders(1, self.n)[0]].astype(np.int64)
        self.excess = [0] * self.n_groups
        inside = self.groups == np.arange(self.n_groups)[:, None]
        self.gains: Levels = inside.astype(np.float32) @ self.near
        self.level = np.empty_like(self.gains)
        self.own: Ints = self.groups * self.n + np.arange(self.n)
        # rows of both as they are, which costs half of what finding them each time would
        self.of_group, self.of_person = list(self.gains), list(self.near)

    def coolings(self, steps: int) -> int:
        """Into how many coolings so many steps are best divided."""
        return max(1, round(steps / (_LENGTH * self.n)))

    def divisions(self) -> list[Ints]:
        """The group of each person, after all swaps that gain; people stay where they are."""
        held = self.gains.copy(), self.groups.copy(), self.own.copy(), self.excess.copy()
        self._even()
        while self._swapped():
            pass
        found = self.groups.copy()
        self.gains[...], self.groups, self.own, self.excess = held
        return [found]

    def pilot(self) -> tuple[float, float]:
        """Cool in haste: where little is left to gain is hot."""
        temperature = float(self.gains.max() - self.gains.min()) / 4 + 1
        trail = []
        for _ in range(_LEVELS):
            for _ in range(_AT_LEVEL):
                self.turn(temperature)
            trail.append((temperature, self._value()))
            temperature *= _FALL
        lowest, highest = trail[0][1], max(value for _, value in trail)
        least = highest - _HOT * (highest - lowest)
        hot = next(t for t, value in trail if value >= least)
        return hot, hot / _COLD

    def turn(self, temperature: float) -> None:
        """Steps at one temperature."""
        noise = self.noise * np.float32(temperature)
        size = self.gains.size
        usual = self._value() / max(1, int((self.sizes * (self.sizes - 1)).sum()))
        price = np.float32(round(usual + _PRICE * temperature))
        for unit, turn in self.chance.units(_PASS, 2).tolist():
            begin = int(unit * (len(noise) - size))
            self._step(noise[begin : begin + size].reshape(-1, self.n), price, int(turn * self.n))
        self.steps += _PASS

    def _value(self) -> float:
        """Twice the diversity, in whole units."""
        return float(self.gains.take(self.own).sum(dtype=np.float64))

    def _step(self, noise: Levels, price: np.float32, first: int) -> None:
        """Each person draws a group; who would leave or join a group after another stays.

        Args:
            noise: `[group, person]`.
            price: of one person too many in a group.
            first: who is asked first.
        """
        level = np.add(self.gains, noise, out=self.level)
        level -= np.array(self.excess, dtype=np.float32)[:, None] * price
        stays = level.take(self.own)
        stays += price
        movers = (level.max(axis=0) > stays).nonzero()[0]
        drawn = level.take(movers, axis=1).argmax(axis=0).tolist() if len(movers) else []
        left = self.groups.take(movers).tolist()
        is_free = [each < self.most for each in self.excess]
        begin, people = int(movers.searchsorted(first)), movers.tolist()
        for k in chain(range(begin, len(people)), range(begin)):
            a, b = left[k], drawn[k]
            if is_free[a] and is_free[b]:
                is_free[a] = is_free[b] = False
                self._move(people[k], a, b)

    def _move(self, person: int, a: int, b: int) -> None:
        row, left, joined = self.of_person[person], self.of_group[a], self.of_group[b]
        left -= row
        joined += row
        self.groups[person], self.own[person] = b, b * self.n + person
        self.excess[a] -= 1
        self.excess[b] += 1

    def _even(self) -> None:
        """Move people out of groups that are too large, who lose least by it."""
        while max(self.excess) > 0:
            excess = np.array(self.excess)
            people = np.flatnonzero(excess[self.groups] > 0)
            small = np.flatnonzero(excess < 0)
            gain = self.gains[small[:, None], people] - self.gains[self.groups[people], people]
            k, i = divmod(int(gain.argmax()), len(people))
            person = int(people[i])
            self._move(person, int(self.groups[person]), int(small[k]))

    def _swapped(self) -> bool:
        """Swap those who gain most by it, once in each group; whether anybody does."""
        change = self.gains[self.groups]
        change -= change.diagonal().copy()
        gain = change + change.T - 2 * self.near
        gain[self.groups[:, None] == self.groups] = 0
        partner, best = gain.argmax(axis=1).tolist(), gain.max(axis=1)
        is_free = [True] * self.n_groups
        for i in np.argsort(-best, kind="stable")[: int((best > 0).sum())].tolist():
            a, b = int(self.groups[i]), int(self.groups[partner[i]])
            if is_free[a] and is_free[b]:
                is_free[a] = is_free[b] = False
                self._move(i, a, b)
                self._move(partner[i], b, a)
        return bool((best > 0).any())
