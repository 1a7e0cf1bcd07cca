"""People and sessions as they are called on the command line."""

from collections.abc import Sequence

import msgspec

from ogpworkshop.errors import OgpError
from ogpworkshop.groups.rounds import Layout
from ogpworkshop.model.near import nearest
from ogpworkshop.model.roster import Participant, Roster

_MOST_NAMES = 4


def named(roster: Roster, word: str) -> str:
    """The id of somebody who comes, called by id or by name.

    Raises:
        OgpError: nobody who comes is called so, or several people are.
    """
    people = [person for person in roster.coming if person.id]
    if any(person.id == word for person in people):
        return word
    found = [each.id for each in people if _plain(each.name) == _plain(word)]
    found = found or [each.id for each in people if each.id.casefold() == word.casefold()]
    if len(found) == 1:
        return found[0]
    if found:
        raise OgpError(f"{len(found)} people are called {word}", f"Use an id: {', '.join(found)}.")
    if any(word == each.id or _plain(word) == _plain(each.name) for each in roster.participants):
        raise OgpError(f"{word} does not come", "Look at the status in the roster.")
    raise OgpError(f"nobody who comes is called {word}", _meant(people, word))


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _meant(people: Sequence[Participant], word: str) -> str:
    """Who may be meant: nearly written so, or with this as a part of the name."""
    near = nearest(word, [each for person in people for each in (person.id, person.name)])
    if near:
        return f"Did you mean {near}?"
    parts = _plain(word).split()
    like = [each.name for each in people if set(parts) <= set(_plain(each.name).split())]
    if not like:
        names = {part: each.name for each in people for part in _plain(each.name).split()}
        part = nearest(parts[0], names) if len(parts) == 1 else None
        like = [names[part]] if part else []
    if like:
        return f"Did you mean {' or '.join(like[:_MOST_NAMES])}?"
    return "Give an id of the roster, or the whole name."


def without(roster: Roster, away: Sequence[str]) -> Roster:
    """The roster with some of its people, named by id or by name, marked as cancelled.

    Raises:
        OgpError: nobody who comes is called so, or several people are.
    """
    absent = {named(roster, word) for word in away}
    gone = {"status": "cancelled"}
    people = (
        msgspec.structs.replace(each, values=each.values | gone) if each.id in absent else each
        for each in roster.participants
    )
    return msgspec.structs.replace(roster, participants=tuple(people))


def round_of(layout: Layout, session: str) -> int:
    """The position of a session's round.

    Raises:
        OgpError: there is no such session, or it has no groups.
    """
    ids = [each.session.id for each in layout.breakouts]
    if session not in ids:
        near = nearest(session, ids)
        remedy = f"Did you mean {near}?" if near else f"They are: {', '.join(ids)}."
        raise OgpError(f"{session} is no session with groups", remedy)
    return layout.round_of[ids.index(session)]
