"""What it costs that people lack company: fewer of those whom they name in their group than suffice.

With c of them beside somebody who needs k, max(0, k - c) is lacking. An exchange of x in group a
with y in group b changes c of both, by one of whoever names just one of them, and of nobody who
names both.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Company:
    """Wishes for company in one round, or in several together.

    Attributes:
        rounds: positions; of several, what is found in each is added up.
        names: `names[i, j]`, 1 where i names j; nothing for people who are away.
        least: how many of those suffice, of each person.
        weight: of each that is lacking.
    """

    rounds: tuple[int, ...]
    names: Ints
    least: Ints
    weight: int

    @cached_property
    def _padded(self) -> Ints:
        """Who names whom, with an empty chair, who names nobody and is named by none."""
        return np.pad(self.names, (0, 1))

    def total(self, plan: Ints) -> int:
        """What a plan costs."""
        found = sum(self._beside(plan[r]) for r in self.rounds)
        return self.weight * int(np.maximum(0, self.least - found).sum())

    def given(self, others: Mapping[int, Ints]) -> "Company":
        """The same for one round, with what the others `[person]` have found already."""
        found = [self._beside(groups) for r, groups in others.items() if r in self.rounds]
        return replace(self, least=self.least - sum(found)) if found else self

    def left(self, others: Mapping[int, Ints]) -> Ints:
        """How many still suffice in a round, `[chain or 1, person]`, given the other rounds."""
        left = np.append(self.least, 0)[None, :]
        for r, held in others.items():
            if r in self.rounds:
                found = np.stack([np.append(self._beside(groups), 0) for groups in held])
                left = left - found
        return left

    def nowhere(self) -> Ints:
        """What everybody costs who has no group in the round."""
        return self._lacking(0 * self.least)

    def _lacking(self, number: Ints) -> Ints:
        lacking: Ints = self.weight * np.maximum(0, self.least - number)
        return lacking

    def _beside(self, groups: Ints) -> Ints:
        """How many of those whom everybody names share the group."""
        same = (groups[:, None] == groups[None, :]) & (groups >= 0)
        beside: Ints = (self.names * same).sum(axis=1)
        return beside

    def _margins(self, groups: Ints) -> tuple[Ints, Ints]:
        """What it costs everybody that one of those named goes, and that one more comes."""
        beside = self._beside(groups)
        now = self._lacking(beside)
        return self._lacking(beside - 1) - now, self._lacking(beside + 1) - now

    def reach(self, groups: Ints, n_groups: int) -> Ints:
        """`[person, group]`: what the person costs there, with what it changes for those who are."""
        there = (groups[:, None] == np.arange(n_groups)).astype(np.int64)
        gone, come = self._margins(groups)
        reach: Ints = self.weight * np.maximum(0, self.least[:, None] - self.names @ there)
        for g in range(n_groups):
            reach[:, g] += (self.names * come[:, None])[groups == g].sum(axis=0)
        placed = np.flatnonzero(groups >= 0)
        same = (groups[:, None] == groups[None, :]).astype(np.int64)
        own = self._lacking(self._beside(groups)) - (self.names * gone[:, None] * same).sum(axis=0)
        reach[placed, groups[placed]] = own[placed]
        return reach

    def both(self, groups: Ints) -> Ints:
        """`[person, person]`: what an exchange costs besides what both cost alone."""
        gone, come = self._margins(groups)
        there = (groups[:, None] == groups[None, :]).astype(np.int64)
        among = self.names @ there  # among[x, y]: how many whom x names are in y's group
        missed = self._lacking(among.T - 1).T - self._lacking(among.T).T
        both = self.names * (missed - come[:, None])
        both -= (self.names * there).T @ ((gone + come)[:, None] * self.names)
        symmetric: Ints = both + both.T
        return symmetric

    def gains(self, people: Ints, left: Ints) -> Ints:
        """Of exchanges between two groups each, `[chain, pair, chair, chair]`.

        Args:
            people: `[side, chain, pair, chair]`.
            left: how many still suffice, `[chain or 1, person]`.
        """
        names, chains = self._padded, np.arange(people.shape[1]) % len(left)
        among = names[people[:, ..., :, None], people[:, ..., None, :]]
        across = names[people[..., :, None], people[::-1][..., None, :]]
        beside, beyond, needed = (
            among.sum(axis=-1),
            across.sum(axis=-1),
            left[chains[:, None, None], people],
        )
        now = np.maximum(0, needed - beside)
        gone, come = (
            np.maximum(0, needed - beside + 1) - now,
            np.maximum(0, needed - beside - 1) - now,
        )
        moved = np.maximum(0, needed - beyond)
        missed = np.maximum(0, needed - beyond + 1) - moved
        # of both sides: their own lack there, those who name them here and there
        alone = moved - now + (among * gone[..., None]).sum(axis=-2)
        alone += (across[::-1] * come[::-1][..., None]).sum(axis=-2)
        pair = across * (missed - come)[..., None]
        turn = (gone + come)[..., None]
        pair -= np.swapaxes(among, -1, -2) @ (across * turn)
        change = alone[0][..., :, None] + alone[1][..., None, :]
        change += pair[0] + np.swapaxes(pair[1], -1, -2)
        gains: Ints = -self.weight * change
        return gains
