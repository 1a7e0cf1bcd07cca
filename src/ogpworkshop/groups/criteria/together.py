"""People are never parted: those listed, or those with equal values of a column."""

from ogpworkshop.groups.alike import Alike
from ogpworkshop.groups.asked import Asked


class Together(Alike):
    """No two of the people meant are in different groups."""


def read(asked: Asked) -> Together:
    """From `together: [p01, p02]`, `together: [[p01, p02], [p07, p09]]` or `together: family`."""
    kinds = asked.sets_or_column()
    return Together(asked.wish(f"together {kinds.column or kinds.listed}"), kinds)
