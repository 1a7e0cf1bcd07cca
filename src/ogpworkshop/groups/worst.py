"""The group that is worst off by a criterion: a good mean can hide a bad group."""

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups import evenness
from ogpworkshop.groups.criteria.balance import Balance
from ogpworkshop.groups.criteria.language import Language
from ogpworkshop.groups.criteria.need import Need
from ogpworkshop.groups.criteria.never_alone import NeverAlone
from ogpworkshop.groups.criteria.place import PlaceAt
from ogpworkshop.groups.criteria.prefer import Prefer
from ogpworkshop.groups.criteria.spread import Spread
from ogpworkshop.groups.criteria.zones import Zones
from ogpworkshop.groups.kinds import in_groups
from ogpworkshop.groups.problem import Criterion, Plan, Problem, Round

Ints = NDArray[np.int64]


def worst_group(problem: Problem, plan: Plan, criterion: Criterion) -> str:
    """The group that is worst off by a criterion, beside the mean of all groups; "" if none is."""
    found = [
        (int(costs[g]), r, g)
        for r in problem.rounds_of(criterion.wish)
        if (costs := _by_group(problem, plan, criterion, r)) is not None
        for g in range(len(costs))
    ]
    total = sum(cost for cost, _, _ in found)
    if not total or len(found) < 2:
        return ""
    cost, r, g = max(found, key=lambda each: (each[0], -each[1], -each[2]))
    name = f"{problem.rounds[r].groups[g]} of {problem.rounds[r].name}"
    if not criterion.unit:
        return f"{name} is farthest from the mean"
    return f"{name} has {cost}, a group {total / len(found):.2f} on the average"


def _by_group(problem: Problem, plan: Plan, criterion: Criterion, r: int) -> Ints | None:
    """What each group of a round costs; None where that is not a matter of single groups."""
    round_ = problem.rounds[r]
    k = problem.rounds_of(criterion.wish).index(r)
    costs: Ints | None = None
    match criterion:
        case Spread():
            costs = _uneven(round_, plan[r], criterion.kinds.members, criterion.share)
        case Balance():
            costs = _uneven(round_, plan[r], criterion.amounts(round_), criterion.share)
        case Need():
            numbers = criterion.numbers(problem, plan, r)
            costs = np.array([criterion.price(int(number)) for number in numbers])
        case NeverAlone():
            costs = (criterion.kinds.in_groups(round_, plan[r]) == 1).sum(axis=1)
        case Prefer():
            costs = of_places(plan[r], criterion.ranks[k])
        case Language():
            costs = of_places(plan[r], criterion.foreign(k))
        case PlaceAt():
            costs = of_places(plan[r], criterion.wrong(k))
        case Zones():
            here = [np.flatnonzero(plan[r] == g) for g in range(round_.n_groups)]
            beyond = criterion.beyond
            costs = np.array([int(beyond[np.ix_(each, each)].sum()) // 2 for each in here])
        case _:
            pass
    return costs


def _uneven(round_: Round, groups: Ints, amounts: Ints, share: evenness.Share) -> Ints:
    low, high = share(round_, amounts)
    sums = in_groups(amounts, round_.n_groups, groups)
    uneven: Ints = ((sums - low) * (sums - high)).sum(axis=1)
    return uneven


def of_places(groups: Ints, costs: Ints) -> Ints:
    """Costs `[person, group]` of the places that people have, added up in each group."""
    there = np.flatnonzero(groups >= 0)
    sums = np.zeros(costs.shape[1], dtype=np.int64)
    np.add.at(sums, groups[there], costs[there, groups[there]])
    return sums
