"""What exchanges of two groups' people gain, term by term.

Two groups a and b of a pair exchange x and y. A term adds what it gains that x goes, that y goes,
and what is different when both do; it keeps its own numbers of the groups up to date.
"""

from dataclasses import dataclass
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups.large.columns import tally
from ogpworkshop.groups.tables import Course

Ints = NDArray[np.int64]


class Batch(NamedTuple):
    """Pairs of groups whose exchanges are weighed at once.

    Attributes:
        groups: `[side, pair]`.
        people: `[side, pair, chair]`, the number of people for an empty chair.
        alone: what it gains that a person goes to the other group, of the same shape.
        gain: what an exchange gains besides, `[pair, chair, chair]`.
    """

    groups: Ints
    people: Ints
    alone: Ints
    gain: Ints

    def add_where_alike(self, codes: Ints, none: int, gain: Ints | int) -> None:
        """Add to exchanges of people with the same code, unless it is that for none."""
        left, right = codes.take(self.people[0]), codes.take(self.people[1])
        right[right == none] = none + 1
        self.gain[...] += (left[:, :, None] == right[:, None, :]) * gain


class Term(Protocol):
    """A part of what is asked of one round."""

    def weigh(self, batch: Batch) -> None:
        """Add gains."""
        ...

    def swap(self, groups: Ints, people: Ints) -> None:
        """People went `[side, exchange]` out of their groups, for each other."""
        ...


