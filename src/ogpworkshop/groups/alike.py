"""People who are to share a group: the arithmetic of `gather` and `together`."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups import parts
from ogpworkshop.groups.kinds import Kinds, pairs_alike, plural, worst
from ogpworkshop.groups.problem import Bound, Plan, Problem, Round, Wish
from ogpworkshop.groups.tables import Tables


def parted(problem: Problem, plan: Plan, rounds: tuple[int, ...], kinds: Kinds) -> int:
    """Pairs with a value in common that are in two groups, over rounds."""
    total = 0
    for r in rounds:
        numbers = kinds.in_groups(problem.rounds[r], plan[r])
        total += _pairs(problem.rounds[r], kinds) - pairs_alike(numbers)
    return total


def _pairs(round_: Round, kinds: Kinds) -> int:
    numbers = kinds.numbers(round_)
    return int((numbers * (numbers - 1) // 2).sum())


def contribute(
    problem: Problem, tables: Tables, rounds: tuple[int, ...], kinds: Kinds, weight: int
) -> None:
    """Add `weight` times the same cost to the tables."""
    tables.add_products(rounds, kinds.members, -weight)
    tables.constant += weight * sum(_pairs(problem.rounds[r], kinds) for r in rounds)


def bound(problem: Problem, rounds: tuple[int, ...], kinds: Kinds) -> Bound:
    """Pairs that must be parted: a value too big for a group, and groups that whole values overfill."""
    cost, why = 0, ""
    for r in rounds:
        round_ = problem.rounds[r]
        numbers = [int(number) for number in kinds.numbers(round_)]
        caps = [int(cap) for cap in round_.high]
        by_value = sum(parts.choose2(number) - parts.most_pairs(number, caps) for number in numbers)
        by_group = _pairs(round_, kinds) - sum(parts.fullest(cap, numbers) for cap in caps)
        if (kinds.members.sum(axis=1) > 1).any():
            by_group = 0
        cost += max(by_value, by_group)
        if by_value and by_value >= by_group:
            why = why or _crowded(kinds, numbers, max(caps))
        elif by_group > 0:
            why = why or _overfull(kinds, numbers, caps)
    return Bound(cost, why)


def _crowded(kinds: Kinds, numbers: list[int], largest: int) -> str:
    v = int(np.argmax(numbers))
    people = plural(numbers[v], "person", "people")
    return f"“{kinds.names[v]}” has {people}, the largest group takes {largest}"


def _overfull(kinds: Kinds, numbers: list[int], caps: list[int]) -> str:
    several = sum(number > 1 for number in numbers)
    groups = f"{len(caps)} groups of at most {max(caps)}"
    return f"{several} values of “{kinds.column}” do not fit whole into {groups}"


def sentences(
    problem: Problem, plan: Plan, rounds: tuple[int, ...], kinds: Kinds
) -> Iterator[tuple[int, str]]:
    """Values that are in several groups, with how many pairs are parted."""
    for r in rounds:
        numbers = kinds.in_groups(problem.rounds[r], plan[r])
        for v, column in enumerate(numbers.T):
            inside = sum(parts.choose2(int(number)) for number in column)
            apart = parts.choose2(int(column.sum())) - inside
            if apart:
                n_groups = int((column > 0).sum())
                when = "" if problem.n_rounds == 1 else f" in {problem.rounds[r].name}"
                yield apart, f"“{kinds.names[v]}” sits in {n_groups} groups{when}"


@dataclass(frozen=True, eq=False)
class Alike:
    """A criterion that costs every pair of people with a value in common who are parted."""

    wish: Wish
    kinds: Kinds

    @property
    def unit(self) -> str:
        """What its cost counts."""
        return "pairs parted"

    def cost(self, problem: Problem, plan: Plan) -> int:
        """Pairs that are parted, over rounds."""
        return parted(problem, plan, problem.rounds_of(self.wish), self.kinds)

    def contribute(self, problem: Problem, tables: Tables, weight: int) -> None:
        """Every pair in one group saves its cost."""
        rounds = problem.rounds_of(self.wish)
        contribute(problem, tables, rounds, self.kinds, weight)

    def bound(self, problem: Problem) -> Bound:
        """Pairs that no group has room for."""
        return bound(problem, problem.rounds_of(self.wish), self.kinds)

    def binds(self) -> tuple[NDArray[np.bool_], bool]:
        """The pairs that it joins."""
        return self.kinds.same() > 0, True

    def explain(self, problem: Problem, plan: Plan) -> tuple[str, ...]:
        """Who is parted."""
        rounds = problem.rounds_of(self.wish)
        return worst(sentences(problem, plan, rounds, self.kinds))
