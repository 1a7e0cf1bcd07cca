"""How many repeat meetings cannot be avoided: bounds from counting and from pigeonholes.

A *coincidence* is a pair and two rounds in which it meets: a pair that meets three times has
three. A *repeat* is a meeting beyond a pair's first: the same pair has two. Plans that break a
`must` are not spoken of: people who must be together meet again, people who must be apart never.
"""

from itertools import combinations

import numpy as np

from ogpworkshop.groups import parts
from ogpworkshop.groups.kinds import plural
from ogpworkshop.groups.musts import Held, Ints, held
from ogpworkshop.groups.problem import Problem, Round


def between(problem: Problem, a: int, b: int, bound: Held) -> int:
    """Fewest pairs that meet in both of two rounds.

    A group of s people that goes on into G groups leaves at least the pairs of s parted into G.
    With people who take part in one of the rounds only, the fewest that stay are shared out over
    the groups of the first so that they form the fewest pairs. People who are together in both
    rounds go as one: their own pairs, and the pairs that so many fewer still form.
    """
    first, second = problem.rounds[a], problem.rounds[b]
    both = first.present & second.present
    number = int(both.sum())
    sets = np.unique(
        np.stack([bound.units[a][both], bound.units[b][both]]), axis=1, return_counts=True
    )[1]
    within = sum(parts.choose2(int(size)) for size in sets)
    ways = ((first, second), (second, first))
    least = max(_onwards(*way, number) for way in ways)
    if not within:
        return least
    return max(least, within + max(_onwards(*way, len(sets)) for way in ways))


def _onwards(first: Round, second: Round, both: int) -> int:
    caps = [int(cap) for cap in second.high]
    sizes = [int(size) for size in first.sizes]
    if both == sum(sizes):
        found: dict[int, int] = {}
        for size in set(sizes):
            found[size] = parts.fewest_pairs(size, caps)
        return sum(found[size] for size in sizes)
    tops = [int(cap) for cap in first.high]
    steps = [parts.fewest_pairs(size, caps) for size in range(max(tops, default=0) + 1)]
    return parts.fill(both, tops, lambda _, k: steps[k] - steps[k - 1])[0]


def incidences(problem: Problem) -> int:
    """Pairs that share a group, added up over all rounds: the fewest there can be."""
    return sum(parts.choose2(int(size)) for each in problem.rounds for size in each.sizes)


