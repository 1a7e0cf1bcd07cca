"""Links between people that groups cut: a circle of 60 who name each other fits in no group of 11.

Parting a tree into pieces of a limited size cuts at least the links that the method of Kundu and
Misra cuts (A linear tree partitioning algorithm, SIAM Journal on Computing 6, 1977): of whoever
has too many people below, the largest pieces are taken off. Whatever links are left over form
trees again; as no link belongs to two of them, the cuts add up.
"""

from collections import deque
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
_MOST_FORESTS = 8
"""More would take long where hundreds of people name hundreds."""


def cuts(names: Ints, size: int) -> tuple[int, int]:
    """Fewest names that are cut when groups have `size` people at the most.

    Args:
        names: `names[i, j]`, 1 where i names j.
        size: of the largest group, at least 1.

    Returns:
        How many names, and how many people the largest circle has, linked by names whichever way.
    """
    links, total, largest = names + names.T, 0, 0
    for _ in repeat(None, _MOST_FORESTS):
        if not links.any():
            break
        found = 0
        for tree in _forest(links):
            largest = max(largest, len(tree))
            found += _pieces(tree, size)
            for person, parent in tree[1:]:
                links[person, parent] -= 1
                links[parent, person] -= 1
        total += found
        if not found:
            break
    return total, largest


def _forest(links: Ints) -> list[list[tuple[int, int]]]:
    """Trees that span all circles: each a list of people with their parents, the root first.

    Broad ones, which need more cuts: from whoever has the most links, nearest people first.
    """
    is_open: NDArray[np.bool_] = links.any(axis=1)
    trees = []
    for root in np.argsort(-links.sum(axis=1), kind="stable").tolist():
        if not is_open[root]:
            continue
        is_open[root] = False
        tree, waiting = [(root, -1)], deque([root])
        while waiting:
            parent = waiting.popleft()
            near = np.flatnonzero((links[parent] > 0) & is_open).tolist()
            is_open[near] = False
            tree.extend((person, parent) for person in near)
            waiting.extend(near)
        trees.append(tree)
    return trees


def _pieces(tree: list[tuple[int, int]], size: int) -> int:
    """Fewest links of a tree that are cut by pieces of a limited size."""
    below: dict[int, list[int]] = {person: [] for person, _ in tree}
    number = 0
    for person, parent in reversed(tree):
        hanging = sorted(below.pop(person))
        while 1 + sum(hanging) > size:
            hanging.pop()
            number += 1
        if parent >= 0:
            below[parent].append(1 + sum(hanging))
    return number
