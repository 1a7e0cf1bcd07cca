"""Who meets whom how often; what continues in another session counts once."""

import msgspec
import numpy as np

from ogpworkshop.groups import again, tables
from ogpworkshop.groups.problem import Plan, Problem


class Meetings(msgspec.Struct, frozen=True):
    """Meetings in groups over all rounds.

    Attributes:
        people: names, in the order of `matrix`.
        matrix: `matrix[i][j]`: in how many rounds two people share a group; empty for thousands
            of people.
        numbers: how many pairs meet 0, 1, 2 … times.
        contacts: how many different people each person meets.
        coincidences: pairs and two rounds in which they meet; three meetings are three of them.
        least_coincidences: no plan has fewer.
        repeats: meetings beyond a pair's first.
        least_repeats: no plan has fewer.
    """

    people: tuple[str, ...]
    matrix: tuple[tuple[int, ...], ...]
    numbers: tuple[int, ...]
    contacts: tuple[int, ...]
    coincidences: int
    least_coincidences: int
    repeats: int
    least_repeats: int

    @property
    def most(self) -> int:
        """The most meetings of any pair."""
        return len(self.numbers) - 1


def meetings(problem: Problem, plan: Plan) -> Meetings:
    """Count meetings of a plan, beside the fewest repeats that there can be."""
    i, j, met = tables.pairs_met(plan)
    n_people = problem.n_people
    numbers = np.bincount(met, minlength=1)
    numbers[0] = n_people * (n_people - 1) // 2 - len(met)
    contacts = np.bincount(np.concatenate([i, j]), minlength=n_people)
    matrix = () if problem.is_large else tuple(map(tuple, tables.meetings(plan).tolist()))
    return Meetings(
        problem.people,
        matrix,
        tuple(numbers.tolist()),
        tuple(contacts.tolist()),
        int((met * (met - 1) // 2).sum()),
        again.coincidences(problem)[0],
        int((met - 1).sum()),
        again.repeats(problem)[0],
    )