def _by_person(problem: Problem, bound: Held, price: Ints) -> int:
    """Fewest coincidences or repeats that everybody has with others, added up, by their number.

    Args:
        problem: what is asked.
        bound: how often pairs meet at the least and at the most.
        price: what a pair's first, second … meeting costs, not falling.
    """
    levels = range(problem.n_rounds)
    room = np.stack([((bound.least <= k) & (bound.most > k)).sum(axis=1) for k in levels], axis=1)
    forced = bound.least.sum(axis=1)
    low, high = 0 * forced, 0 * forced
    for each in problem.rounds:
        low += each.present * max(0, int(each.low.min()) - 1)
        high += each.present * (int(each.high.max()) - 1)
    total = np.insert(np.cumsum(price), 0, 0)
    cost = int(total[bound.least].sum())
    taken, upper = np.maximum(low - forced, 0), np.maximum(high - forced, 0)
    left = 2 * incidences(problem) - int(forced.sum()) - int(taken.sum())
    ends = room.cumsum(axis=1)
    for k in levels:  # first what everybody meets at the least, then the cheapest of the rest
        begin = ends[:, k] - room[:, k]
        cost += int(price[k]) * int(np.clip(taken - begin, 0, room[:, k]).sum())
    for k in levels:
        begin = ends[:, k] - room[:, k]
        more = np.clip(np.minimum(upper, ends[:, k]) - np.maximum(taken, begin), 0, None)
        number = max(0, min(left, int(more.sum())))
        cost, left = cost + int(price[k]) * number, left - number
    return -(-cost // 2)


def coincidences(problem: Problem) -> tuple[int, str]:
    """Fewest coincidences, and why: summed pigeonholes, or convexity over all pairs."""
    if problem.is_large:
        least = _among_many(problem)[0]
        return least, _pigeonhole(problem) if least else ""
    bound = held(problem)
    pairs = list(combinations(range(problem.n_rounds), 2))
    pigeonhole = sum(between(problem, a, b, bound) for a, b in pairs)
    convex = _by_person(problem, bound, np.arange(problem.n_rounds))
    core = _of_constant(problem)
    least = max(pigeonhole, convex, core)
    if pigeonhole == least:
        why = _pigeonhole(problem) if least > bound.coincidences else ""
    elif convex == least:
        why = _by_count(problem, bound)
    else:
        why = "those who take part most have met each other before it is over"
    return least, _forced(least, bound.coincidences, why)


def _among_many(problem: Problem) -> tuple[int, int]:
    """Fewest coincidences and repeats of thousands of people, by counting alone."""
    there = np.stack([each.present for each in problem.rounds])
    patterns, numbers = np.unique(there, axis=1, return_counts=True)
    shared = (patterns.T[:, None, :] & patterns.T[None, :, :]).any(axis=2)
    ordered = int((shared * numbers[:, None] * numbers[None, :]).sum())
    pairs = (ordered - int(numbers[patterns.any(axis=0)].sum())) // 2
    met, again, onward = incidences(problem), 0, 0
    for b, second in enumerate(problem.rounds):
        meet = [0]
        for first in problem.rounds[:b]:
            both = int((first.present & second.present).sum())
            meet.append(max(_onwards(first, second, both), _onwards(second, first, both)))
        again, onward = again + sum(meet), onward + max(meet)
    again = max(again, parts.even(met, pairs))
    return again, max(met - pairs, onward, -(-2 * again // problem.n_rounds))


def _of_constant(problem: Problem) -> int:
    """Coincidences among people who take part in most rounds, however they are parted."""
    often = sum((each.present.astype(np.int64) for each in problem.rounds), 0)
    best = 0
    for rounds in range(2, problem.n_rounds + 1):
        core = np.asarray(often >= rounds)
        met = sum(
            parts.fewest_pairs(int((core & each.present).sum()), [int(cap) for cap in each.high])
            for each in problem.rounds
        )
        best = max(best, parts.even(met, parts.choose2(int(core.sum()))))
    return best


def _pigeonhole(problem: Problem) -> str:
    for a, b in combinations(problem.rounds, 2):
        size = int(max(a.sizes))
        if size > b.n_groups:
            return f"a group of {size} goes on into {b.n_groups} groups: some of it must meet again"
    return "people who have met must meet again between rounds"


def _by_count(problem: Problem, bound: Held) -> str:
    met, pairs = incidences(problem), int((bound.most > 0).sum()) // 2
    if met > pairs:
        return f"{problem.n_rounds} rounds make {met} meetings, there are only {pairs} pairs"
    return "some people take part in more meetings than there are others to meet"


def _forced(least: int, forced: int, why: str) -> str:
    """Repeats that were asked for are named apart from those that numbers force."""
    if not forced:
        return why if least else ""
    repeats = plural(forced, "repeat meeting")
    own = f"{repeats} {'is' if forced == 1 else 'are'} your own `together`"
    return f"{own}; {why}" if why and least > forced else own


def repeats(problem: Problem) -> tuple[int, str]:
    """Fewest repeats, and why: by count, by pigeonhole from round to round, from coincidences."""
    if problem.is_large:
        least = _among_many(problem)[1]
        return least, _pigeonhole(problem) if least else ""
    bound, n_rounds = held(problem), problem.n_rounds
    count = _by_person(problem, bound, np.minimum(np.arange(n_rounds), 1))
    onward = sum(max(between(problem, a, b, bound) for a in range(b)) for b in range(1, n_rounds))
    shared = -(-2 * coincidences(problem)[0] // max(1, n_rounds))
    least = max(count, onward, shared)
    why = _by_count(problem, bound) if count == least else _pigeonhole(problem)
    return least, _forced(least, bound.repeats, why if least > bound.repeats else "")
