"""From an agenda and a roster to the problem of groups: who takes part when, in how big groups."""

import re
from dataclasses import dataclass

import msgspec
import numpy as np
from numpy.typing import NDArray

from ogpworkshop.errors import OgpError
from ogpworkshop.groups.asked import Asked, MisaskedError
from ogpworkshop.groups.attendance import Attendance
from ogpworkshop.groups.clash import clashes
from ogpworkshop.groups.criteria import readers
from ogpworkshop.groups.kinds import plural
from ogpworkshop.groups.problem import Criterion, Problem, Round, seated
from ogpworkshop.groups.whom import whom
from ogpworkshop.model import written
from ogpworkshop.model.agenda import Agenda, Breakout, Fault
from ogpworkshop.model.path import Path, Place
from ogpworkshop.model.roster import Participant, Roster

_SIZE = re.compile(r"\s*(\d{1,5})(?:\s*(?:-|–|to)\s*(\d{1,5}))?\s*")
_MOST = 3000
"""Every two people are weighed against each other, which takes memory by the square."""


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
    """

    problem: Problem
    people: tuple[Participant, ...]
    breakouts: tuple[Breakout, ...]
    round_of: tuple[int, ...]
    present: tuple[NDArray[np.bool_], ...]
    faults: tuple[Fault, ...]
    roles: tuple[tuple[tuple[str, NDArray[np.bool_]], ...], ...] = ()


def lay_out(agenda: Agenda, roster: Roster) -> Layout:
    """Rounds, sizes and criteria of all breakouts; what is wrong with them is in `faults`."""
    people = tuple(person for person in roster.coming if person.id)
    attendance = Attendance(agenda, people)
    faults = [*_unusable(roster), *attendance.faults]
    round_of = _rounds_of(agenda.breakouts)
    present = tuple(attendance.of(breakout.session) for breakout in agenda.breakouts)
    leads = [agenda.breakouts[round_of.index(r)] for r in range(max(round_of, default=-1) + 1)]
    rounds: list[Round] = []
    for r, lead in enumerate(leads):
        shared = [mask for mask, own in zip(present, round_of, strict=True) if own == r]
        there = np.logical_or.reduce(shared)
        rounds.append(_round(agenda, lead, there, faults))
    criteria = [] if faults else _criteria(agenda, roster, people, leads, faults)
    roles = (
        [] if faults else [_roles(lead, r, roster, people, faults) for r, lead in enumerate(leads)]
    )
    names = tuple(person.name or person.id for person in people)
    problem = Problem(names, tuple(rounds), tuple(each for each, _ in criteria))
    if not faults:
        faults += clashes(problem, [place for _, place in criteria])
    held = tuple(faults)
    return Layout(problem, people, agenda.breakouts, round_of, present, held, tuple(roles))


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
    if len(roster.coming) > _MOST:
        remedy = "Divide the roster, for example by day or by venue."
        raise OgpError(f"Groups are formed for {_MOST} people at the most", remedy)
    layout = lay_out(agenda, roster)
    faults = layout.faults
    if in_need:
        faults = tuple(fault for fault in faults if fault.kind != "criterion-impossible")
    if faults:
        first, *more = faults
        label = f"{first.label[:1].upper()}{first.label[1:]}. " if first.label else ""
        rest = f"{len(more)} more of the kind: ogp check lists all." if more else ""
        raise OgpError(f"{first.message} ({first.place.path})", f"{label}{rest}".strip())
    return layout


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


def _round(
    agenda: Agenda, breakout: Breakout, present: NDArray[np.bool_], faults: list[Fault]
) -> Round:
    """The round of a session; what keeps it from being filled is added to the faults."""
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
    seats = [_seats(agenda, room.ref) for room in breakout.rooms[:n_groups]]
    seats += [None] * (n_groups - len(seats))
    known = [each for each in seats if each is not None]
    if len(known) == n_groups and sum(known) < total:
        message = f"The rooms of “{name}” have {sum(known)} seats, but {people}"
        faults.append(
            Fault("breakout-impossible", place, message, f"{total - sum(known)} seats too few")
        )
        seats = []
    groups = [_group_name(breakout, g) for g in range(n_groups)]
    written_sizes = breakout.session.written.breakouts
    if written_sizes and written_sizes.sizes:
        sized = _sized(breakout, written_sizes.sizes, seats or [None] * n_groups, present, faults)
        if sized:
            return Round(f"“{name}”", present, *sized, tuple(groups))
    return seated(f"“{name}”", present, n_groups, seats=seats, groups=groups)


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
    matches = [_SIZE.fullmatch(each) for each in given]
    unread = next((each for each, match in zip(given, matches, strict=True) if not match), None)
    message = ""
    if unread is not None:
        message = f"“{unread}” is not the size of a group"
    elif len(given) != len(seats):
        message = f"“{name}” has {len(seats)} groups, but sizes for {len(given)}"
    if not message:
        low = np.array([int(match[1]) for match in matches if match], dtype=np.int64)
        high = np.array([int(match[2] or match[1]) for match in matches if match], dtype=np.int64)
        most = np.array([total if seat is None else seat for seat in seats], dtype=np.int64)
        high = np.minimum(high, most)
        if (low <= high).all() and int(low.sum()) <= total <= int(high.sum()):
            return low, high
        span = f"{int(low.sum())} to {int(high.sum())}"
        people = plural(total, "person takes part", "people take part")
        message = f"The sizes of “{name}” are for {span} people, but {people}"
    label = "a number, a range like 6-9, or one for each group"
    faults.append(Fault("breakout-impossible", place, message, label))
    return None


def _seats(agenda: Agenda, ref: str) -> int | None:
    room = agenda.written.rooms.get(ref)
    return room.seats if room else None


def _group_name(breakout: Breakout, group: int) -> str:
    topic = breakout.topics[group] if group < len(breakout.topics) else ""
    return f"group {group + 1} ({topic})" if topic else f"group {group + 1}"


def _names(agenda: Agenda, breakout: Breakout, group: int) -> frozenset[str]:
    """Everything that a wish can call a group: number, topic, room."""
    names = {str(group + 1), f"group {group + 1}"}
    if group < len(breakout.topics) and breakout.topics[group]:
        names.add(breakout.topics[group].casefold())
    if group < len(breakout.rooms):
        ref = breakout.rooms[group].ref
        names |= {ref.casefold(), agenda.room_name(ref).casefold()}
    return frozenset(names)


def _criteria(
    agenda: Agenda,
    roster: Roster,
    people: tuple[Participant, ...],
    leads: list[Breakout],
    faults: list[Fault],
) -> list[tuple[Criterion, Place]]:
    """Criteria of all rounds; what is asked alike of several rounds is one criterion."""
    made: list[tuple[Criterion, Place]] = []
    for criterion, path, rounds in _collected(leads):
        named = [name for name in readers() if getattr(criterion, name) is not None]
        if len(named) != 1:
            message = (
                f"A criterion has to name one wish, this names {' and '.join(named) or 'none'}"
            )
            label = f"one of {', '.join(readers())}"
            faults.append(Fault("criterion-unclear", Place(path), message, label))
            continue
        places = tuple(
            tuple(_names(agenda, leads[r], g) for g in range(leads[r].n_groups)) for r in rounds
        )
        asked = Asked(named[0], criterion, path, roster.columns, people, rounds, places)
        try:
            made.append((readers()[named[0]](asked), Place(path / named[0])))
        except MisaskedError as error:
            faults.append(error.fault)
    return made


def _roles(
    lead: Breakout,
    round_: int,
    roster: Roster,
    people: tuple[Participant, ...],
    faults: list[Fault],
) -> tuple[tuple[str, NDArray[np.bool_]], ...]:
    """Roles in the groups of a round, with who can have them."""
    breakouts = lead.session.written.breakouts
    found = []
    for role, wanted in (breakouts.roles if breakouts else {}).items():
        path = lead.path / "roles"
        asked = Asked(role, written.Criterion(), path, roster.columns, people, (round_,), ())
        try:
            found.append((role, whom(asked, wanted)[0]))
        except MisaskedError as error:
            faults.append(error.fault)
    return tuple(found)


def _collected(leads: list[Breakout]) -> list[tuple[written.Criterion, Path, tuple[int, ...]]]:
    """Criteria with the rounds they are asked for; meetings are about all rounds anyway."""
    found: dict[bytes, tuple[written.Criterion, Path, list[int]]] = {}
    for r, breakout in enumerate(leads):
        for criterion, path in breakout.criteria:
            key = msgspec.json.encode(criterion)
            if criterion.meet is not None:
                key = b"meet " + criterion.meet.encode()
            held = found.setdefault(key, (criterion, path, []))
            if r not in held[2]:
                held[2].append(r)
            if criterion.weight > held[0].weight or criterion.must > held[0].must:
                heavier = msgspec.structs.replace(
                    held[0],
                    weight=max(held[0].weight, criterion.weight),
                    must=held[0].must or criterion.must,
                )
                found[key] = (heavier, held[1], held[2])
    return [(criterion, path, tuple(rounds)) for criterion, path, rounds in found.values()]
