"""Links between people that groups cut: a circle of 60 who name each other fits in no group of 11.

Parting a tree into pieces of a limited size cuts at least the links that the method of Kundu and
Misra cuts (A linear tree partitioning algorithm, SIAM Journal on Computing 6, 1977): of whoever
has too many people hanging on, the largest pieces are taken off. That is done from the ends
inwards, as far as a circle has ends. What is left, with all that still hangs on it, goes into so
many pieces as its people fill, which cut one link fewer than they are.
"""

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


def cuts(names: Ints, size: int) -> tuple[int, int]:
    """Fewest names that are cut when groups have `size` people at the most.

    Args:
        names: `names[i, j]`, 1 where i names j.
        size: of the largest group, at least 1.

    Returns:
        How many names, and how many people the largest circle has, linked by names whichever way.
    """
    links = names + names.T
    np.fill_diagonal(links, 0)
    once, largest = _cut(links > 0, size)
    return once + _cut(links > 1, size)[0], largest


def _cut(links: NDArray[np.bool_], size: int) -> tuple[int, int]:
    near = {i: set(np.flatnonzero(links[i]).tolist()) for i in range(len(links))}
    circles = _circles(near)
    hanging: dict[int, list[int]] = defaultdict(list)
    number = 0
    ends = [i for i, others in near.items() if len(others) == 1]
    while ends:
        i = ends.pop()
        if near[i]:
            taken, held = _held(hanging.pop(i, []), size)
            (other,) = near.pop(i)
            near[other].remove(i)
            hanging[other].append(held)
            number += taken
            if len(near[other]) == 1:
                ends.append(other)
    for circle in circles:
        filled = 0
        for i in circle & near.keys():
            taken, held = _held(hanging[i], size)
            number, filled = number + taken, filled + held
        number += -(-filled // size) - 1
    return number, max(map(len, circles), default=0)


def _held(pieces: list[int], size: int) -> tuple[int, int]:
    """How many pieces somebody must be parted from, and how many people are left together."""
    kept = sorted(pieces)
    while 1 + sum(kept) > size:
        kept.pop()
    return len(pieces) - len(kept), 1 + sum(kept)


def _circles(near: dict[int, set[int]]) -> list[set[int]]:
    """People linked with each other, directly or not."""
    circles, seen = [], set[int]()
    for first in near:
        if first not in seen:
            circle, waiting = {first}, [first]
            while waiting:
                new = near[waiting.pop()] - circle
                circle |= new
                waiting.extend(new)
            seen |= circle
            circles.append(circle)
    return circles
