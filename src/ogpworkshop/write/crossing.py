"""Counts of two columns at once, such as country and gender, without telling on anybody.

Small counts are not told; nor are as many others as it takes for none of them to follow from the
sums of its row and its column, which the counts of each column alone give away. A count follows
when no other table of whole numbers has the same sums: when no cycle of hidden cells, up in one and
down in the next, leads through it (D. Gusfield, SIAM Journal on Computing 17, 1988).
"""

from collections import Counter
from collections.abc import Mapping

from ogpworkshop.model.roster import Roster
from ogpworkshop.write.counting import FEW, SUPPRESSED, Counts, counts, is_sensitive, meanings

ALL = "all"
Cell = tuple[str, str]
"""A value of the first column and one of the second."""
Node = tuple[str, str]
"""A row or a column, and its value."""


def crossed(
    roster: Roster, columns: tuple[str, str], audiences: Mapping[str, str | None]
) -> Counts:
    """How many of those who come have each pair of values of two columns, and the sums."""
    name = " / ".join(columns)
    first, second = (counts(roster, each, audiences.get(each)) for each in columns)
    numbers = _tally(roster, columns)
    is_close = any(is_sensitive(each, audiences.get(each)) for each in columns)
    hidden = _hidden(numbers, first, second) if is_close else set()
    if first.is_withheld or second.is_withheld or (numbers and len(hidden) == len(numbers)):
        return Counts(name, (), is_withheld=True)
    across = [value for value, _ in second.rows]
    rows = [
        (
            value,
            *(FEW if (value, to) in hidden else f"{numbers[value, to]}" for to in across),
            number,
        )
        for value, number in first.rows
    ]
    sums = (ALL, *(number for _, number in second.rows), f"{sum(numbers.values())}")
    return Counts(name, (*rows, sums), across=(*across, ALL))


def _tally(roster: Roster, columns: tuple[str, str]) -> dict[Cell, int]:
    """People by pair of values, every pair included; each value in its most usual spelling."""
    own = [meanings(roster, name) for name in columns]
    pairs = Counter(
        (one, other) for left, right in zip(*own, strict=True) for one in left for other in right
    )
    down, across = (dict.fromkeys(value for each in part for value in each) for part in own)
    return {(one, other): pairs[one, other] for one in down for other in across}


def _hidden(numbers: Mapping[Cell, int], first: Counts, second: Counts) -> set[Cell]:
    """Cells that are not told."""
    known = {("row", value) for value, number in first.rows if number != FEW}
    known |= {("column", value) for value, number in second.rows if number != FEW}
    hidden = {cell for cell, number in numbers.items() if number < SUPPRESSED}
    while True:
        graph = _graph(numbers, hidden, known)
        bare = next((cell for cell in sorted(hidden) if _follows(cell, numbers, graph)), None)
        if bare is None:
            return hidden
        others = [
            cell
            for cell in sorted(set(numbers) - hidden, key=lambda each: (numbers[each], each))
            if cell[0] == bare[0] or cell[1] == bare[1]
        ]
        hidden |= {others[0]} if others else set(numbers)
        if hidden == set(numbers):
            return hidden


def _graph(
    numbers: Mapping[Cell, int], hidden: set[Cell], known: set[Node]
) -> dict[Node, set[Node]]:
    """What can grow and shrink together: from a row to a column a cell grows, back it shrinks.

    Sums that are not told can grow and shrink against each other.
    """
    graph: dict[Node, set[Node]] = {}
    for cell in hidden:
        row, column = ("row", cell[0]), ("column", cell[1])
        graph.setdefault(row, set()).add(column)
        graph.setdefault(column, set())
        if numbers[cell]:
            graph[column].add(row)
    for node in list(graph):
        if node not in known:
            free = (f"any {node[0]}", "")
            graph[node].add(free)
            graph.setdefault(free, set()).add(node)
    return graph


def _follows(cell: Cell, numbers: Mapping[Cell, int], graph: Mapping[Node, set[Node]]) -> bool:
    """Whether the sums leave only one count for a cell."""
    row, column = ("row", cell[0]), ("column", cell[1])
    can_grow = _leads(graph, column, row)
    can_shrink = bool(numbers[cell]) and _leads(graph, row, column)
    return not (can_grow or can_shrink)


def _leads(graph: Mapping[Node, set[Node]], start: Node, end: Node) -> bool:
    """Whether one node leads to another by a way longer than the step between them."""
    seen, waiting = {start}, [each for each in graph[start] if each != end]
    while waiting:
        node = waiting.pop()
        if node == end:
            return True
        if node not in seen:
            seen.add(node)
            waiting += graph[node]
    return False
