"""People with equal values of a column come into the same group."""

from dataclasses import dataclass

from ogpworkshop.groups import alike
from ogpworkshop.groups.asked import Asked
from ogpworkshop.groups.kinds import Kinds, worst
from ogpworkshop.groups.problem import Bound, Plan, Problem, Wish
from ogpworkshop.groups.tables import Tables


@dataclass(frozen=True, eq=False)
class Gather:
    """As few pairs with a value in common as possible are in two groups."""

    wish: Wish
    kinds: Kinds

    @property
    def unit(self) -> str:
        """What its cost counts."""
        return "pairs parted"

    def cost(self, problem: Problem, plan: Plan) -> int:
        """Pairs that are parted, over rounds."""
        return alike.parted(problem, plan, problem.rounds_of(self.wish), self.kinds)

    def contribute(self, problem: Problem, tables: Tables, weight: int) -> None:
        """Every pair in one group saves its cost."""
        rounds = problem.rounds_of(self.wish)
        alike.contribute(problem, tables, rounds, self.kinds, weight)

    def bound(self, problem: Problem) -> Bound:
        """Pairs that no group has room for."""
        return alike.bound(problem, problem.rounds_of(self.wish), self.kinds)

    def explain(self, problem: Problem, plan: Plan) -> tuple[str, ...]:
        """Who is parted."""
        rounds = problem.rounds_of(self.wish)
        return worst(alike.sentences(problem, plan, rounds, self.kinds))


def read(asked: Asked) -> Gather:
    """From `gather: delegation`."""
    return Gather(asked.wish(f"gather {asked.text}"), asked.kinds(asked.text))
