"""Earlier workshops: who has met whom before, from the plans that were kept."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.errors import OgpError
from ogpworkshop.groups.asked import plain
from ogpworkshop.groups.criteria.meet import Meet
from ogpworkshop.groups.problem import LARGE
from ogpworkshop.groups.rounds import Layout
from ogpworkshop.model.plan import GroupPlan
from ogpworkshop.model.roster import Participant

Ints = NDArray[np.int64]


def met_before(people: Sequence[Participant], plans: Sequence[GroupPlan]) -> tuple[Ints, Ints]:
    """How often each two people shared a group in earlier plans, and when last, `[person, person]`.

    A session that kept the groups of another counts once with it; rows of people who do not come
    this time say nothing. Of meetings whose day is known the last alone counts: whose was the
    longest ago is to meet again first.

    Returns:
        Meetings, and the ordinal of the day of the last one, 0 where it is not known.
    """
    number = _numbers(people)
    met = np.zeros((len(people), len(people)), dtype=np.int64)
    last = np.zeros_like(met)
    for plan in plans:
        groups: dict[tuple[int, int, date | None], set[int]] = {}
        for row in plan.placements:
            i = number.get(row.participant, number.get(plain(row.participant), -1))
            if i >= 0:
                groups.setdefault((row.round, row.group, row.day), set()).add(i)
        for (_, _, day), members in groups.items():
            here = np.ix_(sorted(members), sorted(members))
            if day is None:
                met[here] += 1
            else:
                last[here] = np.maximum(last[here], day.toordinal())
    met += last > 0
    np.fill_diagonal(met, 0)
    np.fill_diagonal(last, 0)
    return met, last


def _numbers(people: Sequence[Participant]) -> dict[str, int]:
    """People by their ids, and by their names where nobody else is called so."""
    names = Counter(plain(each.name) for each in people)
    numbers = {plain(p.name): i for i, p in enumerate(people) if names[plain(p.name)] == 1}
    return numbers | {each.id: i for i, each in enumerate(people)}


def with_history(layout: Layout, plans: Sequence[GroupPlan]) -> Layout:
    """The same, with earlier meetings counted by every `meet` criterion.

    Raises:
        OgpError: there are too many people, nobody who comes was in those groups, or nothing is
            asked that they count for.
    """
    if not plans:
        return layout
    if layout.problem.is_large:
        message = f"Earlier meetings are counted for {LARGE} people at the most"
        raise OgpError(message, "Leave out --history, or divide the roster.")
    if not any(isinstance(each, Meet) for each in layout.problem.criteria):
        message = (
            "Earlier meetings count for meet: new or most, and neither is asked of all sessions"
        )
        raise OgpError(message, "Add {meet: new} to the criteria, or leave out --history.")
    met, last = met_before(layout.people, plans)
    if not met.any() and any(plan.placements for plan in plans):
        known = _numbers(layout.people)
        rows = (row.participant for plan in plans for row in plan.placements)
        if not any(each in known or plain(each) in known for each in rows):
            message = "Nobody who comes was in the earlier groups"
            raise OgpError(message, "Are their ids, or names, those of the roster?")
    criteria = tuple(
        replace(each, before=met, last=last) if isinstance(each, Meet) else each
        for each in layout.problem.criteria
    )
    return replace(layout, problem=replace(layout.problem, criteria=criteria))
