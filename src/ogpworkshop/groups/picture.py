"""What a report shows of groups: scores on one scale, who is in each group, who meets whom.

Values that only few may see stay out, and with them every sentence that could tell of them.
"""

import re
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups import evenness, tables
from ogpworkshop.groups.criteria.balance import Balance
from ogpworkshop.groups.criteria.need import Need
from ogpworkshop.groups.criteria.never_alone import NeverAlone
from ogpworkshop.groups.criteria.prefer import Prefer
from ogpworkshop.groups.criteria.spread import Spread
from ogpworkshop.groups.earlier import with_history
from ogpworkshop.groups.kinds import Kinds, in_groups, plural
from ogpworkshop.groups.placed import Placed
from ogpworkshop.groups.problem import LARGE, Criterion, Plan, Problem
from ogpworkshop.groups.roles import role_scores
from ogpworkshop.groups.rounds import Layout, usable
from ogpworkshop.groups.score import Report, Score, score
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.plan import GroupPlan
from ogpworkshop.model.quality import Composition, Measure, Met, Quality
from ogpworkshop.model.roster import AUDIENCES, Roster

_MOST_VALUES = 7
"""Values that are told apart in a figure; those of fewer people are one more, together."""
_MOST_MET = 1200
"""People up to whom it is shown who meets whom."""

Ints = NDArray[np.int64]


def picture(
    agenda: Agenda, roster: Roster, plan: GroupPlan, *, history: Sequence[GroupPlan] = ()
) -> Quality:
    """Everything that a report on these groups shows.

    Args:
        agenda: with the breakouts and what is asked of them.
        roster: who comes.
        plan: the groups.
        history: plans of earlier workshops, as for `assign`.

    Raises:
        OgpError: there are no breakouts or no people, or a criterion cannot be understood.
    """
    layout = with_history(usable(agenda, roster, in_need=len(roster.coming) <= LARGE), history)
    placed = Placed(layout, plan)
    faults = (*plan.faults, *placed.faults, *placed.incomplete(agenda))
    report = score(layout.problem, placed.plan, faults=faults)
    hidden = _Hidden(agenda, roster)
    criteria = layout.problem.criteria
    measures = [
        _measure(each, _worst(layout.problem, placed.plan, criterion), hidden)
        for each, criterion in zip(report.scores, criteria, strict=True)
    ]
    measures += [_measure(each, "", hidden) for each in role_scores(layout, plan)]
    shown = [
        each
        for each, measure in zip(criteria, measures, strict=False)
        if not measure.is_hidden and not hidden.column(_column(each))
    ]
    return Quality(
        _verdict(report),
        report.is_sound,
        report.part,
        tuple(measures),
        tuple(_compositions(layout.problem, placed.plan, shown)),
        _met(layout, placed.plan, report),
        tuple(fault.message for fault in faults),
    )


class _Hidden:
    """Columns that are sensitive: for few eyes, and not for a report that is handed on."""

    def __init__(self, agenda: Agenda, roster: Roster) -> None:
        own = agenda.written.roster.columns
        named = {name: own[name].audience for name in own if own[name].audience}
        self.columns = [
            name
            for name in dict.fromkeys((*roster.columns, *AUDIENCES))
            if (named.get(name) or AUDIENCES.get(name, "public")) == "sensitive"
        ]

    def column(self, name: str) -> bool:
        """Whether a column is one of them."""
        return name in self.columns

    def within(self, title: str) -> bool:
        """Whether the title of a criterion speaks of one of them."""
        return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", title) for name in self.columns)


def _verdict(report: Report) -> str:
    """A sentence on the whole plan."""
    if report.faults:
        return f"These groups are not complete: {report.faults[0].message}"
    if report.unmet:
        return f"“{report.unmet[0].title}” must hold and does not"
    if report.is_optimal:
        return "No groups are better: optimal by every criterion (proven)"
    proven = sum(each.is_optimal for each in report.scores)
    musts = "Everything that must hold does. " if any(s.is_must for s in report.scores) else ""
    return f"{musts}By {proven} of {len(report.scores)} criteria no groups are better (proven)"


def _measure(each: Score, worst: str, hidden: _Hidden) -> Measure:
    is_hidden = hidden.within(each.title)
    return Measure(
        title=each.title,
        rounds=each.rounds,
        weight=each.weight,
        is_must=each.is_must,
        amount=each.amount,
        verdict=each.verdict,
        is_optimal=each.is_optimal,
        is_met=each.is_met,
        part=each.part,
        worst="" if is_hidden else worst,
        why="" if is_hidden else each.why,
        sentences=() if is_hidden else each.sentences,
        is_hidden=is_hidden,
    )


