"""Sums that are to lie at each group's due share: the arithmetic of `spread` and `balance`.

With lo and hi the floor and the ceiling of the due share, a sum x costs (x - lo)(x - hi): nothing
at lo and hi, and ever more outside. Being quadratic it is a matter of pairs and places alone.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups.kinds import in_groups
from ogpworkshop.groups.problem import Plan, Problem, Round
from ogpworkshop.groups.tables import Tables

Ints = NDArray[np.int64]
Share = Callable[[Round, Ints], tuple[Ints, Ints]]
"""Floor and ceiling `[group, column]` of what every group should have."""


def due(round_: Round, amounts: Ints) -> tuple[Ints, Ints]:
    """Floor and ceiling `[group, column]` of what every group should have of each column."""
    totals = amounts[round_.present].sum(axis=0)
    part, whole = round_.shares
    product = part[:, None] * totals[None, :]
    return product // whole, -(-product // whole)


def wanted(round_: Round, totals: Ints, whole: int) -> tuple[Ints, Ints]:
    """Floor and ceiling of every group's part, by its size, of totals that are wished: over `whole`."""
    part, size = round_.shares
    product = part[:, None] * totals[None, :]
    return product // (size * whole), -(-product // (size * whole))


def equal(round_: Round, amounts: Ints) -> tuple[Ints, Ints]:
    """Floor and ceiling of every group's part where all groups, of whatever size, get the same."""
    totals = amounts[round_.present].sum(axis=0)
    low, high = totals // round_.n_groups, -(-totals // round_.n_groups)
    shape = (round_.n_groups, amounts.shape[1])
    return np.broadcast_to(low, shape), np.broadcast_to(high, shape)


def cost(
    problem: Problem, plan: Plan, rounds: tuple[int, ...], amounts: Ints, share: Share = due
) -> int:
    """Sum of (x - lo)(x - hi) over rounds, groups and columns of `amounts[person, column]`."""
    total = 0
    for r in rounds:
        low, high = share(problem.rounds[r], amounts)
        sums = in_groups(amounts, problem.rounds[r].n_groups, plan[r])
        total += int(((sums - low) * (sums - high)).sum())
    return total


def contribute(  # noqa: PLR0913 - what and how
    problem: Problem,
    tables: Tables,
    rounds: tuple[int, ...],
    amounts: Ints,
    weight: int,
    *,
    share: Share = due,
) -> None:
    """Add `weight` times the same cost to the tables."""
    own = (amounts**2).sum(axis=1)
    middles: dict[int, Ints] = {}
    for r in rounds:
        present = problem.rounds[r].present
        low, high = share(problem.rounds[r], amounts)
        tables.constant += weight * int((low * high).sum() + own[present].sum())
        middle = low + high
        if (middle == middle[0]).all():  # no reason for any group
            tables.constant -= weight * int((middle[0] * amounts[present].sum(axis=0)).sum())
        else:
            middles[r] = middle
    tables.add_sums(rounds, amounts, middles, weight)
