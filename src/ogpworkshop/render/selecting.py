"""Limits a document to some people, rooms, sessions or days."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from ogpworkshop.errors import OgpError
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.attendance import named_days
from ogpworkshop.model.near import nearest
from ogpworkshop.model.roster import Roster
from ogpworkshop.render.grouping import seated_of
from ogpworkshop.render.phrases import line
from ogpworkshop.render.view import Day, View

_FIELDS = {"person": "people", "room": "rooms", "session": "sessions", "day": "days"}
_T = TypeVar("_T", bound=Hashable)


class Selection(msgspec.Struct, frozen=True):
    """What a document is limited to; nothing is left out by what is empty.

    Attributes:
        people: ids of participants.
        rooms: names of rooms.
        sessions: ids of sessions.
        days: positions of days, 0 for the first.
    """

    people: frozenset[str] = frozenset()
    rooms: frozenset[str] = frozenset()
    sessions: frozenset[str] = frozenset()
    days: frozenset[int] = frozenset()

    @property
    def sorts(self) -> frozenset[str]:
        """What it limits by, in the words of manifests."""
        return frozenset(sort for sort, field in _FIELDS.items() if getattr(self, field))

    def only(self, sorts: Iterable[str]) -> "Selection":
        """The same without the limits of other sorts."""
        return Selection(**{_FIELDS[sort]: getattr(self, _FIELDS[sort]) for sort in sorts})


def select(  # noqa: PLR0913  # what can be limited by is given by name
    agenda: Agenda,
    roster: Roster | None,
    *,
    people: Sequence[str] = (),
    rooms: Sequence[str] = (),
    sessions: Sequence[str] = (),
    days: Sequence[str] = (),
) -> Selection:
    """Finds what a user calls by id, key, name, title or date; capitals do not matter.

    Raises:
        OgpError: there is nobody and nothing of that name.
    """
    coming = roster.coming if roster else ()
    return Selection(
        people=_found(people, [(each.id, (each.id, each.name)) for each in coming], "participant"),
        rooms=_found(rooms, _rooms(agenda), "room"),
        sessions=_found(
            sessions, [(each.id, (each.id, each.title)) for each in agenda.sessions], "session"
        ),
        days=_found(days, [(place, (name,)) for name, place in named_days(agenda).items()], "day"),
    )


def narrowing(sort: str, values: Iterable[Hashable]) -> Selection:
    """The selection of these people, rooms, sessions or days."""
    return Selection(**{_FIELDS[sort]: frozenset(values)})  # type: ignore[arg-type]


def both(one: Selection, other: Selection) -> Selection | None:
    """What two selections have in common; None if that is nothing."""
    found = {}
    for field in _FIELDS.values():
        mine, theirs = getattr(one, field), getattr(other, field)
        found[field] = mine & theirs if mine and theirs else mine or theirs
        if (mine or theirs) and not found[field]:
            return None
    return Selection(**found)


def _rooms(agenda: Agenda) -> list[tuple[str, tuple[str, ...]]]:
    refs = [*agenda.written.rooms]
    refs += [use.ref for session in agenda.sessions for use in session.rooms]
    refs += [use.ref for breakout in agenda.breakouts for use in breakout.rooms]
    return [(line(agenda.room_name(ref)), (ref, agenda.room_name(ref))) for ref in refs]


def _found(
    asked: Sequence[str], known: Sequence[tuple[_T, tuple[str, ...]]], sort: str
) -> frozenset[_T]:
    called: dict[str, set[_T]] = {}
    for value, names in known:
        for name in names:
            called.setdefault(line(name).casefold(), set()).add(value)
    found: set[_T] = set()
    for name in asked:
        matches = called.get(line(name).casefold())
        if not matches:
            near = nearest(line(name).casefold(), called)
            remedy = f"Did you mean “{near}”?" if near else ""
            raise OgpError(f"there is no {sort} “{line(name)}”", remedy)
        found |= matches
    return frozenset(found)


def _day(day: Day, selection: Selection) -> Day:
    if not selection.sessions:
        return day
    return replace(
        day, sessions=tuple(each for each in day.sessions if each.id in selection.sessions)
    )


def each_of(
    sort: str, agenda: Agenda, roster: Roster | None, selection: Selection
) -> Iterator[tuple[str, Selection]]:
    """A selection for each person, room, session or day of a selection, and a name for it."""
    field = _FIELDS[sort]
    asked = getattr(selection, field)
    for name, value in _all(sort, agenda, roster):
        if not asked or value in asked:
            yield name, replace(selection, **{field: frozenset({value})})


def _all(sort: str, agenda: Agenda, roster: Roster | None) -> Iterator[tuple[str, Hashable]]:
    match sort:
        case "person":
            coming = roster.coming if roster else ()
            yield from ((f"{each.id} {each.name}", each.id) for each in coming if each.id)
        case "room":
            names = dict.fromkeys(name for name, _ in _rooms(agenda))
            yield from ((name, name) for name in names)
        case "session":
            yield from ((each.id, each.id) for each in agenda.sessions if not each.is_pause)
        case _:
            for number, day in enumerate(agenda.days):
                yield (day.date.isoformat() if day.date else day.title or f"{number + 1}"), number


def narrowed(seen: View, selection: Selection) -> View:
    """The view without what was not selected."""
    chosen = [
        _day(day, selection)
        for number, day in enumerate(seen.days)
        if not selection.days or number in selection.days
    ]
    days = tuple(day for day in chosen if day.sessions or not selection.sessions)
    kept = {(day.title, day.date) for day in days}
    rounds = tuple(
        each
        for each in seen.rounds
        if not selection.sessions or selection.sessions.intersection(each.sessions)
    )
    return replace(
        seen,
        days=days,
        rounds=rounds,
        seated=seated_of(rounds, seen.workshop.language) if seen.seated else (),
        people=tuple(
            each for each in seen.people if not selection.people or each.id in selection.people
        ),
        present=tuple(each for each in seen.present if (each.title, each.date) in kept),
        charts=tuple(each for each in seen.charts if (each.title, each.date) in kept),
        doors=tuple(
            each
            for each in seen.doors
            if (each.title, each.date) in kept
            and (not selection.rooms or each.room in selection.rooms)
        ),
        rooms=tuple(
            each for each in seen.rooms if not selection.rooms or each.name in selection.rooms
        ),
    )
