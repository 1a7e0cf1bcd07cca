"""Sums that are to lie at each group's due share: the arithmetic of `spread` and `balance`.

With lo and hi the floor and the ceiling of the due share, a sum x costs (x - lo)(x - hi): nothing
at lo and hi, and ever more outside. Being quadratic it is a matter of pairs and places alone.
"""

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups.kinds import in_groups
from ogpworkshop.groups.problem import Plan, Problem, Round
from ogpworkshop.groups.tables import Tables

Ints = NDArray[np.int64]


def due(round_: Round, amounts: Ints) -> tuple[Ints, Ints]:
    """Floor and ceiling `[group, column]` of what every group should have of each column."""
    totals = amounts[round_.present].sum(axis=0)
    part, whole = round_.shares
    product = part[:, None] * totals[None, :]
    return product // whole, -(-product // whole)


def cost(problem: Problem, plan: Plan, rounds: tuple[int, ...], amounts: Ints) -> int:
    """Sum of (x - lo)(x - hi) over rounds, groups and columns of `amounts[person, column]`."""
    total = 0
    for r in rounds:
        low, high = due(problem.rounds[r], amounts)
        sums = in_groups(amounts, problem.rounds[r].n_groups, plan[r])
        total += int(((sums - low) * (sums - high)).sum())
    return total


def contribute(
    problem: Problem, tables: Tables, rounds: tuple[int, ...], amounts: Ints, weight: int
) -> None:
    """Add `weight` times the same cost to the tables."""
    exact = amounts.astype(np.float64)  # whole numbers below 2**53: the product is exact
    tables.add_pairs(rounds, 2 * weight * (exact @ exact.T).astype(np.int64))
    own = (amounts**2).sum(axis=1)
    for r in rounds:
        round_ = problem.rounds[r]
        low, high = due(round_, amounts)
        tables.constant += weight * int((low * high).sum())
        middle = low + high
        place = own[None, :] - middle @ amounts.T
        if (place == place[0]).all():  # the same in every group, so it is no reason for any
            tables.constant += weight * int(place[0, round_.present].sum())
        else:
            tables.add_places(r, weight * place)
