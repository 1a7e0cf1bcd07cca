"""Groups after a change: as many people as possible stay where they were told to be."""

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec
import numpy as np
from numpy.typing import NDArray

from ogpworkshop.errors import OgpError
from ogpworkshop.groups.carried import Carried, carry
from ogpworkshop.groups.fewest import Fewest, Level
from ogpworkshop.groups.kinds import plural, where
from ogpworkshop.groups.placed import to_rows
from ogpworkshop.groups.problem import Plan, Problem
from ogpworkshop.groups.roles import with_roles
from ogpworkshop.groups.rounds import Layout, usable
from ogpworkshop.groups.score import Report, score
from ogpworkshop.groups.standing import costs
from ogpworkshop.groups.weighing import BASE, Weighing, weigh
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.near import nearest
from ogpworkshop.model.plan import GroupPlan, Placement
from ogpworkshop.model.roster import Roster

_CHANGE = BASE // 64
"""What a further change of group has to be worth, for people who are moved anyway."""
_FURTHER = 2
"""Levels that are looked at once everything holds."""
_MOST_LEVELS = 80

Bools = NDArray[np.bool_]
Why = Literal["moved", "new", "placed", "room"]


class Told(msgspec.Struct, frozen=True):
    """Somebody who has to be told something.

    Attributes:
        person: roster id.
        name: as in the roster.
        session: id of the session.
        why: moved to another group; new in the plan; placed, because the group is gone; room,
            because the group stays together and goes elsewhere.
        before: the row of the old plan, None for people who are new.
        after: the row of the new plan.
    """

    person: str
    name: str
    session: str
    why: Why
    before: Placement | None
    after: Placement


class TradeOff(msgspec.Struct, frozen=True):
    """What it buys to move so many people.

    Attributes:
        moved: people who had a group and get another, beside those whose group is gone.
        names: theirs.
        unmet: what must hold and does not, a sentence each; sizes of groups among it.
        gains: criteria that are better than with fewer people moved: title, cost before, cost now.
        is_chosen: the plan is this one.
    """

    moved: int
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
        least: no plan in which all musts hold moves fewer.
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
    def is_least(self) -> bool:
        """Proven: everything that must hold does, and no plan moves fewer people for that."""
        return not self.chosen.unmet and self.chosen.moved <= self.least


def repair(  # noqa: PLR0913 - what changed, all by name
    agenda: Agenda,
    roster: Roster,
    plan: GroupPlan,
    *,
    away: Sequence[str] = (),
    held: Sequence[str] = (),
    moved: int | None = None,
) -> Repair:
    """Mend the groups after people cancelled or came, or rooms or numbers of groups changed.

    Args:
        agenda: as it is now.
        roster: as it is now.
        plan: the groups as they were told.
        away: ids or names of people who do not come, beside those marked in the roster.
        held: ids of sessions that are over; their groups stay.
        moved: how many people may be moved; the fewest with which all musts hold if left out.

    Raises:
        OgpError: a person or session is unknown, or there is nothing that could be repaired.
    """
    if plan.faults:
        message = f"The plan cannot be read whole: {plan.faults[0].message}"
        raise OgpError(message, "ogp groups check shows the place.")
    layout = usable(agenda, without(roster, away), in_need=True)
    carried = carry(layout, plan)
    weighing = weigh(layout.problem)
    asked = costs(weighing, carried.plan, _CHANGE)
    fewest = Fewest(asked, carried.plan, _fixed(layout, held))
    levels = _levels(fewest, weighing, moved)
    chosen = _chosen(levels, moved)
    kept = _with_roles(layout, carried, to_rows(layout, levels[chosen].plan))
    rows = with_roles(layout, kept)
    told = tuple(_told(layout, carried, rows))
    return Repair(
        rows,
        score(layout.problem, levels[chosen].plan, weighing=weighing),
        tuple(_trade_offs(layout.problem, fewest, levels, chosen)),
        0 if weighing.unavoidable else fewest.least(),
        told,
        carried.gone,
        tuple(dict.fromkeys(each.name for each in told if each.why == "new")),
        _vacant(carried, rows),
    )


def without(roster: Roster, away: Sequence[str]) -> Roster:
    """The roster without some of its people, named by id or by name.

    Raises:
        OgpError: nobody who comes is called so, or several people are.
    """
    absent = {named(roster, word) for word in away}
    return msgspec.structs.replace(
        roster, participants=tuple(each for each in roster.participants if each.id not in absent)
    )


