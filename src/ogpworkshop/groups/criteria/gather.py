"""People with equal values of a column come into the same group."""

from ogpworkshop.groups.alike import Alike
from ogpworkshop.groups.asked import Asked


class Gather(Alike):
    """As few pairs with a value in common as possible are in two groups."""


def read(asked: Asked) -> Gather:
    """From `gather: delegation`."""
    return Gather(asked.wish(f"gather {asked.text}"), asked.kinds(asked.text))
