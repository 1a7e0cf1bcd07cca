"""`must`s that cannot hold, found by counting before any search."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups.criteria.apart import Apart
from ogpworkshop.groups.criteria.gather import Gather
from ogpworkshop.groups.criteria.together import Together
from ogpworkshop.groups.problem import Criterion, Problem
from ogpworkshop.model.agenda import Fault
from ogpworkshop.model.path import Place

Ints = NDArray[np.int64]


def clashes(problem: Problem, places: list[Place]) -> list[Fault]:
    """Musts whose bound is above zero, and people who must be together and apart."""
    faults = []
    for criterion, place in zip(problem.criteria, places, strict=True):
        if criterion.wish.is_must:
            bound = criterion.bound(problem)
            if bound.cost:
                message = f"“{criterion.wish.title}” must hold and cannot: {bound.why}"
                label = "leave out must, and it is met as far as possible"
                faults.append(Fault("criterion-impossible", place, message, label))
    return faults or list(_torn(problem, places))


def _torn(problem: Problem, places: list[Place]) -> Iterator[Fault]:
    """People whom chains of musts bind together into more than a group holds, or also part."""
    musts = [
        (criterion, place)
        for criterion, place in zip(problem.criteria, places, strict=True)
        if criterion.wish.is_must
    ]
    for r, round_ in enumerate(problem.rounds):
        joined = joint(problem, r)
        heads, sizes = np.unique(joined[round_.present], return_counts=True)
        for criterion, place in musts:
            title = criterion.wish.title
            if isinstance(criterion, Gather | Together) and r in problem.rounds_of(criterion.wish):
                crowd = heads[sizes.argmax()]
                if sizes.max() > round_.high.max() and _concerns(criterion, joined == crowd):
                    message = f"“{title}” and other musts bind {sizes.max()} people together in {round_.name}, the largest group takes {int(round_.high.max())}"
                    yield Fault("criterion-impossible", place, message, "more than a group holds")
                    return
            if isinstance(criterion, Apart) and r in problem.rounds_of(criterion.wish):
                torn = (criterion.kinds.same() > 0) & (joined[:, None] == joined[None, :])
                torn &= round_.present[:, None] & round_.present[None, :]
                pairs = np.argwhere(np.triu(torn, 1))
                if len(pairs):
                    i, j = pairs[0]
                    message = f"{problem.people[i]} and {problem.people[j]} must be apart in {round_.name}, and other musts put them together"
                    yield Fault(
                        "criterion-impossible", place, message, "cannot hold beside the others"
                    )
                    return


def _concerns(criterion: Gather | Together, people: NDArray[np.bool_]) -> bool:
    return bool((criterion.kinds.members[people].sum(axis=0) > 1).any())


def joint(problem: Problem, round_: int) -> Ints:
    """For each person, the first person whom musts put into the same group in a round."""
    head = np.arange(problem.n_people)
    for criterion in problem.criteria:
        if _binds(criterion, problem, round_):
            for column in criterion.kinds.members.T:  # type: ignore[attr-defined]
                bound = np.flatnonzero(column & problem.rounds[round_].present)
                if len(bound) > 1:
                    heads = np.unique(head[bound])
                    head[np.isin(head, heads)] = heads.min()
    return head


def _binds(criterion: Criterion, problem: Problem, round_: int) -> bool:
    is_kind = isinstance(criterion, Gather | Together)
    return is_kind and criterion.wish.is_must and round_ in problem.rounds_of(criterion.wish)
