"""From what the file says to what it means: starts that follow from the row, kinds, ids, people."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from ogpworkshop.model import written
from ogpworkshop.model.agenda import (
    Agenda,
    Appearance,
    Asking,
    Breakout,
    Day,
    Fault,
    RoomUse,
    Session,
)
from ogpworkshop.model.kind import kind_of
from ogpworkshop.model.path import Path, Place
from ogpworkshop.model.time import DAY, NOON, Remark, WrittenDate, WrittenTime, clock

_EARLIEST_MORNING = 6 * 60
_LATEST_EVENING = 8 * 60  # without pm, an hour below this can be one of the evening
_EVENING_BEGINS, _NIGHT_ENDS = 18 * 60, 6 * 60  # as slots are read that end after midnight
_NIGHTFALL = 20 * 60  # the small hours below a session that starts after this are the next day's
_EVENING = frozenset({"meal", "social"})
_LATEST_DINNER = 11 * 60
_DINNER = re.compile(
    r"(?<!\w)(?:dinner|supper|reception|cocktail|gala|d[iî]ner|cena|jantar|makan malam|abendessen|empfang|ужин)\b",
    re.IGNORECASE,
)


def resolve(file: written.AgendaFile, faults: tuple[Fault, ...] = ()) -> Agenda:
    """The agenda that a file means."""
    ids = _Ids(file)
    days = tuple(_day(day, ids) for day in file.days)
    sessions = [session for day in days for session in day.sessions]
    return Agenda(
        written=file,
        days=days,
        breakouts=tuple(_breakouts(file, sessions)),
        remarks=tuple(_remarks(file, sessions)),
        faults=faults,
    )


def slug(text: str) -> str:
    """A short name for references: letters and digits of any script, in lower case, joined by -."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(mark for mark in plain if not unicodedata.combining(mark))
    return "-".join(re.findall(r"\w+", plain.replace("_", " ").replace("’", "").replace("'", "")))[
        :60
    ].strip("-")


class _Ids:
    """Gives every session an id: its own, or one made from its title."""

    def __init__(self, file: written.AgendaFile) -> None:
        self.taken = {session.id for day in file.days for session in day.sessions if session.id}
        self.times: dict[str, int] = {}

    def of(self, session: written.Session) -> str:
        if session.id:
            return session.id
        base = slug(session.title or "") or "session"
        number = self.times.get(base, 0) + 1
        name = base if number == 1 else f"{base}-{number}"
        while name in self.taken:
            number += 1
            name = f"{base}-{number}"
        self.times[base] = number
        self.taken.add(name)
        return name


class _Clock(msgspec.Struct):
    """How far the day has come: start and end of the last session of the row."""

    start: int | None = None
    end: int | None = None


def _day(day: written.Day, ids: _Ids) -> Day:
    when = day.date.day if day.date else None
    now = _Clock()
    sessions = [_session(session, when, now, ids) for session in day.sessions]
    return Day(day.path, day.title or "", when, day, _with_ends(sessions))


def _session(session: written.Session, when: date | None, now: _Clock, ids: _Ids) -> Session:
    start, end, remarks = _times(session, now)
    is_start_given = start is not None
    is_end_given = end is not None
    is_night = (now.end or 0) > DAY or (now.start or 0) >= _NIGHTFALL
    if start is not None and start < _EARLIEST_MORNING and is_night:
        start, end = start + DAY, end if end is None else end + DAY
    minutes = session.duration.minutes if session.duration else None
    is_row = not (session.background or session.marker or session.container)
    if start is None and (minutes is not None or end is not None):
        start = now.end
    if end is None and start is not None and minutes is not None:
        end, is_end_given = start + minutes, True
    if is_row:
        now.start = start if start is not None else now.start
        # sessions beside each other: the row goes on when the longest has ended
        now.end = max(end, now.end or 0) if end is not None and session.parallel else end
    time = session.time or session.start or session.end or session.duration
    return Session(
        path=session.path,
        id=ids.of(session),
        title=(session.title or "").strip(),
        kind=_kind(session),
        is_kind_given=session.kind is not None,
        date=when,
        start=start,
        end=end,
        is_start_given=is_start_given,
        is_end_given=is_end_given,
        time=time,
        rooms=_rooms(session),
        people=tuple(_people(session)),
        remarks=tuple(remarks),
        written=session,
    )


