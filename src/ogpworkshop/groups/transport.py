"""The cheapest way to share people out over groups when each place has its price: exact.

Successive shortest paths on the groups alone: an arc from g to h costs what the cheapest member
of g pays for going to h (Ford and Fulkerson, Flows in Networks, 1962).
"""

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


def cheapest(price: Ints, low: Ints, high: Ints) -> tuple[int, Ints]:
    """The least total price, and a sharing out that has it.

    Args:
        price: `price[person, group]`.
        low: fewest people of each group.
        high: most people of each group.

    Returns:
        The total and each person's group.
    """
    n_people, n_groups = price.shape
    large = int(np.abs(price).sum()) + 1
    groups = np.full(n_people, -1, dtype=np.int64)
    sizes = np.zeros(n_groups, dtype=np.int64)
    never = np.int64(large) * (n_people + 2) * 2
    arcs = np.full((n_groups, n_groups), never)
    for person in range(n_people):
        end = np.where(sizes < low, -large, np.where(sizes < high, 0, never))
        reach, before = _paths(price[person], arcs)
        g = int(np.argmin(reach + end))
        sizes[g] += 1
        changed = {g}
        while before[g] >= 0:
            source = int(before[g])
            members = np.flatnonzero(groups == source)
            mover = members[np.argmin(price[members, g] - price[members, source])]
            groups[mover], g = g, source
            changed.add(g)
        groups[person] = g
        for each in changed:
            members = np.flatnonzero(groups == each)
            arcs[each] = (price[members] - price[members, each][:, None]).min(axis=0)
            arcs[each, each] = never
    return int(price[np.arange(n_people), groups].sum()), groups


def _paths(start: Ints, arcs: Ints) -> tuple[Ints, Ints]:
    """Cheapest ways for a newcomer to make room in each group, and the group before it."""
    reach, before = start.copy(), np.full(len(start), -1, dtype=np.int64)
    for _ in range(len(start)):
        ways = reach[:, None] + arcs
        cheaper = ways.min(axis=0)
        better = cheaper < reach
        if not better.any():
            break
        before[better] = ways.argmin(axis=0)[better]
        reach[better] = cheaper[better]
    return reach, before
