"""Which people have to leave their groups: what every plan in which all holds has to do to the old."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups.cover import Demand
from ogpworkshop.groups.criteria.apart import Apart
from ogpworkshop.groups.criteria.gather import Gather
from ogpworkshop.groups.criteria.together import Together
from ogpworkshop.groups.layers import possible
from ogpworkshop.groups.problem import Plan, Problem

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


def demands(problem: Problem, old: Plan, waiting: Bools) -> Iterator[Demand]:
    """Of whom so many have to go: too many of a kind in a group, or too few in others.

    Newcomers make up for people who are lacking, and those who are moved anyway may go.

    Args:
        problem: what is asked.
        old: the plan before, -1 for people without a group.
        waiting: `waiting[round, person]` of those who need a group, and are moved anyway.
    """
    forced = np.logical_or.reduce(waiting)
    for people, number in (*_counted(problem, old, waiting), *_paired(problem, old)):
        left = number - int((people & forced).sum())
        if left > 0:
            movable = np.flatnonzero(people & ~forced)
            yield Demand(sum(1 << int(i) for i in movable), left)


def _counted(problem: Problem, old: Plan, waiting: Bools) -> Iterator[tuple[Bools, int]]:
    for count in possible(problem).counts:
        groups = np.where(count.members, old[count.round], -1)
        numbers = np.bincount(groups[groups >= 0], minlength=len(count.price))
        low, high = _range(count.price)
        for g in np.flatnonzero(numbers > high):
            yield groups == g, int(numbers[g] - high[g])
        free = int((count.members & waiting[count.round]).sum())
        lacking = int(np.maximum(low - numbers, 0).sum()) - free
        yield (numbers > low)[groups] & (groups >= 0), lacking


def _paired(problem: Problem, old: Plan) -> Iterator[tuple[Bools, int]]:
    """One of two who share a group and must not, or are parted and must not be."""
    for criterion in problem.criteria:
        if not (criterion.wish.is_must and isinstance(criterion, Apart | Gather | Together)):
            continue
        if criterion.bound(problem).cost:
            continue
        alike = np.triu(criterion.kinds.same() > 0, 1)
        for r in problem.rounds_of(criterion.wish):
            groups = old[r]
            share = groups[:, None] == groups[None, :]
            wrong = share if isinstance(criterion, Apart) else ~share
            there = (groups >= 0)[:, None] & (groups >= 0)[None, :]
            for pair in np.argwhere(alike & wrong & there):
                yield np.isin(np.arange(len(groups)), pair), 1


def _range(price: Ints) -> tuple[Ints, Ints]:
    """The numbers that cost nothing, from and to, for each group."""
    is_free = price == price.min(axis=1, keepdims=True)
    return is_free.argmax(axis=1), price.shape[1] - 1 - is_free[:, ::-1].argmax(axis=1)