@dataclass(eq=False)
class KindSums:
    """Numbers n of people of a kind cost weight * (n * n - middle * n).

    Attributes:
        codes: kind of each person, see `columns`.
        slope: 2 n - middle, `[group, kind]`, with zeros for none.
        weight: of the cost.
        has_middle: whether groups have a middle of their own.
    """

    codes: Ints
    slope: Ints
    weight: int
    has_middle: bool

    @classmethod
    def of(cls, codes: Ints, middle: Ints, weight: int, seats: Ints) -> "KindSums":
        """With `middle[group or 1, kind]`, zeros where it is the same in all groups."""
        slope = 2 * tally(codes, middle.shape[1], seats)
        slope[:, :-1] -= middle
        slope[:, -1] = 0
        return cls(codes, slope, weight, bool(middle.any()))

    def weigh(self, batch: Batch) -> None:
        """The difference of slopes between the groups."""
        codes = self.codes.take(batch.people)
        here = (batch.groups * (self.none + 1))[..., None]
        flat = self.slope.reshape(-1)
        steeper = flat.take(here + codes) - flat.take(here[::-1] + codes)
        batch.alone[...] += self.weight * (steeper - 2 * (codes < self.none))
        batch.add_where_alike(self.codes, self.none, 4 * self.weight)

    def swap(self, groups: Ints, people: Ints) -> None:
        """Two fewer of one slope, two more of the other."""
        codes = self.codes[people]
        self.slope[groups, codes] -= 2
        self.slope[groups, codes[::-1]] += 2
        self.slope[:, -1] = 0

    @property
    def none(self) -> int:
        """The code of people of no kind."""
        return len(self.slope[0]) - 1

    def uneven(self) -> NDArray[np.bool_]:
        """Groups that have more or fewer of a kind than their share, rounded up or down."""
        n_groups = len(self.slope)
        if self.has_middle:
            low, high = -np.ones_like(self.slope[0]), np.ones_like(self.slope[0])
        else:
            total = self.slope.sum(axis=0) // 2
            low, high = 2 * (total // n_groups), -2 * (-total // n_groups)
        uneven: NDArray[np.bool_] = ((self.slope < low) | (self.slope > high)).any(axis=1)
        return uneven


@dataclass(eq=False)
class AmountSums:
    """A sum x of amounts costs weight * (x * x - middle * x).

    Attributes:
        amounts: of each person, 0 for an empty chair.
        slope: 2 x - middle of each group.
        weight: of the cost.
    """

    amounts: Ints
    slope: Ints
    weight: int

    @classmethod
    def of(cls, amounts: Ints, middle: Ints, weight: int, seats: Ints) -> "AmountSums":
        """With `middle[group or 1]`."""
        held = np.append(amounts, 0)
        return cls(held, 2 * held[seats].sum(axis=1) - middle, weight)

    def weigh(self, batch: Batch) -> None:
        """Slopes times amounts, and the product of both."""
        amounts = self.amounts.take(batch.people)
        steeper = self.slope[batch.groups] - self.slope[batch.groups[::-1]]
        batch.alone[...] += self.weight * amounts * (steeper[..., None] - 2 * amounts)
        batch.gain[...] += (4 * self.weight * amounts[0])[:, :, None] * amounts[1][:, None, :]

    def swap(self, groups: Ints, people: Ints) -> None:
        """Twice the difference."""
        amounts = self.amounts[people]
        self.slope[groups] += 2 * (amounts[::-1] - amounts)


@dataclass(eq=False)
class Numbers:
    """Numbers of people of a kind have any price.

    Attributes:
        codes: kind of each person, see `columns`.
        numbers: `[group, kind]`.
        more: what one more costs, `[group or 1, kind, number]`, with zeros for none.
        less: what one fewer costs.
    """

    codes: Ints
    numbers: Ints
    more: Ints
    less: Ints

    @classmethod
    def of(cls, codes: Ints, price: Ints, seats: Ints) -> "Numbers":
        """With `price[group or 1, kind, number]`."""
        numbers = tally(codes, price.shape[1], seats)
        # numbers in a group of the largest size cannot rise, so their price is of no matter
        shape = (price.shape[0], price.shape[1] + 1, seats.shape[1] + 2)
        full = np.zeros(shape, dtype=np.int64)
        length = min(price.shape[2], shape[2])
        full[:, :-1, :length] = price[..., :length]
        more, less = np.zeros_like(full), np.zeros_like(full)
        more[..., :-1] = np.diff(full)
        less[..., 1:] = -more[..., :-1]
        numbers[:, -1] = 0
        return cls(codes, numbers, more, less)

    def weigh(self, batch: Batch) -> None:
        """One fewer here, one more there; nothing if both are of a kind."""
        none = self.numbers.shape[1] - 1
        codes = self.codes.take(batch.people)
        here = batch.groups[..., None]
        at = here * (len(self.more) > 1)
        less = self.less[at, codes, self.numbers[here, codes]]
        more = self.more[at[::-1], codes, self.numbers[here[::-1], codes]]
        batch.alone[...] -= less + more
        # what both would change: the same for the same kind, so the first side's do
        back = self.more[at, codes, self.numbers[here, codes]][0]
        back += self.less[at[::-1], codes, self.numbers[here[::-1], codes]][0]
        batch.add_where_alike(self.codes, none, (back + less[0] + more[0])[:, :, None])

    def swap(self, groups: Ints, people: Ints) -> None:
        """One fewer, one more."""
        codes = self.codes[people]
        self.numbers[groups, codes] -= 1
        self.numbers[groups, codes[::-1]] += 1
        self.numbers[:, -1] = 0


@dataclass(eq=False)
class Places:
    """What it costs that somebody is in a group.

    Attributes:
        price: `[class of groups, person]`.
        of: each group's class.
    """

    price: Ints
    of: Ints

    @classmethod
    def asked(cls, cost: Ints) -> "Places":
        """From `cost[group, person]`; groups that cost everybody the same are a class."""
        classes, of = np.unique(cost, axis=0, return_inverse=True)
        price = np.zeros((len(classes), cost.shape[1] + 1), dtype=np.int64)
        price[:, :-1] = classes
        return cls(price, of.reshape(-1))

    def weigh(self, batch: Batch) -> None:
        """The difference between the groups."""
        here = self.of[batch.groups][..., None]
        batch.alone[...] += self.price[here, batch.people] - self.price[here[::-1], batch.people]

    def swap(self, groups: Ints, people: Ints) -> None:
        """Nothing is kept."""


@dataclass(eq=False)
class Courses:
    """What sums over a person's rounds cost.

    Attributes:
        course: what is added, and prices of sums.
        round: position of the round.
        plan: of all rounds, with a column for empty chairs; changed elsewhere.
    """

    course: Course
    round: int
    plan: Ints

    def weigh(self, batch: Batch) -> None:
        """What the other group adds instead of one's own."""
        for side in (0, 1):
            people = batch.people[side]
            batch.alone[side] += self._cost(people, batch.groups[side])
            batch.alone[side] -= self._cost(people, batch.groups[1 - side])

    def _cost(self, people: Ints, groups: Ints) -> Ints:
        """Of each person in a group, `[pair, chair]`, given the other rounds."""
        nobody, course = self.plan.shape[1] - 1, self.course
        who = np.minimum(people, nobody - 1)
        slot = course.slots[self.round][groups][:, None]
        now = np.zeros(people.shape, dtype=np.int64)
        for r, slots in course.slots.items():
            if r != self.round:
                held = self.plan[r][who]
                is_same = (held >= 0) & (slots[held] == slot)
                now += np.where(is_same, course.amounts[r][held, who], 0)
        added = course.amounts[self.round][groups[:, None], who]
        cost: Ints = course.price[now + added] - course.price[now]
        cost[(people == nobody) | (slot < 0)] = 0
        return cost

    def swap(self, groups: Ints, people: Ints) -> None:
        """Nothing is kept."""


@dataclass(eq=False)
class Meetings:
    """What it costs to meet somebody once more, with those met in other rounds known.

    Attributes:
        margin: `margin[m]` for people who share a group in m other rounds.
        plan: of all rounds, with a column for empty chairs; changed elsewhere.
        round: position of the round.
        seats: of the round, changed elsewhere.
    """

    margin: Ints
    plan: Ints
    round: int
    seats: Ints

    def weigh(self, batch: Batch) -> None:
        """Meetings with all of the other group instead of one's own."""
        for side in (0, 1):
            own, other = self.seats[batch.groups[side]], self.seats[batch.groups[1 - side]]
            batch.alone[side] += self._cost(batch.people[side], own).sum(axis=2)
            batch.alone[side] -= self._cost(batch.people[side], other).sum(axis=2)
        batch.gain[...] += 2 * self._cost(batch.people[0], batch.people[1])

    def _cost(self, people: Ints, others: Ints) -> Ints:
        """Of each two, `[pair, person, other]`; nobody meets themselves or an empty chair."""
        met = np.zeros((*people.shape, others.shape[1]), dtype=np.int64)
        for r, groups in enumerate(self.plan):
            if r != self.round:
                here, there = groups.take(people), groups.take(others)
                there[there < 0] = -2
                met += here[:, :, None] == there[:, None, :]
        cost: Ints = self.margin.take(met)
        cost[people[:, :, None] == others[:, None, :]] = 0
        nobody = self.plan.shape[1] - 1
        cost[people == nobody] = 0
        cost.transpose(0, 2, 1)[others == nobody] = 0
        return cost

    def swap(self, groups: Ints, people: Ints) -> None:
        """Nothing is kept."""


@dataclass(eq=False)
class Edges:
    """Few pairs have a price of their own.

    Attributes:
        one: a person of each pair, every pair in both orders.
        other: the other.
        cost: of sharing a group.
        plan: groups in the round, changed elsewhere.
    """

    one: Ints
    other: Ints
    cost: Ints
    plan: Ints

    def weigh(self, batch: Batch) -> None:
        """Pairs of people of these groups, over those who have any."""
        n_people = len(self.plan)
        place = np.full((2, n_people), -1, dtype=np.int64)
        flat = batch.people.reshape(2, -1)
        for side in (0, 1):
            place[side, flat[side]] = np.arange(flat.shape[1])
        place[:, -1] = -1
        last = max(int(self.plan.max(initial=0)), int(batch.groups.max()))
        partner = np.full(last + 2, -2, dtype=np.int64)  # with one for people who are away
        partner[batch.groups[0]], partner[batch.groups[1]] = batch.groups[1], batch.groups[0]
        theirs = self.plan[self.other]
        with_own = (self.plan[self.one] == theirs) & (theirs >= 0)
        with_other = (partner[self.plan[self.one]] == theirs) & (theirs >= 0)
        change = self.cost * (with_own.astype(np.int64) - with_other)
        alone = batch.alone.reshape(2, -1)
        for side in (0, 1):
            at = place[side, self.one]
            here = (at >= 0) & (change != 0)
            np.add.at(alone[side], at[here], change[here])
        first, second = place[0, self.one], place[1, self.other]
        both = (first >= 0) & (second >= 0) & with_other
        chairs = batch.people.shape[2]
        at = first[both], second[both] % chairs
        np.add.at(batch.gain.reshape(-1, chairs), at, 2 * self.cost[both])

    def swap(self, groups: Ints, people: Ints) -> None:
        """Nothing is kept."""
