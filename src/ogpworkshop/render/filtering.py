"""What readers of a web page can limit it to: kinds of sessions, rooms, people, tracks."""

from collections.abc import Iterable
from typing import Annotated

from msgspec import Meta

from ogpworkshop.model.collation import collation_key
from ogpworkshop.render.view import Session, View
from ogpworkshop.render.view_people import Shown

_MOST = 200


class Filters(Shown, frozen=True):
    """What the sessions of a page have in common; none where there is nothing to choose."""

    kinds: Annotated[tuple[str, ...], Meta(description="Kinds, as words.")] = ()
    places: Annotated[tuple[str, ...], Meta(description="Rooms of sessions and of groups.")] = ()
    people: Annotated[tuple[str, ...], Meta(description="Names of those with a part.")] = ()
    tracks: Annotated[tuple[str, ...], Meta(description="Tracks.")] = ()

    def of(self, session: Session) -> str:
        """Classes of a session, for example k1 r2 p7."""
        own = (
            ("k", self.kinds, (session.kind_label,)),
            ("r", self.places, _places(session)),
            ("p", self.people, _people(session)),
            ("t", self.tracks, (session.track,)),
        )
        return " ".join(
            f"{letter}{known.index(name)}"
            for letter, known, names in own
            for name in dict.fromkeys(names)
            if name in known
        )


def filters_of(seen: View) -> Filters:
    """What the sessions of a programme can be limited to."""
    sessions = [each for day in seen.days for each in day.sessions if not each.is_pause]
    return Filters(
        kinds=_choices(each.kind_label for each in sessions),
        places=_choices(place for each in sessions for place in _places(each)),
        people=_choices(
            sorted(
                {name for each in sessions for name in _people(each)},
                key=lambda name: collation_key(name, seen.workshop.language),
            )
        ),
        tracks=_choices(each.track for each in sessions),
    )


def _places(session: Session) -> tuple[str, ...]:
    return session.place, session.breakout.rooms if session.breakout else ""


def _people(session: Session) -> tuple[str, ...]:
    talks = (person for talk in session.talks for person in talk.speakers)
    roles = (person for role in session.roles for person in role.people)
    return tuple(person.name for person in (*session.presenters, *talks, *roles))


def _choices(names: Iterable[str]) -> tuple[str, ...]:
    """The names, each once; none if there are fewer than two or more than anybody looks through."""
    found = tuple(dict.fromkeys(name for name in names if name))
    return found if 1 < len(found) <= _MOST else ()
