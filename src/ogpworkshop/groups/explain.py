"""Why groups are as they are: what is not as wished, and what each way out would cost."""

from collections.abc import Iterator, Sequence

import msgspec
import numpy as np

from ogpworkshop.errors import OgpError
from ogpworkshop.groups.assign import check
from ogpworkshop.groups.placed import Placed
from ogpworkshop.groups.problem import Plan
from ogpworkshop.groups.repair import named
from ogpworkshop.groups.rounds import Layout, usable
from ogpworkshop.groups.score import Report, Score, score
from ogpworkshop.groups.standing import NEVER, Delta, Standing, alone, costs
from ogpworkshop.groups.weighing import Weighing, weigh
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.near import nearest
from ogpworkshop.model.path import PLAN
from ogpworkshop.model.plan import GroupPlan, Placement
from ogpworkshop.model.roster import Roster


class Effect(msgspec.Struct, frozen=True):
    """What a change does to one criterion.

    Attributes:
        before: its score.
        after: its score then.
    """

    before: Score
    after: Score

    @property
    def is_worse(self) -> bool:
        """The criterion is met less well."""
        return self.after.cost > self.before.cost


class Seat(msgspec.Struct, frozen=True):
    """Somebody's place in a session."""

    person: str
    name: str
    session: str
    group: int


class Exchange(msgspec.Struct, frozen=True):
    """Two people who could change places in a session, and in those that keep its groups.

    Attributes:
        one: where the first is now.
        other: where the second is now.
        effects: on every criterion that changes.
        is_better: all in all.
    """

    one: Seat
    other: Seat
    effects: tuple[Effect, ...]
    is_better: bool


class Unmet(msgspec.Struct, frozen=True):
    """A criterion that is not at its bound.

    Attributes:
        score: with its sentences.
        remedy: the exchange that costs least of those that bring it nearer, None if none does.
    """

    score: Score
    remedy: Exchange | None


class Whereabouts(msgspec.Struct, frozen=True):
    """Why somebody is in a group.

    Attributes:
        seat: the place.
        beside: names of the others in the group.
        exchanges: for each other group, the exchange that costs least; the cheapest first.
    """

    seat: Seat
    beside: tuple[str, ...]
    exchanges: tuple[Exchange, ...]


class Swap(msgspec.Struct, frozen=True):
    """Two people who changed places.

    Attributes:
        plan: with the change.
        sessions: in which they changed.
        effects: on every criterion that changes.
        report: of the plan with the change.
    """

    plan: GroupPlan
    sessions: tuple[str, ...]
    effects: tuple[Effect, ...]
    report: Report


class _Known:
    """A plan with everything that is asked about it."""

    def __init__(self, agenda: Agenda, roster: Roster, rows: GroupPlan) -> None:
        self.layout: Layout = usable(agenda, roster, in_need=True)
        placed = Placed(self.layout, rows)
        faults = [*rows.faults, *placed.faults, *placed.incomplete(agenda)]
        if faults:
            message = f"The plan does not fit: {faults[0].message}"
            raise OgpError(message, "ogp groups repair mends it, ogp groups check shows the place.")
        self.plan: Plan = placed.plan
        self.problem = self.layout.problem
        self.weighing: Weighing = weigh(self.problem)
        self.report = score(self.problem, self.plan, weighing=self.weighing)
        self.fixed = np.zeros(self.plan.shape, dtype=np.bool_)
        self.standing = Standing(costs(self.weighing), self.plan, self.fixed)

    def seat(self, r: int, person: int) -> Seat:
        """Where somebody is in the first session of a round."""
        b = self.layout.round_of.index(r)
        whom = self.layout.people[person]
        session = self.layout.breakouts[b].session.id
        return Seat(whom.id, self.problem.people[person], session, int(self.plan[r, person]) + 1)

    def exchange(self, r: int, one: int, other: int) -> Exchange:
        """What it would do."""
        plan = self.plan.copy()
        plan[r, [one, other]] = plan[r, [other, one]]
        after = score(self.problem, plan, weighing=self.weighing)
        swaps = self.standing.swaps(r)
        cost = int(swaps.breaches[one, other]), int(swaps.wishes[one, other])
        seats = self.seat(r, one), self.seat(r, other)
        return Exchange(*seats, effects(self.report, after), cost < (0, 0))


def effects(before: Report, after: Report) -> tuple[Effect, ...]:
    """Criteria whose costs differ between two plans of one problem."""
    pairs = zip(before.scores, after.scores, strict=True)
    return tuple(Effect(was, now) for was, now in pairs if was.cost != now.cost)


def unmet(agenda: Agenda, roster: Roster, plan: GroupPlan) -> tuple[Unmet, ...]:
    """Each criterion above its bound, with the cheapest exchange of two people that helps it.

    Raises:
        OgpError: the plan does not fit agenda and roster.
    """
    known = _Known(agenda, roster, plan)
    found = []
    for k, each in enumerate(known.report.scores):
        if not each.is_optimal:
            found.append(Unmet(each, _remedy(known, k)))
    return tuple(found)


