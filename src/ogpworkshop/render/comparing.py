"""What of a document differs between two states of a workshop."""

from collections.abc import Hashable, Iterable, Sequence

import msgspec
from msgspec.structs import replace

from ogpworkshop.render.documents import Document
from ogpworkshop.render.selecting import Selection, narrowing
from ogpworkshop.render.view import View


def changed(document: Document, output: str, now: View, then: View) -> Selection | None:
    """The people, rooms, sessions or days whose part of a document has changed; None if nothing has.

    A document that is about none of these is whole, and so is everything once the title, the look
    or the words have changed. Of the programme, the web page alone tells groups.
    """
    if not document.narrowed or _frame(now) != _frame(then):
        return None if now == then else Selection()
    sort = document.narrowed[0]
    if sort == "day" and not (output == "html" and "groups" in document.options):
        now, then = (replace(each, rounds=()) for each in (now, then))
    different = _parts(sort, now) - _parts(sort, then)
    return narrowing(sort, {key for key, _ in different}) if different else None


def _frame(seen: View) -> Sequence[object]:
    return seen.workshop, seen.words, seen.theme, seen.generator


def _parts(sort: str, seen: View) -> set[tuple[Hashable, bytes]]:
    """What a document shows of each person, room, session or day."""
    encoder = msgspec.json.Encoder(enc_hook=dict)
    return {(key, encoder.encode(part)) for key, part in _shown(sort, seen)}


def _shown(sort: str, seen: View) -> Iterable[tuple[Hashable, object]]:
    match sort:
        case "person":
            return [(person.id, person) for person in seen.people]
        case "room":
            names = dict.fromkeys(door.room for door in seen.doors)
            return [(name, [each for each in seen.doors if each.room == name]) for name in names]
        case "session":
            sessions = {each.id: each for day in seen.days for each in day.sessions}
            groups = {name: each for each in seen.rounds for name in each.sessions}
            return [(name, [sessions.get(name), groups.get(name)]) for name in {*sessions, *groups}]
        case _:
            present = {(each.title, each.date): each for each in seen.present}
            own = {name: each.groups for each in seen.rounds for name in each.sessions}
            return [
                (
                    number,
                    [
                        day,
                        present.get((day.title, day.date)),
                        [own.get(each.id) for each in day.sessions],
                    ],
                )
                for number, day in enumerate(seen.days)
            ]
