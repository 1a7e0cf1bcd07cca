"""Whether what must hold in one round can hold at all: exact, by trying, unless that takes too long.

People bound together are one unit. Units are placed one by one, always the one with the fewest
groups left to it; a branch ends where some group can no longer get what it needs.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups.alike import Alike
from ogpworkshop.groups.criteria.apart import Apart
from ogpworkshop.groups.criteria.foes import Foes
from ogpworkshop.groups.criteria.gather import Gather
from ogpworkshop.groups.criteria.need import Need
from ogpworkshop.groups.criteria.together import Together
from ogpworkshop.groups.problem import Criterion, Round

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
MUSTS = (Apart, Foes, Gather, Need, Together)
"""What is understood here; other criteria are passed over."""
_MOST_NODES = 1500


@dataclass(frozen=True, eq=False)
class _Units:
    """People bound together, as one.

    Attributes:
        sizes: people of each unit.
        parted: `parted[unit, unit]`, whether two must not share a group.
        kinds: `kinds[unit, need]`, how many people of each kind that is needed.
    """

    sizes: Ints
    parted: Bools
    kinds: Ints


def joined(criteria: Sequence[Criterion], round_: Round) -> Ints:
    """For each person, the first person whom criteria put into the same group."""
    head = np.arange(len(round_.present))
    for criterion in criteria:
        if isinstance(criterion, Alike):
            for column in criterion.kinds.members.T:
                bound = np.flatnonzero((column > 0) & round_.present)
                if len(bound) > 1:
                    heads = np.unique(head[bound])
                    head[np.isin(head, heads)] = heads.min()
    return head


def fits(criteria: Sequence[Criterion], round_: Round) -> bool:
    """Whether there are groups that keep to all criteria; yes, too, where it is not known."""
    units = _units(criteria, round_)
    if units is None:
        return False
    needs = [each for each in criteria if isinstance(each, Need)]
    least = np.array([each.at_least for each in needs], dtype=np.int64)
    none = len(round_.present)
    most = np.array([none if n.at_most is None else n.at_most for n in needs], dtype=np.int64)
    return _Fitting(units, round_, least, most).is_possible()


def _units(criteria: Sequence[Criterion], round_: Round) -> _Units | None:
    """None where people who are bound together must also be apart."""
    head = joined(criteria, round_)
    heads = np.unique(head[round_.present])
    belongs = (head[:, None] == heads[None, :]) & round_.present[:, None]
    within = belongs.astype(np.int64)
    parted = np.zeros((len(heads), len(heads)), dtype=np.int64)
    for criterion in criteria:
        if isinstance(criterion, Apart | Foes):
            same = criterion.kinds.same() if isinstance(criterion, Apart) else criterion.names
            foes = ((same + same.T) > 0).astype(np.int64)
            np.fill_diagonal(foes, 0)
            parted += within.T @ foes @ within
    if parted.diagonal().any():
        return None
    needs = [each.members for each in criteria if isinstance(each, Need)]
    kinds = within.T @ np.array(needs, dtype=np.int64).reshape(len(needs), len(head)).T
    return _Units(within.sum(axis=0), parted > 0, kinds)


class _Fitting:
    """Units being placed."""

    def __init__(self, units: _Units, round_: Round, least: Ints, most: Ints) -> None:
        self.units, self.low, self.high = units, round_.low, round_.high
        self.least, self.most = least, most
        self.nodes = 0
        n_groups = round_.n_groups
        self.sizes = np.zeros(n_groups, dtype=np.int64)
        self.kinds = np.zeros((n_groups, len(least)), dtype=np.int64)
        self.groups = np.full(len(units.sizes), -1, dtype=np.int64)
        # units of one person of whom nothing else is asked fill whatever is left
        plain = (units.sizes == 1) & ~units.parted.any(axis=1) & ~units.kinds.any(axis=1)
        self.is_open = ~plain

    def is_possible(self) -> bool:
        """Whether all units find places; yes, too, where the search was cut off."""
        self.nodes += 1
        if self.nodes > _MOST_NODES:
            return True
        if not self._can_be_served():
            return False
        allowed = self._allowed()
        if not len(allowed):
            return True
        choices = allowed.sum(axis=1)
        waiting = np.flatnonzero(self.is_open)
        key = np.lexsort((-self.units.sizes[waiting], choices))
        unit, free = waiting[key[0]], allowed[key[0]]
        return any(self._is_possible_in(int(unit), int(g)) for g in self._different(free))

    def _is_possible_in(self, unit: int, group: int) -> bool:
        self._place(unit, group, 1)
        is_possible = self.is_possible()
        self._place(unit, group, -1)
        return is_possible

    def _place(self, unit: int, group: int, sign: int) -> None:
        self.sizes[group] += sign * self.units.sizes[unit]
        self.kinds[group] += sign * self.units.kinds[unit]
        self.groups[unit] = group if sign > 0 else -1
        self.is_open[unit] = sign < 0

    def _allowed(self) -> Bools:
        """`[waiting unit, group]`: where each could go."""
        waiting = np.flatnonzero(self.is_open)
        fits = self.sizes[None, :] + self.units.sizes[waiting, None] <= self.high[None, :]
        kinds = self.kinds[None, :, :] + self.units.kinds[waiting, None, :]
        fits &= (kinds <= self.most).all(axis=2)
        there = self.groups[None, :] == np.arange(len(self.sizes))[:, None]
        allowed: Bools = fits & ~((self.units.parted[waiting] @ there.T) > 0)
        return allowed

    def _can_be_served(self) -> bool:
        """Whether enough people and units of each kind wait, with chairs for them."""
        lacking = np.maximum(self.least - self.kinds, 0)
        waiting = self.units.kinds[self.is_open]
        chairs = self.high - self.sizes
        has_people = bool((lacking.sum(axis=0) <= waiting.sum(axis=0)).all())
        has_units = bool(((lacking > 0).sum(axis=0) <= (waiting > 0).sum(axis=0)).all())
        return has_people and has_units and bool((lacking.max(axis=1, initial=0) <= chairs).all())

    def _different(self, free: Bools) -> list[int]:
        """Groups that are worth a try: those in want first, of empty ones alike one."""
        groups, seen = [], set()
        lacking = np.maximum(self.least - self.kinds, 0).sum(axis=1)
        for g in np.argsort(-lacking, kind="stable"):
            if not free[g]:
                continue
            key = (int(self.low[g]), int(self.high[g]))
            if self.sizes[g] == 0 and key in seen:
                continue
            if self.sizes[g] == 0:
                seen.add(key)
            groups.append(int(g))
        return groups


def smallest(criteria: Sequence[Criterion], round_: Round) -> tuple[Criterion, ...]:
    """Criteria that cannot hold together, none of which could be left out; none if all fit.

    One and two are looked at before all, which are too many to be tried out at times.
    """
    for number in (1, 2):
        for few in combinations(criteria, number):
            if not fits(few, round_):
                return few
    held: list[Criterion] = []
    for criterion in criteria:
        held.append(criterion)
        if not fits(held, round_):
            break
    else:
        return ()
    for criterion in held[:-1]:
        others = [each for each in held if each is not criterion]
        if not fits(others, round_):
            held = others
    return tuple(held)