def _remedy(known: _Known, criterion: int) -> Exchange | None:
    own = Standing(alone(known.problem, criterion), known.plan, known.fixed)
    best: tuple[tuple[int, int], int, int] | None = None
    for r in known.problem.rounds_of(known.problem.criteria[criterion].wish):
        swaps = known.standing.swaps(r)
        helps = own.swaps(r).wishes < 0
        position, cost = Delta(np.where(helps, swaps.breaches, NEVER), swaps.wishes).best()
        if cost[0] < NEVER and (best is None or cost < best[0]):
            best = cost, r, position
    if best is None:
        return None
    one, other = sorted(divmod(best[2], known.problem.n_people))
    return known.exchange(best[1], one, other)


def whereabouts(
    agenda: Agenda, roster: Roster, plan: GroupPlan, person: str, session: str | None = None
) -> tuple[Whereabouts, ...]:
    """Where somebody is in each session that forms groups, and what being elsewhere would cost.

    Args:
        agenda: with the breakouts.
        roster: who comes.
        plan: the groups.
        person: id or name.
        session: only this one.

    Raises:
        OgpError: nobody is called so, no session is, or the plan does not fit.
    """
    who = named(roster, person)
    known = _Known(agenda, roster, plan)
    i = next(k for k, each in enumerate(known.layout.people) if each.id == who)
    rounds = range(known.problem.n_rounds) if session is None else [_round(known.layout, session)]
    return tuple(_whereabouts(known, r, i) for r in rounds if known.plan[r, i] >= 0)


def _whereabouts(known: _Known, r: int, person: int) -> Whereabouts:
    groups = known.plan[r]
    swaps = known.standing.swaps(r)
    found = []
    for g in range(known.problem.rounds[r].n_groups):
        there = groups == g
        if g == groups[person] or not there.any():
            continue
        breaches = np.where(there, swaps.breaches[person], NEVER)
        other, cost = Delta(breaches, swaps.wishes[person]).best()
        if cost[0] < NEVER:
            found.append((cost, other))
    beside = np.flatnonzero((groups == groups[person]) & (np.arange(len(groups)) != person))
    return Whereabouts(
        known.seat(r, person),
        tuple(known.problem.people[i] for i in beside),
        tuple(known.exchange(r, person, other) for _, other in sorted(found)),
    )


def _round(layout: Layout, session: str) -> int:
    ids = [each.session.id for each in layout.breakouts]
    if session not in ids:
        near = nearest(session, ids)
        remedy = f"Did you mean {near}?" if near else f"They are: {', '.join(ids)}."
        raise OgpError(f"{session} is no session with groups", remedy)
    return layout.round_of[ids.index(session)]


def swap(
    agenda: Agenda,
    roster: Roster,
    plan: GroupPlan,
    people: tuple[str, str],
    sessions: Sequence[str] = (),
) -> Swap:
    """Let two people change places, their roles in the groups included.

    Args:
        agenda: with the breakouts.
        roster: who comes.
        plan: the groups.
        people: ids or names.
        sessions: only in these, and in those that keep their groups; in all if left out.

    Raises:
        OgpError: nobody is called so, no session is, or they share all groups.
    """
    one, other = (named(roster, each) for each in people)
    layout = usable(agenda, roster, in_need=True)
    rounds = {_round(layout, each) for each in sessions} or set(layout.round_of)
    pairs = zip(layout.breakouts, layout.round_of, strict=True)
    meant = {each.session.id for each, r in pairs if r in rounds}
    after, changed = _exchanged(plan, one, other, meant)
    if not changed:
        where = "any session" if not sessions else " or ".join(sessions)
        message = f"{people[0]} and {people[1]} are not in two different groups in {where}"
        raise OgpError(message, "There is nothing to exchange.")
    before, now = check(agenda, roster, plan), check(agenda, roster, after)
    return Swap(after, changed, effects(before, now), now)


def _exchanged(
    plan: GroupPlan, one: str, other: str, sessions: set[str]
) -> tuple[GroupPlan, tuple[str, ...]]:
    """The plan with two people in each other's places, and the sessions in which that is so."""
    rows = list(plan.placements)
    at = {(row.session, row.participant): k for k, row in enumerate(rows)}
    changed = []
    for session in dict.fromkeys(row.session for row in rows if row.session in sessions):
        a, b = at.get((session, one)), at.get((session, other))
        if a is not None and b is not None and rows[a].group != rows[b].group:
            rows[a], rows[b] = _seated(rows[b], rows[a]), _seated(rows[a], rows[b])
            changed.append(session)
    return GroupPlan(tuple(_sorted(rows)), plan.faults), tuple(changed)


def _seated(seat: Placement, whom: Placement) -> Placement:
    """Somebody in another's place."""
    return msgspec.structs.replace(seat, participant=whom.participant, name=whom.name)


def _sorted(rows: list[Placement]) -> Iterator[Placement]:
    order = sorted(rows, key=lambda row: (row.round, row.session, row.group, row.participant))
    return (msgspec.structs.replace(row, path=PLAN / k) for k, row in enumerate(order))
