"""Units of several rounds being placed together, so that pairs meet as often as they must.

It goes on from what the musts of each single round leave open, and is exact, unless it takes too
long.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups.criteria.meet import Meet, Times
from ogpworkshop.groups.fitting import DEEPEST, Fitting, begun
from ogpworkshop.groups.problem import Criterion, Problem

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
_MOST_NODES = 500
_MOST_OTHERS = 80
"""Units of all rounds, beside those of pairs, that are placed as well."""


@dataclass(frozen=True, eq=False)
class Left:
    """What the musts of one round leave open.

    Attributes:
        fitting: with nobody placed.
        may: `may[person, group]`, whether somebody can be there.
        share: `share[person, person]`, who is together whatever else is.
        never: `never[person, person]`, who is not.
    """

    fitting: Fitting
    may: Bools
    share: Bools
    never: Bools


@dataclass(frozen=True, eq=False)
class Meetings:
    """How often pairs are to meet.

    Attributes:
        i: one of each pair.
        j: the other.
        least: meetings at the least.
        most: meetings at the most.
        rounds: `rounds[round, pair]`, those that count.
    """

    i: Ints
    j: Ints
    least: Ints
    most: Ints
    rounds: Bools


def left_open(criteria: Sequence[Criterion], problem: Problem, r: int) -> Left | None:
    """What some musts leave open in a round; None where they bind together who must be apart."""
    round_ = problem.rounds[r]
    fitting = begun(criteria, round_, r)
    if fitting is None:
        return None
    there = round_.present[:, None] & round_.present[None, :]
    of = fitting.units.of
    may = ~fitting.units.barred[of] & round_.present[:, None]
    common = (may.astype(np.float64) @ may.T.astype(np.float64)) > 0
    is_bound = may.sum(axis=1) == 1
    share = (of[:, None] == of[None, :]) | (is_bound[:, None] & is_bound[None, :] & common)
    never = ~there | ~common | fitting.units.parted[of[:, None], of[None, :]]
    return Left(fitting, may, share & there, never)


def meetings_of(criteria: Sequence[Criterion], problem: Problem, most_pairs: int) -> Meetings:
    """Pairs of all criteria that mean up to so many; nothing else is told of the others."""
    found: list[tuple[Ints, Ints, int, int, tuple[int, ...]]] = []
    n_rounds = problem.n_rounds
    for each in criteria:
        if isinstance(each, Times):
            i, j = np.nonzero(np.triu(each.pairs, 1))
            most = n_rounds if each.at_most is None else each.at_most
            found.append((i, j, each.at_least, most, each.over))
        elif isinstance(each, Meet):
            i, j = np.triu_indices(problem.n_people, 1)
            found.append((i, j, 0, 1, tuple(range(n_rounds))))
    found = [each for each in found if len(each[0]) <= most_pairs]
    none = np.zeros(0, dtype=np.int64)
    rounds = [np.zeros((n_rounds, 0), dtype=np.bool_)]
    for i, _, _, _, over in found:
        rounds.append(np.isin(np.arange(n_rounds), over)[:, None] & np.ones(len(i), dtype=np.bool_))
    return Meetings(
        np.concatenate([none, *(each[0] for each in found)]),
        np.concatenate([none, *(each[1] for each in found)]),
        np.concatenate([none, *(np.full(len(each[0]), each[2]) for each in found)]),
        np.concatenate([none, *(np.full(len(each[0]), each[3]) for each in found)]),
        np.concatenate(rounds, axis=1),
    )


class Placing:
    """Units of several rounds being placed, always the one with the fewest groups left to it.

    Where musts of single rounds are about many others, these are left out: whoever finds no place
    without them finds none with them.

    Attributes:
        nodes: placings that were looked at.
        depth: units that are placed now.
    """

    def __init__(self, rounds: Sequence[Left], asked: Meetings) -> None:
        self.asked, self.nodes, self.depth = asked, 0, 0
        self.units = [
            (of[asked.i], of[asked.j]) for of in (each.fitting.units.of for each in rounds)
        ]
        share = np.stack([each.share[asked.i, asked.j] for each in rounds]) & asked.rounds
        never = np.stack([each.never[asked.i, asked.j] for each in rounds])
        self.open = asked.rounds & ~share & ~never
        self.met = share.sum(axis=0)
        at = np.flatnonzero(asked.rounds.any(axis=1)).tolist()
        self.fitting = {r: rounds[r].fitting.again() for r in at}
        n_others = sum(int(each.is_open.sum()) for each in self.fitting.values())
        self._is_whole = n_others <= _MOST_OTHERS
        for r in at:
            if not self._is_whole:
                self.fitting[r].is_open[:] = False
            for units in self.units[r]:
                self.fitting[r].is_open[units[self.open[r]]] = True

    def is_possible(self) -> bool:
        """Whether all units find places; yes, too, where the search was cut off."""
        self.nodes += 1
        if self.nodes > _MOST_NODES or self.depth > DEEPEST:
            return True
        if self._is_whole and not all(each.can_be_served() for each in self.fitting.values()):
            return False
        best: tuple[tuple[int, int], int, int, Bools] | None = None
        for r, fitting in self.fitting.items():
            waiting = np.flatnonzero(fitting.is_open)
            if not len(waiting):
                continue
            allowed = self._allowed(r)
            choices = allowed.sum(axis=1)
            k = int(np.lexsort((-fitting.units.sizes[waiting], choices))[0])
            key = int(choices[k]), -int(fitting.units.sizes[waiting[k]])
            if best is None or key < best[0]:
                best = key, r, int(waiting[k]), allowed[k]
        if best is None:
            return True
        _, r, unit, free = best
        return any(self._is_possible_in(r, unit, g) for g in self.fitting[r].different(free))

    def _is_possible_in(self, r: int, unit: int, group: int) -> bool:
        self.fitting[r].place(unit, group, 1)
        self.depth += 1
        decided, shared = self._decided(r, unit, group)
        self.open[r, decided] = False
        np.add.at(self.met, shared, 1)
        is_possible = self.is_possible()
        np.add.at(self.met, shared, -1)
        self.open[r, decided] = True
        self.depth -= 1
        self.fitting[r].place(unit, group, -1)
        return is_possible

    def _decided(self, r: int, unit: int, group: int) -> tuple[Ints, Ints]:
        """Pairs both of whom now have a group in the round, and those who share it."""
        one, other = self.units[r]
        groups = self.fitting[r].groups
        own = self.open[r] & ((one == unit) | (other == unit))
        beside = groups[np.where(one == unit, other, one)]
        return np.flatnonzero(own & (beside >= 0)), np.flatnonzero(own & (beside == group))

    def _allowed(self, r: int) -> Bools:
        """`[waiting unit, group]`: where each could go, for the sake of pairs as well."""
        fitting = self.fitting[r]
        waiting = np.flatnonzero(fitting.is_open)
        allowed = fitting.allowed()
        row = {int(unit): k for k, unit in enumerate(waiting)}
        left = self.open.sum(axis=0)
        for ours, theirs in (self.units[r], self.units[r][::-1]):
            for p in np.flatnonzero(self.open[r] & (fitting.groups[theirs] >= 0)).tolist():
                k, g = row.get(int(ours[p])), int(fitting.groups[theirs[p]])
                if k is None:
                    continue
                if self.met[p] >= self.asked.most[p]:
                    allowed[k, g] = False
                if self.met[p] + left[p] <= self.asked.least[p]:
                    allowed[k] &= np.arange(allowed.shape[1]) == g
        return allowed
