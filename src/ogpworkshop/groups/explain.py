"""Why groups are as they are: what is not as wished, and what each way out would cost."""

import re
from collections.abc import Iterator, Sequence

import msgspec
import numpy as np

from ogpworkshop.errors import OgpError
from ogpworkshop.groups.called import named, round_of
from ogpworkshop.groups.earlier import with_history
from ogpworkshop.groups.exchange import Effect, Exchange, Seat, effects
from ogpworkshop.groups.layers import Costs, alone, costs
from ogpworkshop.groups.placed import Placed
from ogpworkshop.groups.problem import Plan
from ogpworkshop.groups.rounds import Layout, mendable
from ogpworkshop.groups.score import Score, score
from ogpworkshop.groups.standing import NEVER, Delta, Standing
from ogpworkshop.groups.weighing import Weighing, weigh
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.plan import GroupPlan
from ogpworkshop.model.roster import Roster

_MOST_EXCHANGES = 12


class Unmet(msgspec.Struct, frozen=True):
    """A criterion that is not at its bound.

    Attributes:
        score: with its sentences.
        remedy: the exchange that costs least of those that bring it nearer, None if none does.
        exchanges: how many of the kind, one after the other, bring it as near as they can.
        then: what they do together to every criterion that changes, itself among them.
        is_met: whether it is at its bound then.
    """

    score: Score
    remedy: Exchange | None
    exchanges: int
    then: tuple[Effect, ...]
    is_met: bool


class Whereabouts(msgspec.Struct, frozen=True):
    """Why somebody is in a group.

    Attributes:
        seat: the place.
        beside: names of the others in the group.
        notes: what is not as wished about this person, a sentence each.
        exchanges: for each other group, the exchange that costs least; the cheapest first.
    """

    seat: Seat
    beside: tuple[str, ...]
    notes: tuple[str, ...]
    exchanges: tuple[Exchange, ...]


class _Known:
    """A plan with everything that is asked about it."""

    def __init__(
        self, agenda: Agenda, roster: Roster, rows: GroupPlan, history: Sequence[GroupPlan]
    ) -> None:
        self.layout: Layout = with_history(mendable(agenda, roster), history)
        placed = Placed(self.layout, rows)
        faults = placed.every_fault(agenda)
        if faults:
            message = f"The plan does not fit: {faults[0].message}"
            raise OgpError(message, "ogp groups repair mends it, ogp groups check shows the place.")
        self.plan: Plan = placed.plan
        self.problem = self.layout.problem
        self.weighing: Weighing = weigh(self.problem)
        self.report = score(self.problem, self.plan, weighing=self.weighing)
        self.fixed = np.zeros(self.plan.shape, dtype=np.bool_)
        self.costs = costs(self.weighing)
        self.standing = Standing(self.costs, self.plan, self.fixed)

    def seat(self, r: int, person: int) -> Seat:
        """Where somebody is in the first session of a round."""
        b = self.layout.round_of.index(r)
        whom = self.layout.people[person]
        session = self.layout.breakouts[b].session.id
        return Seat(whom.id, self.problem.people[person], session, int(self.plan[r, person]) + 1)

    def notes(self, r: int, person: int) -> Iterator[str]:
        """Sentences of the scores that speak of somebody and of this round."""
        name = re.compile(rf"(?<!\w){re.escape(self.problem.people[person])}(?!\w)")
        others = [each.name for k, each in enumerate(self.problem.rounds) if k != r]
        for each in self.report.scores:
            for sentence in each.sentences:
                if name.search(sentence) and not any(other in sentence for other in others):
                    yield sentence

    def exchange(self, r: int, one: int, other: int) -> Exchange:
        """What it would do."""
        plan = self.plan.copy()
        plan[r, [one, other]] = plan[r, [other, one]]
        after = score(self.problem, plan, weighing=self.weighing)
        swaps = self.standing.swaps(r)
        cost = int(swaps.breaches[one, other]), int(swaps.wishes[one, other])
        seats = self.seat(r, one), self.seat(r, other)
        return Exchange(*seats, effects(self.report, after), cost < (0, 0))


