"""What groups cost at the least where some pairs of people do not go well together."""

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups import parts
from ogpworkshop.groups.problem import Round

Ints = NDArray[np.int64]


def least(round_: Round, cost: Ints) -> int:
    """A cost of pairs `[person, person]`, symmetric, that no groups of a round undercut."""
    within = cost[np.ix_(round_.people, round_.people)]
    return max(_by_people(round_, within), _by_classes(round_, within))


def _by_people(round_: Round, cost: Ints) -> int:
    """Everybody has as many others in the group as the smallest has, at best the cheapest."""
    others = max(0, int(round_.low[round_.high > 0].min(initial=len(cost))) - 1)
    apart = cost + np.eye(len(cost), dtype=np.int64) * (int(cost.max(initial=0)) + 1)
    cheapest = np.sort(apart, axis=1)[:, : min(others, max(0, len(cost) - 1))]
    return -(-int(cheapest.sum()) // 2)


def _by_classes(round_: Round, cost: Ints) -> int:
    """Where people fall into classes that go well within: pairs that no groups keep in one class."""
    free = cost == 0
    np.fill_diagonal(free, val=True)
    _, classes = np.unique(free, axis=0, return_inverse=True)
    sizes = np.bincount(classes.reshape(-1), minlength=1)
    if int(free.sum()) != int((sizes**2).sum()):  # two classes go well together in part
        return 0
    alike = [int(each) for each in sizes]
    pairs = sum(parts.choose2(int(size)) for size in round_.sizes)  # the fewest: most equal sizes
    caps = [int(cap) for cap in round_.high]
    crossed = pairs - sum(parts.fullest(cap, alike) for cap in caps)
    positive = cost[cost > 0]
    return max(0, crossed) * int(positive.min(initial=1)) if len(positive) else 0
