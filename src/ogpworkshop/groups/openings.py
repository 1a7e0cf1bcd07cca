"""Places kept open for people who are expected and not in the roster yet, as many in every group."""

from collections.abc import Sequence
from typing import NamedTuple

from ogpworkshop.groups.kinds import plural
from ogpworkshop.model.agenda import Agenda, Breakout


class Opened(NamedTuple):
    """Places of a round for people who may come late.

    Attributes:
        late: how many may.
        places: of each group, that stay open.
        left: places for them in all.
    """

    late: int
    places: tuple[int, ...]
    left: int

    @property
    def lacking(self) -> int:
        """How many of them will find none."""
        return max(0, self.late - self.left)

    @property
    def each(self) -> str:
        """`1`, or `1 to 3`."""
        few, many = min(self.places), max(self.places)
        return f"{many}" if few == many else f"{few} to {many}"

    @property
    def why(self) -> str:
        """`6 people more are expected, there are 4 places left`."""
        more = plural(self.late, "person more is", "people more are")
        left = plural(self.left, "place is", "places are")
        return f"{more} expected, {left} left"


def late(agenda: Agenda, breakout: Breakout, present: int, coming: int) -> int:
    """How many people may come who are not in the roster yet.

    Args:
        agenda: says how many are expected in the session, or in the workshop.
        breakout: what the whole workshop expects says nothing of sessions for some people only.
        present: how many people take part in it.
        coming: how many people of the roster come.
    """
    own, all_in_all = breakout.session.written.expected, agenda.workshop.expected
    if own is not None:
        return max(0, own - present)
    if all_in_all is None or breakout.written.who:
        return 0
    return max(0, all_in_all - coming)


def kept_open(
    late: int, present: int, most: Sequence[int | None], least: Sequence[int]
) -> Opened | None:
    """The same number of places in all groups; those that a small group lacks are open in others.

    The last few, fewer than there are groups, stay open wherever people leave them.

    Args:
        late: how many people may still come.
        present: how many people take part.
        most: the most people of each group, None where any number fits.
        least: the fewest of each group.

    Returns:
        None where nobody more is expected, or some group takes any number.
    """
    known = [each for each in most if each is not None]
    left = sum(known) - present
    if not late or not known or len(known) < len(most) or left < 0:
        return None
    spare = [max(0, high - low) for high, low in zip(known, least, strict=True)]
    level, open_in_all = 0, min(late, left)
    while level < open_in_all and sum(min(level + 1, each) for each in spare) <= open_in_all:
        level += 1
    return Opened(late, tuple(min(level, each) for each in spare), left)
