"""Every text of an agenda that somebody reads, and where it stands."""

from collections.abc import Iterator

from ogpworkshop.model.agenda import Agenda, Session
from ogpworkshop.model.path import Path

_WORKSHOP = ("label", "title", "venue", "organiser", "summary")
_SESSION = ("title", "summary", "notes")


def texts(agenda: Agenda) -> Iterator[tuple[Path, str]]:
    """Titles, summaries, notes, questions and names, in the order of the file."""
    yield from _of_workshop(agenda)
    for day in agenda.days:
        if day.title:
            yield day.path / "title", day.title
        for session in day.sessions:
            yield from _of_session(session)


def _of_workshop(agenda: Agenda) -> Iterator[tuple[Path, str]]:
    workshop = agenda.workshop
    for key in _WORKSHOP:
        text = getattr(workshop, key)
        if text:
            yield workshop.path / key, text
    for position, text in enumerate(workshop.objectives):
        yield workshop.path / "objectives" / position, text
    for room in agenda.written.rooms.values():
        if room.name:
            yield room.path / "name", room.name
    for person in agenda.written.people.values():
        if person.name:
            yield person.path / "name", person.name


def _of_session(session: Session) -> Iterator[tuple[Path, str]]:
    written, path = session.written, session.path
    for key in _SESSION:
        text = getattr(written, key)
        if text:
            yield path / key, text
    for key in ("questions", "materials"):
        for position, text in enumerate(getattr(written, key)):
            yield path / key / position, text
    for talk in written.talks:
        if talk.title:
            yield talk.path / "title", talk.title
    for appearance in session.people:
        yield appearance.path, appearance.ref


def is_whole(agenda: Agenda) -> bool:
    """Whether it is a programme with a name, dates and a row of sessions, and not a part of one."""
    has_dates = any(day.date for day in agenda.days)
    n_work = sum(session.is_work for day in agenda.days for session in day.sessions)
    return bool(agenda.workshop.title) and has_dates and n_work >= 5
