"""The fewest people of whom enough are in each of several sets: exact, by branching."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

_MOST_NODES = 4000


@dataclass(frozen=True)
class Demand:
    """So many of these people, at least.

    Attributes:
        people: a bit for each person.
        number: how many of them.
    """

    people: int
    number: int


@dataclass(eq=False)
class Cover:
    """Smallest sets of people that meet all demands.

    Attributes:
        least: no smaller set meets them; exact unless the branching was cut off.
        sets: some of those with `least` people, a bit for each person.
    """

    demands: Sequence[Demand]
    most_sets: int = 8
    least: int = 0
    sets: list[int] = field(default_factory=list)
    _nodes: int = 0

    def __post_init__(self) -> None:
        """Deepen until there is a set, or patience ends: what was tried in full is proven."""
        if any(each.people.bit_count() < each.number for each in self.demands):
            return
        self.least = max((each.number for each in self.demands), default=0)
        while True:
            seen = set()
            for found in self._sets(0, self.least, 0):
                seen.add(found)
                if len(seen) == self.most_sets:
                    break
            self.sets = sorted(seen)
            if seen or self._nodes > _MOST_NODES:
                return
            self.least += 1

    def _sets(self, chosen: int, left: int, barred: int) -> Iterator[int]:
        """Sets that contain `chosen`, `left` others, and nobody who is barred."""
        self._nodes += 1
        if self._nodes > _MOST_NODES:
            return
        unmet = [
            (each.people & ~chosen & ~barred, each.number - (each.people & chosen).bit_count())
            for each in self.demands
            if (each.people & chosen).bit_count() < each.number
        ]
        if not unmet:
            yield chosen
            return
        people, number = min(unmet, key=lambda each: each[0].bit_count() - each[1])
        if number > left or not _is_possible(unmet, left):
            return
        while people.bit_count() >= number:
            bit = people & -people
            people ^= bit
            yield from self._sets(chosen | bit, left - 1, barred)
            barred |= bit


def _is_possible(unmet: list[tuple[int, int]], left: int) -> bool:
    """Whether the people in most of the sets could meet all demands, by their number alone."""
    if any(number > min(left, people.bit_count()) for people, number in unmet):
        return False
    every = 0
    for people, _ in unmet:
        every |= people
    served = []
    while every:
        bit = every & -every
        every ^= bit
        served.append(sum(1 for people, _ in unmet if people & bit))
    served.sort(reverse=True)
    return sum(served[:left]) >= sum(number for _, number in unmet)
