"""The heat bath on pairs of groups: every swap between two groups is weighed, one is drawn.

In each chain the groups are paired at random; as pairs share no group, their swaps do not touch
each other and are made at once. A swap of x in a with y in b gains

    (G[a, x] - G[b, x]) + (G[b, y] - G[a, y]) + 2 C[x, y]

with C the costs of pairs and G[g, i] what person i costs among the members of group g. Numbers of
people of a kind change only if one of the two is of the kind, which is a product as well.
"""

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups.chains import Chains, Floor
from ogpworkshop.groups.chance import FINENESS, REACH, UNIT, Chance, boltzmann

Ints = NDArray[np.int64]
_NEVER = -(1 << 60)


class Bath:
    """One round of all chains while swaps are made in it.

    Groups of all chains are numbered through: group g of chain k is k * n_groups + g. Arrays of a
    step have the axes `[side, chain, pair, chair]`, side 0 for the first groups of the pairs.
    """

    def __init__(self, chains: Chains, round_: int) -> None:
        self.floor: Floor = chains.floors[round_]
        self.costs = chains.costs
        self.companies = chains.companies(round_)
        self.pairs = chains.open(round_)
        self.n_chains, self.n_groups, self.chairs = chains.seats[round_].shape
        self.n = self.pairs.shape[1]
        self.half = self.n_groups // 2
        rows = np.arange(self.n_chains)
        self.first = (rows * self.n_groups)[:, None, None]
        self.matrix = rows if len(self.pairs) > 1 else 0 * rows
        self.block = (self.matrix * self.n)[:, None, None]
        self.seats = chains.seats[round_].reshape(-1, self.chairs)
        gains = self.pairs[self.matrix[:, None, None], chains.seats[round_]].sum(axis=2)
        if self.floor.places is not None:
            gains += self.floor.places
        visits = chains.places(round_)
        if visits is not None:
            gains += visits
        self.gains: Ints = gains.reshape(-1, self.n)
        self.numbers = self.floor.members[:, self.seats].sum(axis=2)

    def steps(self, number: int, scale: float, chance: Chance) -> None:
        """Pair the groups and draw a swap or none for each pair, so many times over.

        Args:
            number: of steps.
            scale: 1 / temperature.
            chance: where the draws come from.
        """
        sides = self._sides(chance.orders(number * self.n_chains, self.n_groups))
        units = chance.units(number, self.n_chains, self.half)
        for groups, unit in zip(sides, units, strict=True):
            people = self.seats.take(groups, axis=0)
            gain = self._gain(groups, people)
            self._swap(groups, gain, draw(gain, scale, unit))

    def spread(self, chance: Chance) -> float:
        """The mean size of a swap's gain or loss."""
        groups = self._sides(chance.orders(self.n_chains, self.n_groups))[0]
        gain = np.abs(self._gain(groups, self.seats.take(groups, axis=0)))
        real = gain[gain < 1 << 48]
        return float(int(real.sum()) // max(1, real.size))

    def _sides(self, orders: Ints) -> Ints:
        """Groups paired, `[step, side, chain, pair]`."""
        orders = orders[:, : 2 * self.half].reshape(-1, self.n_chains, 2, self.half)
        return np.ascontiguousarray((orders + self.first).swapaxes(1, 2))

    def _gain(self, groups: Ints, people: Ints) -> Ints:
        """Of each swap, `[chain, pair, chair, chair]`."""
        flat = self.gains.reshape(-1)
        start = (groups * self.n)[..., None]
        alone = flat.take(start + people)
        alone -= flat.take(start[::-1] + people)
        cross = (people[0] + self.block) * self.n
        gain: Ints = self.pairs.reshape(-1).take(cross[..., None] + people[1][:, :, None, :])
        gain += gain
        if len(self.numbers):
            self._count(gain, alone, groups, people)
        gain += alone[0][..., None]
        gain += alone[1][:, :, None, :]
        for company, left in self.companies:
            gain += company.gains(people, left)
        if self.floor.movable is not None:
            free = self.floor.movable.take(people)
            gain[~(free[0][..., None] & free[1][:, :, None, :])] = _NEVER
        return gain

    def _count(self, gain: Ints, alone: Ints, groups: Ints, people: Ints) -> None:
        """Add what changes in numbers of people of a kind, `[kind, side, …]`."""
        members = self.floor.members.take(people, axis=1)
        now = self.numbers.take(groups, axis=1) + self.floor.price_at[:, groups % self.n_groups]
        more, less = self.floor.more.take(now), self.floor.less.take(now)
        alone -= (members * (less + more[:, ::-1])[..., None]).sum(axis=0)
        both = (more + less).sum(axis=1)[..., None]
        gain += np.moveaxis(both * members[:, 0], 0, -1) @ np.moveaxis(members[:, 1], 0, -2)

    def _swap(self, groups: Ints, gain: Ints, chosen: Ints) -> None:
        """Make the swaps drawn; -1 stands for none."""
        at = np.flatnonzero(chosen >= 0)
        if not len(at):
            return
        k = at // self.half
        place = chosen.reshape(-1).take(at)
        i, j = np.divmod(place, self.chairs)
        a, b = groups.reshape(2, -1).take(at, axis=1)
        seats = self.seats.reshape(-1)
        i += a * self.chairs
        j += b * self.chairs
        x, y = seats.take(i), seats.take(j)
        seats[i], seats[j] = y, x
        matrix = self.matrix.take(k)
        change = self.pairs[matrix, y]
        change -= self.pairs[matrix, x]
        self.gains[a] += change
        self.gains[b] -= change
        if len(self.numbers):
            difference = self.floor.members.take(y, axis=1) - self.floor.members.take(x, axis=1)
            self.numbers[:, a] += difference
            self.numbers[:, b] -= difference
        won = gain.reshape(-1).take(at * self.chairs**2 + place)
        np.subtract.at(self.costs, k, won)


def draw(gain: Ints, scale: float | NDArray[np.float64], unit: NDArray[np.float64]) -> Ints:
    """One swap per pair of groups, with weight exp(gain / temperature); staying has weight 1.

    Args:
        gain: `[chain, pair, chair, chair]`.
        scale: 1 / temperature, of all or `[chain, 1, 1]`.
        unit: a random number from 0 to 1 for each pair.

    Returns:
        The swap's position among the pair's, -1 for none.
    """
    level = np.multiply(gain.reshape(*unit.shape, -1), scale * FINENESS)
    np.maximum(level, -REACH, out=level)
    np.minimum(level, REACH, out=level)
    level += REACH + 0.5
    summed = boltzmann().take(level.astype(np.int64)).cumsum(axis=2)
    drawn = ((summed[..., -1] + UNIT) * unit).astype(np.int64) - UNIT
    np.minimum(drawn, summed[..., -1] - 1, out=drawn)
    chosen: Ints = (summed <= drawn[..., None]).argmin(axis=2)
    chosen[drawn < 0] = -1
    return chosen
