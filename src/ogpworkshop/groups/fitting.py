"""Whether what must hold in one round can hold at all: exact, by trying, unless that takes too long.

People bound together are one unit. Units are placed one by one, always the one with the fewest
groups left to it; a branch ends where some group can no longer get what it needs.
"""

from collections.abc import Callable, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups.criteria.apart import Apart
from ogpworkshop.groups.criteria.foes import Foes
from ogpworkshop.groups.criteria.gather import Gather
from ogpworkshop.groups.criteria.language import Language
from ogpworkshop.groups.criteria.need import Need
from ogpworkshop.groups.criteria.place import PlaceAt
from ogpworkshop.groups.criteria.spread import Spread
from ogpworkshop.groups.criteria.together import Together
from ogpworkshop.groups.criteria.zones import Zones
from ogpworkshop.groups.hitting import Hitting
from ogpworkshop.groups.problem import Criterion, Problem, Round
from ogpworkshop.groups.units import Units, counts_of, units_of

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Tried = Callable[[Sequence[Criterion]], tuple[bool, int]]
MUSTS = (Apart, Foes, Gather, Language, Need, PlaceAt, Spread, Together, Zones)
"""What is understood here; other criteria are passed over."""
_MOST_NODES = 1500
DEEPEST = 200
"""Units placed one after the other before the search is cut off: Python's calls go 1,000 deep."""
_MOST_TRIED = 8000
"""Placings that are looked at in the search for the smallest set of musts."""


def fits(criteria: Sequence[Criterion], round_: Round, position: int = 0) -> bool:
    """Whether there are groups that keep to all criteria; yes, too, where it is not known.

    Args:
        criteria: what must hold.
        round_: of which groups are formed.
        position: of the round in the problem.
    """
    return _tried(criteria, round_, position)[0]


def _tried(criteria: Sequence[Criterion], round_: Round, position: int) -> tuple[bool, int]:
    """The same, and how many placings were looked at."""
    fitting = begun(criteria, round_, position)
    return (False, 1) if fitting is None else (fitting.is_possible(), fitting.nodes)


def begun(criteria: Sequence[Criterion], round_: Round, position: int) -> "Fitting | None":
    """A round with nobody placed; None where people bound together must also be apart."""
    counts = counts_of(criteria, round_)
    units = units_of(criteria, round_, position, counts)
    if units is None:
        return None
    return Fitting(units, round_, counts.least * (round_.high > 0)[:, None], counts.most)


class Fitting:
    """Units being placed."""

    def __init__(self, units: Units, round_: Round, least: Ints, most: Ints) -> None:
        self.units, self.round = units, round_
        self.low, self.high = round_.low, round_.high
        self.least, self.most = least, most
        self.nodes = self.depth = 0
        n_groups = round_.n_groups
        self.sizes = np.zeros(n_groups, dtype=np.int64)
        self.kinds = np.zeros_like(least)
        self.groups = np.full(len(units.sizes), -1, dtype=np.int64)
        # units of one person of whom nothing else is asked fill whatever is left
        needed = units.kinds[:, units.is_needed].any(axis=1)
        plain = (units.sizes == 1) & ~units.parted.any(axis=1) & ~needed
        plain &= ~units.barred.any(axis=1)
        self.is_open = ~plain

    def again(self) -> "Fitting":
        """The same with nobody placed."""
        return Fitting(self.units, self.round, self.least, self.most)

    def is_possible(self) -> bool:
        """Whether all units find places; yes, too, where the search was cut off."""
        self.nodes += 1
        if self.nodes > _MOST_NODES or self.depth > DEEPEST:
            return True
        if not self.can_be_served():
            return False
        allowed = self.allowed()
        if not len(allowed):
            return True
        choices = allowed.sum(axis=1)
        waiting = np.flatnonzero(self.is_open)
        key = np.lexsort((-self.units.sizes[waiting], choices))
        unit, free = waiting[key[0]], allowed[key[0]]
        return any(self._is_possible_in(int(unit), int(g)) for g in self.different(free))

    def _is_possible_in(self, unit: int, group: int) -> bool:
        self.place(unit, group, 1)
        is_possible = self.is_possible()
        self.place(unit, group, -1)
        return is_possible

    def place(self, unit: int, group: int, sign: int) -> None:
        """Put a unit into a group, or take it out again where the sign is negative."""
        self.sizes[group] += sign * self.units.sizes[unit]
        self.kinds[group] += sign * self.units.kinds[unit]
        self.groups[unit] = group if sign > 0 else -1
        self.is_open[unit] = sign < 0
        self.depth += sign

    def allowed(self) -> Bools:
        """`[waiting unit, group]`: where each could go."""
        waiting = np.flatnonzero(self.is_open)
        fits = self.sizes[None, :] + self.units.sizes[waiting, None] <= self.high[None, :]
        kinds = self.kinds[None, :, :] + self.units.kinds[waiting, None, :]
        fits &= (kinds <= self.most).all(axis=2)
        there = self.groups[None, :] == np.arange(len(self.sizes))[:, None]
        fits &= ~self.units.barred[waiting]
        allowed: Bools = fits & ~((self.units.parted[waiting] @ there.T) > 0)
        return allowed

    def can_be_served(self) -> bool:
        """Whether enough people and units of each kind wait, with chairs for them, and enough in all."""
        if np.maximum(self.low - self.sizes, 0).sum() > (self.units.sizes.sum() - self.sizes.sum()):
            return False
        lacking = np.maximum(self.least - self.kinds, 0)
        waiting = self.units.kinds[self.is_open]
        chairs = self.high - self.sizes
        has_people = bool((lacking.sum(axis=0) <= waiting.sum(axis=0)).all())
        has_units = bool(((lacking > 0).sum(axis=0) <= (waiting > 0).sum(axis=0)).all())
        return has_people and has_units and bool((lacking.max(axis=1, initial=0) <= chairs).all())

    def different(self, free: Bools) -> list[int]:
        """Groups that are worth a try: those in want first, of empty ones alike one."""
        groups, seen = [], set()
        lacking = np.maximum(self.least - self.kinds, 0).sum(axis=1)
        for g in np.argsort(-lacking, kind="stable"):
            if not free[g]:
                continue
            key = (int(self.low[g]), int(self.high[g]), self.units.barred[:, g].tobytes())
            if self.sizes[g] == 0 and key in seen:
                continue
            if self.sizes[g] == 0:
                seen.add(key)
            groups.append(int(g))
        return groups


