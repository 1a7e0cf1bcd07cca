"""From an agenda and a roster to the problem of groups: who takes part when, in how big groups."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.errors import OgpError
from ogpworkshop.groups import openings
from ogpworkshop.groups.clash import clashes
from ogpworkshop.groups.kinds import plural
from ogpworkshop.groups.presence import SIZE, Presence, miskept
from ogpworkshop.groups.problem import LARGE, Problem, Round, seated
from ogpworkshop.groups.reading import Reading
from ogpworkshop.groups.topics import left_out
from ogpworkshop.model.agenda import Agenda, Breakout, Fault
from ogpworkshop.model.path import Place
from ogpworkshop.model.roster import Participant, Roster

_GROUPING = frozenset({"breakouts", "criteria"})


@dataclass(frozen=True, eq=False)
class Layout:
    """The problem of a workshop's groups, and what its numbers stand for.

    Attributes:
        problem: in arrays.
        people: by their numbers.
        breakouts: all sessions with groups, in the order of the agenda.
        round_of: for each of them, the position of its round; sessions that keep the groups of
            another share its round.
        present: for each of them, who takes part.
        faults: what keeps it from being solved.
        roles: for each round, the roles in its groups and a boolean for each person who can have
            them.
        sitting: for each breakout, who sits out because there is no place.
        left_out: for each round, why topics are left out.
        cancelled: ids of those who are in the roster and do not come.
        opened: for each round, the places kept open for people who may come late, if any may.
    """

    problem: Problem
    people: tuple[Participant, ...]
    breakouts: tuple[Breakout, ...]
    round_of: tuple[int, ...]
    present: tuple[NDArray[np.bool_], ...]
    faults: tuple[Fault, ...]
    roles: tuple[tuple[tuple[str, NDArray[np.bool_]], ...], ...] = ()
    sitting: tuple[NDArray[np.bool_], ...] = ()
    left_out: tuple[tuple[str, ...], ...] = ()
    cancelled: frozenset[str] = frozenset()
    opened: tuple[openings.Opened | None, ...] = ()


def lay_out(agenda: Agenda, roster: Roster) -> Layout:
    """Rounds, sizes and criteria of all breakouts; what is wrong with them is in `faults`."""
    people = tuple(person for person in roster.coming if person.id)
    presence = Presence(agenda, roster, people)
    faults = [*_unusable(roster), *presence.faults]
    faults += filter(None, map(miskept, agenda.breakouts))
    round_of, present = _rounds_of(agenda.breakouts), tuple(presence.present)
    leads = [agenda.breakouts[round_of.index(r)] for r in range(max(round_of, default=-1) + 1)]
    held: list[tuple[Round, openings.Opened | None]] = []
    dropped: list[dict[str, str]] = []
    for r, lead in enumerate(leads):
        shared = [mask for mask, own in zip(present, round_of, strict=True) if own == r]
        there = np.logical_or.reduce(shared)
        seats = _smallest_rooms(agenda, round_of, r)
        dropped.append(left_out(lead, people, there))
        for g, topic in enumerate(lead.topics):
            seats[g] = 0 if topic in dropped[-1] else seats[g]
        more = openings.late(agenda, lead, int(there.sum()), len(people))
        held.append(_round(lead, there, faults, seats, more))
    rounds = tuple(each for each, _ in held)
    reading = Reading(agenda, roster, people, tuple(leads), rounds, round_of)
    criteria = [] if faults else reading.criteria(faults)
    roles = [] if faults else [reading.roles(r, faults) for r in range(len(leads))]
    names = tuple(person.name or person.id for person in people)
    problem = Problem(names, rounds, tuple(each for each, _ in criteria))
    if not faults:
        faults += clashes(problem, [place for _, place in criteria])
    return Layout(
        problem,
        people,
        agenda.breakouts,
        round_of,
        present,
        tuple(faults),
        tuple(roles),
        tuple(presence.sitting),
        tuple(tuple(each.values()) for each in dropped),
        frozenset(person.id for person in roster.participants if not person.is_coming),
        tuple(opened for _, opened in held),
    )


def usable(agenda: Agenda, roster: Roster, *, in_need: bool = False) -> Layout:
    """The same, for those who cannot go on with faults.

    Args:
        agenda: with the breakouts.
        roster: who comes.
        in_need: go on although something that must hold cannot.

    Raises:
        OgpError: there are no breakouts or no people, or something is wrong with them.
    """
    if not agenda.breakouts:
        remedy = "Give a session `breakouts:` with a number of groups."
        raise OgpError("No session of the agenda has breakouts", remedy)
    if not roster.coming:
        raise OgpError("Nobody in the roster comes", "Add participants, or look at their status.")
    unread = unread_of(agenda)
    if unread:  # what was left out would be missed in the groups
        raise _refusal(unread)
    layout = lay_out(agenda, roster)
    faults = layout.faults
    if in_need:
        faults = tuple(fault for fault in faults if fault.kind != "criterion-impossible")
    if faults:
        raise _refusal(faults)
    return layout


def unread_of(agenda: Agenda) -> tuple[Fault, ...]:
    """What is asked of groups and could not be read."""
    return tuple(fault for fault in agenda.faults if _GROUPING & set(fault.place.path))


def mendable(agenda: Agenda, roster: Roster) -> Layout:
    """The same, for those who change or explain groups that exist: what must hold may be broken.

    Raises:
        OgpError: as `usable`; or there are too many people to weigh every exchange.
    """
    if len(roster.coming) > LARGE:
        remedy = "ogp groups assign --keep forms groups around the rows of a plan that are to stay."
        raise OgpError(f"Groups are mended and explained for {LARGE} people at the most", remedy)
    return usable(agenda, roster, in_need=True)


def _refusal(faults: tuple[Fault, ...]) -> OgpError:
    first, *more = faults
    rest = f"{len(more)} more of the kind: ogp check lists all." if more else ""
    remedy = f"{as_remedy(first.label)} {rest}".strip()
    return OgpError(f"{first.message} ({first.place.path})", remedy)


def as_remedy(label: str) -> str:
    """What a fault's label says, as a sentence."""
    end = "" if label.endswith(("?", ".")) else "."
    return f"{label[:1].upper()}{label[1:]}{end}" if label else ""


