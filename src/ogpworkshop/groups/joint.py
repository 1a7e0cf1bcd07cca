"""Whether musts about several rounds can hold beside those of each: who meets how often, stations.

What each round leaves open for two people is added up over the rounds. Where few pairs are meant,
all of their rounds are tried together, exactly, as `fitting` tries one.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups.criteria.apart import Apart
from ogpworkshop.groups.criteria.foes import Foes
from ogpworkshop.groups.criteria.gather import Gather
from ogpworkshop.groups.criteria.meet import Meet, Times
from ogpworkshop.groups.criteria.need import NeedOver
from ogpworkshop.groups.criteria.rotate import Rotate
from ogpworkshop.groups.criteria.together import Together
from ogpworkshop.groups.fitting import MUSTS
from ogpworkshop.groups.kinds import plural
from ogpworkshop.groups.placing import Left, Meetings, Placing, left_open, meetings_of
from ogpworkshop.groups.problem import Criterion, Problem

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
OVER_ROUNDS = (Meet, NeedOver, Rotate, Times)
"""What is understood here beside the musts of single rounds."""
MOST_PEOPLE = 600
_MOST_PAIRS = 300
"""Pairs whose rounds are tried together."""
_MOST_TRIED = 1500
"""Placings that are looked at in all sets of musts together."""
_FEW = 6
_MANY = 1 << 30


class Joint:
    """All rounds of a problem, and sets of musts to be tried on them.

    Attributes:
        left: placings that may still be looked at; then everything passes as possible.
    """

    def __init__(self, problem: Problem, most: int = _MOST_TRIED) -> None:
        self.problem, self.left = problem, most
        self._open: dict[tuple[int, ...], Left | None] = {}
        self._known: dict[frozenset[int], bool] = {}

    def fits(self, criteria: Sequence[Criterion]) -> tuple[bool, int]:
        """Whether the criteria can hold together, and how many placings were looked at."""
        key = frozenset(map(id, criteria))
        if key not in self._known:
            why, nodes = self.tried(criteria)
            self._known[key] = why is None
            return why is None, nodes
        return self._known[key], 1

    def tried(self, criteria: Sequence[Criterion]) -> tuple[str | None, int]:
        """Why the criteria cannot hold together, and how many placings were looked at.

        Returns:
            None where they can or where it is not known, "" where the reason takes more than a few
            words.
        """
        if not any(isinstance(each, OVER_ROUNDS) for each in criteria):
            return None, 1
        rounds: list[Left] = []
        for r in range(self.problem.n_rounds):
            left = self._left_open(criteria, r)
            if left is None:  # a clash of one round, which is found there
                return None, 1
            rounds.append(left)
        why = next(_reasons(criteria, self.problem, rounds), None)
        meetings = meetings_of(criteria, self.problem, _MOST_PAIRS)
        if why is not None or not len(meetings.i) or self.left <= 0:
            return why, self.problem.n_rounds
        trying = Placing(rounds, meetings)
        why = None if trying.is_possible() else ""
        self.left -= trying.nodes
        return why, trying.nodes

    def _left_open(self, criteria: Sequence[Criterion], r: int) -> Left | None:
        own = [
            each
            for each in criteria
            if isinstance(each, MUSTS) and r in self.problem.rounds_of(each.wish)
        ]
        key = (r, *map(id, own))
        if key not in self._open:
            self._open[key] = left_open(own, self.problem, r)
        return self._open[key]


def linked(criteria: Sequence[Criterion], problem: Problem) -> list[list[Criterion]]:
    """Each must with those about the same people, and those about many; then all together.

    Few musts, and few people, are looked at as a whole.
    """
    if len(criteria) <= _FEW or problem.n_people <= _FEW:
        return [list(criteria)]
    people = [_people(each) for each in criteria]
    is_wide = [p is None or 2 * int(p.sum()) > problem.n_people for p in people]
    around: list[list[Criterion]] = []
    for own, wide in zip(people, is_wide, strict=True):
        beside = [
            each
            for each, theirs, too_wide in zip(criteria, people, is_wide, strict=True)
            if too_wide or (own is not None and theirs is not None and (own & theirs).any())
        ]
        if not wide and beside not in around:
            around.append(beside)
    return [*sorted(around, key=len), list(criteria)]


def _people(criterion: Criterion) -> Bools | None:
    """Whom a must is about, if it is about pairs."""
    if isinstance(criterion, Times):
        return np.asarray(criterion.pairs.any(axis=1))
    if isinstance(criterion, Apart | Foes | Gather | Together):
        pairs = criterion.binds()[0].copy()
        np.fill_diagonal(pairs, val=False)
        return np.asarray(pairs.any(axis=1))
    return None


def _reasons(
    criteria: Sequence[Criterion], problem: Problem, rounds: Sequence[Left]
) -> Iterator[str]:
    """What adding up shows at once."""
    for each in criteria:
        if isinstance(each, Rotate):
            yield from _stuck(each, problem, rounds)
        elif isinstance(each, NeedOver):
            yield from _far(each, problem, rounds)
    asked = meetings_of(criteria, problem, _MANY)
    share = np.stack([each.share[asked.i, asked.j] for each in rounds]) & asked.rounds
    never = np.stack([each.never[asked.i, asked.j] for each in rounds])
    sure, possible = share.sum(axis=0), (~never & asked.rounds).sum(axis=0)
    for k in np.flatnonzero((sure > asked.most) | (possible < asked.least))[:1].tolist():
        pair = f"{problem.people[asked.i[k]]} and {problem.people[asked.j[k]]}"
        if sure[k] > asked.most[k]:
            yield f"{pair} share a group in {plural(int(sure[k]), 'round')} in any case"
        else:
            number = plural(int(possible[k]), "round") if possible[k] else "no round"
            yield f"{pair} can share a group in {number}"
    yield from _through(asked, problem, rounds)


def _through(asked: Meetings, problem: Problem, rounds: Sequence[Left]) -> Iterator[str]:
    """Two who both meet a third so often that in some round they sit with each other."""
    wanted = np.flatnonzero(asked.least > 0)
    if not 1 < len(wanted) <= _MOST_PAIRS:
        return
    ends = [{int(asked.i[p]), int(asked.j[p])} for p in wanted]
    for a, b in combinations(range(len(wanted)), 2):
        if len(ends[a] & ends[b]) != 1:
            continue
        p, q = wanted[a], wanted[b]
        over = asked.rounds[:, p] | asked.rounds[:, q]
        both = int(asked.least[p] + asked.least[q]) - int(over.sum())
        (one, other), (between,) = sorted(ends[a] ^ ends[b]), ends[a] & ends[b]
        if both > _at_most(asked, rounds, over, (one, other)):
            names = f"{problem.people[one]} and {problem.people[other]}"
            yield f"{names} both meet {problem.people[between]} so often that they meet"
            return


def _at_most(asked: Meetings, rounds: Sequence[Left], over: Bools, pair: tuple[int, int]) -> int:
    """How often a pair, the smaller first, can meet in some rounds."""
    limits = asked.most[
        (asked.i == pair[0]) & (asked.j == pair[1]) & (asked.rounds | ~over[:, None]).all(axis=0)
    ]
    possible = sum(bool(over[r]) and not each.never[pair] for r, each in enumerate(rounds))
    return min(possible, int(limits.min(initial=possible)))


def _far(asked: NeedOver, problem: Problem, rounds: Sequence[Left]) -> Iterator[str]:
    """More people who are to come to some than there are chairs where these can be."""
    others = np.zeros(problem.n_people, dtype=np.bool_)
    chairs = 0
    for r in problem.rounds_of(asked.wish):
        round_ = problem.rounds[r]
        here = asked.members & round_.present
        groups = rounds[r].may[here].any(axis=0)
        chairs += max(0, int(round_.high[groups].sum()) - int(here.sum()))
        others |= round_.present & ~asked.members
    if asked.at_least and int(others.sum()) > chairs:
        where = f"there are {plural(chairs, 'chair')} in the groups where they can be"
        yield f"beside those of {asked.kind} {where}, for {int(others.sum())} people"


def _stuck(asked: Rotate, problem: Problem, rounds: Sequence[Left]) -> Iterator[str]:
    """Somebody who cannot come to another station in every round."""
    over = problem.rounds_of(asked.wish)
    seen: set[tuple[tuple[int, ...], ...]] = set()
    for i in range(problem.n_people):
        ways = tuple(
            tuple(np.unique(at[rounds[r].may[i]]).tolist())
            for r, at in zip(over, asked.at, strict=True)
            if problem.rounds[r].present[i]
        )
        if ways in seen:
            continue
        seen.add(ways)
        # where a group has no station, nothing is visited
        bound = [way for way in ways if way and -1 not in way]
        if not _each_has_own(bound):
            open_to = len({station for way in bound for station in way})
            number = plural(open_to, "station")
            yield f"{problem.people[i]} can be at {number} in {plural(len(bound), 'round')}"
            return


def _each_has_own(ways: Sequence[tuple[int, ...]]) -> bool:
    """Whether every round can have a station of its own: augmenting paths."""
    taken: dict[int, int] = {}

    def find(k: int, seen: set[int]) -> bool:
        for station in ways[k]:
            if station not in seen:
                seen.add(station)
                if station not in taken or find(taken[station], seen):
                    taken[station] = k
                    return True
        return False

    return all(find(k, set()) for k in range(len(ways)))