def _column(criterion: Criterion) -> str:
    """The column that a criterion is about, "" if it is about none."""
    kinds = getattr(criterion, "kinds", None)
    return kinds.column if isinstance(kinds, Kinds) else criterion.wish.title.partition(" ")[2]


def _worst(problem: Problem, plan: Plan, criterion: Criterion) -> str:
    """The group that is worst off by a criterion, beside the mean of all groups."""
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
    match criterion:
        case Spread():
            amounts = criterion.kinds.members
        case Balance():
            amounts = criterion.deviations(round_)[:, None]
        case Need():
            numbers = criterion.numbers(problem, plan, r)
            return np.array([criterion.price(int(number)) for number in numbers])
        case NeverAlone():
            alone: Ints = (criterion.kinds.in_groups(round_, plan[r]) == 1).sum(axis=1)
            return alone
        case Prefer():
            ranks = criterion.ranks[problem.rounds_of(criterion.wish).index(r)]
            there = np.flatnonzero(plan[r] >= 0)
            missed = np.zeros(round_.n_groups, dtype=np.int64)
            np.add.at(missed, plan[r, there], ranks[there, plan[r, there]])
            return missed
        case _:
            return None
    low, high = evenness.due(round_, amounts)
    sums = in_groups(amounts, round_.n_groups, plan[r])
    uneven: Ints = ((sums - low) * (sums - high)).sum(axis=1)
    return uneven


def _compositions(
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
    round_ = problem.rounds[r]
    groups = tuple(str(g + 1) for g in range(round_.n_groups))
    title = criterion.wish.title.partition(" ")[2]
    kinds = getattr(criterion, "kinds", None)
    if isinstance(criterion, Prefer):
        names, numbers = _wishes(problem, plan, criterion, r)
    elif isinstance(criterion, Need):
        names, counted = (criterion.kind, "others"), criterion.numbers(problem, plan, r)
        sizes = np.bincount(plan[r][plan[r] >= 0], minlength=round_.n_groups)
        numbers = np.column_stack([counted, sizes - counted])
    elif isinstance(criterion, Balance):
        amounts = np.stack(
            [np.where(criterion.is_known, criterion.numbers, 0), criterion.is_known], axis=1
        )
        sums = in_groups(amounts, round_.n_groups, plan[r])
        means = sums[:, 0] / np.maximum(1, sums[:, 1]) / criterion.units_in_one
        return Composition(
            title, round_.name, groups, ("mean",), tuple((float(m),) for m in means), "mean"
        )
    elif isinstance(kinds, Kinds) and kinds.column:
        title = kinds.column
        names, numbers = _values(kinds, kinds.in_groups(round_, plan[r]))
    else:
        return None
    rows = tuple(tuple(map(float, row)) for row in numbers.tolist())
    return Composition(title, round_.name, groups, names, rows)


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


def _values(kinds: Kinds, numbers: Ints) -> tuple[tuple[str, ...], Ints]:
    """The values that most people have, and all others together."""
    order = np.argsort(-numbers.sum(axis=0), kind="stable")
    order = order[numbers.sum(axis=0)[order] > 0]
    if len(order) <= _MOST_VALUES + 1:
        return tuple(kinds.names[v] for v in order), numbers[:, order]
    first, rest = order[:_MOST_VALUES], order[_MOST_VALUES:]
    others = numbers[:, rest].sum(axis=1)[:, None]
    names = (*(kinds.names[v] for v in first), f"{plural(len(rest), 'other value')}")
    return names, np.hstack([numbers[:, first], others])


def _met(layout: Layout, plan: Plan, report: Report) -> Met:
    """People in the order of the first round's groups, and how often each two of them meet."""
    first = plan[0]
    order = sorted(range(len(first)), key=lambda i: (first[i] < 0, first[i], i))
    counted, pairs = report.meetings, np.zeros((0, 3), dtype=np.int64)
    if len(order) <= _MOST_MET:
        met = np.triu(tables.meetings(plan)[np.ix_(order, order)])
        pairs = np.column_stack([*met.nonzero(), met[met > 0]])
    groups = layout.problem.rounds
    blocks = np.bincount(first[first >= 0], minlength=groups[0].n_groups)
    return Met(
        people=tuple(layout.problem.people[i] for i in order),
        blocks=tuple(blocks.tolist()),
        pairs=tuple((i, j, times) for i, j, times in pairs.tolist()),
        numbers=tuple(counted.numbers),
        repeats=counted.repeats,
        least=counted.least_repeats,
        seats=tuple(tuple(str(g + 1) if g >= 0 else "" for g in plan[:, i]) for i in order),
        others=tuple(counted.contacts[i] for i in order),
        rounds=tuple(each.name for each in groups),
    )
