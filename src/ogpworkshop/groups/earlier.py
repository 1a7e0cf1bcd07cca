"""Earlier workshops: who has met whom before, from the plans that were kept."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.errors import OgpError
from ogpworkshop.groups.criteria.meet import Meet
from ogpworkshop.groups.problem import LARGE
from ogpworkshop.groups.rounds import Layout
from ogpworkshop.model.plan import GroupPlan

Ints = NDArray[np.int64]


def met_before(ids: Sequence[str], plans: Sequence[GroupPlan]) -> Ints:
    """How often each two people shared a group in earlier plans, `[person, person]`.

    A session that kept the groups of another counts once with it; rows of people who do not come
    this time say nothing.
    """
    number = {each: i for i, each in enumerate(ids)}
    met = np.zeros((len(ids), len(ids)), dtype=np.int64)
    for plan in plans:
        groups: dict[tuple[int, int], set[int]] = {}
        for row in plan.placements:
            if row.participant in number:
                groups.setdefault((row.round, row.group), set()).add(number[row.participant])
        for members in groups.values():
            here = sorted(members)
            met[np.ix_(here, here)] += 1
    np.fill_diagonal(met, 0)
    return met


def with_history(layout: Layout, plans: Sequence[GroupPlan]) -> Layout:
    """The same, with earlier meetings counted by every `meet` criterion."""
    if not plans:
        return layout
    if layout.problem.is_large:
        message = f"Earlier meetings are counted for {LARGE} people at the most"
        raise OgpError(message, "Leave out --history, or divide the roster.")
    met = met_before([person.id for person in layout.people], plans)
    criteria = tuple(
        replace(each, before=met) if isinstance(each, Meet) else each
        for each in layout.problem.criteria
    )
    return replace(layout, problem=replace(layout.problem, criteria=criteria))
