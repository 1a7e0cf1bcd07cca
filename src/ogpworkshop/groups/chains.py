"""Several plans of one problem under change at once: members of groups, costs, meetings.

People are numbered as in the problem; one number more, `n_people`, stands for every empty chair,
with which groups whose sizes may differ are padded.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups.chance import Chance
from ogpworkshop.groups.company import Company
from ogpworkshop.groups.problem import Plan, Problem, level
from ogpworkshop.groups.tables import Tables

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
_PROHIBITIVE = 1 << 50


@dataclass(frozen=True, eq=False)
class Floor:
    """One round as the search sees it, with costs laid out for chairs.

    Attributes:
        pairs: `[person, person]`, with a row and a column of zeros for empty chairs.
        places: `[group, person]`, None if no place has a cost.
        members: `members[kind, person]`, people who are counted; empty chairs are, where groups
            may have some.
        price_at: `[kind, group]`, where a kind's prices in a group begin in `more` and `less`.
        more: what one more of a kind costs, by their number.
        less: what one fewer costs.
        low: fewest people of each group.
        chairs: per group, the same for all.
        movable: a boolean per person, None if everybody is.
    """

    pairs: Ints
    places: Ints | None
    members: Ints
    price_at: Ints
    more: Ints
    less: Ints
    low: Ints
    chairs: int
    movable: Bools | None


def floors(problem: Problem, tables: Tables) -> tuple[Floor, ...]:
    """All rounds of a problem, laid out."""
    return tuple(_floor(problem, tables, r) for r in range(problem.n_rounds))


def _floor(problem: Problem, tables: Tables, r: int) -> Floor:
    round_, n = problem.rounds[r], problem.n_people
    pairs = np.zeros((n + 1, n + 1), dtype=np.int64)
    asked = tables.pairs_of(r)
    if asked is not None:
        pairs[:n, :n] = asked
    places = None
    if r in tables.places:
        places = np.zeros((round_.n_groups, n + 1), dtype=np.int64)
        places[:, :n] = tables.places[r]
    movable = None
    if problem.pinned is not None:
        movable = np.append(problem.pinned[r] < 0, True)
    chairs = int(round_.high.max())
    members, price = _kinds(problem, tables, r, chairs)
    ahead = np.zeros_like(price)
    ahead[..., :-1] = np.diff(price)
    behind = np.zeros_like(price)
    behind[..., 1:] = -np.diff(price)
    at = np.arange(price[..., 0].size).reshape(price.shape[:2]) * price.shape[2]
    more, less = ahead.reshape(-1), behind.reshape(-1)
    return Floor(pairs, places, members, at, more, less, round_.low, chairs, movable)


def _kinds(problem: Problem, tables: Tables, r: int, chairs: int) -> tuple[Ints, Ints]:
    """Who is counted `[kind, person]`, and prices `[kind, group, number]`."""
    round_ = problem.rounds[r]
    members = [np.append(count.members, 0) for count in tables.counts_of(r)]
    prices = [count.price[:, : chairs + 1] for count in tables.counts_of(r)]
    if chairs * round_.n_groups > len(round_.people):
        empty = np.arange(chairs + 1)
        fewest, most = chairs - round_.high[:, None], chairs - round_.low[:, None]
        members.append(np.append(np.zeros(problem.n_people, dtype=np.int64), 1))
        prices.append(_PROHIBITIVE * (np.maximum(fewest - empty, 0) + np.maximum(empty - most, 0)))
    if not members:
        shape = (0, round_.n_groups, chairs + 1)
        return np.zeros((0, problem.n_people + 1), dtype=np.int64), np.zeros(shape, dtype=np.int64)
    return np.stack(members).astype(np.int64), np.stack(prices).astype(np.int64)


def start(problem: Problem, chance: Chance) -> Plan:
    """A random plan with right sizes and everything that is pinned."""
    plan = np.full((problem.n_rounds, problem.n_people), -1, dtype=np.int64)
    for r, round_ in enumerate(problem.rounds):
        order = chance.orders(1, problem.n_people)[0]
        order = order[round_.present[order]]
        taken = np.zeros(round_.n_groups, dtype=np.int64)
        if problem.pinned is not None:
            fixed = problem.pinned[r]
            plan[r] = np.where(round_.present, fixed, -1)
            taken += np.bincount(fixed[(fixed >= 0) & round_.present], minlength=round_.n_groups)
            order = order[fixed[order] < 0]
        sizes = level(len(round_.people), np.maximum(taken, round_.low), round_.high)
        plan[r, order] = np.repeat(np.arange(round_.n_groups), sizes - taken)[: len(order)]
    return plan


def seat(plan: Plan, floor: Floor, round_: int) -> Ints:
    """Who sits where, `[group, chair]`, of one plan and round."""
    n_people = plan.shape[1]
    seats = np.full((len(floor.low), floor.chairs), n_people, dtype=np.int64)
    groups = plan[round_]
    for g in range(len(floor.low)):
        here = np.flatnonzero(groups == g)
        seats[g, : len(here)] = here
    return seats


class Chains:
    """Plans under change.

    Attributes:
        seats: for each round, `[chain, group, chair]`.
        met: how often two people meet, `[chain, person, person]`, None if nothing is asked of it.
        costs: of each chain.
    """

    def __init__(self, problem: Problem, tables: Tables, plans: list[Plan]) -> None:
        self.problem = problem
        self.tables = tables
        self.floors = floors(problem, tables)
        self.seats = [
            np.stack([seat(plan, floor, r) for plan in plans])
            for r, floor in enumerate(self.floors)
        ]
        self.costs = np.array([tables.total(plan) for plan in plans], dtype=np.int64)
        self.rows = np.arange(len(plans))
        self.met: Ints | None = None
        self._prices: tuple[_Prices, ...] = ()
        if tables.meetings is not None:
            n = problem.n_people + 1
            self.met = np.zeros((len(plans), n, n), dtype=np.int64)
            for r in range(problem.n_rounds):
                at = self._together(r)
                self.met.reshape(-1)[at] += 1
            self._prices = _prices(self.floors, tables.meetings, self.met)

    @property
    def n_chains(self) -> int:
        """How many plans."""
        return len(self.rows)

    def copy(self, sources: Ints, targets: Ints) -> None:
        """Make some plans copies of others."""
        for seats in self.seats:
            seats[targets] = seats[sources]
        if self.met is not None:
            self.met[targets] = self.met[sources]
        for prices in self._prices:
            prices.now[targets] = prices.now[sources]
        self.costs[targets] = self.costs[sources]

    def _together(self, round_: int) -> Ints:
        """Where in `met` those stand who share a group in a round, numbered through."""
        seats, n = self.seats[round_], self.problem.n_people + 1
        x, y = np.nonzero(~np.eye(seats.shape[2], dtype=np.bool_))
        first = (self.rows * n)[:, None, None] + seats
        together: Ints = first.take(x, axis=2) * n + seats.take(y, axis=2)
        return together

    def _count(self, round_: int, change: int) -> None:
        if self.met is None:
            return
        at = self._together(round_)
        met = self.met.reshape(-1)
        now = met.take(at) + change
        met[at] = now
        within = at % self.met[0].size
        for prices in self._prices:
            prices.set(at, within, now)

    def open(self, round_: int) -> Ints:
        """Take a round out of the meetings; costs of pairs `[chain or 1, person, person]`."""
        self._count(round_, -1)
        pairs = self.floors[round_].pairs[None]
        for prices in self._prices:
            if round_ in prices.rounds:
                pairs = prices.now
        return self._encountered(pairs, round_) if self.tables.encounters else pairs

    def _encountered(self, pairs: Ints, round_: int) -> Ints:
        """Costs of pairs with those of meetings of some of them."""
        pairs = np.repeat(pairs, self.n_chains // len(pairs), axis=0)
        others = self._others(round_)
        for each in self.tables.encounters:
            if round_ in each.rounds:
                i, j = each.among
                margin = each.margin(others)
                pairs[:, i, j] += margin
                pairs[:, j, i] += margin
        return pairs

    def places(self, round_: int) -> Ints | None:
        """Costs of places by what the other rounds are, `[chain, group, person]`; None for none."""
        if not self.tables.courses:
            return None
        asked = self.tables.courses_of(round_, self._others(round_))
        if asked is None:
            return None
        shape = (self.n_chains, *asked.shape[-2:])
        return np.pad(np.broadcast_to(asked, shape), ((0, 0), (0, 0), (0, 1)))

    def companies(self, round_: int) -> list[tuple[Company, Ints]]:
        """Company that is wished in a round, and how much still suffices, `[chain or 1, person]`."""
        found = []
        for each in self.tables.companies_of(round_):
            is_alone = len(each.rounds) == 1
            found.append((each, each.left({} if is_alone else self._others(round_))))
        return found

    def _others(self, round_: int) -> dict[int, Ints]:
        """Groups `[chain, person]` in all rounds but one, -1 for none."""
        found = {}
        for r, seats in enumerate(self.seats):
            if r != round_:
                groups = np.full((self.n_chains, self.problem.n_people + 1), -1, dtype=np.int64)
                groups[self.rows[:, None, None], seats] = np.arange(seats.shape[1])[:, None]
                found[r] = groups[:, :-1]
        return found

    def close(self, round_: int) -> None:
        """Count the round's meetings again."""
        self._count(round_, 1)

    def plan(self, chain: int) -> Plan:
        """One of the plans."""
        plan = np.full((self.problem.n_rounds, self.problem.n_people + 1), -1, dtype=np.int64)
        for r, seats in enumerate(self.seats):
            plan[r, seats[chain]] = np.arange(seats.shape[1])[:, None]
        return plan[:, :-1].copy()


