"""Groups after a change: as many people as possible stay where they were told to be."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import msgspec
import numpy as np
from numpy.typing import NDArray

from ogpworkshop.errors import OgpError
from ogpworkshop.groups.called import round_of, without
from ogpworkshop.groups.carried import Carried, carry
from ogpworkshop.groups.criteria.never_alone import NeverAlone
from ogpworkshop.groups.earlier import with_history
from ogpworkshop.groups.fewest import Fewest, Level
from ogpworkshop.groups.fitting import MUSTS
from ogpworkshop.groups.kinds import plural, where
from ogpworkshop.groups.layers import costs
from ogpworkshop.groups.placed import to_rows
from ogpworkshop.groups.problem import Criterion, Plan, Problem, Round
from ogpworkshop.groups.roles import with_roles
from ogpworkshop.groups.rounds import Layout, mendable
from ogpworkshop.groups.score import Report, score
from ogpworkshop.groups.told import Told, told, vacant, with_kept_roles
from ogpworkshop.groups.weighing import BASE, weigh
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.near import nearest
from ogpworkshop.model.plan import GroupPlan, Placement
from ogpworkshop.model.roster import Roster

_CHANGE = BASE // 64
"""What a further change of group has to be worth, for people who are moved anyway."""
_FURTHER = 2
"""Levels that are looked at once everything holds."""
_MOST_LEVELS = 80
_PATIENCE = 6
"""Levels after which it is given up that nothing more that must hold does."""
_SPARED, _MOST_SPARED = 3, 50
"""What moving people counts who are to be spared, and the most that a number may say."""
_NO = frozenset({"", "0", "no", "none", "-", "–", "n/a", "false"})

Ints = NDArray[np.int64]


class TradeOff(msgspec.Struct, frozen=True):
    """What it buys to move so many people.

    Attributes:
        moved: people who had a group and get another, beside those whose group is gone.
        price: what moving them counts: as many, where nobody is to be spared.
        names: theirs.
        unmet: what must hold and does not, a sentence each; sizes of groups among it.
        gains: criteria that are better than with fewer people moved: title, cost before, cost now.
        is_chosen: the plan is this one.
    """

    moved: int
    price: int
    names: tuple[str, ...]
    unmet: tuple[str, ...]
    gains: tuple[tuple[str, int, int], ...]
    is_chosen: bool


class Repair(msgspec.Struct, frozen=True):
    """A plan that was repaired.

    Attributes:
        plan: the new rows.
        report: how good they are.
        trade_offs: what moving 0, 1, 2 … people buys; numbers that buy nothing are left out.
        least: no plan in which all musts hold that can counts less by what it moves.
        told: who has to be told what, by session.
        gone: names of those who no longer come.
        new: names of those who had no group anywhere.
        vacant: roles in groups that nobody has any more: the old rows.
    """

    plan: GroupPlan
    report: Report
    trade_offs: tuple[TradeOff, ...]
    least: int
    told: tuple[Told, ...]
    gone: tuple[str, ...]
    new: tuple[str, ...]
    vacant: tuple[Placement, ...]

    @property
    def chosen(self) -> TradeOff:
        """The trade-off of the plan."""
        return next(each for each in self.trade_offs if each.is_chosen)

    @property
    def placed(self) -> int:
        """People whose group is gone, and who have another."""
        return len({each.person for each in self.told if each.why == "placed"})

    @property
    def is_least(self) -> bool:
        """Proven: everything that must hold does, and no plan moves fewer people for that."""
        return not self.chosen.unmet and self.chosen.price <= self.least


def repair(  # noqa: PLR0913 - what changed, all by name
    agenda: Agenda,
    roster: Roster,
    plan: GroupPlan,
    *,
    away: Sequence[str] = (),
    held: Sequence[str] = (),
    moved: int | None = None,
    spare: str | None = None,
    history: Sequence[GroupPlan] = (),
) -> Repair:
    """Mend the groups after people cancelled or came, or rooms or numbers of groups changed.

    Args:
        agenda: as it is now.
        roster: as it is now.
        plan: the groups as they were told.
        away: ids or names of people who do not come, beside those marked in the roster.
        held: ids of sessions that are over; their groups stay.
        moved: how many people may be moved; the fewest with which all musts hold if left out.
        spare: a column of the roster; moving people with a value in it counts as three, or as
            many as a number there says.
        history: plans of earlier workshops, as for `assign`.

    Raises:
        OgpError: a person, session or column is unknown, or there is nothing that could be repaired.
    """
    if plan.faults:
        message = f"The plan cannot be read whole: {plan.faults[0].message}"
        raise OgpError(message, "ogp groups check shows the place.")
    prices = _prices(roster, spare)
    layout = with_history(mendable(agenda, without(roster, away)), history)
    carried = carry(layout, plan)
    over = {round_of(layout, session) for session in held}
    problem = _ahead(layout.problem, carried.plan, over)
    weighing = weigh(problem)
    fixed = np.zeros(carried.plan.shape, dtype=np.bool_)
    fixed[sorted(over)] = True
    fewest = Fewest(
        costs(weighing, carried.plan, _CHANGE * _attached(layout, carried)),
        carried.plan,
        fixed,
        prices=np.array([prices.get(each.id, 1) for each in layout.people], dtype=np.int64),
        unavoidable=weighing.unavoidable,
    )
    levels = _levels(fewest, moved)
    chosen = _chosen(fewest, levels, moved)
    rows = with_kept_roles(layout, carried, to_rows(layout, levels[chosen].plan))
    rows = with_roles(layout, rows)
    news = tuple(told(layout, carried, rows))
    return Repair(
        rows,
        score(layout.problem, levels[chosen].plan),
        tuple(_trade_offs(problem, fewest, levels, chosen)),
        fewest.proof.least,
        news,
        carried.gone,
        tuple(dict.fromkeys(each.name for each in news if each.why == "new")),
        vacant(carried, rows),
    )


def _prices(roster: Roster, column: str | None) -> dict[str, int]:
    """What moving people counts by their ids, where that is not one."""
    if column is None:
        return {}
    if column not in roster.columns:
        near = nearest(column, roster.columns)
        remedy = f"Did you mean {near}?" if near else f"Columns are {', '.join(roster.columns)}."
        raise OgpError(f"the roster has no column {column}", remedy)
    prices = {}
    for person in roster.coming:
        cell = person.values.get(column, "").strip().casefold()
        if cell not in _NO:
            is_number = cell.isascii() and cell.isdecimal() and len(cell) < 6
            prices[person.id] = min(_MOST_SPARED, max(1, int(cell))) if is_number else _SPARED
    return prices


def _attached(layout: Layout, carried: Carried) -> Ints:
    """How much each place is held on to, `[round, person]`: a role in a group ties to it."""
    attached = np.ones(carried.plan.shape, dtype=np.int64)
    number = {person.id: i for i, person in enumerate(layout.people)}
    for (session, participant), row in carried.before.items():
        if row.role and participant in number:
            attached[round_of(layout, session), number[participant]] = 8
    return attached


def _ahead(problem: Problem, plan: Plan, over: set[int]) -> Problem:
    """The same, with nothing asked any more of rounds that are over, but whom people met there."""
    if not over:
        return problem
    rounds = [
        _as_it_was(each, plan[r]) if r in over else each for r, each in enumerate(problem.rounds)
    ]
    criteria: list[Criterion] = []
    for each in problem.criteria:
        if not isinstance(each, (*MUSTS, NeverAlone)):
            criteria.append(each)
            continue
        left = tuple(r for r in problem.rounds_of(each.wish) if r not in over)
        if left:
            criteria.append(replace(each, wish=replace(each.wish, rounds=left)))
    return replace(problem, rounds=tuple(rounds), criteria=tuple(criteria))


def _as_it_was(round_: Round, groups: Ints) -> Round:
    sizes = np.bincount(groups[groups >= 0], minlength=round_.n_groups)
    low, high = np.minimum(round_.low, sizes), np.maximum(round_.high, sizes)
    return replace(round_, low=low, high=high)


def _levels(fewest: Fewest, moved: int | None) -> dict[int, Level]:
    """Plans by what moving people counts, each better than those that count less."""
    best: dict[int, Level] = {}
    last, least = _MOST_LEVELS, (0, 1 << 62)
    for k, level in enumerate(fewest.levels()):
        if level:
            number = fewest.price(fewest.moved(level.plan))
            if number not in best or level.rank < best[number].rank:
                best[number] = level
            if level.rank[0] < least[1]:
                least = k, level.rank[0]
            if last == _MOST_LEVELS and level.rank[0] <= fewest.unavoidable:
                last = max(k + _FURTHER, moved or 0)
        patience = least[0] + max(_PATIENCE, int(fewest.prices.max()) + 1)
        if k >= min(_MOST_LEVELS, last) or (last == _MOST_LEVELS and k >= patience):
            break
    levels: dict[int, Level] = {}
    for number, level in sorted(best.items()):
        if not levels or level.rank < next(reversed(levels.values())).rank:
            levels[number] = level
    return levels


def _chosen(fewest: Fewest, levels: dict[int, Level], moved: int | None) -> int:
    if moved is not None:
        people = {k: int(fewest.moved(level.plan).sum()) for k, level in levels.items()}
        return max(k for k in levels if people[k] <= moved)
    least = min(level.rank[0] for level in levels.values())
    return min(k for k, level in levels.items() if level.rank[0] == least)


def _trade_offs(
    problem: Problem, fewest: Fewest, levels: dict[int, Level], chosen: int
) -> Iterator[TradeOff]:
    """Each level beside the one before."""
    before: list[int] = []
    for k, level in levels.items():
        now = [each.cost(problem, level.plan) for each in problem.criteria]
        gains = tuple(
            (each.wish.title, was, cost)
            for each, was, cost in zip(problem.criteria, before, now, strict=False)
            if cost < was
        )
        names = tuple(problem.people[i] for i in np.flatnonzero(fewest.moved(level.plan)))
        unmet = tuple(_unmet(problem, level.plan))
        yield TradeOff(len(names), k, names, unmet, gains, k == chosen)
        before = now


def _unmet(problem: Problem, plan: Plan) -> Iterator[str]:
    """What must hold and does not, sizes of groups first."""
    for r, round_ in enumerate(problem.rounds):
        sizes = np.bincount(plan[r][plan[r] >= 0], minlength=round_.n_groups)
        for g in np.flatnonzero((sizes < round_.low) | (sizes > round_.high)).tolist():
            low, high = int(round_.low[g]), int(round_.high[g])
            share = f"{low}" if low == high else f"{low} or {high}"
            people = plural(int(sizes[g]), "person", "people")
            yield f"{where(problem, r, g)} has {people}, its share is {share}"
    for criterion in problem.criteria:
        if criterion.wish.is_must:
            yield from criterion.explain(problem, plan)