def _unusable(roster: Roster) -> list[Fault]:
    faults = []
    seen: dict[str, Participant] = {}
    for person in roster.coming:
        if not person.id:
            message = f"“{person.name}” has no id, so no group can list the person"
            faults.append(Fault("group-roster", Place(person.path), message, "no id"))
        elif person.id in seen:
            message = f"“{person.id}” stands for {seen[person.id].name} and for {person.name}"
            place, first = Place(person.path / "id"), Place(seen[person.id].path / "id")
            faults.append(
                Fault("group-roster", place, message, "again", related=((first, "first"),))
            )
        seen.setdefault(person.id, person)
    return faults


def _rounds_of(breakouts: tuple[Breakout, ...]) -> tuple[int, ...]:
    """Positions of rounds; a session that keeps another's groups has the other's."""
    rounds: dict[str, int] = {}
    found: list[int] = []
    n_rounds = 0
    for breakout in breakouts:
        same = None if breakout.same_as is None else rounds.get(breakout.same_as)
        if same is None:
            same, n_rounds = n_rounds, n_rounds + 1
        rounds.setdefault(breakout.session.id, same)
        found.append(same)
    return tuple(found)


def _smallest_rooms(agenda: Agenda, round_of: tuple[int, ...], r: int) -> list[int | None]:
    """Seats of each group's smallest room, over the sessions that share its round."""
    sessions = [b for b, own in zip(agenda.breakouts, round_of, strict=True) if own == r]
    lead = sessions[0]
    held: list[int | None] = []
    for g in range(lead.n_groups):
        seats = [_seats(agenda, b.rooms[g].ref) for b in sessions if g < len(b.rooms)]
        known = [each for each in seats if each is not None]
        held.append(min(known) if known else None)
    return held


