"""Who is in the groups, by what was asked: the figures of a report."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups.criteria.balance import Balance
from ogpworkshop.groups.criteria.language import Language
from ogpworkshop.groups.criteria.need import Need
from ogpworkshop.groups.criteria.place import PlaceAt
from ogpworkshop.groups.criteria.prefer import Prefer
from ogpworkshop.groups.criteria.rotate import Rotate
from ogpworkshop.groups.criteria.zones import Zones
from ogpworkshop.groups.kinds import Kinds, in_groups, plural
from ogpworkshop.groups.problem import Criterion, Plan, Problem, Round
from ogpworkshop.groups.worst import of_places
from ogpworkshop.model.quality import Composition

_MOST_VALUES = 7
"""Values that are told apart in a figure; those of fewer people are one more, together."""

Ints = NDArray[np.int64]


def compositions(
    problem: Problem, plan: Plan, criteria: Sequence[Criterion]
) -> Iterator[Composition]:
    """A figure for each column and round, once even if several criteria speak of it."""
    seen = set()
    for criterion in criteria:
        for r in problem.rounds_of(criterion.wish):
            made = _composition(problem, plan, criterion, r)
            if made is not None and (made.column, r) not in seen:
                seen.add((made.column, r))
                yield made


def _composition(problem: Problem, plan: Plan, criterion: Criterion, r: int) -> Composition | None:
    round_, groups = problem.rounds[r], plan[r]
    k = problem.rounds_of(criterion.wish).index(r)
    title = criterion.wish.title.partition(" ")[2]
    match criterion:
        case Balance():
            return _means(criterion, round_, groups)
        case Prefer():
            names, numbers = _wishes(problem, plan, criterion, r)
        case Need() | PlaceAt():
            of_kind = in_groups(
                criterion.members[:, None].astype(np.int64), round_.n_groups, groups
            )
            names, numbers = (criterion.kind, "others"), _beside(of_kind[:, 0], round_, groups)
        case Language():
            title = criterion.kinds.column
            foreign = of_places(groups, criterion.foreign(k))
            names = ("do not speak the group's language", "speak it")
            numbers = _beside(foreign, round_, groups)
        case Zones():
            names, numbers = _clocks(criterion, round_, groups)
        case Rotate():
            again = of_places(groups, criterion.visited(problem, plan, r))
            names, numbers = ("were there before", "first visit"), _beside(again, round_, groups)
        case _:
            kinds = getattr(criterion, "kinds", None)
            if not isinstance(kinds, Kinds) or not kinds.column:
                return None
            title = kinds.column
            names, numbers = _values(kinds, kinds.in_groups(round_, groups))
    rows = tuple(tuple(map(float, row)) for row in numbers.tolist())
    return Composition(title, round_.name, _names(round_), names, rows)


def _names(round_: Round) -> tuple[str, ...]:
    return tuple(str(g + 1) for g in range(round_.n_groups))


def _beside(numbers: Ints, round_: Round, groups: Ints) -> Ints:
    """Numbers of people, and the others in their groups."""
    sizes = np.bincount(groups[groups >= 0], minlength=round_.n_groups)
    return np.column_stack([numbers, sizes - numbers])


def _means(criterion: Balance, round_: Round, groups: Ints) -> Composition:
    amounts = np.where(criterion.is_known, criterion.numbers, 0), criterion.is_known
    sums = in_groups(np.stack(amounts, axis=1), round_.n_groups, groups)
    means = sums[:, 0] / np.maximum(1, sums[:, 1]) / criterion.units_in_one
    title = criterion.wish.title.partition(" ")[2]
    rows = tuple((float(mean),) for mean in means)
    return Composition(title, round_.name, _names(round_), ("mean",), rows, "mean")


def _clocks(criterion: Zones, round_: Round, groups: Ints) -> tuple[tuple[str, ...], Ints]:
    """How many in each group live by which clock, from west to east."""
    offsets = np.unique(criterion.offsets[criterion.is_known])
    members = (criterion.offsets[:, None] == offsets) & criterion.is_known[:, None]
    kinds = Kinds("", tuple(map(_clock, offsets.tolist())), members.astype(np.int64))
    return _values(kinds, kinds.in_groups(round_, groups), is_ordered=True)


def _clock(minutes: int) -> str:
    """`UTC+5:45`."""
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours}{f':{rest:02}' if rest else ''}"


def _wishes(
    problem: Problem, plan: Plan, criterion: Prefer, r: int
) -> tuple[tuple[str, ...], Ints]:
    """How many in each group got their first, second, a later wish, or none."""
    ranks = criterion.ranks[problem.rounds_of(criterion.wish).index(r)]
    numbers = np.zeros((problem.rounds[r].n_groups, 5), dtype=np.int64)
    for i in np.flatnonzero(plan[r] >= 0):
        rank, most = int(ranks[i, plan[r, i]]), int(ranks[i].max())
        kind = 4 if not most else 3 if rank == most else min(rank, 2)
        numbers[plan[r, i], kind] += 1
    names = ("first wish", "second wish", "a later wish", "none of their wishes", "no wish")
    shown = [kind for kind in range(len(names)) if numbers[:, kind].any()]
    return tuple(names[kind] for kind in shown), numbers[:, shown]


def _values(
    kinds: Kinds, numbers: Ints, *, is_ordered: bool = False
) -> tuple[tuple[str, ...], Ints]:
    """The values that most people have, and all others together; unless ordered, the most first.

    They are the same in all rounds, so that each has its fill whoever is there.
    """
    people = kinds.members.sum(axis=0)
    order = np.argsort(-people, kind="stable")
    order = order[people[order] > 0]
    n_first = len(order) if len(order) <= _MOST_VALUES + 1 else _MOST_VALUES
    first, rest = order[:n_first], order[n_first:]
    first = np.sort(first) if is_ordered else first
    names, shown = tuple(kinds.names[v] for v in first), numbers[:, first]
    if len(rest):
        names = (*names, plural(len(rest), "other value"))
        shown = np.hstack([shown, numbers[:, rest].sum(axis=1)[:, None]])
    return names, shown
