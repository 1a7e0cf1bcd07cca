"""Who meets whom how often; what continues in another session counts once."""

from itertools import combinations

import msgspec
import numpy as np

from ogpworkshop.groups import again, tables
from ogpworkshop.groups.problem import Plan, Problem


class Meetings(msgspec.Struct, frozen=True):
    """Meetings in groups over all rounds.

    Attributes:
        people: names, in the order of `matrix`.
        matrix: `matrix[i][j]`: in how many rounds two people share a group.
        coincidences: pairs and two rounds in which they meet; three meetings are three of them.
        least_coincidences: no plan has fewer.
        repeats: meetings beyond a pair's first.
        least_repeats: no plan has fewer.
    """

    people: tuple[str, ...]
    matrix: tuple[tuple[int, ...], ...]
    coincidences: int
    least_coincidences: int
    repeats: int
    least_repeats: int

    @property
    def numbers(self) -> tuple[int, ...]:
        """How many pairs meet 0, 1, 2 … times."""
        often = [self.matrix[i][j] for i, j in combinations(range(len(self.people)), 2)]
        return tuple(often.count(m) for m in range(max(often, default=0) + 1))

    @property
    def most(self) -> int:
        """The most meetings of any pair."""
        return len(self.numbers) - 1

    @property
    def contacts(self) -> tuple[int, ...]:
        """How many different people each person meets."""
        return tuple(sum(m > 0 for m in row) for row in self.matrix)


def meetings(problem: Problem, plan: Plan) -> Meetings:
    """Count meetings of a plan, beside the fewest repeats that there can be."""
    met = tables.meetings(plan)
    upper = met[np.triu_indices(problem.n_people, 1)]
    return Meetings(
        problem.people,
        tuple(tuple(row) for row in met.tolist()),
        int((upper * (upper - 1) // 2).sum()),
        again.coincidences(problem)[0],
        int(np.maximum(0, upper - 1).sum()),
        again.repeats(problem)[0],
    )
