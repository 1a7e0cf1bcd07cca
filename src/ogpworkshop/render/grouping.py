"""Groups as documents show them: by session and by room."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import asdict

from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.plan import GroupPlan, Placement
from ogpworkshop.render import view
from ogpworkshop.render.people import Directory
from ogpworkshop.render.phrases import by_name, by_role, line
from ogpworkshop.render.words import Words


def rounds_of(
    agenda: Agenda, plan: GroupPlan, days: Sequence[view.Day], directory: Directory, words: Words
) -> tuple[view.Round, ...]:
    """The groups of each session; sessions with the very same groups share one round."""
    sessions = {session.id: (day, session) for day in days for session in day.sessions}
    origins = {each.session.id: each.same_as for each in agenda.breakouts if each.same_as}
    placed = _by_session(plan)
    order = [name for name in sessions if name in placed or origins.get(name) in placed]
    order += [name for name in placed if name not in sessions]
    shared: dict[str, list[str]] = {}
    for name in order:
        origin = origins.get(name, name)
        is_kept = name not in placed or _seats(placed[name]) == _seats(placed.get(origin, ()))
        shared.setdefault(origin if is_kept else name, []).append(name)
    return tuple(
        _round(
            seated,
            tuple(names),
            [sessions[name] for name in names if name in sessions],
            tuple(_groups(placed[seated], agenda, directory, words)),
            words,
        )
        for seated, names in shared.items()
    )


def rooms_of(
    agenda: Agenda, rounds: Iterable[view.Round], words: Words
) -> tuple[view.RoomGroups, ...]:
    """The groups that meet in each room, rooms in the order of the agenda."""
    uses: dict[str, list[view.RoomGroup]] = {}
    for each in rounds:
        for group in each.groups:
            use = view.RoomGroup(title=each.title, when=each.when, group=group)
            uses.setdefault(group.room, []).append(use)
    declared = {line(room.name or ref): room for ref, room in agenda.written.rooms.items()}
    order = [name for name in declared if name in uses]
    order += sorted(name for name in uses if name and name not in declared)
    order += [""] * ("" in uses)
    return tuple(
        view.RoomGroups(
            anchor=f"r-{number}",
            name=name or words.no_room,
            location=line(declared[name].location) if name in declared else "",
            uses=tuple(uses[name]),
        )
        for number, name in enumerate(order, 1)
    )


def seated_of(rounds: Sequence[view.Round], language: str) -> tuple[view.Seated, ...]:
    """Everybody who is in a group, by name, with the own group of each round."""
    members: dict[str, view.Member] = {}
    seats: dict[str, list[view.Seat | None]] = {}
    for number, each in enumerate(rounds):
        for group in each.groups:
            for member in group.members:
                ident = member.id or member.name
                members.setdefault(ident, member)
                own = seats.setdefault(ident, [None] * len(rounds))
                own[number] = view.Seat(
                    number=group.number,
                    label=group.label,
                    topic=group.topic,
                    room=group.room,
                    role=member.role,
                )
    found = (
        view.Seated(**{**asdict(member), "role": ""}, seats=tuple(seats[ident]))
        for ident, member in members.items()
    )
    return tuple(sorted(found, key=by_name(language)))


def _by_session(plan: GroupPlan) -> dict[str, list[Placement]]:
    placed: dict[str, list[Placement]] = {}
    for placement in plan.placements:
        placed.setdefault(placement.session, []).append(placement)
    return placed


def _seats(placements: Iterable[Placement]) -> set[tuple[int, str, str, str, str]]:
    return {(each.group, each.topic, each.room, each.participant, each.role) for each in placements}


def _round(
    name: str,
    ids: tuple[str, ...],
    sessions: Sequence[tuple[view.Day, view.Session]],
    groups: tuple[view.Group, ...],
    words: Words,
) -> view.Round:
    first = sessions[0][1] if sessions else None
    return view.Round(
        anchor=f"g-{name}",
        title=first.title if first else name,
        sessions=ids,
        when=tuple(_when(sessions, words)),
        questions=first.questions if first else (),
        groups=groups,
    )


def _when(sessions: Iterable[tuple[view.Day, view.Session]], words: Words) -> Iterator[str]:
    for day, session in sessions:
        yield words.comma.join(part for part in (day.date_label or day.title, session.slot) if part)


def _groups(
    seats: Sequence[Placement], agenda: Agenda, directory: Directory, words: Words
) -> Iterator[view.Group]:
    order = by_role(agenda.workshop.language or "")
    for number in sorted({seat.group for seat in seats}):
        own = [seat for seat in seats if seat.group == number]
        members = [directory.member(each.participant, each.name, each.role) for each in own]
        members = [member for member in members if member.name]
        topic, room = own[0].topic, own[0].room
        yield view.Group(
            number=number,
            label=f"{words.group} {number}",
            topic=line(topic),
            room=line(agenda.room_name(room)) if room else "",
            size=f"{len(members)} {words.person if len(members) == 1 else words.people}",
            members=tuple(sorted(members, key=order)),
        )
