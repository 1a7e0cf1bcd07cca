"""A plan made before something changed, carried over into the problem as it is now.

A group stays the one it was as far as it can: old and new groups are matched so that the fewest
people lose their group, and of those ways so that the fewest change topic or room.
"""

from dataclasses import dataclass, field

import numpy as np

from ogpworkshop.errors import OgpError
from ogpworkshop.groups.problem import Plan, Round
from ogpworkshop.groups.rounds import Layout
from ogpworkshop.groups.transport import cheapest
from ogpworkshop.model.agenda import Breakout
from ogpworkshop.model.plan import GroupPlan, Placement

Ints = np.ndarray[tuple[int, ...], np.dtype[np.int64]]
_LOST, _RETOPICKED, _REHOUSED, _RENUMBERED = 400, 200, 100, 1
"""What a match costs per person: no group any more, another topic, another room; per group."""


@dataclass(eq=False)
class Carried:
    """The old groups under their new numbers.

    Attributes:
        plan: `plan[round, person]`, -1 for people who had no group or whose group is gone.
        matches: for each round, the new number of each old group, by old number from 1 on.
        before: for each session and person, the row of the old plan.
        gone: names of people with rows who no longer come.
    """

    plan: Plan
    matches: list[dict[int, int]] = field(default_factory=list)
    before: dict[tuple[str, str], Placement] = field(default_factory=dict)
    gone: tuple[str, ...] = ()


def carry(layout: Layout, rows: GroupPlan) -> Carried:
    """Match the groups of a plan to the groups that there are to be.

    Raises:
        OgpError: the plan lacks the groups of a whole round.
    """
    number = {person.id: i for i, person in enumerate(layout.people)}
    sessions = {each.session.id for each in layout.breakouts}
    shape = (layout.problem.n_rounds, layout.problem.n_people)
    carried = Carried(np.full(shape, -1, dtype=np.int64))
    gone: dict[str, str] = {}
    for row in rows.placements:
        if row.session in sessions:
            carried.before.setdefault((row.session, row.participant), row)
            if row.participant not in number:
                gone[row.participant] = row.name or row.participant
    carried.gone = tuple(gone.values())
    for r, round_ in enumerate(layout.problem.rounds):
        held = [
            each for each, own in zip(layout.breakouts, layout.round_of, strict=True) if own == r
        ]
        placed = _placed(held, carried, number)
        if not placed:
            message = f"The plan has no groups for {round_.name}"
            raise OgpError(message, "ogp groups assign --keep forms them around the plan.")
        match = _matched(held[0], round_, placed, number)
        carried.matches.append(match)
        for participant, row in placed.items():
            i = number.get(participant)
            if i is not None and round_.present[i]:
                carried.plan[r, i] = match.get(row.group, -1)
    return carried


def _placed(held: list[Breakout], carried: Carried, number: dict[str, int]) -> dict[str, Placement]:
    """Rows of the sessions that share a round, by participant; those who are gone among them."""
    ids = [each.session.id for each in held]
    rows: dict[str, Placement] = {}
    for session, participant in carried.before:
        if session in ids:
            rows.setdefault(participant, carried.before[session, participant])
    return dict(sorted(rows.items(), key=lambda each: number.get(each[0], -1)))


def _matched(
    breakout: Breakout, round_: Round, placed: dict[str, Placement], number: dict[str, int]
) -> dict[int, int]:
    """The new group of each old one; old groups that are gone are left out."""
    old = sorted({row.group for row in placed.values()})
    staying = {
        g: sum(row.group == g and each in number for each, row in placed.items()) for g in old
    }
    spare = max(0, len(old) - round_.n_groups)
    price = np.zeros((len(old), round_.n_groups + spare), dtype=np.int64)
    sample = {row.group: row for row in placed.values()}
    for k, g in enumerate(old):
        people, row = staying[g], sample[g]
        price[k, round_.n_groups :] = _LOST * people + _RENUMBERED
        for h in range(round_.n_groups):
            room = breakout.rooms[h].ref if h < len(breakout.rooms) else ""
            topic = breakout.topics[h] if h < len(breakout.topics) else ""
            price[k, h] = (
                _LOST * max(0, people - int(round_.high[h]))
                + _RETOPICKED * people * (row.topic != topic)
                + _REHOUSED * people * (row.room != room)
                + _RENUMBERED * (g != h + 1)
            )
    n_new = price.shape[1]
    none, one = np.zeros(n_new, dtype=np.int64), np.ones(n_new, dtype=np.int64)
    groups = cheapest(price, none, one)[1].tolist()
    return {g: h for g, h in zip(old, groups, strict=True) if h < round_.n_groups}
