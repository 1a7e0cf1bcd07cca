"""The front door: groups for all breakouts of an agenda, and the check of groups that exist."""

from collections.abc import Callable, Sequence
from typing import Literal

import msgspec
import numpy as np

from ogpworkshop.errors import OgpError
from ogpworkshop.groups.earlier import with_history
from ogpworkshop.groups.parallel import Restarts, restarted
from ogpworkshop.groups.placed import Placed, to_rows
from ogpworkshop.groups.problem import Plan, Problem
from ogpworkshop.groups.roles import role_scores, with_roles
from ogpworkshop.groups.rounds import Layout, as_remedy, lay_out, unread_of, usable
from ogpworkshop.groups.score import Effort, Report, score
from ogpworkshop.groups.search import Improvement, chains_for
from ogpworkshop.groups.stop import Stop
from ogpworkshop.model.agenda import Agenda, Fault
from ogpworkshop.model.plan import GroupPlan
from ogpworkshop.model.roster import Roster

Level = Literal["quick", "normal", "best"]
_WORK = {"quick": 300_000, "normal": 850_000, "best": 15_000_000}
"""Microseconds of a common processor, from which a number of steps is told."""
_ENOUGH = 150
"""More people than this take longer in proportion: in the same time they would hardly be sorted."""
_SWEEPS = {"quick": 200, "normal": 500, "best": 4000}
"""Steps for thousands of people, for each round."""
_RESTARTS = {"quick": 1, "normal": 1, "best": 2}
"""Searches, each with all these steps: four of a quarter of the length found worse plans than one."""
_LEAVE_OUT = "Leave the row out; ogp groups repair mends a whole plan."


def assign(  # noqa: PLR0913 - an organiser's choices, all by name
    agenda: Agenda,
    roster: Roster,
    *,
    seed: int = 0,
    effort: Level = "normal",
    time_limit: float | None = None,
    on_progress: Callable[[Improvement], None] | None = None,
    keep: GroupPlan | None = None,
    history: Sequence[GroupPlan] = (),
    stop: Stop | None = None,
    jobs: int = 1,
    cluster: str | None = None,
) -> tuple[GroupPlan, Report]:
    """Form groups for all breakouts; Ctrl-C ends the search with the best groups so far.

    Args:
        agenda: with the breakouts and what is asked of them.
        roster: who comes.
        seed: the same seed, files and effort give the same plan, byte for byte.
        effort: how long to search, in steps; it ends at once when nothing better can exist.
        time_limit: seconds to end after, if that comes first.
        on_progress: called with every better plan.
        keep: placements that stay as they are; the others are found around them.
        history: plans of earlier workshops; who met there is kept apart by `meet`.
        stop: another reason to end.
        jobs: processes to share the restarts of the best effort; the plan is the same for any.
        cluster: address of a Dask scheduler whose workers share them instead.

    Raises:
        OgpError: there are no breakouts or no people, a criterion cannot be understood, or
            something that must hold cannot; the cluster cannot be reached.
    """
    layout = with_history(usable(agenda, roster), history)
    problem = layout.problem
    if keep is not None:
        problem = _pinned(layout, keep)
    number = _RESTARTS[effort]
    restarts = Restarts(problem, seed, number, steps(problem, effort), time_limit)
    found = restarted(restarts, jobs=jobs, cluster=cluster, stop=stop, on_improvement=on_progress)
    done = Effort(seed, found.steps, found.seconds, found.is_interrupted)
    rows = with_roles(layout, to_rows(layout, found.plan))
    return rows, _with_role_scores(score(problem, found.plan, effort=done), layout, rows)


def check(
    agenda: Agenda, roster: Roster, plan: GroupPlan, history: Sequence[GroupPlan] = ()
) -> Report:
    """Score groups that exist, and say what is wrong with them, row by row.

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
    report = score(layout.problem, placed.plan, faults=tuple(placed.every_fault(agenda)))
    return _with_role_scores(report, layout, plan)


def _with_role_scores(report: Report, layout: Layout, rows: GroupPlan) -> Report:
    return msgspec.structs.replace(report, scores=(*report.scores, *role_scores(layout, rows)))


def faults(agenda: Agenda, roster: Roster) -> tuple[Fault, ...]:
    """What keeps groups from being formed, each at its place in the agenda or the roster.

    What only seems wrong because a part of it could not be read is not among them.
    """
    if not agenda.breakouts or not roster.coming:
        return ()
    unread = [fault.place.path for fault in unread_of(agenda)]
    return tuple(
        fault
        for fault in lay_out(agenda, roster).faults
        if not any(path[: len(fault.place.path)] == fault.place.path for path in unread)
    )


def _pinned(layout: Layout, keep: GroupPlan) -> Problem:
    """The problem with the kept placements fixed."""
    placed = Placed(layout, keep)
    if placed.faults:
        first = placed.faults[0]
        raise OgpError(
            f"The plan to keep does not fit: {first.message}", as_remedy(first.label) or _LEAVE_OUT
        )
    held = layout.problem
    for r, round_ in enumerate(held.rounds):
        groups = placed.plan[r]
        sizes = np.bincount(groups[groups >= 0], minlength=round_.n_groups)
        g = int(np.argmax(sizes - round_.high))
        if sizes[g] > round_.high[g]:
            message = f"The plan to keep has {sizes[g]} people in {round_.groups[g]} of {round_.name}, it takes {round_.high[g]}"
            raise OgpError(message, "Take people out of the group, or leave its rows out.")
        if _lacking(placed.plan, r, held):
            message = (
                f"The plan to keep fills groups of {round_.name} so that others stay too small"
            )
            raise OgpError(message, "Leave out the rows of the larger groups.")
    return Problem(held.people, held.rounds, held.criteria, placed.plan)


def _lacking(pinned: Plan, r: int, problem: Problem) -> bool:
    """Whether the people left over cannot fill all groups to their least size."""
    round_, groups = problem.rounds[r], pinned[r]
    sizes = np.bincount(groups[groups >= 0], minlength=round_.n_groups)
    return int(np.maximum(sizes, round_.low).sum()) > len(round_.people)


def steps(problem: Problem, effort: Level) -> int:
    """How many steps an effort means: about the same time for all but the many."""
    if problem.is_large:
        return _SWEEPS[effort] * problem.n_rounds
    n_chains = chains_for(problem)
    swaps = max((each.n_groups * int(each.high.max()) ** 2 for each in problem.rounds), default=1)
    work = _WORK[effort] * max(problem.n_people, _ENOUGH) // _ENOUGH
    return work // (200 + n_chains * swaps // 50)
