"""What people have to be told after groups were changed, and who keeps which role."""

from collections.abc import Iterator
from typing import Literal

import msgspec

from ogpworkshop.groups.carried import Carried
from ogpworkshop.groups.rounds import Layout
from ogpworkshop.model.plan import GroupPlan, Placement

Why = Literal["moved", "new", "placed", "role", "room"]


class Told(msgspec.Struct, frozen=True):
    """Somebody who has to be told something.

    Attributes:
        person: roster id.
        name: as in the roster.
        session: id of the session.
        why: moved to another group; new in the plan; placed, because the group is gone; role,
            because there is a new one; room, because the group stays together and goes elsewhere.
        before: the row of the old plan, None for people who are new.
        after: the row of the new plan.
    """

    person: str
    name: str
    session: str
    why: Why
    before: Placement | None
    after: Placement


def told(layout: Layout, carried: Carried, rows: GroupPlan) -> Iterator[Told]:
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
        elif after.role and after.role != before.role:
            why = "role"
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


def with_kept_roles(layout: Layout, carried: Carried, rows: GroupPlan) -> GroupPlan:
    """Whoever stays in a group keeps their role in it."""
    match = _matches(layout, carried)
    kept = []
    for row in rows.placements:
        before = carried.before.get((row.session, row.participant))
        stays = before is not None and match[row.session].get(before.group) == row.group - 1
        role = before.role if before is not None and stays else ""
        kept.append(msgspec.structs.replace(row, role=role) if role else row)
    return GroupPlan(tuple(kept))


def vacant(carried: Carried, rows: GroupPlan) -> tuple[Placement, ...]:
    """Old rows whose role nobody has now."""
    held = {(row.session, row.participant) for row in rows.placements if row.role}
    filled = {(row.session, row.group, row.role) for row in rows.placements if row.role}
    return tuple(
        row
        for key, row in carried.before.items()
        if row.role and key not in held and (row.session, row.group, row.role) not in filled
    )