def _round(
    breakout: Breakout,
    present: NDArray[np.bool_],
    faults: list[Fault],
    seats: list[int | None],
    late: int,
) -> tuple[Round, openings.Opened | None]:
    """The round of a session, with places kept open for so many who may come late.

    What keeps it from being filled is added to the faults.
    """
    name, total, n_groups = breakout.session.name, int(present.sum()), max(1, breakout.n_groups)
    place = Place(breakout.path)
    people = plural(total, "person takes part", "people take part")
    if total == 0:
        faults.append(
            Fault("breakout-impossible", place, f"Nobody takes part in “{name}”", "no people")
        )
    elif n_groups > total:
        message = f"“{name}” has {n_groups} groups, but only {people}"
        faults.append(Fault("breakout-impossible", place, message, "more groups than people"))
    seats = seats[:n_groups] + [None] * (n_groups - len(seats))
    lacking = _lacking(seats, total)
    if lacking:
        message = f"The rooms of “{name}” have {total - lacking} seats, but {people}"
        label = f"{lacking} seats too few"
        faults.append(Fault("breakout-impossible", place, message, label))
        seats = []
    groups = [_group_name(breakout, g) for g in range(n_groups)]
    written_sizes = breakout.session.written.breakouts
    if written_sizes and written_sizes.sizes:
        sized = _sized(breakout, written_sizes.sizes, seats or [None] * n_groups, present, faults)
        if sized:
            low, high = sized
            opened = openings.kept_open(late, total, high.tolist(), low.tolist())
            high -= opened.places if opened else 0
            return Round(f"“{name}”", present, low, high, tuple(groups)), opened
    opened = openings.kept_open(late, total, seats, [1] * len(seats))
    if opened:
        pairs = zip(seats, opened.places, strict=True)
        seats = [None if most is None else most - kept for most, kept in pairs]
    return seated(f"“{name}”", present, n_groups, seats=seats, groups=groups), opened


def _lacking(seats: list[int | None], total: int) -> int:
    """How many seats are too few for all; none where some group takes any number."""
    known = [each for each in seats if each is not None]
    return max(0, total - sum(known)) if len(known) == len(seats) else 0


def _sized(
    breakout: Breakout,
    sizes: tuple[str, ...],
    seats: list[int | None],
    present: NDArray[np.bool_],
    faults: list[Fault],
) -> tuple[NDArray[np.int64], NDArray[np.int64]] | None:
    """Fewest and most people of each group as written; None, and a fault, if that cannot be."""
    name, total, place = breakout.session.name, int(present.sum()), Place(breakout.path / "sizes")
    given = list(sizes) * len(seats) if len(sizes) == 1 else list(sizes)
    matches = [SIZE.fullmatch(each) for each in given]
    unread = next((each for each, match in zip(given, matches, strict=True) if not match), None)
    message, label = "", "a number, a range like 6-9, or one for each group"
    if unread is not None:
        message = f"“{unread}” is not the size of a group"
    elif len(given) != len(seats):
        message = f"“{name}” has {len(seats)} groups, but sizes for {len(given)}"
    if not message:
        low = np.array([int(match[1]) for match in matches if match], dtype=np.int64)
        high = np.array([int(match[2] or match[1]) for match in matches if match], dtype=np.int64)
        most = np.array([total if seat is None else seat for seat in seats], dtype=np.int64)
        high = np.minimum(high, most)
        low = np.where(high == 0, 0, low)
        if (low <= high).all() and int(low.sum()) <= total <= int(high.sum()):
            return low, high
        span = f"{int(low.sum())} to {int(high.sum())}"
        people = plural(total, "person takes part", "people take part")
        message = f"The sizes of “{name}” are for {span} people, but {people}"
        if total > int(high.sum()):
            label = "more groups are needed, or sit_out: true"
    faults.append(Fault("breakout-impossible", place, message, label))
    return None


def _seats(agenda: Agenda, ref: str) -> int | None:
    room = agenda.written.rooms.get(ref)
    return room.seats if room else None


def _group_name(breakout: Breakout, group: int) -> str:
    topic = breakout.topics[group] if group < len(breakout.topics) else ""
    return f"group {group + 1} ({topic})" if topic else f"group {group + 1}"
