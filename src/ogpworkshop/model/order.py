"""Rows of a day that stand where they cannot: twelve hours off, or out of order.

A slip in one time shows in many places: the row runs backwards, overlaps its neighbours, leaves a
gap. What these functions explain, `model.clash` leaves out, and what that explains, the gaps of
`model.pauses`: each slip is told once.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from ogpworkshop.model.agenda import Day, Session
from ogpworkshop.model.daily import once_a_day
from ogpworkshop.model.path import Path
from ogpworkshop.model.strand import accompanied, line_of
from ogpworkshop.model.time import DAY, NOON

_LONGEST = 8 * 60
_FIRST_HOUR = 6 * 60


class Slip(msgspec.Struct, frozen=True):
    """A session whose am or pm is probably the wrong one, and the slot that fits its row."""

    session: Session
    start: int
    end: int | None
    before: Session | None
    after: Session | None


class Displaced(msgspec.Struct, frozen=True):
    """A session out of the order of its row: it starts before `above`, or after `below`."""

    session: Session
    above: Session | None
    below: Session | None


@once_a_day
def lines(day: Day) -> list[list[Session]]:
    """The rows of a day that must each follow in order of time: main row, tracks, rooms."""
    row = day.row()
    beside = accompanied(row)
    found: defaultdict[object, list[Session]] = defaultdict(list)
    for position, session in enumerate(row):
        line = line_of(session, is_accompanied=position in beside)
        if line is not None:
            found[line].append(session)
    return list(found.values())


@once_a_day
def slips(day: Day) -> list[Slip]:
    """Sessions written with am or pm that fit their row only twelve hours earlier or later."""
    found: list[Slip] = []
    if not any(session.time and session.time.style.startswith("12") for session in day.sessions):
        return found
    for line in lines(day):
        end_before = start_before = None
        for before, session, after in zip([None, *line[:-1]], line, [*line[1:], None], strict=True):
            slip = _slip(session, start_before, end_before, after)
            if slip is not None:
                found.append(Slip(session, *slip, before, after))
            start_before = slip[0] if slip else session.start
            end_before = slip[1] if slip else session.end if session.is_end_given else None
            if end_before is not None and start_before is not None and end_before < start_before:
                end_before = None
    return found


def _slip(
    session: Session, start_before: int | None, end_before: int | None, after: Session | None
) -> tuple[int, int | None] | None:
    start, next_start = session.start, after.start if after else None
    end = session.end if session.is_end_given else None
    if start is None or session.time is None or not session.time.style.startswith("12"):
        return None
    is_odd = (
        (end is not None and not 0 <= end - start <= _LONGEST)
        or (start_before is not None and start < start_before)
        or (next_start is not None and next_start < start)
    )
    if not is_odd:
        return None
    earliest = max(end_before or start_before or 0, _FIRST_HOUR)
    latest = DAY if next_start is None else next_start
    fitting = (slot for slot in _halves(start, end) if _fits(slot, earliest, latest))
    return next(fitting, None)


def _fits(slot: tuple[int, int | None], earliest: int, latest: int) -> bool:
    start, end = slot
    if end is None:
        return earliest <= start <= latest
    return earliest <= start < end <= min(start + _LONGEST, latest)


def _halves(start: int, end: int | None) -> Iterator[tuple[int, int | None]]:
    for other_start in ((start + NOON) % DAY, start):
        if end is None:
            yield other_start, None
            continue
        for other_end in (end % DAY, (end + NOON) % DAY):
            if (other_start, other_end) != (start, end):
                yield other_start, other_end


@once_a_day
def displaced(day: Day) -> list[Displaced]:
    """Sessions that a row in order of time would have to leave out; as few as possible."""
    known = {slip.session.path for slip in slips(day)}
    found: list[Displaced] = []
    for line in lines(day):
        found += _displaced(
            [
                session
                for session in line
                if session.is_start_given and session.path not in known and not is_negative(session)
            ]
        )
    return found


def _displaced(line: list[Session]) -> Iterator[Displaced]:
    starts = [session.start or 0 for session in line]
    if all(a <= b for a, b in pairwise(starts)):
        return
    kept = _likelier(line, in_order(starts))
    following: Session | None = None
    below: list[Session | None] = []
    for position in range(len(line) - 1, -1, -1):
        following = line[position] if position in kept else following
        below.append(following)
    above: Session | None = None
    for position, session in enumerate(line):
        if position in kept:
            above = session
        else:
            yield Displaced(session, above, below[len(line) - 1 - position])


def _likelier(line: list[Session], kept: set[int]) -> set[int]:
    """The same series, but of two neighbours of which one must go, the one that joins others stays."""
    kept = set(kept)
    for position in range(1, len(line)):
        above = position - 1
        if position in kept or above not in kept:
            continue
        before = max((at for at in range(max(0, above - 3), above) if at in kept), default=None)
        is_placed = before is None or (line[before].start or 0) <= (line[position].start or 0)
        if is_placed and _n_joined(line, position) > _n_joined(line, above):
            kept ^= {position, above}
    return kept


def _n_joined(line: list[Session], position: int) -> int:
    """How many of its neighbours a session follows or precedes without a gap."""
    session = line[position]
    return (position > 0 and line[position - 1].end == session.start) + (
        position + 1 < len(line) and line[position + 1].start == session.end
    )


def in_order(starts: list[int]) -> set[int]:
    """Positions of a longest series that never falls; of several, the one of the upper rows."""
    tails: list[int] = []
    tail_at: list[int] = []
    link: dict[int, int] = {}
    for position in range(len(starts) - 1, -1, -1):
        value = -starts[position]
        at = bisect_right(tails, value)
        if at:
            link[position] = tail_at[at - 1]
        if at == len(tails):
            tails.append(value)
            tail_at.append(position)
        else:
            tails[at], tail_at[at] = value, position
    kept: set[int] = set()
    position_or_none: int | None = tail_at[-1] if tail_at else None
    while position_or_none is not None:
        kept.add(position_or_none)
        position_or_none = link.get(position_or_none)
    return kept


def is_negative(session: Session) -> bool:
    """Whether a session ends before it starts."""
    return session.start is not None and session.end is not None and session.end < session.start


@once_a_day
def misplaced(day: Day) -> set[Path]:
    """Paths of sessions that do not take place when they say: twelve hours off, or displaced."""
    return {slip.session.path for slip in slips(day)} | {
        each.session.path for each in displaced(day)
    }


def unsure_ends(day: Day) -> set[int]:
    """Ends that follow from a misplaced start, and are as wrong as that."""
    wrong = misplaced(day)
    return {session.start or 0 for session in day.sessions if session.path in wrong}


def neighboured(day: Day) -> Iterator[tuple[Session | None, Session, Session | None]]:
    """Each session of the row between those before and after it in its line, where there are any."""
    in_line: set[Path] = set()
    for line in lines(day):
        in_line.update(session.path for session in line)
        yield from zip([None, *line[:-1]], line, [*line[1:], None], strict=True)
    for session in day.row():
        if session.path not in in_line:
            yield None, session, None