def _times(
    session: written.Session, now: _Clock
) -> tuple[int | None, int | None, list[tuple[Place, Remark]]]:
    """Start and end as written, the afternoon told from the row, and the remarks on them."""
    remarks: list[tuple[Place, Remark]] = []
    start = end = None
    for key in ("time", "start", "end", "duration"):
        value: WrittenTime | None = getattr(session, key)
        if value is None:
            continue
        place = Place(session.path / key)
        remarks += [(place, remark) for remark in value.remarks]
        if key == "end":
            end = value.start
        elif key != "duration":
            shifted, remark = _afternoon(value, now, session)
            remarks += [(place, remark)] if remark else []
            start, end = shifted
    if session.end and start is not None and end is not None and end < start:
        if start >= _EVENING_BEGINS and end <= _NIGHT_ENDS:
            return start, end + DAY, remarks
        end = end + NOON if session.end.twelve[0] and start < end + NOON <= start + 6 * 60 else end
    return start, end, remarks


def _afternoon(
    value: WrittenTime, now: _Clock, session: written.Session
) -> tuple[tuple[int | None, int | None], Remark | None]:
    """Start and end, twelve hours later where only the afternoon fits the row of sessions.

    "1:30 - 2:30" below a session that ends at 12:30 is meant for the afternoon; so is an hour
    before six in the morning that nobody wrote with a leading zero, and a dinner. From eight on, a morning hour
    stays one: a list of one room's sessions after another's goes back in time and means it.
    """
    start, end = value.start, value.end
    if start is None or not value.twelve[0] or start >= NOON:
        return (start, end), None
    is_later = (
        now.start is not None
        and start < now.start
        and start + NOON >= now.start
        and (start < _LATEST_EVENING or (_kind(session) in _EVENING and now.start >= 16 * 60))
    )
    is_evening = bool(_DINNER.search(session.title or "")) and start < _LATEST_DINNER
    is_night = now.start is None and (60 <= start < _EARLIEST_MORNING or is_evening)
    if not (is_later or is_night) or (
        end is not None and end >= NOON and end - start < 12 * 60 and not value.twelve[1]
    ):
        return (start, end), None
    later = start + NOON
    if end is not None and end < NOON:
        end += NOON
    instead = clock(later) if end is None else f"{clock(later)}-{clock(end)}"
    message = f"“{value.text.strip()}” does not say that it is in the afternoon"
    return (later, end), Remark("time-no-marker", 0, len(value.text), message, instead)


def _with_ends(sessions: list[Session]) -> tuple[Session, ...]:
    """Sessions of a day; one that gives only its start ends where the next one of the row starts.

    Of sessions that are meant to run beside each other, each ends where the next ones start.
    """
    following: int | None = None
    beyond: int | None = None
    result: list[Session] = []
    for each in reversed(sessions):
        session = each
        if session.start is not None and not session.is_aside:
            is_beside = session.written.parallel and following == session.start
            after = beyond if is_beside else following
            if session.end is None and after is not None and after > session.start:
                session = msgspec.structs.replace(session, end=after)
            beyond = beyond if following == session.start else following
            following = session.start
        result.append(session)
    return tuple(reversed(result))


def _kind(session: written.Session) -> written.Kind:
    if session.kind is not None:
        return session.kind
    told = kind_of(session.title or "")
    if told is None and session.breakouts is not None:
        return "group-work"
    if told is None and session.talks:
        return "talks"
    return told or "plenary"


def _rooms(session: written.Session) -> tuple[RoomUse, ...]:
    path = session.path
    single = (RoomUse(session.room, path / "room"),) if session.room else ()
    several = tuple(RoomUse(ref, path / "rooms" / i) for i, ref in enumerate(session.rooms))
    return single + several


def _people(session: written.Session) -> Iterator[Appearance]:
    path = session.path
    for key, role in (
        ("speakers", "speaker"),
        ("facilitators", "facilitator"),
        ("interpreters", "interpreter"),
    ):
        for position, ref in enumerate(getattr(session, key)):
            yield Appearance(ref, role, path / key / position)
    for key in ("chair", "rapporteur"):
        ref = getattr(session, key)
        if ref:
            yield Appearance(ref, key, path / key)
    for talk in session.talks:
        for position, ref in enumerate(talk.speakers):
            yield Appearance(ref, "speaker", talk.path / "speakers" / position)


