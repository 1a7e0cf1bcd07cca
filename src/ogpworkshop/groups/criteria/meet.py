"""Nobody sits with the same people again and again: in every round, people meet anew."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from ogpworkshop.groups import again
from ogpworkshop.groups.asked import Asked
from ogpworkshop.groups.problem import Bound, Plan, Problem, Wish
from ogpworkshop.groups.tables import Ints, Tables, pairs_met

FINE = 16
"""Weights are multiples of this, so that ties can be broken by less than one unit of cost."""


@dataclass(frozen=True, eq=False)
class Meet:
    """Meetings of the same people, over all rounds of the workshop.

    Where repeats are forced, plans with the same number of them differ: some have a few pairs
    together in every round, others let everybody meet somebody twice. `new` counts a pair that
    meets m times as m(m-1)/2 and breaks ties against many meetings of one pair; `most` counts it
    as m-1, which leaves the most distinct meetings. A pair that met b times before, at earlier
    workshops, costs b (or 1) more for each of its meetings.
    """

    wish: Wish
    kind: Literal["new", "most"] = "new"
    before: Ints | None = None

    @property
    def _earlier(self) -> Ints | None:
        """What each meeting of two people costs for those before, `[person, person]`."""
        if self.before is None:
            return None
        return self.before if self.kind == "new" else np.minimum(self.before, 1)

    def prices(self, n_rounds: int) -> Ints:
        """What a pair costs that meets 0, 1 … n_rounds times."""
        m = np.arange(n_rounds + 1, dtype=np.int64)
        return m * (m - 1) // 2 if self.kind == "new" else np.maximum(0, m - 1)

    def ties(self, n_rounds: int) -> Ints:
        """The same for what breaks ties, in 16ths: three meetings of a pair, four of three."""
        m = np.arange(n_rounds + 1, dtype=np.int64)
        return m * (m - 1) * (m - 2) // 6 if self.kind == "new" else 0 * m

    @property
    def unit(self) -> str:
        """What its cost counts."""
        return "repeat meetings"

    def cost(self, problem: Problem, plan: Plan) -> int:
        """Prices of all pairs."""
        i, j, met = pairs_met(plan)
        cost = int(self.prices(problem.n_rounds)[met].sum())
        earlier = self._earlier
        return cost if earlier is None else cost + int((met * earlier[i, j]).sum())

    def contribute(self, problem: Problem, tables: Tables, weight: int) -> None:
        """One price list for meetings, with the tie-break below it."""
        fine = weight // FINE
        tables.add_meetings(
            weight * self.prices(problem.n_rounds) + fine * self.ties(problem.n_rounds)
        )
        earlier = self._earlier
        if earlier is not None:
            tables.add_pairs(tuple(range(problem.n_rounds)), weight * earlier)

    def bound(self, problem: Problem) -> Bound:
        """What counting and pigeonholes force."""
        least, why = again.coincidences(problem) if self.kind == "new" else again.repeats(problem)
        return Bound(least, why)

    def explain(self, problem: Problem, plan: Plan) -> tuple[str, ...]:
        """Who meets most often, and how many pairs how often."""
        pairs = pairs_met(plan)
        return (*self._met_before(problem, *pairs), *self._stuck(problem, *pairs))

    def _met_before(self, problem: Problem, i: Ints, j: Ints, met: Ints) -> tuple[str, ...]:
        again = np.zeros_like(met) if self.before is None else met * self.before[i, j]
        if not again.any():
            return ()
        k = int(again.argmax())
        pair = f"{problem.people[i[k]]} and {problem.people[j[k]]}"
        others = int((again > 0).sum()) - 1
        more = f", as {others} other pairs do" if others else ""
        return (f"{pair} met at an earlier workshop and meet again{more}",)

    def _stuck(self, problem: Problem, i: Ints, j: Ints, met: Ints) -> tuple[str, ...]:
        if met.max(initial=0) < 2:
            return ()
        most = int(met.max())
        stuck = np.flatnonzero(met == most)
        others = f" and {len(stuck) - 1} other pairs" if len(stuck) > 1 else ""
        numbers = ", ".join(f"{int((met == m).sum())} pairs {m} times" for m in range(2, most + 1))
        first, second = problem.people[i[stuck[0]]], problem.people[j[stuck[0]]]
        pair = f"{first} and {second}{others} meet {most} times"
        return (pair, f"{int((met == 1).sum())} pairs meet once, {numbers}")


def read(asked: Asked) -> Meet:
    """From `meet: new` or `meet: most`; it is about all rounds, wherever it stands."""
    kind: Literal["new", "most"] = "most" if asked.text == "most" else "new"
    criterion = asked.criterion
    wish = Wish(f"meet {kind}", None, criterion.weight, criterion.must)
    return Meet(wish, kind)