def unmet(
    agenda: Agenda,
    roster: Roster,
    plan: GroupPlan,
    *,
    session: str | None = None,
    history: Sequence[GroupPlan] = (),
) -> tuple[Unmet, ...]:
    """Each criterion above its bound, with the cheapest exchange of two people that helps it.

    Args:
        agenda: with the breakouts.
        roster: who comes.
        plan: the groups.
        session: only criteria that speak of this one.
        history: plans of earlier workshops, as for `assign`.

    Raises:
        OgpError: the plan does not fit agenda and roster, or there is no such session.
    """
    known = _Known(agenda, roster, plan, history)
    asked = None if session is None else round_of(known.layout, session)
    found = []
    for k, (criterion, each) in enumerate(
        zip(known.problem.criteria, known.report.scores, strict=True)
    ):
        speaks = asked is None or asked in known.problem.rounds_of(criterion.wish)
        if speaks and not each.is_optimal:
            found.append(_unmet(known, k))
    return tuple(found)


def _unmet(known: _Known, criterion: int) -> Unmet:
    """The cheapest exchange that helps, and what is reached by going on in that way."""
    own = alone(known.problem, criterion)
    plan, remedy, number = known.plan, None, 0
    asked = known.problem.criteria[criterion]
    bound, cost = known.weighing.bounds[criterion].cost, asked.cost(known.problem, plan)
    while cost > bound and number < _MOST_EXCHANGES:
        step = _helpful(known, own, plan, criterion)
        if step is None:
            break
        r, one, other = step
        plan = plan.copy()
        plan[r, [one, other]] = plan[r, [other, one]]
        remedy = remedy or known.exchange(r, one, other)
        now, number = asked.cost(known.problem, plan), number + 1
        if now >= cost:
            break
        cost = now
    then = effects(known.report, score(known.problem, plan, weighing=known.weighing))
    return Unmet(known.report.scores[criterion], remedy, number, then, cost <= bound)


def _helpful(known: _Known, own: Costs, plan: Plan, criterion: int) -> tuple[int, int, int] | None:
    """Of exchanges that bring a criterion nearer, the cheapest: round and people."""
    best: tuple[tuple[int, int], int, int] | None = None
    standing = known.standing if plan is known.plan else Standing(known.costs, plan, known.fixed)
    alone_standing = Standing(own, plan, known.fixed)
    for r in known.problem.rounds_of(known.problem.criteria[criterion].wish):
        swaps = standing.swaps(r)
        helps = alone_standing.swaps(r).wishes < 0
        position, cost = Delta(np.where(helps, swaps.breaches, NEVER), swaps.wishes).best()
        if cost[0] < NEVER and (best is None or cost < best[0]):
            best = cost, r, position
    if best is None:
        return None
    one, other = sorted(divmod(best[2], known.problem.n_people))
    return best[1], one, other


def whereabouts(  # noqa: PLR0913 - whose groups, and who
    agenda: Agenda,
    roster: Roster,
    plan: GroupPlan,
    person: str,
    *,
    session: str | None = None,
    history: Sequence[GroupPlan] = (),
) -> tuple[Whereabouts, ...]:
    """Where somebody is in each session that forms groups, and what being elsewhere would cost.

    Args:
        agenda: with the breakouts.
        roster: who comes.
        plan: the groups.
        person: id or name.
        session: only this one.
        history: plans of earlier workshops, as for `assign`.

    Raises:
        OgpError: nobody is called so, no session is, or the plan does not fit.
    """
    who = named(roster, person)
    known = _Known(agenda, roster, plan, history)
    i = next(k for k, each in enumerate(known.layout.people) if each.id == who)
    rounds = range(known.problem.n_rounds) if session is None else [round_of(known.layout, session)]
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
        tuple(known.notes(r, person)),
        tuple(known.exchange(r, person, other) for _, other in sorted(found)),
    )
