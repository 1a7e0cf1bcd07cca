"""When people rest: breaks and lunch, stretches of work without one, time that nothing fills."""

import re
from collections.abc import Iterator
from itertools import accumulate

import msgspec

from ogpworkshop.model.agenda import Agenda, Day, Session
from ogpworkshop.model.clash import clashes
from ogpworkshop.model.daily import once_a_day
from ogpworkshop.model.order import displaced, misplaced, unsure_ends

REST = 10
"""Minutes without a session in which people can leave the room: a stretch of work ends there."""

_AWAY = re.compile(
    r"\b(?:travel|transfer|bus|depart(?:s|ure)?|drive|flight|journey|walk|tour|excursion|hik(?:e|ing)|picnic|sightseeing"
    r"|(?:field|study|site|project) (?:visits?|trips?)|visit to|free (?:time|evening|afternoon)"
    r"|(?:voyage|viaje|viagem|perjalanan|reise|visite|visita|kunjungan))\b",
    re.IGNORECASE,
)
_REST = re.compile(
    r"\b(?:breaks?|coffee|tea|pauses?|refreshments?|descanso|pausa|istirahat)\b", re.IGNORECASE
)
_LUNCH = re.compile(
    r"\b(?:lunch\w*|d[eé]jeuner|almuerzo|almo[cç]o|makan siang|mittagessen|обед)\b", re.IGNORECASE
)


class Gap(msgspec.Struct, frozen=True):
    """Time between two sessions of a day that no session fills."""

    start: int
    end: int
    before: Session
    after: Session


class Stretch(msgspec.Struct, frozen=True):
    """Work without a break, in the order of time."""

    start: int
    end: int
    sessions: tuple[Session, ...]


def is_away(session: Session) -> bool:
    """Whether people are not at work in a room: a visit, a journey, a reception."""
    return session.kind == "social" or bool(_AWAY.search(session.title))


def is_lunch(session: Session) -> bool:
    """A meal around noon, or one that is called lunch."""
    if session.kind != "meal":
        return False
    if _LUNCH.search(session.title):
        return True
    return session.start is not None and 11 * 60 <= session.start < 15 * 60


def mentions_lunch(session: Session) -> bool:
    """Whether its title or its summary speaks of lunch, so that people eat in it."""
    return bool(_LUNCH.search(session.title) or _LUNCH.search(session.written.summary or ""))


@once_a_day
def placed(day: Day) -> list[Session]:
    """Sessions of the row that take up time where they say, in the order of time."""
    wrong = misplaced(day)
    unsure = unsure_ends(day) if wrong else ()
    return sorted(
        (session for session in day.sessions
         if session.is_timed and not session.written.background and session.path not in wrong
         and (session.is_end_given or session.end not in unsure)),
        key=lambda session: (session.start, session.path),
    )  # fmt: skip


@once_a_day
def gaps(day: Day) -> list[Gap]:
    """Times that nothing fills, unless a session whose own time is at fault could fill them."""
    sessions = placed(day)
    found: list[Gap] = []
    last: Session | None = None
    for session in sessions:
        if last is not None and (session.start or 0) > (last.end or 0):
            found.append(Gap(last.end or 0, session.start or 0, last, session))
        if last is None or (session.end or 0) >= (last.end or 0):
            last = session
    return list(_unexplained(day, found, sessions)) if found else []


def _unexplained(day: Day, found: list[Gap], sessions: list[Session]) -> Iterator[Gap]:
    doubtful = {session.path for clash in clashes(day) for session in (clash.first, clash.second)}
    sound = {session.path[-1] for session in sessions}
    sound |= {session.path[-1] for session in day.sessions if session.is_aside}
    n_positions = max((int(session.path[-1]) for session in day.sessions), default=-1) + 1
    unsound = list(accumulate((at not in sound for at in range(n_positions)), initial=0))
    filled = [
        (session.start or 0, session.end or 0)
        for each in displaced(day)
        if (session := each.session).is_timed
    ]
    edges = {session.start for session in day.row() if not session.is_timed}
    for gap in found:
        above, below = int(gap.before.path[-1]), int(gap.after.path[-1])
        is_between = above < below and unsound[below] > unsound[above + 1]
        touches = gap.start in edges or gap.end in edges
        is_filled = any(start < gap.end and end > gap.start for start, end in filled)
        is_doubtful = {gap.before.path, gap.after.path} & doubtful
        if not (is_between or touches or is_filled or is_doubtful):
            yield gap


