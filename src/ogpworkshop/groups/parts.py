"""The arithmetic of bounds: how few pairs remain when people are parted into groups.

All of it is water-filling: a sum of convex costs under a fixed total is least when every next
unit goes where it costs least at the margin.
"""

import heapq
from collections.abc import Callable, Iterable, Sequence


def choose2(number: int) -> int:
    """How many pairs so many people form."""
    return number * (number - 1) // 2


def fill(total: int, caps: Sequence[int], marginal: Callable[[int, int], int]) -> tuple[int, int]:
    """Least cost of sharing out `total` units over bins.

    Args:
        total: units to place.
        caps: the most units of each bin.
        marginal: `marginal(bin, k)`, the cost of a bin's k-th unit (from 1), not falling in k.

    Returns:
        The cost, and the units that found no place.
    """
    heap = [(marginal(b, 1), b, 1) for b, cap in enumerate(caps) if cap > 0]
    heapq.heapify(heap)
    cost = 0
    while total and heap:
        price, b, k = heapq.heappop(heap)
        cost, total = cost + price, total - 1
        if k < caps[b]:
            heapq.heappush(heap, (marginal(b, k + 1), b, k + 1))
    return cost, total


def fewest_pairs(total: int, caps: Sequence[int]) -> int:
    """Fewest pairs within groups when `total` people are parted into groups of limited size."""
    n_groups = sum(cap > 0 for cap in caps)
    if n_groups and -(-total // n_groups) <= min(cap for cap in caps if cap > 0):
        quotient, rest = divmod(total, n_groups)
        return rest * choose2(quotient + 1) + (n_groups - rest) * choose2(quotient)
    return fill(total, caps, lambda _, k: k - 1)[0]


def most_pairs(number: int, caps: Iterable[int]) -> int:
    """Most pairs of `number` alike people within groups of limited size: the largest filled first."""
    pairs = 0
    for cap in sorted(caps, reverse=True):
        taken = min(cap, number)
        pairs, number = pairs + choose2(taken), number - taken
    return pairs


def fullest(cap: int, numbers: Sequence[int]) -> int:
    """Most alike pairs in one group: whole values, the largest first, majorise any other filling."""
    pairs = 0
    for number in sorted(numbers, reverse=True):
        taken = min(number, cap)
        pairs, cap = pairs + choose2(taken), cap - taken
    return pairs


def even(total: int, slots: int) -> int:
    """Least sum of choose2 over `slots` numbers that add up to `total`."""
    if slots <= 0:
        return 0
    quotient, rest = divmod(total, slots)
    return rest * choose2(quotient + 1) + (slots - rest) * choose2(quotient)
