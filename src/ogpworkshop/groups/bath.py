"""The heat bath on pairs of groups: every swap between two groups is weighed, one is drawn.

In each chain the groups are paired at random; as pairs share no group, their swaps do not touch
each other and are made at once. A swap of x in a with y in b gains

    (G[a, x] - G[b, x]) + (G[b, y] - G[a, y]) + 2 C[x, y]

with C the costs of pairs and G[g, i] what person i costs among the members of group g.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups.chains import Chains, Floor
from ogpworkshop.groups.chance import FINENESS, REACH, UNIT, Chance, boltzmann

Ints = NDArray[np.int64]
_NEVER = -(1 << 60)


class Pairing(NamedTuple):
    """Groups paired in each chain, and who sits in them.

    Attributes:
        a: first groups, `[chain, pair]`.
        b: second groups.
        x: members of the first, `[chain, pair, chair]`.
        y: members of the second.
    """

    a: Ints
    b: Ints
    x: Ints
    y: Ints


class Bath:
    """One round of all chains while swaps are made in it."""

    def __init__(self, chains: Chains, round_: int) -> None:
        self.floor: Floor = chains.floors[round_]
        self.seats = chains.seats[round_]
        self.costs = chains.costs
        self.pairs = chains.open(round_)
        self.n_chains, self.n_groups, self.chairs = self.seats.shape
        self.n = self.pairs.shape[1]
        self.row = np.arange(self.n_chains)[:, None]
        each = self.row if len(self.pairs) > 1 else 0 * self.row
        self.base = each * self.n
        self.gains = self.pairs[each[:, :, None], self.seats].sum(axis=2)
        if self.floor.places is not None:
            self.gains += self.floor.places
        if self.floor.members is not None:
            self.numbers = self.floor.members[:, self.seats].sum(axis=3)

    def step(self, scale: float, chance: Chance) -> int:
        """Pair the groups, draw a swap or none for each pair; how many swaps were made.

        Args:
            scale: 1 / temperature.
            chance: where the draws come from.
        """
        pairing = self._pair(chance)
        gain = self._gain(pairing)
        chosen, moved = draw(gain, scale, chance)
        k, p = np.nonzero(moved)
        if len(k):
            i, j = np.divmod(chosen[k, p], self.chairs)
            self._swap(k, pairing.a[k, p], pairing.b[k, p], i, j)
            flat = gain.reshape(*moved.shape, -1)
            gained = np.take_along_axis(flat, chosen[..., None], 2)[..., 0]
            self.costs -= np.where(moved, gained, 0).sum(axis=1)
        return len(k)

    def spread(self, chance: Chance) -> float:
        """The mean size of a swap's gain or loss."""
        gain = np.abs(self._gain(self._pair(chance)))
        real = gain[gain < -_NEVER]
        return float(int(real.sum()) // max(1, real.size))

    def _pair(self, chance: Chance) -> Pairing:
        half = self.n_groups // 2
        order = chance.orders(self.n_chains, self.n_groups)
        a, b = order[:, :half], order[:, half : 2 * half]
        return Pairing(a, b, self.seats[self.row, a], self.seats[self.row, b])

    def _gain(self, pairing: Pairing) -> Ints:
        """Of each swap, `[chain, pair of groups, chair, chair]`."""
        a, b, x, y = pairing
        flat = self.gains.reshape(-1)
        at_a = ((self.row * self.n_groups + a) * self.n)[..., None]
        at_b = ((self.row * self.n_groups + b) * self.n)[..., None]
        u = flat.take(at_a + x) - flat.take(at_b + x)
        v = flat.take(at_b + y) - flat.take(at_a + y)
        cross = ((self.base[..., None] + x) * self.n)[..., None] + y[:, :, None, :]
        gain: Ints = self.pairs.reshape(-1).take(cross)
        gain += gain
        if self.floor.members is not None:
            self._count(gain, u, v, pairing)
        gain += u[..., None]
        gain += v[:, :, None, :]
        if self.floor.movable is not None:
            gain[~self._allowed(pairing)] = _NEVER
        return gain

    def _count(self, gain: Ints, u: Ints, v: Ints, pairing: Pairing) -> None:
        """Add what changes in numbers of people of a kind: in a swap, only if one of two is of it."""
        a, b, x, y = pairing
        members, price = self.floor.members, self.floor.price
        if members is None:
            return
        for k, is_member in enumerate(members):
            in_x, in_y = is_member[x], is_member[y]
            now_a, now_b = self.numbers[k][self.row, a], self.numbers[k][self.row, b]
            more_a = price[k, a, now_a + 2] - price[k, a, now_a + 1]
            less_a = price[k, a, now_a] - price[k, a, now_a + 1]
            more_b = price[k, b, now_b + 2] - price[k, b, now_b + 1]
            less_b = price[k, b, now_b] - price[k, b, now_b + 1]
            u -= in_x * (less_a + more_b)[..., None]
            v -= in_y * (more_a + less_b)[..., None]
            both = (more_a + less_a + more_b + less_b)[..., None, None]
            gain += both * in_x[..., None] * in_y[:, :, None, :]

    def _allowed(self, pairing: Pairing) -> NDArray[np.bool_]:
        """Neither is pinned; a chair left empty leaves enough people in the group."""
        a, b, x, y = pairing
        movable = self.floor.movable
        if movable is None:
            return np.ones((*a.shape, self.chairs, self.chairs), dtype=np.bool_)
        allowed = movable[x][..., None] & movable[y][:, :, None, :]
        if self.floor.has_spare:
            empty_x, empty_y = x == self.n - 1, y == self.n - 1
            size_a, size_b = (~empty_x).sum(axis=2), (~empty_y).sum(axis=2)
            gives_a = (size_a > self.floor.low[a]) & (size_b < self.floor.high[b])
            gives_b = (size_b > self.floor.low[b]) & (size_a < self.floor.high[a])
            allowed &= ~empty_x[..., None] | (~empty_y[:, :, None, :] & gives_b[..., None, None])
            allowed &= ~empty_y[:, :, None, :] | (~empty_x[..., None] & gives_a[..., None, None])
        return allowed

    def _swap(self, k: Ints, a: Ints, b: Ints, i: Ints, j: Ints) -> None:
        x, y = self.seats[k, a, i], self.seats[k, b, j]
        self.seats[k, a, i], self.seats[k, b, j] = y, x
        each = k if len(self.pairs) > 1 else 0 * k
        change = self.pairs[each, y] - self.pairs[each, x]
        self.gains[k, a] += change
        self.gains[k, b] -= change
        if self.floor.members is not None:
            difference = self.floor.members[:, y] - self.floor.members[:, x]
            self.numbers[:, k, a] += difference
            self.numbers[:, k, b] -= difference


def draw(gain: Ints, scale: float, chance: Chance) -> tuple[Ints, NDArray[np.bool_]]:
    """One swap per pair of groups, with weight exp(gain / temperature); staying has weight 1.

    Returns:
        The swap's position among the pair's, and whether it is made.
    """
    n_chains, n_pairs, chairs, _ = gain.shape
    level = np.multiply(gain, scale * FINENESS)
    np.clip(level, -REACH, REACH, out=level)
    weights = boltzmann().take((level + (REACH + 0.5)).astype(np.int64))
    rows = weights.sum(axis=3).cumsum(axis=2)
    total = rows[..., -1] + UNIT
    drawn = (total * chance.units(n_chains, n_pairs)).astype(np.int64) - UNIT
    moved = drawn >= 0
    i = np.minimum((rows <= drawn[..., None]).sum(axis=2), chairs - 1)
    index = i[..., None]
    before = np.take_along_axis(rows, np.maximum(index - 1, 0), 2)[..., 0] * (i > 0)
    row = np.take_along_axis(weights, index[..., None], 2)[:, :, 0].cumsum(axis=2)
    j = np.minimum((row <= (drawn - before)[..., None]).sum(axis=2), chairs - 1)
    return i * chairs + j, moved
