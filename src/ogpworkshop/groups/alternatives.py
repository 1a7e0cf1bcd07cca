"""A few plans to choose from: each gives up a little of one thing for more of another.

Plans are searched for with more weight on one aspect at a time; those that another plan beats or
equals in every aspect are left out (Pareto; as in the bicriterion anticlustering of Brusco 2020).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

import msgspec

from ogpworkshop.errors import OgpError
from ogpworkshop.groups.assign import Level, steps
from ogpworkshop.groups.earlier import with_history
from ogpworkshop.groups.placed import to_rows
from ogpworkshop.groups.problem import Criterion, Problem
from ogpworkshop.groups.roles import with_roles
from ogpworkshop.groups.rounds import Layout, usable
from ogpworkshop.groups.score import Effort, Report, score
from ogpworkshop.groups.search import Improvement, Solution, solve
from ogpworkshop.groups.stop import Steps
from ogpworkshop.groups.weighing import weigh
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.plan import GroupPlan
from ogpworkshop.model.roster import Roster

_ASPECTS = {
    "meet": "mixing",
    "prefer": "preferences",
    "friends": "preferences",
    "foes": "preferences",
}
_OTHER = "balance"
_EMPHASIS = 8
"""How much more the wishes of an aspect weigh in its plan."""
_MOST = 9


class Alternative(msgspec.Struct, frozen=True):
    """One of the plans.

    Attributes:
        emphasis: aspects that weigh more in it, none in the plan as asked.
        plan: its rows.
        report: how good it is, by the weights as asked.
        parts: for each aspect, 0 for the best possible and 1 for groups drawn by lot.
    """

    emphasis: tuple[str, ...]
    plan: GroupPlan
    report: Report
    parts: dict[str, float]


def alternatives(  # noqa: PLR0913 - an organiser's choices, all by name
    agenda: Agenda,
    roster: Roster,
    number: int = 3,
    *,
    seed: int = 0,
    effort: Level = "normal",
    history: Sequence[GroupPlan] = (),
    on_progress: Callable[[Improvement], None] | None = None,
) -> tuple[Alternative, ...]:
    """Plans none of which is better than another in every aspect, the one as asked first.

    That one is missing where another is better in every aspect.

    Aspects are mixing (`meet`), preferences (`prefer`, `friends`, `foes`) and balance (all other
    wishes); the single wishes where only one of these is asked for. Ctrl-C ends the search with
    the plans so far.

    Args:
        agenda: with the breakouts and what is asked of them.
        roster: who comes.
        number: of plans at the most; there are fewer where one plan is best in every aspect.
        seed: of chance.
        effort: for each plan.
        history: plans of earlier workshops, as for `assign`.
        on_progress: called with every better plan.

    Raises:
        OgpError: what `assign` raises, or too many plans are asked for.
    """
    if not 2 <= number <= _MOST:
        raise OgpError(f"{number} alternatives cannot be made", f"Ask for 2 to {_MOST}.")
    layout = with_history(usable(agenda, roster), history)
    aspects = _aspects(layout.problem)
    found: list[Alternative] = []
    for emphasis in _emphases(sorted(set(aspects.values())), number):
        problem = _emphasised(layout.problem, aspects, emphasis)
        try:
            solution = solve(problem, seed, Steps(steps(problem, effort)), on_progress)
        except KeyboardInterrupt:
            if not found:
                raise
            break
        found.append(_alternative(layout, aspects, emphasis, solution, seed))
        if solution.is_interrupted or found[0].report.is_optimal:
            break
    return _furthest(list(_undominated(found)), number)


def _aspects(problem: Problem) -> dict[int, str]:
    """The aspect of each wish, by its position."""
    wishes = {k: each for k, each in enumerate(problem.criteria) if not each.wish.is_must}
    found = {k: _ASPECTS.get(_kind(each), _OTHER) for k, each in wishes.items()}
    if len(set(found.values())) > 1:
        return found
    return {k: each.wish.title for k, each in wishes.items()}


def _kind(criterion: Criterion) -> str:
    return type(criterion).__module__.rpartition(".")[2]


def _emphases(aspects: list[str], number: int) -> Iterator[tuple[str, ...]]:
    """Nothing, each aspect, then each two, for a few more plans than are asked for."""
    yield ()
    if len(aspects) < 2:
        return
    tries: list[tuple[str, ...]] = [(each,) for each in aspects]
    tries += list(combinations(aspects, 2)) if len(aspects) > 2 else []
    yield from tries[: max(number, len(aspects)) + 1]


def _emphasised(problem: Problem, aspects: dict[int, str], emphasis: tuple[str, ...]) -> Problem:
    criteria = [
        replace(each, wish=replace(each.wish, weight=_EMPHASIS * each.wish.weight))  # type: ignore[type-var]
        if aspects.get(k) in emphasis
        else each
        for k, each in enumerate(problem.criteria)
    ]
    return replace(problem, criteria=tuple(criteria))


def _alternative(
    layout: Layout, aspects: dict[int, str], emphasis: tuple[str, ...], found: Solution, seed: int
) -> Alternative:
    rows = with_roles(layout, to_rows(layout, found.plan))
    effort = Effort(seed, found.steps, found.seconds, found.is_interrupted)
    report = score(layout.problem, found.plan, weighing=weigh(layout.problem), effort=effort)
    parts: dict[str, float] = {}
    for aspect in dict.fromkeys(aspects.values()):
        own = [report.scores[k] for k in aspects if aspects[k] == aspect]
        weights = sum(each.weight for each in own)
        parts[aspect] = sum(each.weight * each.part for each in own) / max(1, weights)
    return Alternative(emphasis, rows, report, parts)


def _undominated(found: list[Alternative]) -> Iterator[Alternative]:
    """Those that no other beats or equals in every aspect; of equal ones the first."""
    for k, each in enumerate(found):
        own = _merits(each)
        others = [(j, _merits(other)) for j, other in enumerate(found) if j != k]
        if not any(
            all(a <= b for a, b in zip(other, own, strict=True)) and (other != own or j < k)
            for j, other in others
        ):
            yield each


def _furthest(found: list[Alternative], number: int) -> tuple[Alternative, ...]:
    """The first, and those that gain the most for what they emphasise, in their order."""

    def gain(each: Alternative) -> float:
        return sum(found[0].parts[aspect] - each.parts[aspect] for aspect in each.emphasis)

    kept = sorted(range(1, len(found)), key=lambda k: -gain(found[k]))[: number - 1]
    return tuple(found[k] for k in (0, *sorted(kept)))


def _merits(each: Alternative) -> tuple[float, ...]:
    """What counts: musts that do not hold, then every aspect."""
    breaches = sum(score.cost for score in each.report.unmet)
    return (breaches, *(round(part, 2) for part in each.parts.values()))
