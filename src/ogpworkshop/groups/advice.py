"""Before groups are formed: how big they should be, how many rounds it takes until all have met.

What is said is proven by counting: a table can give everybody on it only so many new neighbours,
and people who sat together meet again when there are fewer tables than they are.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np

from ogpworkshop.groups import again, parts
from ogpworkshop.groups.kinds import plural
from ogpworkshop.groups.problem import Bound, Plan, Problem, Round, Wish, seated
from ogpworkshop.groups.search import solve
from ogpworkshop.groups.stop import Steps, Stop
from ogpworkshop.groups.tables import Tables, meetings


@dataclass(frozen=True)
class Everybody:
    """In how many rounds everybody can have shared a group with everybody.

    Attributes:
        rounds: in fewer it cannot be done; 0 for a single person.
        why: a sentence.
    """

    rounds: int
    why: str


@dataclass(frozen=True)
class Choice:
    """A number of groups, and what it brings.

    Attributes:
        n_groups: how many.
        sizes: the largest first.
        repeats: meetings beyond a pair's first that cannot be avoided.
        contacts: the most different people that somebody can meet.
        everybody: until all have met.
    """

    n_groups: int
    sizes: tuple[int, ...]
    repeats: int
    contacts: int
    everybody: Everybody

    @property
    def title(self) -> str:
        """`6 groups of 7 and 1 of 6`."""
        counted = [(size, self.sizes.count(size)) for size in sorted(set(self.sizes), reverse=True)]
        first = plural(counted[0][1], "group")
        rest = "".join(f" and {number} of {size}" for size, number in counted[1:])
        return f"{first} of {counted[0][0]}{rest}"

    @property
    def sentence(self) -> str:
        """What the choice brings, for people."""
        again = plural(self.repeats, "repeat meeting") if self.repeats else "no repeat meeting"
        others = plural(self.contacts, "other person", "other people")
        return (
            f"{self.title}: {again} forced, everybody meets at most {others}; all have met"
            f" after {plural(self.everybody.rounds, 'round')} at the earliest"
        )


def until_all_met(n_people: int, size: int) -> Everybody:
    """The fewest rounds, proven, after which everybody can have met everybody.

    In as many groups as it takes when none has more than `size` people.

    Raises:
        ValueError: groups of one person, or nobody at all.
    """
    if n_people < 1 or size < 2 <= n_people:
        raise ValueError(f"{n_people} people in groups of {size}")
    if n_people == 1:
        return Everybody(0, "there is nobody to meet")
    n_groups = -(-n_people // size)
    if n_groups == 1:
        return Everybody(1, "all are in one group")
    found = (_by_person(n_people, size), _by_overlap(n_people, size, n_groups))
    return max(found, key=lambda each: each.rounds)


def _by_person(n_people: int, size: int) -> Everybody:
    """Somebody begins at the smallest table and needs all the others after that."""
    n_groups = -(-n_people // size)
    smallest = n_people // n_groups
    later = -(-(n_people - smallest) // (size - 1))
    others = plural(n_people - smallest, "person", "people")
    why = (
        f"whoever is in a group of {smallest} or fewer in the first round has {others} still to"
        f" meet, at most {size - 1} in each round"
    )
    return Everybody(1 + later, why)


def _by_overlap(n_people: int, size: int, n_groups: int) -> Everybody:
    """New pairs of each round: those in its groups, less those who shared one just before."""
    pairs = parts.choose2(n_people)
    first = parts.most_pairs(n_people, [size] * n_groups)
    news = _most_new(n_people, size, n_groups)
    if news == 0:
        return Everybody(1, "")
    rounds = 1 + max(0, -(-(pairs - first) // news))
    why = (
        f"{pairs} pairs have to meet; the first round has at most {first} of them, each other"
        f" at most {news} new ones, as groups meet again in part"
    )
    return Everybody(rounds, why)


@cache
def _most_new(n_people: int, size: int, n_groups: int) -> int:
    """Most pairs in groups of a round that did not share one of as many groups just before."""
    new = [parts.choose2(k) - parts.fewest_pairs(k, [size] * n_groups) for k in range(size + 1)]
    most = [0] + [-1] * n_people
    for _ in range(n_groups):
        most = [
            max(
                (
                    most[total - k] + new[k]
                    for k in range(min(size, total) + 1)
                    if most[total - k] >= 0
                ),
                default=-1,
            )
            for total in range(n_people + 1)
        ]
    return most[n_people]


def choices(n_people: int, size: int, n_rounds: int) -> tuple[Choice, ...]:
    """Numbers of groups for people who would like groups of about `size`, the nearest first.

    Raises:
        ValueError: groups of one person, fewer than two people, no round.
    """
    if n_people < 2 or size < 2 or n_rounds < 1:
        raise ValueError(f"{n_people} people in groups of {size}, {n_rounds} rounds")
    wanted = max(1, round(n_people / size))
    numbers = {number for number in range(wanted - 1, wanted + 3) if 0 < number <= n_people // 2}
    nearest = sorted(numbers or {1}, key=lambda number: (abs(n_people / number - size), number))
    return tuple(_choice(n_people, number, n_rounds) for number in nearest[:3])


def _choice(n_people: int, n_groups: int, n_rounds: int) -> Choice:
    everybody = np.ones(n_people, dtype=np.bool_)
    rounds = tuple(seated(str(r + 1), everybody, n_groups) for r in range(n_rounds))
    sizes = tuple(sorted((int(size) for size in rounds[0].sizes), reverse=True))
    least = again.repeats(Problem(("",) * n_people, rounds))[0]
    largest = -(-n_people // n_groups)
    contacts = min(n_people - 1, n_rounds * (largest - 1))
    return Choice(n_groups, sizes, least, contacts, until_all_met(n_people, largest))


@dataclass(frozen=True)
class _AllMeet:
    """Everybody meets everybody at least once: what is searched for."""

    wish: Wish
    unit: str = "pairs that never meet"

    def cost(self, problem: Problem, plan: Plan) -> int:
        """Pairs that never meet."""
        met = meetings(plan)
        return (problem.n_people**2 - problem.n_people - int((met > 0).sum())) // 2

    def contribute(self, problem: Problem, tables: Tables, weight: int) -> None:
        """No meeting is what costs."""
        price = np.zeros(problem.n_rounds + 1, dtype=np.int64)
        price[0] = weight
        tables.add_meetings(price)

    def bound(self, problem: Problem) -> Bound:  # noqa: ARG002 - it may always be possible
        """Nothing."""
        return Bound(0)

    def explain(self, problem: Problem, plan: Plan) -> tuple[str, ...]:  # noqa: ARG002
        """Nothing to add."""
        return ()


def all_meet(
    n_people: int, size: int, n_rounds: int, seed: int = 0, stop: Stop | None = None
) -> Plan | None:
    """A plan in which everybody meets everybody, None if the search finds none.

    Args:
        n_people: how many.
        size: most people of a group.
        n_rounds: in how many rounds; see `until_all_met` for the fewest.
        seed: of the search.
        stop: when it ends, a few seconds' worth of steps if left out.
    """
    everybody = np.ones(n_people, dtype=np.bool_)
    n_groups = -(-n_people // size)
    low, high = np.full(n_groups, n_people // n_groups), np.full(n_groups, size)
    rounds = tuple(
        Round(
            f"round {r + 1}", everybody, low, high, tuple(f"group {g + 1}" for g in range(n_groups))
        )
        for r in range(n_rounds)
    )
    problem = Problem(tuple(map(str, range(n_people))), rounds, (_AllMeet(Wish("meet all")),))
    found = solve(problem, seed, stop or Steps(20_000))
    return found.plan if found.is_optimal else None