def _breakouts(file: written.AgendaFile, sessions: list[Session]) -> Iterator[Breakout]:
    by_id: dict[str, Breakout] = {}
    for session in sessions:
        own = session.written.breakouts
        origin = by_id.get(session.written.continues or "")
        stations = by_id.get((own.rotates if own else None) or "")
        same = by_id.get((own.same_as if own else None) or "")
        if stations is not None:
            breakout = _rotated(stations, session)
        elif same is not None and own is not None:
            breakout = _again(same, session, own)
        elif own is not None:
            breakout = _own_breakout(file, session, own)
        elif origin is not None:
            kept = origin.same_as or origin.session.id
            breakout = msgspec.structs.replace(origin, session=session, same_as=kept)
        else:
            continue
        by_id.setdefault(session.id, breakout)
        yield breakout


def _rotated(origin: Breakout, session: Session) -> Breakout:
    """The same groups, each at the topic and in the room of the group before it."""
    kept = origin.same_as or origin.session.id
    topics, rooms = origin.topics, origin.rooms
    return msgspec.structs.replace(
        origin,
        session=session,
        same_as=kept,
        topics=(*topics[1:], *topics[:1]),
        rooms=(*rooms[1:], *rooms[:1]),
    )


def _again(origin: Breakout, session: Session, own: written.Breakouts) -> Breakout:
    """The same groups, in rooms and on topics of their own where some are written."""
    n_groups, topics = origin.n_groups, own.topics
    return msgspec.structs.replace(
        origin,
        session=session,
        same_as=origin.same_as or origin.session.id,
        rooms=_uses(own) or origin.rooms,
        topics=tuple(topics[g % len(topics)] for g in range(n_groups)) if topics else origin.topics,
        path=own.path,
    )


def _uses(breakouts: written.Breakouts) -> tuple[RoomUse, ...]:
    path = breakouts.path / "rooms"
    return tuple(RoomUse(ref, path / i) for i, ref in enumerate(breakouts.rooms))


def _own_breakout(
    file: written.AgendaFile, session: Session, breakouts: written.Breakouts
) -> Breakout:
    path = breakouts.path
    n_sizes = len(breakouts.sizes) if len(breakouts.sizes) > 1 else 0
    n_groups = breakouts.groups or n_sizes or len(breakouts.rooms) or len(breakouts.topics) or 1
    topics = breakouts.topics or ("",)
    criteria = file.groups.criteria if breakouts.criteria is None else breakouts.criteria
    return Breakout(
        session=session,
        path=path,
        n_groups=n_groups,
        rooms=_uses(breakouts),
        topics=tuple(topics[group % len(topics)] for group in range(n_groups)),
        criteria=tuple(_asked(criteria)),
        same_as=None,
    )


def _asked(criteria: Sequence[written.Criterion], level: int = 0) -> Iterator[Asking]:
    """Criteria in the order in which they come; each `then` is one level below the last."""
    lower = level
    for criterion in criteria:
        if criterion.then is None:
            yield Asking(criterion, criterion.path, level)
            continue
        own = msgspec.structs.replace(criterion, then=None)
        if own != written.Criterion(path=own.path):
            yield Asking(criterion, criterion.path, level)  # two wishes in one
            continue
        for asking in _asked(criterion.then, lower + 1):
            lower = max(lower, asking.level)
            yield asking


def _remarks(file: written.AgendaFile, sessions: list[Session]) -> Iterator[tuple[Place, Remark]]:
    workshop = file.workshop
    for key, value in (("start", workshop.start), ("end", workshop.end)):
        yield from _of(value, workshop.path / key)
    for position, holiday in enumerate(workshop.holidays):
        yield from _of(holiday, workshop.path / "holidays" / position)
    for room in file.rooms.values():
        yield from _of(room.available, room.path / "available")
    for day in file.days:
        for key in ("date", "start", "end"):
            yield from _of(getattr(day, key), day.path / key)
    for session in sessions:
        yield from session.remarks
        for talk in session.written.talks:
            yield from _of(talk.duration, talk.path / "duration")


def _of(value: WrittenTime | WrittenDate | None, path: Path) -> Iterator[tuple[Place, Remark]]:
    for remark in value.remarks if value else ():
        yield Place(path), remark
