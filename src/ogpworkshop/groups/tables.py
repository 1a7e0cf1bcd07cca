"""The integer tables that everything asked of groups comes down to.

*counts*: what it costs that a group has so many people of a kind. *pairs*: what it costs that two
people share a group, in one round or over all of them. *places*: what it costs that somebody is
in a group; *courses*, the same added up over a person's rounds.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups.company import Company

Ints = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Count:
    """What numbers of people of one kind cost in one round.

    Attributes:
        round: position of the round.
        members: a boolean for each person.
        price: `price[group, number]`, numbers from 0 to the largest group size.
    """

    round: int
    members: NDArray[np.bool_]
    price: Ints


@dataclass(frozen=True, eq=False)
class Course:
    """What sums of amounts over a person's rounds cost, as the groups that the person is in add to them.

    Attributes:
        slots: for each of its rounds, which of a person's sums a group adds to, -1 for none.
        amounts: for each of its rounds, what is added, `[group, person]`.
        n_sums: how many sums a person has.
        price: what each sum costs, from 0 on, where it is 0.
    """

    slots: Mapping[int, Ints]
    amounts: Mapping[int, Ints]
    n_sums: int
    price: Ints

    def sums(self, groups: Mapping[int, Ints]) -> Ints:
        """`[…, sum, person]` from the groups `[…, person]` of some rounds, -1 for none."""
        shape = next(iter(groups.values())).shape if groups else (self._n_people,)
        sums = np.zeros((*shape[:-1], self.n_sums, shape[-1]), dtype=np.int64)
        for r, held in groups.items():
            if r in self.slots:
                slot = np.where(held >= 0, self.slots[r][held], -1)
                added = self.amounts[r][held, np.arange(held.shape[-1])]
                for k in range(self.n_sums):
                    sums[..., k, :] += np.where(slot == k, added, 0)
        return sums

    @property
    def _n_people(self) -> int:
        n_people: int = next(iter(self.amounts.values())).shape[1]
        return n_people

    def margin(self, round_: int, others: Mapping[int, Ints]) -> Ints | None:
        """What each place of a round costs on top, `[…, group, person]`, given the other rounds."""
        if round_ not in self.slots:
            return None
        slot = self.slots[round_]
        now = self.sums(others)[..., slot, :]
        more: Ints = self.price[now + self.amounts[round_]] - self.price[now]
        more[..., slot < 0, :] = 0
        return more

    def total(self, plan: Ints) -> int:
        """What a plan costs."""
        return int(self.price[self.sums(dict(enumerate(plan)))].sum())


@dataclass(frozen=True, eq=False)
class Encounter:
    """What it costs how often some pairs meet in some rounds.

    Attributes:
        rounds: positions.
        pairs: `[person, person]`, symmetric, whether a pair is meant.
        price: of 0, 1, 2 … meetings.
    """

    rounds: tuple[int, ...]
    pairs: NDArray[np.bool_]
    price: Ints

    @cached_property
    def among(self) -> tuple[Ints, Ints]:
        """The pairs, as positions i < j."""
        i, j = np.nonzero(np.triu(self.pairs, 1))
        return i, j

    def met(self, groups: Mapping[int, Ints]) -> Ints:
        """How often each pair of `among` meets, `[…, pair]`, from groups `[…, person]` of rounds."""
        i, j = self.among
        shape = next(iter(groups.values())).shape[:-1] if groups else ()
        met = np.zeros((*shape, len(i)), dtype=np.int64)
        for r, held in groups.items():
            if r in self.rounds:
                met += (held[..., i] == held[..., j]) & (held[..., i] >= 0)
        return met

    def margin(self, others: Mapping[int, Ints]) -> Ints:
        """What one more meeting costs each pair of `among`, given the other rounds."""
        now = self.met(others)
        more: Ints = self.price[now + 1] - self.price[now]
        return more

    def total(self, plan: Ints) -> int:
        """What a plan costs."""
        return int(self.price[self.met(dict(enumerate(plan)))].sum())


@dataclass(eq=False)
class Tables:
    """Costs of all criteria, weighted and added up.

    Attributes:
        n_people: how many people.
        pairs: matrices `[person, person]`, symmetric, by the rounds in which they hold.
        places: matrices `[group, person]` by round.
        counts: costs of numbers.
        courses: costs of sums over a person's rounds.
        encounters: costs of meetings of some pairs.
        companies: costs of company that people lack.
        meetings: what it costs that a pair meets 0, 1, 2 … times over all rounds, None if nothing
            is asked about it.
        constant: what every plan costs.
    """

    n_people: int
    pairs: dict[tuple[int, ...], Ints] = field(default_factory=dict)
    places: dict[int, Ints] = field(default_factory=dict)
    counts: list[Count] = field(default_factory=list)
    courses: list[Course] = field(default_factory=list)
    encounters: list[Encounter] = field(default_factory=list)
    companies: list[Company] = field(default_factory=list)
    meetings: Ints | None = None
    constant: int = 0

    @property
    def is_by_round(self) -> bool:
        """Whether every round costs what it costs whatever the others are, and pairs what they are."""
        is_plain = not (self.courses or self.encounters or self.companies)
        return is_plain and self.meetings is None

    def add_pairs(self, rounds: tuple[int, ...], cost: Ints) -> None:
        """In these rounds, `cost[i, j]` for i and j in one group; the diagonal does not count."""
        cost = cost.copy()
        np.fill_diagonal(cost, 0)
        present = self.pairs.get(rounds)
        self.pairs[rounds] = cost if present is None else present + cost

    def add_products(self, rounds: tuple[int, ...], amounts: Ints, weight: int) -> None:
        """In these rounds, two people in one group cost the product of their `amounts[person, …]`.

        For people of a kind, who have an amount of 1, this is a price on every pair of them.
        """
        exact = amounts.astype(np.float64)  # whole numbers below 2**53: the product is exact
        self.add_pairs(rounds, weight * (exact @ exact.T).astype(np.int64))

    def add_sums(
        self, rounds: tuple[int, ...], amounts: Ints, middles: dict[int, Ints], weight: int
    ) -> None:
        """In these rounds, a sum x of a column of amounts costs a group x * x - middle * x.

        The squares of the amounts themselves, which are the same in every group, are left out.

        Args:
            rounds: positions.
            amounts: `[person, column]`.
            middles: for some of the rounds `[group, column]`; nothing for zeros.
            weight: of the cost.
        """
        self.add_products(rounds, amounts, 2 * weight)
        for r, middle in middles.items():
            self.add_places(r, -weight * (middle @ amounts.T))

    def add_places(self, round_: int, cost: Ints) -> None:
        """In this round, `cost[group, person]` for a person in a group."""
        present = self.places.get(round_)
        self.places[round_] = cost if present is None else present + cost

    def add_meetings(self, price: Ints) -> None:
        """`price[m]` for every pair that meets m times over all rounds."""
        self.meetings = price if self.meetings is None else self.meetings + price

    def pairs_of(self, round_: int) -> Ints | None:
        """Costs of pairs in a round, None if there are none."""
        held = [cost for rounds, cost in self.pairs.items() if round_ in rounds]
        return sum(held[1:], held[0]) if held else None

    def companies_of(self, round_: int) -> list[Company]:
        """Costs of company lacking in a round."""
        return [each for each in self.companies if round_ in each.rounds]

    def counts_of(self, round_: int) -> list[Count]:
        """Costs of numbers in a round."""
        return [count for count in self.counts if count.round == round_]

    def courses_of(self, round_: int, others: Mapping[int, Ints]) -> Ints | None:
        """What places cost on top for the other rounds, `[…, group, person]`; None for nothing."""
        margins = [course.margin(round_, others) for course in self.courses]
        asked = [each for each in margins if each is not None]
        return sum(asked[1:], asked[0]) if asked else None

    def total(self, plan: Ints) -> int:
        """What a plan costs, added up from the tables."""
        cost = self.constant + sum(each.total(plan) for each in self.courses)
        cost += sum(each.total(plan) for each in self.encounters)
        cost += sum(each.total(plan) for each in self.companies)
        for r, groups in enumerate(plan):
            cost += self._round(r, groups)
        if self.meetings is not None:
            all_ordered = int(self.meetings[meetings(plan)].sum())
            cost += (all_ordered - self.n_people * int(self.meetings[0])) // 2
        return cost

    def _round(self, round_: int, groups: Ints) -> int:
        cost = 0
        same = (groups[:, None] == groups[None, :]) & (groups >= 0)
        pairs = self.pairs_of(round_)
        if pairs is not None:
            cost += int(pairs[same].sum()) // 2
        there = np.flatnonzero(groups >= 0)
        if round_ in self.places:
            cost += int(self.places[round_][groups[there], there].sum())
        for count in self.counts_of(round_):
            n_groups = len(count.price)
            numbers = np.bincount(groups[there[count.members[there]]], minlength=n_groups)
            cost += int(count.price[np.arange(n_groups), numbers].sum())
        return cost


def pairs_met(plan: Ints) -> tuple[Ints, Ints, Ints]:
    """Pairs that share a group at least once: i, j > i, and how often; by i, then j."""
    n_people = plan.shape[1]
    codes = [np.zeros(0, dtype=np.int64)]
    for groups in plan:
        order = np.argsort(groups, kind="stable")
        order = order[groups[order] >= 0]
        ends = np.searchsorted(groups[order], groups[order], side="right")
        # everybody meets those who come after in the same group
        after = ends - np.arange(len(order)) - 1
        one = np.repeat(np.arange(len(order)), after)
        other = one + 1 + np.arange(len(one)) - np.repeat(np.cumsum(after) - after, after)
        codes.append(order[one] * n_people + order[other])
    met, times = np.unique(np.concatenate(codes), return_counts=True)
    return met // n_people, met % n_people, times.astype(np.int64)


def meetings(plan: Ints) -> Ints:
    """How often each two people share a group, `[person, person]`, 0 on the diagonal."""
    n_people = plan.shape[1]
    met = np.zeros((n_people, n_people), dtype=np.int64)
    for groups in plan:
        met += (groups[:, None] == groups[None, :]) & (groups >= 0)
    np.fill_diagonal(met, 0)
    return met
