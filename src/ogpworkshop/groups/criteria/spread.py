"""Values of a column are spread evenly: no group has more people from Nepal than it must."""

from collections.abc import Iterator
from dataclasses import dataclass

from ogpworkshop.groups import evenness
from ogpworkshop.groups.asked import Asked
from ogpworkshop.groups.kinds import Kinds, plural, where, worst
from ogpworkshop.groups.problem import Bound, Plan, Problem, Wish
from ogpworkshop.groups.tables import Tables


@dataclass(frozen=True, eq=False)
class Spread:
    """Each group has its due share of each value, rounded down or up.

    The bound is 0: shares of single-valued columns can always be rounded so that the sizes of
    groups and the numbers of people come out (Bacharach, Matrix rounding problems, 1966).
    """

    wish: Wish
    kinds: Kinds

    @property
    def unit(self) -> str:
        """What its cost counts."""
        return "points of unevenness"

    def cost(self, problem: Problem, plan: Plan) -> int:
        """(x - floor)(x - ceiling) of the due share, over values, groups and rounds."""
        return evenness.cost(problem, plan, problem.rounds_of(self.wish), self.kinds.members)

    def contribute(self, problem: Problem, tables: Tables, weight: int) -> None:
        """Pairs with a value in common; places where groups' shares differ."""
        rounds = problem.rounds_of(self.wish)
        evenness.contribute(problem, tables, rounds, self.kinds.members, weight)

    def bound(self, problem: Problem) -> Bound:
        """Zero; why values still come together in groups stands in the sentence."""
        for r in problem.rounds_of(self.wish):
            round_ = problem.rounds[r]
            numbers = self.kinds.numbers(round_)
            crowded = [v for v, number in enumerate(numbers) if number > round_.n_groups > 1]
            if crowded:
                v = max(crowded, key=lambda v: (numbers[v] <= 2 * round_.n_groups, numbers[v], -v))
                return Bound(0, _pigeonhole(self.kinds.names[v], int(numbers[v]), round_.n_groups))
        return Bound(0)

    def explain(self, problem: Problem, plan: Plan) -> tuple[str, ...]:
        """Groups with more or fewer of a value than their share."""
        return worst(self._uneven(problem, plan))

    def _uneven(self, problem: Problem, plan: Plan) -> Iterator[tuple[int, str]]:
        for r in problem.rounds_of(self.wish):
            low, high = evenness.due(problem.rounds[r], self.kinds.members)
            numbers = self.kinds.in_groups(problem.rounds[r], plan[r])
            for g, v in zip(*((numbers < low) | (numbers > high)).nonzero(), strict=True):
                number, lo, hi = int(numbers[g, v]), int(low[g, v]), int(high[g, v])
                share = f"{lo}" if lo == hi else f"{lo} or {hi}"
                text = f"{where(problem, r, g)} has {number} of “{self.kinds.names[v]}”, its share is {share}"
                yield max(lo - number, number - hi), text


def _pigeonhole(name: str, number: int, n_groups: int) -> str:
    each, rest = divmod(number, n_groups)
    share = f"each has {each}" if not rest else f"at least {_groups(rest)} must have {each + 1}"
    return f"“{name}” has {plural(number, 'person', 'people')} for {n_groups} groups: {share}"


def _groups(number: int) -> str:
    return "one" if number == 1 else str(number)


def read(asked: Asked) -> Spread:
    """From `spread: country`."""
    return Spread(asked.wish(f"spread {asked.text}"), asked.kinds(asked.text))
