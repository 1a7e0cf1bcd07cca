"""What a report shows of groups: scores on one scale, who is in each group, who meets whom.

Values that only few may see stay out, and with them every sentence that could tell of them.
"""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups import tables
from ogpworkshop.groups.composition import compositions
from ogpworkshop.groups.earlier import with_history
from ogpworkshop.groups.kinds import Kinds
from ogpworkshop.groups.placed import Placed
from ogpworkshop.groups.problem import Criterion, Plan
from ogpworkshop.groups.roles import role_scores
from ogpworkshop.groups.rounds import Layout, usable
from ogpworkshop.groups.score import Report, Score, score
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.plan import GroupPlan
from ogpworkshop.model.quality import Measure, Met, Quality
from ogpworkshop.model.roster import AUDIENCES, Roster

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
    layout = with_history(usable(agenda, roster, in_need=True), history)
    placed = Placed(layout, plan)
    faults = tuple(placed.every_fault(agenda))
    report = score(layout.problem, placed.plan, faults=faults)
    hidden = _Hidden(agenda, roster)
    criteria = layout.problem.criteria
    measures = [_measure(each, hidden) for each in (*report.scores, *role_scores(layout, plan))]
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
        tuple(compositions(layout.problem, placed.plan, shown)),
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


def _measure(each: Score, hidden: _Hidden) -> Measure:
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
        worst="" if is_hidden else each.worst,
        why="" if is_hidden else each.why,
        sentences=() if is_hidden else each.sentences,
        is_hidden=is_hidden,
    )


def _column(criterion: Criterion) -> str:
    """The column that a criterion is about, "" if it is about none."""
    kinds = getattr(criterion, "kinds", None)
    return kinds.column if isinstance(kinds, Kinds) else criterion.wish.title.partition(" ")[2]


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
