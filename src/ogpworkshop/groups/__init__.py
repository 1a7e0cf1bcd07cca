"""Who works with whom: groups for the breakouts of a workshop, and how good they are.

Three levels, all typed; docs/guide/python.md shows each.

*Rows of a table*, no agenda needed: `assign_rows`.

    >>> from ogpworkshop.groups import assign_rows
    >>> people = [{"id": f"p{i}", "country": "ABC"[i % 3]} for i in range(12)]
    >>> plan = assign_rows(people, groups=4, rounds=2, spread="country", meet="new")
    >>> plan.report.verdict
    'optimal (proven)'

*A workshop*, with agenda, roster and plans as the readers give them: `assign`, `check`,
`alternatives`, `unmet` and `whereabouts` (why), `swap`, `repair`, `picture` (for reports).

*Arrays*: `Problem` says what is asked, `solve` or `search` finds a plan, `score` measures it.

    >>> from ogpworkshop.groups import Steps, mixing, score, solve
    >>> from ogpworkshop.groups.criteria.meet import Meet
    >>> from ogpworkshop.groups.problem import Wish
    >>> problem = mixing(4, 4, 5, [Meet(Wish("meet new"))])
    >>> score(problem, solve(problem, seed=1, stop=Steps(5000)).plan).verdict
    'optimal (proven)'

`diverse` divides people by their distances alone, into groups as diverse as can be.

What a caller can solve is an `OgpError`, with a message and a remedy. Nothing is printed.
"""

from ogpworkshop.groups.advice import Division, divisions
from ogpworkshop.groups.alternatives import Alternative, alternatives
from ogpworkshop.groups.assign import Level, assign, check, faults
from ogpworkshop.groups.called import named
from ogpworkshop.groups.diverse import Diverse, diverse
from ogpworkshop.groups.exchange import Effect, Exchange, Swap, swap
from ogpworkshop.groups.explain import Unmet, Whereabouts, unmet, whereabouts
from ogpworkshop.groups.picture import picture
from ogpworkshop.groups.problem import Bound, Criterion, Plan, Problem, Round, Wish, mixing, seated
from ogpworkshop.groups.repair import Repair, TradeOff, repair
from ogpworkshop.groups.rows import RowPlan, assign_rows
from ogpworkshop.groups.score import Effort, Report, Score, score
from ogpworkshop.groups.search import Improvement, Solution, search, solve
from ogpworkshop.groups.stop import First, Interrupted, Seconds, Steps, Stop
from ogpworkshop.groups.told import Told

__all__ = [
    "Alternative",
    "Bound",
    "Criterion",
    "Diverse",
    "Division",
    "Effect",
    "Effort",
    "Exchange",
    "First",
    "Improvement",
    "Interrupted",
    "Level",
    "Plan",
    "Problem",
    "Repair",
    "Report",
    "Round",
    "RowPlan",
    "Score",
    "Seconds",
    "Solution",
    "Steps",
    "Stop",
    "Swap",
    "Told",
    "TradeOff",
    "Unmet",
    "Whereabouts",
    "Wish",
    "alternatives",
    "assign",
    "assign_rows",
    "check",
    "diverse",
    "divisions",
    "faults",
    "mixing",
    "named",
    "picture",
    "repair",
    "score",
    "search",
    "seated",
    "solve",
    "swap",
    "unmet",
    "whereabouts",
]
