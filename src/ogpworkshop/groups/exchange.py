"""Two people in each other's places, and what that does to every criterion."""

from collections.abc import Iterator, Sequence

import msgspec

from ogpworkshop.errors import OgpError
from ogpworkshop.groups.assign import check
from ogpworkshop.groups.called import named, round_of
from ogpworkshop.groups.rounds import mendable
from ogpworkshop.groups.score import Report, Score
from ogpworkshop.model.agenda import Agenda
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


def effects(before: Report, after: Report) -> tuple[Effect, ...]:
    """Criteria whose costs differ between two plans of one problem."""
    pairs = zip(before.scores, after.scores, strict=True)
    return tuple(Effect(was, now) for was, now in pairs if was.cost != now.cost)


def swap(  # noqa: PLR0913 - whose groups, and who
    agenda: Agenda,
    roster: Roster,
    plan: GroupPlan,
    people: tuple[str, str],
    *,
    sessions: Sequence[str] = (),
    history: Sequence[GroupPlan] = (),
) -> Swap:
    """Let two people change places, their roles in the groups included.

    Args:
        agenda: with the breakouts.
        roster: who comes.
        plan: the groups.
        people: ids or names.
        sessions: only in these, and in those that keep their groups; in all if left out.
        history: plans of earlier workshops, as for `assign`.

    Raises:
        OgpError: nobody is called so, no session is, or they share all groups.
    """
    one, other = (named(roster, each) for each in people)
    layout = mendable(agenda, roster)
    rounds = {round_of(layout, each) for each in sessions} or set(layout.round_of)
    pairs = zip(layout.breakouts, layout.round_of, strict=True)
    meant = {each.session.id for each, r in pairs if r in rounds}
    after, changed = _exchanged(plan, one, other, meant)
    if not changed:
        where = "any session" if not sessions else " or ".join(sessions)
        message = f"{people[0]} and {people[1]} are not in two different groups in {where}"
        raise OgpError(message, "There is nothing to exchange.")
    before, now = check(agenda, roster, plan, history), check(agenda, roster, after, history)
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
