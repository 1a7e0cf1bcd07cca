"""Which sessions are for the same people, and which run beside each other on purpose."""

from collections.abc import Iterable
from typing import NamedTuple

from ogpworkshop.model.agenda import Session

MAIN = "main"


class Strand(NamedTuple):
    """Track and rooms of a session; where either is left out, it is for everybody."""

    track: str
    rooms: frozenset[str]


def strand_of(session: Session) -> Strand:
    """The strand of a session. A break in the foyer is everybody's: its room parts nobody."""
    track = (session.written.track or "").strip().casefold()
    if session.is_pause:
        return Strand(track, frozenset())
    return Strand(track, rooms_of(session))


def rooms_of(session: Session) -> frozenset[str]:
    """Rooms of a session as they are written, without regard to capitals."""
    return frozenset(use.ref.strip().casefold() for use in session.rooms)


def is_same_line(a: Session, b: Session) -> bool:
    """Whether two sessions are one, written twice: equal titles, times and strands."""
    return (
        (a.start, a.end) == (b.start, b.end)
        and a.title.casefold() == b.title.casefold()
        and strand_of(a) == strand_of(b)
        and rooms_of(a) == rooms_of(b)
    )


def accompanied(row: Iterable[Session]) -> set[int]:
    """Positions, within the row, of sessions that run beside another one in another room.

    Tracks and the mark `parallel` say so themselves and do not count here, nor does what is for
    everybody wherever it is: arrival, breaks, receptions.
    """
    found: set[int] = set()
    alone: list[tuple[int, int]] = []  # end and position; all of `alone_in`
    alone_in: frozenset[str] = frozenset()
    longest = second = (0, alone_in)  # the latest ends of two different strands of rooms
    placed = [
        (session.start, session.end, position, rooms_of(session))
        for position, session in enumerate(row)
        if session.start is not None and session.end is not None and session.end > session.start
        if session.rooms and session.is_work and session.kind != "social"
    ]
    for start, end, position, rooms in sorted(placed, key=lambda each: each[:3]):
        other = second if longest[1] == rooms else longest
        if other[0] > start:
            found.add(position)
            if alone_in != rooms:
                found.update(each for until, each in alone if until > start)
                alone = []
        else:
            alone = [*alone, (end, position)] if alone_in == rooms else [(end, position)]
            alone_in = rooms
        if longest[1] == rooms:
            longest = (max(longest[0], end), rooms)
        elif end > longest[0]:
            longest, second = (end, rooms), longest
        elif end > second[0]:
            second = (end, rooms)
    return found


def line_of(session: Session, *, is_accompanied: bool) -> tuple[str, object] | None:
    """What must follow in order of time: the main row, a track, a room beside others.

    None for sessions marked as parallel, which may stand in any order.
    """
    strand = strand_of(session)
    if session.written.parallel:
        return None
    if strand.track:
        return "track", strand.track
    if is_accompanied:
        return "rooms", strand.rooms
    return MAIN, ""
