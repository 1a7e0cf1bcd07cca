"""Rows of a day whose times cannot be right, each told once and by one name.

A slip in one time shows in many places: the row runs backwards, overlaps its neighbours, leaves a
gap. The functions here build on each other, so that what one of them explains, the next leaves
out: twelve hours off, out of order, overlapping, and finally gaps (`model.pauses`).
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from ogpworkshop.model.agenda import Day, Session
from ogpworkshop.model.path import Path
from ogpworkshop.model.strand import accompanied, is_same_line, line_of, rooms_of, strand_of
from ogpworkshop.model.time import DAY, NOON

_LONGEST = 8 * 60
_FIRST_HOUR = 6 * 60
_AT_ONCE = 32


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


class Clash(msgspec.Struct, frozen=True):
    """Two sessions for the same people that share time; the first starts no later."""

    first: Session
    second: Session

    @property
    def start(self) -> int:
        """When both have begun."""
        return self.second.start or 0

    @property
    def end(self) -> int:
        """When one of them has ended."""
        return min(self.first.end or 0, self.second.end or 0)


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
    if not (
        (end is not None and not 0 <= end - start <= _LONGEST)
        or (start_before is not None and start < start_before)
        or (next_start is not None and next_start < start)
    ):
        return None
    earliest = max(end_before or start_before or 0, _FIRST_HOUR)
    for other_start, other_end in _halves(start, end):
        last = other_start if other_end is None else other_end
        if (
            earliest <= other_start <= last <= min(other_start + _LONGEST, DAY)
            and (next_start is None or last <= next_start)
            and last != (other_start if other_end is not None else None)
        ):
            return other_start, other_end
    return None


def _halves(start: int, end: int | None) -> Iterator[tuple[int, int | None]]:
    for other_start in ((start + NOON) % DAY, start):
        if end is None:
            yield other_start, None
            continue
        for other_end in (end % DAY, (end + NOON) % DAY):
            if (other_start, other_end) != (start, end):
                yield other_start, other_end


def displaced(day: Day) -> list[Displaced]:
    """Sessions that a row in order of time would have to leave out; as few as possible."""
    known = {slip.session.path for slip in slips(day)}
    found: list[Displaced] = []
    for line in lines(day):
        found += _displaced(
            [
                session
                for session in line
                if session.is_start_given
                and session.path not in known
                and not _is_negative(session)
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


def _is_negative(session: Session) -> bool:
    return session.start is not None and session.end is not None and session.end < session.start


def misplaced(day: Day) -> set[Path]:
    """Paths of sessions that do not take place when they say: twelve hours off, or displaced."""
    return {slip.session.path for slip in slips(day)} | {
        each.session.path for each in displaced(day)
    }


def unsure_ends(day: Day) -> set[int]:
    """Ends that follow from a misplaced start, and are as wrong as that."""
    wrong = misplaced(day)
    return {session.start or 0 for session in day.sessions if session.path in wrong}


def clashes(day: Day) -> list[Clash]:
    """Sessions for the same people that share time, those in the wrong place left out.

    Silent for sessions marked as parallel, for different tracks and other rooms, and for a line
    that is there twice.
    """
    wrong = misplaced(day)
    row = [session for session in day.row() if session.is_timed and session.path not in wrong]
    if not _any_overlap(row):
        return []
    beside = accompanied(row)
    alone = {session.path for position, session in enumerate(row) if position not in beside}
    return [
        clash
        for clash in _pairs(session for session in row if not session.written.parallel)
        if not is_same_line(clash.first, clash.second) and not _is_meant(clash, alone)
    ]


def culprits(day: Day) -> list[tuple[Session, list[Clash]]]:
    """All clashes, each once: under the session that explains most of them.

    A session that by a slip ends at 19:00 instead of 10:00 overlaps everything after it; that is
    one fault. What it overlaps before and after it are two. A clash of only two stands under the
    later one.
    """
    found = clashes(day)
    n_clashes = Counter(session.path for clash in found for session in (clash.first, clash.second))
    gathered: defaultdict[tuple[Path, bool], list[Clash]] = defaultdict(list)
    for clash in found:
        is_first = n_clashes[clash.first.path] > n_clashes[clash.second.path]
        culprit = clash.first if is_first else clash.second
        gathered[culprit.path, is_first].append(clash)
    return [
        (each[0].first if is_first and len(each) > 1 else each[0].second, each)
        for (_, is_first), each in gathered.items()
    ]


def neighboured(day: Day) -> Iterator[tuple[Session | None, Session, Session | None]]:
    """Each session of the row between those before and after it in its line, where there are any."""
    in_line: set[Path] = set()
    for line in lines(day):
        in_line.update(session.path for session in line)
        yield from zip([None, *line[:-1]], line, [*line[1:], None], strict=True)
    for session in day.row():
        if session.path not in in_line:
            yield None, session, None


def _any_overlap(row: list[Session]) -> bool:
    spans = sorted((session.start or 0, session.end or 0) for session in row)
    return any(a[1] > b[0] for a, b in pairwise(spans))


def _is_meant(clash: Clash, alone: set[Path]) -> bool:
    """Whether two sessions at once are what an organiser means without saying so."""
    first, second = clash.first, clash.second
    if first.is_pause and second.is_pause:  # coffee in two foyers
        return bool(rooms_of(first) and rooms_of(second) and rooms_of(first) != rooms_of(second))
    for long, short in ((first, second), (second, first)):
        covers = (long.start or 0) <= (short.start or 0) and (long.end or 0) >= (short.end or 0)
        # a registration desk that stays open; a long workshop in one room, with its own break
        if covers and long.kind == "registration" and not short.is_pause:
            return True
        if covers and short.is_pause and (long.path not in alone or long.written.track):
            return True
    return False


def _pairs(row: Iterator[Session]) -> Iterator[Clash]:
    """Pairs that share time and people, by a sweep that looks only at strands that can meet."""
    running = _Running()
    for session in sorted(row, key=lambda each: (each.start, each.path)):
        for other in running.meeting(session):
            yield Clash(other, session)
        if session.is_end_given:  # an end that follows from the next start clashes with nothing
            running.add(session)


class _Running:
    """Sessions that have begun, by their strands.

    Of each strand only the `_AT_ONCE` that last longest are kept: beyond that, more pairs would
    say nothing new, and a file that repeats one line 10,000 times is still read in a blink.
    """

    def __init__(self) -> None:
        self.by_strand: dict[tuple[str, frozenset[str]], list[Session]] = {}
        self.rooms: defaultdict[str, set[frozenset[str]]] = defaultdict(set)
        self.tracks: defaultdict[frozenset[str], set[str]] = defaultdict(set)

    def add(self, session: Session) -> None:
        track, rooms = strand_of(session)
        there = self.by_strand.setdefault((track, rooms), [])
        there.append(session)
        if len(there) > _AT_ONCE:
            there.sort(key=lambda each: -(each.end or 0))
            del there[_AT_ONCE:]
        self.rooms[track].add(rooms)
        self.tracks[rooms].add(track)

    def meeting(self, session: Session) -> Iterator[Session]:
        start = session.start or 0
        for key in self._keys(session):
            there = self.by_strand.get(key)
            if there:
                there[:] = [other for other in there if (other.end or 0) > start]
                yield from there

    def _keys(self, session: Session) -> list[tuple[str, frozenset[str]]]:
        track, rooms = strand_of(session)
        nowhere: frozenset[str] = frozenset()
        if track and rooms:
            return [(track, rooms), ("", rooms), (track, nowhere), ("", nowhere)]
        if track:
            return [(t, r) for t in (track, "") for r in self.rooms[t]]
        if rooms:
            return [(t, r) for r in (rooms, nowhere) for t in self.tracks[r]]
        return list(self.by_strand)