def stretches(day: Day, longer_than: int) -> list[Stretch]:
    """Work without a break for longer than this; what clashes is left to its own rule."""
    sessions = placed(day)
    work = [session for session in sessions if _is_work(session)]
    cuts = sorted(_cuts(day, sessions))
    found = [
        Stretch(start, end, tuple(_within(work, start, end)))
        for start, end in _spans(work, cuts)
        if end - start > longer_than
    ]
    if not found:
        return []
    doubtful = {
        session.path for clash in clashes(day) for session in (clash.first, clash.second)
        if not session.is_pause
    }  # fmt: skip
    return [
        stretch for stretch in found
        if not any(session.path in doubtful for session in stretch.sessions)
    ]  # fmt: skip


def _is_work(session: Session) -> bool:
    is_known = bool(session.title) or session.is_kind_given
    return is_known and session.is_work and not session.is_aside and not is_away(session)


def _cuts(day: Day, sessions: list[Session]) -> Iterator[tuple[int, int]]:
    """Times in which people rest, from and to; a break whose own time is at fault counts too."""
    for session in sessions:
        if session.written.container:
            continue
        if not _is_work(session) or _has_own_rest(session):
            yield session.start or 0, session.end or 0
    end: int | None = None
    timed = {session.path for session in sessions}
    for session in day.row():
        if session.path in timed:
            end = session.end
        elif not _is_work(session):
            at = session.start if end is None and session.start == session.end else end
            if at is not None:
                yield at, at


def _has_own_rest(session: Session) -> bool:
    """A long session that says that a break is part of it."""
    texts = (session.title, session.written.summary or "", session.written.notes or "")
    return (session.minutes or 0) > 90 and any(_REST.search(text) for text in texts)


def _spans(work: list[Session], cuts: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Times of work, from and to, without the cuts; less than `REST` between two is no rest."""
    joined: list[list[int]] = []
    for session in work:
        start, end = session.start or 0, session.end or 0
        if joined and start - joined[-1][1] < REST:
            joined[-1][1] = max(joined[-1][1], end)
        else:
            joined.append([start, end])
    at = rested = 0
    for begin, end in joined:
        start = max(begin, rested)
        while at < len(cuts) and cuts[at][0] < end:
            if cuts[at][0] > start:
                yield start, cuts[at][0]
            rested = max(rested, cuts[at][1])
            start = max(start, rested)
            at += 1
        if end > start:
            yield start, end


def _within(work: list[Session], start: int, end: int) -> Iterator[Session]:
    for session in work:
        if (session.start or 0) < end and (session.end or 0) > start:
            yield session


def rests(day: Day, sessions: list[Session]) -> Iterator[tuple[Session, int]]:
    """Minutes that people have in each of these breaks, with empty time right before and after."""
    if not sessions:
        return
    found = gaps(day)
    since = {gap.end: gap.start for gap in found}
    until = {gap.start: gap.end for gap in found}
    for session in sessions:
        start, end = session.start or 0, session.end or 0
        yield session, until.get(end, end) - since.get(start, start)


def is_empty(day: Day, start: int, end: int) -> bool:
    """Whether no session of a day takes any of this time."""
    return not any(
        (session.start or 0) < end and (session.end or 0) > start for session in placed(day)
    )


_ONLINE = re.compile(
    r"\b(?:online|virtual|remote|zoom|webex|webinar|(?:microsoft|ms) teams|google meet"
    r"|en ligne|en l[ií]nea|daring)\b",
    re.IGNORECASE,
)

_HYBRID = re.compile(r"\b(?:and|or|hybrid|in person|et|y|dan)\b|[&+/]", re.IGNORECASE)


def is_online(agenda: Agenda) -> bool:
    """Whether people sit at home: no queue for coffee, and noon is not noon for everybody."""
    where = agenda.workshop.venue or agenda.workshop.title or ""
    return bool(_ONLINE.search(where)) and not _HYBRID.search(where)
