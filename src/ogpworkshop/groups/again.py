"""How many repeat meetings cannot be avoided: bounds from counting and from pigeonholes.

A *coincidence* is a pair and two rounds in which it meets: a pair that meets three times has
three. A *repeat* is a meeting beyond a pair's first: the same pair has two.
"""

from itertools import combinations

import numpy as np

from ogpworkshop.groups import parts
from ogpworkshop.groups.problem import Problem, Round


def between(first: Round, second: Round) -> int:
    """Fewest pairs that meet in both rounds.

    A group of s people that goes on into G groups leaves at least the pairs of s parted into G.
    With people who take part in one of the rounds only, the fewest that stay are shared out over
    the groups of the first so that they form the fewest pairs.
    """
    return max(_onwards(first, second), _onwards(second, first))


def _onwards(first: Round, second: Round) -> int:
    both = int((first.present & second.present).sum())
    caps = [int(cap) for cap in second.high]
    sizes = [int(size) for size in first.sizes]
    if both == sum(sizes):
        found: dict[int, int] = {}
        for size in set(sizes):
            found[size] = parts.fewest_pairs(size, caps)
        return sum(found[size] for size in sizes)
    steps = [parts.fewest_pairs(size, caps) for size in range(max(sizes, default=0) + 1)]
    return parts.fill(both, sizes, lambda _, k: steps[k] - steps[k - 1])[0]


def incidences(problem: Problem) -> int:
    """Pairs that share a group, added up over all rounds: the fewest there can be."""
    return sum(parts.choose2(int(size)) for each in problem.rounds for size in each.sizes)


def acquaintances(problem: Problem) -> int:
    """Pairs that take part in at least one round together."""
    there = np.stack([each.present for each in problem.rounds])
    patterns, numbers = np.unique(there, axis=1, return_counts=True)
    shared = (patterns.T[:, None, :] & patterns.T[None, :, :]).any(axis=2)
    ordered = int((shared * numbers[:, None] * numbers[None, :]).sum())
    return (ordered - int(numbers[patterns.any(axis=0)].sum())) // 2


def coincidences(problem: Problem) -> tuple[int, str]:
    """Fewest coincidences, and why: summed pigeonholes, or convexity over all pairs."""
    pigeonhole = sum(between(a, b) for a, b in combinations(problem.rounds, 2))
    met, pairs = incidences(problem), acquaintances(problem)
    convex = parts.even(met, pairs)
    core = _of_everpresent(problem)
    if pigeonhole >= max(convex, core):
        return pigeonhole, _pigeonhole(problem) if pigeonhole else ""
    if convex >= core:
        return (
            convex,
            f"{problem.n_rounds} rounds make {met} meetings, there are only {pairs} pairs",
        )
    return core, "those who take part in every round have met each other before it is over"


def _of_everpresent(problem: Problem) -> int:
    """Coincidences among people who take part in all rounds, however they are parted."""
    there = np.logical_and.reduce([each.present for each in problem.rounds])
    number = int(there.sum())
    met = sum(
        parts.fewest_pairs(number, [int(cap) for cap in each.high]) for each in problem.rounds
    )
    return parts.even(met, parts.choose2(number))


def _pigeonhole(problem: Problem) -> str:
    for a, b in combinations(problem.rounds, 2):
        size = int(max(a.sizes))
        if size > b.n_groups:
            return f"a group of {size} goes on into {b.n_groups} groups: some of it must meet again"
    return "people who have met must meet again between rounds"


def repeats(problem: Problem) -> tuple[int, str]:
    """Fewest repeats, and why: by count, by pigeonhole from round to round, from coincidences."""
    held = problem.rounds
    met, pairs = incidences(problem), acquaintances(problem)
    count = max(0, met - pairs)
    onward = 0
    for b in range(1, len(held)):
        onward += max(between(held[a], held[b]) for a in range(b))
    least, _ = coincidences(problem)
    shared = -(-2 * least // max(1, len(held)))
    if count >= max(onward, shared):
        why = f"{len(held)} rounds make {met} meetings, there are only {pairs} pairs"
        return count, why if count else ""
    return max(onward, shared), _pigeonhole(problem)
