"""Sessions for the same people at the same time, found by a sweep in the order of their starts."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TypeAlias, TypeVar

import msgspec

from ogpworkshop.model.agenda import Appearance, Day, RoomUse, Session
from ogpworkshop.model.daily import once_a_day
from ogpworkshop.model.order import misplaced
from ogpworkshop.model.path import Path
from ogpworkshop.model.strand import accompanied, is_same_line, rooms_of, strand_of

Used = TypeVar("Used", Appearance, RoomUse)
Use: TypeAlias = tuple[Session, Used]
_AT_ONCE = 32
_ALL_DAY = 4 * 60


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


@once_a_day
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


def doubled(uses: Iterable[tuple[Session, Used]]) -> Iterator[tuple[Use[Used], Use[Used]]]:
    """Each session that begins while another runs, with the one that lasts longest.

    Args:
        uses: sessions that have one person or one room, in the order of time, each with its use.
    """
    last: Use[Used] | None = None
    for use in uses:
        is_running = last is not None and (use[0].start or 0) < (last[0].end or 0)
        if last is not None and is_running and not is_same_line(last[0], use[0]):
            yield last, use
        if last is None or (use[0].end or 0) >= (last[0].end or 0):
            last = use


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
        if long.kind == "registration" and (covers or (long.minutes or 0) >= _ALL_DAY):
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
