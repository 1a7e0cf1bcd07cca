"""Sessions with everything that leaves the agenda: the same for calendars, systems and tables.

Notes and materials are for organisers and are not among it.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

import msgspec

from ogpworkshop.model.agenda import Agenda, Day, Session
from ogpworkshop.model.written import FLAGS


class Occasion(msgspec.Struct, frozen=True):
    """A session, and what others are told about it.

    Attributes:
        day: its day.
        session: the session.
        rooms: names on the doors.
        people: (name, what they do), each once, those who speak in talks included.
        place: where somebody whose calendar it is has to be; "" for the rooms.
        note: what stands before the description: somebody's group.
    """

    day: Day
    session: Session
    rooms: tuple[str, ...]
    people: tuple[tuple[str, str], ...]
    place: str = ""
    note: str = ""

    @property
    def when(self) -> tuple[datetime, datetime] | None:
        """Start and end by the clocks of the place; None if date, start or end is not known."""
        date, start, end = self.session.date, self.session.start, self.session.end
        if date is None or start is None or end is None or end < start:
            return None
        midnight = datetime.combine(date, datetime.min.time())
        try:
            return midnight + timedelta(minutes=start), midnight + timedelta(minutes=end)
        except OverflowError:
            return None

    def further(self) -> dict[str, str]:
        """What few sessions have, by its name in tables and calendars."""
        written = self.session.written
        flags = (name for name in FLAGS if getattr(written, name))
        return {
            "language": written.language or "",
            "continues": written.continues or "",
            "flags": "; ".join(flags),
        }

    def named(self, *roles: str) -> list[str]:
        """Names of those who have one of these roles."""
        return list(dict.fromkeys(name for name, role in self.people if role in roles))


def occasions(agenda: Agenda, names: dict[str, str] | None = None) -> list[Occasion]:
    """Every session, in the order of the agenda.

    Args:
        agenda: the programme.
        names: names of people by their roster ids.
    """
    known = {ref: person.name for ref, person in agenda.written.people.items() if person.name}
    known = {**(names or {}), **known}
    return [
        Occasion(
            day=day,
            session=session,
            rooms=tuple(dict.fromkeys(agenda.room_name(use.ref) for use in session.rooms)),
            people=tuple(dict.fromkeys(_people(session, known))),
        )
        for day in agenda.days
        for session in day.sessions
    ]


def _people(session: Session, names: dict[str, str]) -> Iterator[tuple[str, str]]:
    for each in session.people:
        yield names.get(each.ref, each.ref).strip(), each.role


def description(occasion: Occasion) -> str:
    """What a calendar or a list of sessions says about it, in plain paragraphs."""
    written = occasion.session.written
    texts = [
        occasion.note,
        lines_of(written.summary),
        details(occasion),
        role_lines(occasion.people),
    ]
    return "\n\n".join(each for each in texts if each)


def lines_of(text: str | None) -> str:
    """A text with its lines and without spaces at their ends, where no format has a use for them."""
    return "\n".join(" ".join(line.split()) for line in (text or "").strip().splitlines())


def role_lines(people: Iterable[tuple[str, str]]) -> str:
    """Who does what, a line for each role, which imports read again."""
    named: dict[str, list[str]] = {}
    for name, role in people:
        named.setdefault(role, []).append(name)
    return "\n".join(f"{role.capitalize()}: {'; '.join(named[role])}" for role in named)


def details(occasion: Occasion) -> str:
    """Its talks and questions, a line each."""
    written = occasion.session.written
    talks = "\n".join(f"• {line}" for line in _talks(occasion))
    questions = "\n".join(f"– {' '.join(each.split())}" for each in written.questions)
    return "\n\n".join(each for each in (talks, questions) if each)


def _talks(occasion: Occasion) -> Iterable[str]:
    for talk in occasion.session.written.talks:
        title = talk.title or ", ".join(talk.speakers)
        yield f"{title} ({talk.country})" if talk.country else title