def named(roster: Roster, word: str) -> str:
    """The id of somebody who comes, called by id or by name.

    Raises:
        OgpError: nobody who comes is called so, or several people are.
    """
    if any(person.id == word for person in roster.coming):
        return word
    found = [each.id for each in roster.coming if each.name.casefold() == word.casefold()]
    if len(found) == 1:
        return found[0]
    if found:
        raise OgpError(f"{len(found)} people are called {word}", f"Use an id: {', '.join(found)}.")
    near = nearest(word, [each for p in roster.coming for each in (p.id, p.name)])
    remedy = f"Did you mean {near}?" if near else "Give an id of the roster, or the whole name."
    raise OgpError(f"nobody who comes is called {word}", remedy)


def _fixed(layout: Layout, held: Sequence[str]) -> Bools:
    """Placements of sessions that are over."""
    ids = [each.session.id for each in layout.breakouts]
    fixed = np.zeros((layout.problem.n_rounds, layout.problem.n_people), dtype=np.bool_)
    for session in held:
        if session not in ids:
            near = nearest(session, ids)
            remedy = f"Did you mean {near}?" if near else f"They are: {', '.join(ids)}."
            raise OgpError(f"{session} is no session with groups", remedy)
        fixed[layout.round_of[ids.index(session)]] = True
    return fixed


def _levels(fewest: Fewest, weighing: Weighing, moved: int | None) -> dict[int, Level]:
    """Plans by the number of people they move, each better than those that move fewer."""
    best: dict[int, Level] = {}
    last = _MOST_LEVELS
    for k, level in enumerate(fewest.levels()):
        if level:
            number = int(fewest.moved(level.plan).sum())
            if number not in best or level.rank < best[number].rank:
                best[number] = level
            if last == _MOST_LEVELS and level.rank[0] <= weighing.unavoidable:
                last = max(k + _FURTHER, moved or 0)
        if k >= last:
            break
    levels: dict[int, Level] = {}
    for number, level in sorted(best.items()):
        if not levels or level.rank < next(reversed(levels.values())).rank:
            levels[number] = level
    return levels


def _chosen(levels: dict[int, Level], moved: int | None) -> int:
    if moved is not None:
        return max(k for k in levels if k <= moved)
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
        yield TradeOff(len(names), names, unmet, gains, k == chosen)
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


def _told(layout: Layout, carried: Carried, rows: GroupPlan) -> Iterator[Told]:
    """Everybody for whom something is different from what they were told."""
    match = _matches(layout, carried)
    for after in rows.placements:
        before = carried.before.get((after.session, after.participant))
        why: Why
        if before is None:
            why = "new"
        elif (group := match[after.session].get(before.group)) is None:
            why = "placed"
        elif group + 1 != after.group:
            why = "moved"
        elif (before.group, before.room) != (after.group, after.room):
            why = "room"
        else:
            continue
        yield Told(after.participant, after.name, after.session, why, before, after)


def _matches(layout: Layout, carried: Carried) -> dict[str, dict[int, int]]:
    """New groups by old ones, for each session."""
    return {
        each.session.id: carried.matches[r]
        for each, r in zip(layout.breakouts, layout.round_of, strict=True)
    }


def _with_roles(layout: Layout, carried: Carried, rows: GroupPlan) -> GroupPlan:
    """Whoever stays in a group keeps their role in it."""
    match = _matches(layout, carried)
    kept = []
    for row in rows.placements:
        before = carried.before.get((row.session, row.participant))
        stays = before is not None and match[row.session].get(before.group) == row.group - 1
        role = before.role if before is not None and stays else ""
        kept.append(msgspec.structs.replace(row, role=role) if role else row)
    return GroupPlan(tuple(kept))


def _vacant(carried: Carried, rows: GroupPlan) -> tuple[Placement, ...]:
    """Old rows whose role nobody has now."""
    held = {(row.session, row.participant) for row in rows.placements if row.role}
    filled = {(row.session, row.group, row.role) for row in rows.placements if row.role}
    return tuple(
        row
        for key, row in carried.before.items()
        if row.role and key not in held and (row.session, row.group, row.role) not in filled
    )
