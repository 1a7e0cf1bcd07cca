"""Faults of people, rooms, groups, titles and of the file itself, put into clean agendas."""

from collections.abc import Iterator
from itertools import pairwise

from faults_of_time import swapped
from injecting import Clean, fault

from ogpworkshop.model.agenda import Session
from ogpworkshop.model.time import span
from ogpworkshop.model.written import Room

_PERSON = "Zora Quist"


def _talks(number: int, length: str) -> str:
    return "[" + ", ".join([f"{{title: A talk{length}}}"] * number) + "]"


@fault("duration-sum")
def _(clean: Clean) -> Iterator[str]:
    for session in clean.work:
        if not (session.written.talks or session.written.breakouts or len(session.rooms) > 1):
            yield clean.set(session, "talks", _talks(2, f", duration: {session.minutes}m"))


@fault("pitch-overrun")
def _(clean: Clean) -> Iterator[str]:
    for session in clean.work:
        if not (session.written.talks or session.written.breakouts or len(session.rooms) > 1):
            yield clean.set(session, "talks", _talks((session.minutes or 0) // 5 + 1, ""))


def _at_once(clean: Clean) -> Iterator[tuple[Session, Session]]:
    """Sessions that begin together."""
    for first, second in pairwise(clean.sessions):
        if first.path[:2] == second.path[:2] and first.start == second.start:
            yield first, second


@fault("person-overlap")
def _(clean: Clean) -> Iterator[str]:
    for first, second in _at_once(clean):
        if first.is_work and second.is_work:
            one = clean.then(clean.set(second, "chair", _PERSON))
            yield one.set(one.at(first), "chair", _PERSON)


@fault("person-unknown")
def _(clean: Clean) -> Iterator[str]:
    people = clean.agenda.written.people.values()
    names = [each.name for each in people if each.name and each.kind == "person"]
    session = next((each for each in clean.work if not each.written.chair), None)
    for name in names if session else ():
        if session is not None and len(name) > 6:
            yield clean.set(session, "chair", f"{name[:-2]}q{name[-1]}")


@fault("person-name-variant")
def _(clean: Clean) -> Iterator[str]:
    free = [each for each in clean.work if not each.written.chair]
    for first, second in pairwise(free):
        one = clean.then(clean.set(second, "chair", "Z. Quist"))
        yield one.set(one.at(first), "chair", _PERSON)


@fault("person-unconfirmed")
def _(clean: Clean) -> Iterator[str]:
    for session in clean.work:
        if not session.written.chair:
            yield clean.set(session, "chair", f"{_PERSON} (tbc)")


@fault("role-interpreter-missing")
def _(clean: Clean) -> Iterator[str]:
    for session in clean.work:
        if not (session.written.interpreters or session.written.language):
            yield clean.set(session, "language", "eo")


@fault("panel-size")
def _(clean: Clean) -> Iterator[str]:
    names = ", ".join(f"Zora {letter}uist" for letter in "BDFGLM")
    for session in clean.work:
        if session.kind == "panel" and not session.people:
            yield clean.set(session, "speakers", f"[{names}]")


def _in_rooms(clean: Clean) -> Iterator[tuple[Session, Room]]:
    """Sessions in one room that is declared."""
    for session in clean.work:
        room = clean.agenda.written.rooms.get(session.written.room or "")
        if room is not None and not session.written.rooms:
            yield session, room


@fault("room-unknown")
def _(clean: Clean) -> Iterator[str]:
    for session, _ in _in_rooms(clean):
        if len(session.written.room or "") > 3:
            yield clean.put(session.path / "room", f"{session.written.room}q")


@fault("room-overlap")
def _(clean: Clean) -> Iterator[str]:
    rooms = clean.agenda.written.rooms
    for first, second in _at_once(clean):
        room = rooms.get(first.written.room or "")
        is_single = room is not None and not room.parallel and second.written.room
        if is_single and first.written.track and first.is_work and second.is_work:
            yield clean.put(second.path / "room", first.written.room or "")


@fault("room-capacity")
def _(clean: Clean) -> Iterator[str]:
    for session, room in _in_rooms(clean):
        if room.seats and session.kind != "registration":
            yield clean.set(session, "expected", str(room.seats + 1))


@fault("room-unavailable")
def _(clean: Clean) -> Iterator[str]:
    for session, room in _in_rooms(clean):
        if not room.available:
            yield clean.key(room.path, "available", f'"{span((session.start or 0) + 5, 1430)}"')


@fault("room-feature")
def _(clean: Clean) -> Iterator[str]:
    for session, room in _in_rooms(clean):
        if not (room.features or session.written.needs):
            one = clean.then(clean.set(session, "needs", "[fireplace]"))
            yield one.key(room.path, "features", "[lawn]")


@fault("room-turnover")
def _(clean: Clean) -> Iterator[str]:
    for before, session, _ in clean.triples:
        is_one = before.written.room and before.written.room == session.written.room
        if is_one and not (before.is_pause or session.is_pause or before.written.layout):
            one = clean.then(clean.set(session, "layout", "islands"))
            yield one.set(one.at(before), "layout", "theatre")


@fault("breakout-rooms")
def _(clean: Clean) -> Iterator[str]:
    for breakout in clean.agenda.breakouts:
        own = breakout.session.written.breakouts
        if own is not None and own.groups and own.rooms:
            yield clean.put(breakout.path / "groups", str(len(own.rooms) + 1))


@fault("breakout-seats")
def _(clean: Clean) -> Iterator[str]:
    rooms = clean.agenda.written.rooms
    for breakout in clean.agenda.breakouts:
        if breakout.rooms and breakout.rooms[0].ref in rooms:
            room = rooms[breakout.rooms[0].ref]
            expected = breakout.n_groups * ((room.seats or 0) + 1)
            if room.seats and not breakout.session.written.expected and not breakout.same_as:
                yield clean.set(breakout.session, "expected", str(expected))


def _titled(code: str, title: str) -> None:
    """A fault in the title of a session."""

    @fault(code)
    def _(clean: Clean) -> Iterator[str]:
        for session in clean.work:
            yield clean.put(session.path / "title", title)


_titled("title-missing", '""')
_titled("title-placeholder", '"Keynote: TBC"')
_titled("title-long", '"On the ' + "very " * 20 + 'long"')
_titled("title-shouting", '"RIVERS AND WHO OWNS THEM"')
_titled("text-invisible", '"Riv\\u200bers"')


@fault("title-duplicate")
def _(clean: Clean) -> Iterator[str]:
    for first, second in _at_once(clean):
        if first.is_work and second.is_work:
            yield swapped(clean, first, second, ("Rivers", "Rivers"))


@fault("kind-mismatch")
def _(clean: Clean) -> Iterator[str]:
    for _, session, _ in clean.triples:
        if session.title.casefold() in {"coffee", "lunch", "tea", "coffee break", "tea break"}:
            yield clean.set(session, "kind", "plenary")


@fault("questions-many")
def _(clean: Clean) -> Iterator[str]:
    for breakout in clean.agenda.breakouts:
        session = breakout.session
        if not (session.written.questions or any(breakout.topics)):
            yield clean.set(session, "questions", "[A?, B?, C?, D?, E?]")


def _keyed(code: str, key: str, value: str) -> None:
    """A fault in a key that a session has more."""

    @fault(code)
    def _(clean: Clean) -> Iterator[str]:
        for session in clean.sessions:
            if not getattr(session.written, key, None):
                yield clean.key(session.path, key, value)


_keyed("continuation-unknown", "continues", "no-such-session")
_keyed("named-conflict", "conflicts", "[no-such-session]")
_keyed("link-malformed", "notes", '"see https:/example.org/plan"')
_keyed("summary-long", "summary", '"' + "word " * 140 + '"')
_keyed("key-unknown", "titel", "Panel")
_keyed("value-unknown", "kind", "brake")
_keyed("type-wrong", "parallel", "perhaps")
_keyed("type-wrong", "talks", "one")


@fault("named-conflict")
def _(clean: Clean) -> Iterator[str]:
    for first, second in _at_once(clean):
        yield clean.set(second, "conflicts", f"[{first.id}]")


@fault("continuation-order")
def _(clean: Clean) -> Iterator[str]:
    for first, second in pairwise(clean.sessions):
        is_before = (first.start or 0) < (second.start or 0)
        is_plain = not any(
            each.written.continues or each.written.breakouts for each in (first, second)
        )
        if is_before and is_plain and first.path[:2] == second.path[:2]:
            yield clean.set(first, "continues", second.id)


@fault("part-order")
def _(clean: Clean) -> Iterator[str]:
    for first, second in pairwise(clean.work if "&" not in clean.text else ()):
        if first.path[:2] == second.path[:2]:
            yield swapped(clean, first, second, ('"Rivers, part 2"', '"Rivers, part 1"'))


@fault("slot-duplicate-id")
def _(clean: Clean) -> Iterator[str]:
    for first, second in pairwise(clean.sessions):
        if not (first.written.id or second.written.id):
            one = clean.then(clean.set(second, "id", "twin"))
            yield one.set(one.at(first), "id", "twin")


@fault("key-duplicate")
def _(clean: Clean) -> Iterator[str]:
    for session in clean.sessions:
        yield clean.key(session.path, "title", '"Another title"')


@fault("yaml-syntax")
def _(clean: Clean) -> Iterator[str]:
    for session in clean.sessions:
        yield clean.put(session.path / "title", '"a title: that is not closed')


@fault("sensitive-public")
def _(clean: Clean) -> Iterator[str]:
    if "\nroster:" not in clean.text:
        yield f"{clean.text}roster: {{columns: {{dietary: {{audience: public}}}}}}\n"


@fault("ignore-unknown")
def _(clean: Clean) -> Iterator[str]:
    yield f"# ogp: ignore-file[slot-gaps] tried\n{clean.text}"


@fault("ignore-unused")
def _(clean: Clean) -> Iterator[str]:
    yield f"# ogp: ignore-file[slot-zero-length] none\n{clean.text}"
