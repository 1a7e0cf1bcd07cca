"""People are never parted: those listed, or those with equal values of a column."""

from dataclasses import dataclass

from ogpworkshop.groups import alike
from ogpworkshop.groups.asked import Asked
from ogpworkshop.groups.kinds import Kinds, worst
from ogpworkshop.groups.problem import Bound, Plan, Problem, Wish
from ogpworkshop.groups.tables import Tables


@dataclass(frozen=True, eq=False)
class Together:
    """No two of the people meant are in different groups."""

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


def read(asked: Asked) -> Together:
    """From `together: [p01, p02]`, `together: [[p01, p02], [p07, p09]]` or `together: family`."""
    kinds = asked.sets_or_column()
    return Together(asked.wish(f"together {kinds.column or kinds.listed}"), kinds)
