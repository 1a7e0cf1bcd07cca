"""Who is in which group in which session: the rows of groups.csv."""

from datetime import date

import msgspec

from ogpworkshop.model.agenda import Fault
from ogpworkshop.model.path import PLAN, Path

COLUMNS = ("session", "round", "group", "topic", "room", "participant", "name", "role")


class Placement(msgspec.Struct, frozen=True):
    """One person in one group of one session.

    Attributes:
        path: `placements[3]` for the fourth row after the header.
        session: id of the session.
        round: 1 for the first breakout of the agenda.
        group: 1 for the first group of the session.
        topic: "" if the groups have none.
        room: reference of the room, "" if the groups have none.
        participant: roster id.
        name: as in the roster.
        role: what the person does in the group, "" for most.
        day: of earlier groups, when it was, if that is known.
    """

    path: Path
    session: str
    round: int
    group: int
    topic: str
    room: str
    participant: str
    name: str
    role: str = ""
    day: date | None = None


class GroupPlan(msgspec.Struct, frozen=True):
    """A whole plan, in the order of its file."""

    placements: tuple[Placement, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def path(self) -> Path:
        """The root of the plan."""
        return PLAN