@dataclass(frozen=True, eq=False)
class _Prices:
    """What one more meeting of two people costs now, in rounds where the same is asked of pairs.

    Attributes:
        rounds: positions.
        pairs: `[person, person]`, apart from meetings.
        marginal: of a meeting, by those before; nothing at the end, where all rounds are full.
        now: `[chain, person, person]`.
    """

    rounds: frozenset[int]
    pairs: Ints
    marginal: Ints
    now: Ints

    def set(self, at: Ints, within: Ints, met: Ints) -> None:
        """Set the price of pairs at places in `now` and in `pairs` who have met so often."""
        cost = self.marginal.take(met)
        cost += self.pairs.reshape(-1).take(within)
        self.now.reshape(-1)[at] = cost
        self.now[:, -1, :] = 0
        self.now[:, :, -1] = 0


def _prices(held: tuple[Floor, ...], price: Ints, met: Ints) -> tuple[_Prices, ...]:
    marginal = np.append(np.diff(price), 0)
    rounds: dict[bytes, list[int]] = {}
    for r, floor in enumerate(held):
        rounds.setdefault(floor.pairs.tobytes(), []).append(r)
    found = []
    for own in rounds.values():
        pairs = held[own[0]].pairs
        now: Ints = marginal.take(met)
        now += pairs
        diagonal = np.arange(len(pairs))
        now[:, diagonal, diagonal] = 0
        now[:, -1, :] = 0
        now[:, :, -1] = 0
        found.append(_Prices(frozenset(own), pairs, marginal, now))
    return tuple(found)
