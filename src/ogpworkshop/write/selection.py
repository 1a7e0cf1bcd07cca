"""Which sessions are exported: those of a room, a track, a person, or somebody's own day."""

from collections.abc import Iterable

import msgspec

from ogpworkshop.errors import OgpError
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.attendance import days_of, named_days
from ogpworkshop.model.identity import Identities
from ogpworkshop.model.near import nearest
from ogpworkshop.model.plan import GroupPlan, Placement
from ogpworkshop.model.roster import Participant, Roster
from ogpworkshop.write.occasions import Occasion, occasions


class Choice(msgspec.Struct, frozen=True):
    """What is asked for; everything where nothing is said."""

    room: str | None = None
    track: str | None = None
    person: str | None = None
    participant: str | None = None


def selected(
    agenda: Agenda, roster: Roster | None, plan: GroupPlan | None, choice: Choice
) -> list[Occasion]:
    """The sessions that a choice means, in the order of the agenda.

    Raises:
        OgpError: when it names something that is not there.
    """
    known = roster.by_id() if roster else {}
    found = occasions(agenda, {ref: person.name for ref, person in known.items() if person.name})
    if choice.room is not None:
        found = _in_room(agenda, found, choice.room)
    if choice.track is not None:
        tracks = [each.session.written.track or "" for each in found]
        track = _meant(choice.track, tracks, "track")
        found = [each for each in found if each.session.written.track == track]
    if choice.person is not None:
        found = _with_person(agenda, roster, plan, found, choice.person)
    if choice.participant is not None:
        found = _own_day(agenda, roster, plan, found, choice.participant)
    return found


def _in_room(agenda: Agenda, found: list[Occasion], wanted: str) -> list[Occasion]:
    """Sessions in a room, and those whose groups work in it."""
    keys = {use.ref for each in found for use in each.session.rooms}
    keys |= {use.ref for each in agenda.breakouts for use in each.rooms} | set(agenda.written.rooms)
    names = {agenda.room_name(key): key for key in keys}
    folded = wanted.strip().casefold()
    keyed = next((key for key in keys if key.casefold() == folded), None)
    key = keyed or names[_meant(wanted, sorted(names), "room")]
    grouped = {each.session.id for each in agenda.breakouts if key in {r.ref for r in each.rooms}}
    return [
        each
        for each in found
        if any(use.ref == key for use in each.session.rooms) or each.session.id in grouped
    ]


def _meant(wanted: str, names: Iterable[str], what: str) -> str:
    """The name that is meant, whatever its capitals.

    Raises:
        OgpError: when there is none.
    """
    known = list(dict.fromkeys(name for name in names if name))
    for name in known:
        if name.strip().casefold() == wanted.strip().casefold():
            return name
    near = nearest(wanted, known)
    listed = ", ".join(known[:8]) or "none at all"
    raise OgpError(
        f"the agenda has no {what} “{wanted}”",
        f"Did you mean {near}?" if near else f"There are: {listed}.",
    )


def _with_person(
    agenda: Agenda,
    roster: Roster | None,
    plan: GroupPlan | None,
    found: list[Occasion],
    wanted: str,
) -> list[Occasion]:
    """Sessions in which somebody has a part, and those in whose groups the plan has them."""
    identities = Identities(agenda, roster)
    who = identities.of(wanted)
    people = roster.participants if roster else ()
    ids = {each.id for each in people if each.id and identities.of(each.id) == who}
    groups = _groups(agenda, plan, ids)
    kept = [
        _with_group(agenda, each, groups[each.session.id]) if each.session.id in groups else each
        for each in found
        if each.session.id in groups
        or any(identities.of(one.ref) == who for one in each.session.people)
    ]
    if not kept and identities.find(wanted) is None:
        _meant(wanted, sorted({name for each in found for name, _ in each.people}), "person")
    return kept


def _own_day(
    agenda: Agenda,
    roster: Roster | None,
    plan: GroupPlan | None,
    found: list[Occasion],
    wanted: str,
) -> list[Occasion]:
    """Everything that somebody of the roster can be in, with the group and its room."""
    person = _participant(roster, wanted)
    present = days_of(person, named_days(agenda))
    days = [day for position, day in enumerate(agenda.days) if not present or position in present]
    groups = _groups(agenda, plan, {person.id})
    return [
        _with_group(agenda, each, groups[each.session.id]) if each.session.id in groups else each
        for each in found
        if each.day in days
    ]


def _groups(agenda: Agenda, plan: GroupPlan | None, ids: set[str]) -> dict[str, Placement]:
    """The group of somebody in each session, those among them that keep the groups of another."""
    placed = {
        each.session: each for each in (plan.placements if plan else ()) if each.participant in ids
    }
    for each in agenda.breakouts:
        if each.same_as in placed:
            placed.setdefault(each.session.id, placed[each.same_as])
    return placed


def _participant(roster: Roster | None, wanted: str) -> Participant:
    people = roster.participants if roster else ()
    folded = wanted.strip().casefold()
    alike = [each for each in people if folded in {each.id.casefold(), each.name.casefold()}]
    if len(alike) == 1:
        return alike[0]
    if alike:
        ids = ", ".join(each.id for each in alike)
        raise OgpError(f"several people are called “{wanted}”", f"Give the id: {ids}.")
    near = nearest(wanted, [each.name for each in people])
    raise OgpError(
        f"nobody in the roster is “{wanted}”",
        f"Did you mean {near}?" if near else "Give an id or a name of the roster.",
    )


def _with_group(agenda: Agenda, occasion: Occasion, group: Placement) -> Occasion:
    room = agenda.room_name(group.room) if group.room else ""
    parts = [f"Group {group.group}", group.topic, room, group.role]
    rooms = list(occasion.rooms)
    place = f"group {group.group}: {room}" if room else ""
    return msgspec.structs.replace(
        occasion,
        note=" · ".join(part for part in parts if part),
        place="; ".join([*rooms, place]) if place else "",
    )