class _Sets:
    """Sets of musts, by the positions of their members, each tried once."""

    def __init__(self, criteria: Sequence[Criterion], tried: Tried) -> None:
        self.criteria, self.tried = criteria, tried
        self.known: dict[frozenset[int], bool] = {}
        self.nodes = 0

    def fits(self, few: frozenset[int]) -> bool:
        """Whether these can hold together."""
        if few not in self.known:
            held = [self.criteria[k] for k in sorted(few)]
            self.known[few], nodes = self.tried(held)
            self.nodes += nodes + len(held)
        return self.known[few]

    def irreducible(self) -> frozenset[int]:
        """Some that clash, none of which could be left out; nothing if all fit."""
        held: frozenset[int] = frozenset()
        for k in range(len(self.criteria)):
            held |= {k}
            if not self.fits(held):
                break
        else:
            return frozenset()
        for k in sorted(held):
            if not self.fits(held - {k}):
                held -= {k}
        return held

    def grown(self, few: frozenset[int]) -> frozenset[int]:
        """As many as can hold together with these."""
        for k in range(len(self.criteria)):
            if k not in few and self.fits(few | {k}):
                few |= {k}
        return few


def smallest(
    criteria: Sequence[Criterion], round_: Round, position: int = 0
) -> tuple[Criterion, ...]:
    """The fewest criteria that cannot hold together in a round; none if all fit."""
    return fewest_clashing(criteria, lambda held: _tried(held, round_, position))


def fewest_clashing(criteria: Sequence[Criterion], tried: Tried) -> tuple[Criterion, ...]:
    """The fewest criteria that cannot hold together; none if all fit.

    One and two are looked at before all, which are too many to be tried out at times. Larger sets
    are found from below: whatever clashes has one of those that every set that fits leaves out
    (Ignatiev and others, Smallest MUS extraction with minimal hitting set dualization, 2015). With
    many musts that takes long, and ends with a set none of which could be left out.

    Args:
        criteria: what must hold.
        tried: says of some of them whether they can hold together, and what it took.
    """
    sets = _Sets(criteria, tried)
    every = range(len(criteria))
    for number in (1, 2):
        for pair in combinations(every, number):
            if not sets.fits(frozenset(pair)):
                return tuple(criteria[k] for k in pair)
    held = sets.irreducible()
    left_out = Hitting()
    most = sets.nodes + _MOST_TRIED
    while sets.nodes < most:
        few = left_out.fewest(len(held) - 1)
        if few is None:
            break
        if not sets.fits(few):
            held = few
            break
        left_out.add(frozenset(every) - sets.grown(few))
    return tuple(criteria[k] for k in sorted(held))


def whole(problem: Problem, position: int) -> list[Criterion]:
    """Musts of a round that are understood here."""
    return [
        each
        for each in problem.criteria
        if isinstance(each, MUSTS)
        and each.wish.is_must
        and position in problem.rounds_of(each.wish)
    ]
