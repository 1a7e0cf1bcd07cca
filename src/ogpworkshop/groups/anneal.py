"""Cooling: passes over all rounds in random order, at temperatures that fall.

Temperatures come from a first cooling over a wide range: where half of what is to be gained has
been gained is hot, where almost all of it has is cold. No constant fits problems so different.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

import numpy as np

from ogpworkshop.groups.bath import Bath
from ogpworkshop.groups.chains import Chains
from ogpworkshop.groups.chance import Chance
from ogpworkshop.groups.problem import Plan

FALL = 0.72
_EVERY = 5
"""Passes between two selections of chains."""
LEVELS = 23
"""A first cooling goes down to 0.72**22, a 1400th, of the mean size of gains."""
_GLANCES = 16
"""How often in a cooling the passes that are left are counted anew."""

Schedule = Iterable[tuple[float, float]]
"""Temperatures, each with the part of the cooling that is over, from 0 to 1."""


@dataclass(eq=False)
class Annealing:
    """Chains being cooled.

    Attributes:
        chains: the plans.
        chance: where draws come from.
        least: no plan costs less; reaching it ends everything.
        is_over: whether to end after so many steps.
        steps: made so far.
        reach: how much longer the range of costs is than that of the finest wishes.
        trail: temperature and mean cost after each pass.
    """

    chains: Chains
    chance: Chance
    least: int
    is_over: Callable[[int], bool]
    steps: int = 0
    reach: int = 1
    trail: list[tuple[float, int]] = field(default_factory=list)

    def cool(self, schedule: Schedule) -> Iterator[Plan]:
        """One pass at each temperature; yields the best plan of the last fifth, as it improves."""
        best: int | None = None
        for p, (temperature, part) in enumerate(schedule):
            is_over = self._pass(temperature)
            if p % _EVERY == 0 and 0.3 < part < 0.95:
                self._select()
            self.trail.append((temperature, int(self.chains.costs.sum()) // self.chains.n_chains))
            chain = int(self.chains.costs.argmin())
            cost = int(self.chains.costs[chain])
            is_late = part >= 0.8 or is_over
            if (is_late or cost == self.least) and (best is None or cost < best):
                best = cost
                yield self.chains.plan(chain)
            if is_over or cost == self.least:
                return

    def _select(self) -> None:
        """The best quarter of the chains takes the place of the worst, and they part again.

        Population annealing (Hukushima and Iba 2003) in its plainest form: it is worth about
        four times the steps.
        """
        quarter = self.chains.n_chains // 4
        order = np.argsort(self.chains.costs, kind="stable")
        self.chains.copy(order[:quarter], order[::-1][:quarter])

    def _pass(self, temperature: float) -> bool:
        """Visit each round once, with as many steps as it has groups; whether to end."""
        for r in self.chance.orders(1, self.chains.problem.n_rounds)[0]:
            n_groups = self.chains.problem.rounds[r].n_groups
            if n_groups < 2:
                continue
            bath = Bath(self.chains, int(r))
            bath.steps(n_groups, 1 / temperature, self.chance)
            self.steps += n_groups
            self.chains.close(int(r))
            if self.is_over(self.steps) or int(self.chains.costs.min()) == self.least:
                return True
        return False

    def widest(self) -> Schedule:
        """Temperatures of a first cooling, from the spread of gains of random swaps."""
        temperature = 1.0
        for r, round_ in enumerate(self.chains.problem.rounds):
            if round_.n_groups > 1:
                bath = Bath(self.chains, r)
                temperature = max(temperature, bath.spread(self.chance))
                self.chains.close(r)
        levels, reach = LEVELS, 1.0
        while reach < self.reach:
            levels, reach = levels + 1, reach / FALL
        for k in range(levels):
            yield temperature, k / levels
            temperature *= FALL

    def range(self) -> tuple[float, float]:
        """Hot and cold, told from a first cooling."""
        costs = [cost for _, cost in self.trail]
        gained = max(1, costs[0] - min(costs))
        left = [100 * self.reach * (cost - min(costs)) // gained for cost in costs]
        hot = next(
            (t for (t, _), part in zip(self.trail, left, strict=True) if part <= 25 * self.reach),
            1.0,
        )
        cold = next((t for (t, _), part in zip(self.trail, left, strict=True) if part <= 1), hot)
        return hot, min(cold, hot / 2) / 2


def planned(
    hot: float, cold: float, passes: int, left: Callable[[], int | None] | None = None
) -> Schedule:
    """Temperatures from hot to cold, each the same part of the one before.

    Args:
        hot: the first.
        cold: the last.
        passes: how many.
        left: how many there still can be, where time decides: asked again on the way.
    """
    done, temperature, part = 0, hot, 1.0
    glance = max(1, passes // _GLANCES)
    while done < passes:
        if done % glance == 0:
            known = left() if left and done else None
            passes = passes if known is None else done + max(1, known)
            part = _root(cold / temperature, max(1, passes - done - 1))
        yield temperature, done / passes
        done, temperature = done + 1, temperature * part


def falling(hot: float, cold: float, passes: int) -> list[float]:
    """The same temperatures where the number of passes stands."""
    return [temperature for temperature, _ in planned(hot, cold, passes)]


def _root(number: float, degree: int) -> float:
    """The root, the same on every machine: powers of floats differ between libraries."""
    return float(Decimal(number) ** (Decimal(1) / degree))
