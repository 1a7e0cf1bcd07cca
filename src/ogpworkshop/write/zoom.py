"""Writes groups as Zoom takes them: a CSV of pre-assignments for each round of breakout rooms.

Header and limits are those of Zoom's “Pre-assigning meeting participants to breakout rooms”: at
most 100 rooms and 1,000 people in a meeting, one set of pre-assignments at a time.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

from ogpworkshop.errors import OgpError
from ogpworkshop.model.plan import GroupPlan, Placement
from ogpworkshop.model.roster import Roster
from ogpworkshop.source.table import quoted

HEADER = "Pre-assign Room Name,Email Address"
_MOST_ROOMS, _MOST_PEOPLE = 100, 1000
_ADDRESS = re.compile(r"[^\s@,;=+\-\"'][^\s@,;\"]*@[^\s@,;\"]+\.[^\s@,;\"]+")


class Preassignment(msgspec.Struct, frozen=True):
    """One round for Zoom.

    Attributes:
        session: id of the session in which the groups are formed.
        content: of the file.
        without_address: names of people who have no e-mail address, and are left out.
        bad_address: those whose address is none, with what stands there; they are left out, too.
        shared_address: those whose address somebody in the round has already; left out as well.
    """

    session: str
    content: bytes
    without_address: tuple[str, ...]
    bad_address: tuple[str, ...]
    shared_address: tuple[str, ...]


def preassignments(plan: GroupPlan, roster: Roster) -> tuple[Preassignment, ...]:
    """A file for each round; sessions that keep the groups of another need none of their own.

    Raises:
        OgpError: a round has more rooms or people than Zoom takes, or there are no addresses.
    """
    if "email" not in roster.columns:
        message = "the roster has no column email, and Zoom knows people by their addresses"
        raise OgpError(message, "Add the column, or take --to teams, xlsx or csv.")
    return tuple(_round(session, rows, roster) for session, rows in rounds(plan))


def rounds(plan: GroupPlan) -> Iterator[tuple[str, Sequence[Placement]]]:
    """The session in which each round's groups are formed, and its rows."""
    sessions: dict[int, str] = {}
    rows: dict[str, list[Placement]] = {}
    for row in plan.placements:
        sessions.setdefault(row.round, row.session)
        rows.setdefault(row.session, []).append(row)
    for _, session in sorted(sessions.items()):
        yield session, sorted(rows[session], key=lambda row: (row.group, row.participant))


def _round(session: str, rows: Sequence[Placement], roster: Roster) -> Preassignment:
    n_rooms = len({row.group for row in rows})
    if n_rooms > _MOST_ROOMS or len(rows) > _MOST_PEOPLE:
        what = f"{n_rooms} rooms" if n_rooms > _MOST_ROOMS else f"{len(rows)} people"
        remedy = f"It takes {_MOST_ROOMS} rooms and {_MOST_PEOPLE} people: divide the session."
        raise OgpError(f"Zoom cannot take {session}, which has {what}", remedy)
    people = roster.by_id()
    lines, seen = [HEADER], dict[str, str]()
    without: list[str] = []
    bad: list[str] = []
    shared: list[str] = []
    for row in rows:
        person = people.get(row.participant)
        address = person.values.get("email", "").strip() if person else ""
        name = row.name or row.participant
        if not address:
            without.append(name)
        elif not _ADDRESS.fullmatch(address):
            bad.append(f"{name} (“{address}”)")
        elif address.casefold() in seen:
            shared.append(f"{name} ({address}, as {seen[address.casefold()]})")
        else:
            seen[address.casefold()] = name
            lines.append(f"{quoted(room_name(row))},{quoted(address)}")
    content = ("\n".join(lines) + "\n").encode()
    return Preassignment(session, content, tuple(without), tuple(bad), tuple(shared))


def room_name(row: Placement) -> str:
    """What the breakout room is called: group 3, with its topic."""
    return f"Group {row.group} {row.topic}".strip()


def is_zoom(content: bytes) -> bool:
    """Whether a file is one of these."""
    return content.removeprefix(b"\xef\xbb\xbf").startswith(HEADER.encode())
