"""Maximally diverse groups: the sum of distances within groups is to be as large as can be.

Two ways to change a division are tried in haste, single moves (`drift`) and swaps (`paired`); the
one that gets further is cooled with all the time there is.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ogpworkshop.groups.chance import Chance
from ogpworkshop.groups.drift import Drift
from ogpworkshop.groups.paired import Paired
from ogpworkshop.groups.stop import Steps, Stop

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
_CLEARLY = 0.007
"""Part of what is gained over a division by lot, by which swaps must lead: moves go on gaining."""
_EVERY = 30
"""Turns between two looks at a division that is almost cold, as it is better at times."""
_SHORTEST = 2000
"""Steps of the first cooling where nobody knows the end; each is twice as long as the one before."""


class Diverse(NamedTuple):
    """People divided into groups.

    Attributes:
        groups: the group of each person.
        diversity: sum of the distances of all pairs that share a group.
        steps: that the search made.
    """

    groups: Ints
    diversity: float
    steps: int


def diverse(
    distances: ArrayLike, sizes: Sequence[int], seed: int = 0, stop: Stop | None = None
) -> Diverse:
    """Divide people into groups of given sizes so that groups are as diverse as can be.

    The same distances, sizes, seed and number of steps give the same groups on any machine.

        >>> import numpy as np
        >>> heights = np.array([150, 152, 170, 171, 190, 195])
        >>> found = diverse(abs(heights[:, None] - heights), [2, 2, 2], seed=1)
        >>> float(found.diversity)
        84.0

    Args:
        distances: `[person, person]`, symmetric; the diagonal does not count.
        sizes: of each group; they add up to the number of people.
        seed: of all chance.
        stop: when to end; after 50,000 steps if left out. A step changes up to one person of each
            group, or of each pair of groups in several divisions.

    Raises:
        ValueError: distances are not symmetric numbers, or sizes do not add up.
    """
    exact = np.array(distances, dtype=np.float64)
    _refuse(exact, sizes)
    np.fill_diagonal(exact, 0)
    stop = stop or Steps(50_000)
    if len(sizes) < 2 or len(exact) < 2 or not exact.any():
        groups = np.repeat(np.arange(len(sizes)), sizes).astype(np.int64)
        return Diverse(groups, diversity_of(exact, groups), 0)
    numbers, chance = np.array(sizes, dtype=np.int64), Chance(seed)
    run, other = (_Run(way(exact, numbers, chance), exact) for way in (Drift, Paired))
    by_lot = exact.sum() / (len(exact) * (len(exact) - 1)) * (numbers * (numbers - 1)).sum() / 2
    if other.diversity - run.diversity > _CLEARLY * (run.diversity - by_lot):
        run = other
    run.cool(stop)
    return Diverse(run.groups, run.diversity, run.way.steps)


def diversity_of(distances: Floats, groups: Ints) -> float:
    """Sum of the distances of all pairs that share a group."""
    total = 0.0
    for g in np.unique(groups):
        here = np.flatnonzero(groups == g)
        total += float(distances[np.ix_(here, here)].sum()) / 2
    return total


def _refuse(distances: Floats, sizes: Sequence[int]) -> None:
    if distances.ndim != 2 or distances.shape[0] != distances.shape[1]:
        raise ValueError(f"distances are a square matrix, not of the shape {distances.shape}")
    if not np.isfinite(distances).all():
        raise ValueError("a distance is missing or infinite")
    if not np.allclose(distances, distances.T):
        raise ValueError("the distance of two people differs by who comes first")
    if min(sizes, default=0) < 0 or sum(sizes) != len(distances):
        raise ValueError(f"sizes add up to {sum(sizes)}, there are {len(distances)} people")


class _Way(Protocol):
    """Divisions under change.

    Attributes:
        steps: made so far.
        ripe: part of a cooling after which divisions are looked at on the way.
    """

    steps: int
    ripe: float

    def pilot(self) -> tuple[float, float]:
        """Temperatures where cooling begins and ends, found by cooling in haste."""
        ...

    def turn(self, temperature: float) -> None:
        """Some steps at one temperature."""
        ...

    def coolings(self, steps: int) -> int:
        """Into how many coolings so many steps are best divided."""
        ...

    def divisions(self) -> list[Ints]:
        """The group of each person, in groups of the right sizes."""
        ...


class _Run:
    """One way to change a division, with the best division so far: at first that of its pilot."""

    def __init__(self, way: _Way, distances: Floats) -> None:
        self.way, self.distances = way, distances
        self.hot, self.cold = way.pilot()
        self.diversity = -np.inf
        self.groups: Ints
        self._keep()

    def cool(self, stop: Stop) -> None:
        """Cool again and again, so that the last cooling ends with the stop."""
        cooling, ratio = 0, Decimal(self.cold / self.hot)
        for turn, place in enumerate(self._places(stop)):
            part = place - int(place)
            if int(place) > cooling or (part >= self.way.ripe and turn % _EVERY == 0):
                self._keep()
                cooling = int(place)
            self.way.turn(self.hot * float(ratio ** Decimal(part)))
        self._keep()

    def _keep(self) -> None:
        for groups in self.way.divisions():
            diversity = diversity_of(self.distances, groups)
            if diversity > self.diversity:
                self.groups, self.diversity = groups, diversity

    def _places(self, stop: Stop) -> Iterator[float]:
        """How many coolings are done, with the part of the one under way, until the stop."""
        first, number = self.way.steps, 0
        while not stop.is_reached(done := self.way.steps - first):
            left = stop.left(done)
            if left is None:
                yield _doubling(done)
            elif not done:
                yield 0.0
            else:
                number = number or self.way.coolings(done + left)
                yield number * done / (done + left)


def _doubling(done: int) -> float:
    """As `places`, where each cooling is twice as long as the one before."""
    cooling, length = 0, _SHORTEST
    while done >= length:
        cooling, done, length = cooling + 1, done - length, 2 * length
    return cooling + done / length
