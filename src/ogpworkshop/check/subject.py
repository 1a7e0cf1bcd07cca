"""What a finding is about, said so that it stays the same while the lines around it move.

A finding on a session is known by day, time and title, one on a participant by id and column:
not by line, nor by position in a list. Two findings of one rule about one subject are told apart
by their order.
"""

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from ogpworkshop.check.placed import Documents, Subject
from ogpworkshop.model.agenda import Agenda, Day, Session
from ogpworkshop.model.path import Path, Place
from ogpworkshop.model.plan import GroupPlan
from ogpworkshop.model.roster import Roster

_TOLD = frozenset({"time", "start", "end", "duration", "title"})
"""Keys of a session whose values its time and title tell already."""
_LONGEST = 80


class _Placed(Protocol):
    @property
    def path(self) -> Path: ...


_Part = TypeVar("_Part", bound=_Placed)


def subject(place: Place, quoted: str, documents: Documents) -> Subject:
    """What stands at a place.

    Args:
        place: where.
        quoted: the text that stands there.
        documents: what the place leads into.
    """
    path = place.path
    root = path[0] if path and not (place.key and len(path) == 1) else ""
    if root == "days" and documents.agenda and len(path) > 1:
        return _of_agenda(documents.agenda[0], path, quoted)
    if root == "participants" and documents.roster and len(path) > 1:
        return _of_roster(documents.roster[0], path, quoted)
    if root == "placements" and documents.plan and len(path) > 1:
        return _of_plan(documents.plan[0], path, quoted)
    return (_keys(path), _short(quoted))


def names(places: Iterable[Subject]) -> Subject:
    """The subjects of related places, their times left out: these follow from the finding's own."""
    return tuple(part for each in places for part in each[2:] or each)


def _of_agenda(agenda: Agenda, path: Path, quoted: str) -> Subject:
    day = _part(agenda.days, path[:2])
    if day is None:
        return (_keys(path), _short(quoted))
    session = _part(day.sessions, path[:4]) if path[2:3] == ("sessions",) else None
    rest = path[2:] if session is None else path[4:]
    value = _short(quoted) if rest and (session is None or rest[0] not in _TOLD) else ""
    told = ("", "") if session is None else (_time(session), session.title)
    return (_day(day), *told, _keys(rest), value)


def _of_roster(roster: Roster, path: Path, quoted: str) -> Subject:
    person = _part(roster.participants, path[:2])
    if person is None:
        return (_keys(path), _short(quoted))
    return ("", "", person.id or person.name, _keys(path[2:]), _short(quoted) if path[2:] else "")


def _of_plan(plan: GroupPlan, path: Path, quoted: str) -> Subject:
    placed = _part(plan.placements, path[:2])
    if placed is None:
        return (_keys(path), _short(quoted))
    value = _short(quoted) if path[2:] else ""
    return (placed.session, "", placed.participant, _keys(path[2:]), value)


def _part(parts: Sequence[_Part], path: tuple[str | int, ...]) -> _Part | None:
    """The part at a path; it stands at its own position or, where others were unusable, before."""
    position = path[-1] if path else None
    if not isinstance(position, int):
        return None
    for each in reversed(parts[: position + 1]):
        if each.path == path:
            return each
    return None


def _day(day: Day) -> str:
    return day.title or (day.date.isoformat() if day.date else str(day.path))


def _time(session: Session) -> str:
    """The slot of a session whose start is written; one that follows another is known by length."""
    if session.is_start_given or session.minutes is None:
        return session.slot
    return f"{session.minutes} min"


def _keys(path: tuple[str | int, ...]) -> str:
    return ".".join(step for step in path if isinstance(step, str))


def _short(quoted: str) -> str:
    return " ".join(quoted.split())[:_LONGEST]
