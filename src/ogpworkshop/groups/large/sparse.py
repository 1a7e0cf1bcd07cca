"""What criteria ask, kept as sums of amounts instead of costs of pairs."""

from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups.tables import Tables

Ints = NDArray[np.int64]


class Sums(NamedTuple):
    """In one round, a group with the sum x of a column pays weight * (x * x - middle * x).

    Attributes:
        amounts: `[person, column]`.
        middle: `[group, column]`, None for zeros.
        weight: of the cost.
    """

    amounts: Ints
    middle: Ints | None
    weight: int


@dataclass(eq=False)
class SparseTables(Tables):
    """Tables for thousands of people.

    Attributes:
        sums: of each round.
    """

    sums: dict[int, list[Sums]] = field(default_factory=dict)

    def add_products(self, rounds: tuple[int, ...], amounts: Ints, weight: int) -> None:
        """A product for every pair is half the square of the sum, without the people's own."""
        for r in rounds:
            # weights are multiples of 16, see `meet.FINE`
            self.sums.setdefault(r, []).append(Sums(amounts, None, weight // 2))

    def add_sums(
        self, rounds: tuple[int, ...], amounts: Ints, middles: dict[int, Ints], weight: int
    ) -> None:
        """Kept as they come."""
        for r in rounds:
            self.sums.setdefault(r, []).append(Sums(amounts, middles.get(r), weight))
