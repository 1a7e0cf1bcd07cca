"""Cooling: passes over all rounds in random order, at temperatures that fall.

Temperatures come from a first cooling over a wide range: where half of what is to be gained has
been gained is hot, where almost all of it has is cold. No constant fits problems so different.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

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


@dataclass(eq=False)
class Annealing:
    """Chains being cooled.

    Attributes:
        chains: the plans.
        chance: where draws come from.
        least: no plan costs less; reaching it ends everything.
        is_over: whether to end after so many steps.
        steps: made so far.
        trail: temperature and mean cost after each pass.
    """

    chains: Chains
    chance: Chance
    least: int
    is_over: Callable[[int], bool]
    steps: int = 0
    trail: list[tuple[float, int]] = field(default_factory=list)

    def cool(self, temperatures: Sequence[float]) -> Iterator[Plan]:
        """One pass at each temperature; yields the best plan of the last fifth, as it improves."""
        best: int | None = None
        for p, temperature in enumerate(temperatures):
            is_over = self._pass(temperature)
            if p % _EVERY == 0 and 0.3 * len(temperatures) < p < 0.95 * len(temperatures):
                self._select()
            self.trail.append((temperature, int(self.chains.costs.sum()) // self.chains.n_chains))
            chain = int(self.chains.costs.argmin())
            cost = int(self.chains.costs[chain])
            is_late = 5 * p >= 4 * len(temperatures) or is_over
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

    def widest(self) -> list[float]:
        """Temperatures of a first cooling, from the spread of gains of random swaps."""
        largest = 1.0
        for r, round_ in enumerate(self.chains.problem.rounds):
            if round_.n_groups > 1:
                bath = Bath(self.chains, r)
                largest = max(largest, bath.spread(self.chance))
                self.chains.close(r)
        return [largest * FALL**k for k in range(LEVELS)]

    def range(self) -> tuple[float, float]:
        """Hot and cold, told from a first cooling."""
        costs = [cost for _, cost in self.trail]
        gained = max(1, costs[0] - min(costs))
        left = [100 * (cost - min(costs)) // gained for cost in costs]
        hot = next((t for (t, _), part in zip(self.trail, left, strict=True) if part <= 25), 1.0)
        cold = next((t for (t, _), part in zip(self.trail, left, strict=True) if part <= 1), hot)
        return hot, min(cold, hot / 2) / 2


def falling(hot: float, cold: float, passes: int) -> list[float]:
    """Temperatures from hot to cold, each the same part of the one before."""
    part = np.float64(cold / hot) ** (1 / max(1, passes - 1)) if passes > 1 else 1.0
    temperatures = [hot]
    for _ in range(passes - 1):
        temperatures.append(temperatures[-1] * float(part))
    return temperatures
