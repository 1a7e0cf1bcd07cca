"""Divisions by distances, changed by swaps: the heat bath on pairs of groups, as in `groups.bath`.

Several divisions are cooled at once, the worst of them taking over from the best on the way
(population annealing, Hukushima and Iba 2003). Here distances are any numbers, and nothing else is
asked, which leaves six passes over the swaps.
"""

from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups.chance import Chance

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
_FINENESS = 16
"""Entries of the table of weights per unit of exponent."""
_LOW, _HIGH = -14, 7
_UNIT = 1 << 20
"""Weight of staying; the largest weight fits 31 bits."""
_PASS = 20
"""Steps at one temperature."""
_EVERY = 40
"""Passes between two selections of chains."""
_PEOPLE = 2000
"""In all chains together, which are 16 at the most."""
_LEVELS = 40
_FALL = 0.85
"""Temperatures of the pilot, each that part of the one before."""
_HOT, _COLD = 0.3, 0.03
"""Parts of what is to be gained that are left where cooling begins and ends."""
_LAST = 30
"""Passes at no temperature, at the end."""


def _weights() -> NDArray[np.int32]:
    """exp(k / 16) in 2**-20, in decimal arithmetic; nothing below."""
    steps = range(_LOW * _FINENESS, _HIGH * _FINENESS + 1)
    exact = [(Decimal(k) / _FINENESS).exp() * _UNIT for k in steps]
    table = np.array([int(each.to_integral_value()) for each in exact], dtype=np.int32)
    table[0] = 0
    return table


class Paired:
    """Several divisions under change; groups of all of them are numbered through."""

    ripe = 1.0

    def __init__(self, distances: Floats, sizes: Ints, chance: Chance) -> None:
        self.n, self.n_groups = len(distances), len(sizes)
        self.sizes, self.chance = sizes, chance
        self.n_chains = max(1, min(16, _PEOPLE // self.n))
        chairs = int(self.sizes.max())
        # whole numbers so small that sums of four groups' distances are exact in 24 bits
        unit = float(np.abs(distances).max()) * 4 * chairs / (1 << 24)
        self.near: NDArray[np.float32] = np.zeros((self.n + 1, self.n + 1), dtype=np.float32)
        self.near[:-1, :-1] = np.rint(distances / unit)
        self.doubled = 2 * self.near
        self.table = _weights()
        self.first = (np.arange(self.n_chains) * self.n_groups)[:, None]
        self.has_empty = bool((self.sizes < chairs).any())
        self.steps, self.still = 0, 1.0
        shape = (self.n_chains, self.n_groups, chairs)
        self.seats: Ints = np.full(shape, self.n, dtype=np.int64)
        taken = np.broadcast_to(np.arange(chairs) < self.sizes[:, None], shape)
        self.seats[taken] = self.chance.orders(self.n_chains, self.n).reshape(-1)
        self.seats = self.seats.reshape(-1, chairs)
        self.gains: NDArray[np.float32] = self.near[self.seats].sum(axis=1)

    def _values(self) -> Floats:
        """Of each chain, twice its diversity in whole units."""
        own = np.take_along_axis(self.gains, self.seats, axis=1)
        values: Floats = own.astype(np.float64).reshape(self.n_chains, -1).sum(axis=1)
        return values

    def coolings(self, steps: int) -> int:  # noqa: ARG002 - the chains make up for more
        """Into how many coolings so many steps are best divided."""
        return 1

    def divisions(self) -> list[Ints]:
        """The group of each person, in each chain, where no swap gains anything."""
        for _ in range(_LAST):
            self.turn(self.still)
        found = []
        for seats in self.seats.reshape(self.n_chains, self.n_groups, -1):
            groups = np.zeros(self.n + 1, dtype=np.int64)
            groups[seats] = np.arange(self.n_groups)[:, None]
            found.append(groups[:-1])
        return found

    def pilot(self) -> tuple[float, float]:
        """Cool in haste; where little is left to gain is hot, where almost nothing is cold."""
        spread = self.gains[:, :-1].astype(np.float64)
        temperature = float(spread.std()) + 1.0
        trail = []
        for _ in range(_LEVELS):
            for _ in range(2):
                self.turn(temperature)
            trail.append((temperature, float(self._values().mean())))
            temperature *= _FALL
        lowest, highest = trail[0][1], max(value for _, value in trail)
        left = [(t, (highest - value) / max(1.0, highest - lowest)) for t, value in trail]
        hot = next((t for t, part in left if part <= _HOT), temperature)
        cold = min(hot / 2, next((t for t, part in left if part <= _COLD), temperature))
        self.still = cold / 100
        return hot, cold

    def _select(self) -> None:
        """The best quarter of the chains takes the place of the worst."""
        quarter = self.n_chains // 4
        order = np.argsort(-self._values(), kind="stable")
        source, target = order[:quarter], order[::-1][:quarter]
        for array in (self.seats, self.gains):
            held = array.reshape(self.n_chains, self.n_groups, -1)
            held[target] = held[source]

    def turn(self, temperature: float) -> None:
        """Steps at one temperature: pair the groups, draw a swap or none for each pair."""
        scale = np.float32(_FINENESS / temperature)
        cross = (self.doubled * scale).reshape(-1)
        orders = self.chance.orders(_PASS * self.n_chains, self.n_groups)
        orders = orders.reshape(_PASS, self.n_chains, self.n_groups) + self.first
        half = self.n_groups // 2
        units = self.chance.units(_PASS, self.n_chains * half)
        for order, unit in zip(orders, units, strict=True):
            paired = np.stack([order[:, :half], order[:, half : 2 * half]]).reshape(2, -1)
            self._step(paired, unit, scale, cross)
        self.steps += _PASS
        if self.steps % (_EVERY * _PASS) == 0:
            self._select()

    def _step(
        self, groups: Ints, unit: Floats, scale: np.float32, cross: NDArray[np.float32]
    ) -> None:
        people = self.seats.take(groups, axis=0)
        flat = self.gains.reshape(-1)
        start = (groups * (self.n + 1))[..., None]
        alone = flat.take(start[::-1] + people) - flat.take(start + people)
        alone *= scale
        if self.has_empty:
            alone[people == self.n] = -(1 << 24)
        alone[0] += np.float32(0.5 - _LOW * _FINENESS)
        rows = people[0] * (self.n + 1)
        level = alone[0][:, :, None] - cross.take(rows[:, :, None] + people[1][:, None, :])
        level += alone[1][:, None, :]
        weights = self.table.take(level.astype(np.int32), mode="clip")
        pair, i, j = _drawn(weights, unit)
        one, other = groups[:, pair]
        x, y = people[0, pair, i], people[1, pair, j]
        self.seats[one, i], self.seats[other, j] = y, x
        change = self.near[y] - self.near[x]
        self.gains[one] += change
        self.gains[other] -= change


def _drawn(weights: NDArray[np.int32], unit: Floats) -> tuple[Ints, Ints, Ints]:
    """A swap for each pair of groups that does not stay: the pair, and two chairs."""
    rows = weights.sum(axis=2, dtype=np.int64)
    summed = rows.cumsum(axis=1)
    drawn = ((summed[:, -1] + _UNIT) * unit).astype(np.int64) - _UNIT
    pair = np.flatnonzero(drawn >= 0)
    left = drawn[pair]
    i = (summed[pair] <= left[:, None]).sum(axis=1)
    left -= summed[pair, i] - rows[pair, i]
    j = (weights[pair, i].cumsum(axis=1, dtype=np.int64) <= left[:, None]).sum(axis=1)
    return pair, i, j
