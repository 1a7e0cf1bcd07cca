"""Who works with whom: groups for the breakouts of a workshop, and how good they are.

With an agenda and a roster, `assign` and `check` are all that is needed. On arrays alone,
`Problem` says what is asked, `solve` or `search` finds a plan, `score` measures it:

    >>> from ogpworkshop.groups import Steps, mixing, score, solve
    >>> from ogpworkshop.groups.criteria.meet import Meet
    >>> from ogpworkshop.groups.problem import Wish
    >>> problem = mixing(4, 4, 5, [Meet(Wish("meet new"))])
    >>> score(problem, solve(problem, seed=1, stop=Steps(5000)).plan).verdict
    'optimal (proven)'
"""

from ogpworkshop.groups.assign import Level, assign, check, faults
from ogpworkshop.groups.called import named
from ogpworkshop.groups.exchange import Effect, Exchange, Swap, swap
from ogpworkshop.groups.explain import Unmet, Whereabouts, unmet, whereabouts
from ogpworkshop.groups.problem import Bound, Criterion, Plan, Problem, Round, Wish, mixing, seated
from ogpworkshop.groups.repair import Repair, TradeOff, repair
from ogpworkshop.groups.score import Effort, Report, Score, score
from ogpworkshop.groups.search import Improvement, Solution, search, solve
from ogpworkshop.groups.stop import First, Interrupted, Seconds, Steps, Stop
from ogpworkshop.groups.told import Told

__all__ = [
    "Bound",
    "Criterion",
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
    "assign",
    "check",
    "faults",
    "mixing",
    "named",
    "repair",
    "score",
    "search",
    "seated",
    "solve",
    "swap",
    "unmet",
    "whereabouts",
]
