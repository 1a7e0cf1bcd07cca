"""Groups for thousands of people: the same search without a matrix of all pairs.

What criteria ask is kept as sums and numbers of people in groups, which two groups that exchange
people need alone; memory grows with the number of people instead of its square.
"""

from ogpworkshop.groups.large.search import improvements

__all__ = ["improvements"]
