"""Chance that is the same on every machine and with every NumPy.

Only the raw stream of PCG64 is used, which NumPy promises not to change, and the exponentials of
annealing are integers from a table computed in decimal arithmetic, so that no rounding of a
processor or a library can decide differently.
"""

from decimal import Decimal
from functools import cache

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

FINENESS = 16
"""Entries of the table per unit of exponent."""
REACH = 14 * FINENESS
UNIT = 1 << 20
"""Weight of a change that neither costs nor gains."""


@cache
def boltzmann() -> Ints:
    """exp(k / 16) in 2**-20, for k from -224 (position 0, weight 0) to 224."""
    exact = [(Decimal(k) / FINENESS).exp() * UNIT for k in range(-REACH, REACH + 1)]
    table = np.array([int(each.to_integral_value()) for each in exact], dtype=np.int64)
    table[0] = 0
    return table


class Chance:
    """A stream of random numbers from a seed."""

    def __init__(self, *seed: int) -> None:
        self._bits = np.random.PCG64(np.random.SeedSequence([abs(part) for part in seed]))

    def units(self, *shape: int) -> NDArray[np.float64]:
        """Multiples of 2**-53 from 0 up to but not including 1."""
        raw = self._bits.random_raw(int(np.prod(shape)))
        fractions = (raw >> np.uint64(11)).astype(np.float64) * 2.0**-53
        return fractions.reshape(shape)

    def orders(self, rows: int, length: int) -> Ints:
        """Random orders of 0 … length-1, one per row."""
        raw = self._bits.random_raw(rows * length).reshape(rows, length)
        return np.argsort(raw, axis=1, kind="stable").astype(np.int64)
