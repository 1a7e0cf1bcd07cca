"""Writes groups.csv: who is in which group, sorted so that two versions can be compared."""

from collections.abc import Iterator

from ogpworkshop.model.plan import COLUMNS, GroupPlan, Placement
from ogpworkshop.source.table import defused, quoted

_HEADER = ",".join(COLUMNS) + "\n"


def plan_csv(plan: GroupPlan) -> bytes:
    """The plan as CSV in UTF-8, by round, group and participant.

    Cells that a spreadsheet would run as a formula get an apostrophe, which reading takes away.
    """
    return "".join((_HEADER, *_lines(plan))).encode()


def is_plan(content: bytes) -> bool:
    """Whether a file is a plan as `plan_csv` writes them, edited by hand or not."""
    return content.removeprefix(b"\xef\xbb\xbf").startswith(_HEADER.rstrip().encode())


def _lines(plan: GroupPlan) -> Iterator[str]:
    for placement in sorted(plan.placements, key=_order):
        cells = (str(getattr(placement, column)) for column in COLUMNS)
        yield ",".join(quoted(defused(cell)) for cell in cells) + "\n"


def _order(placement: Placement) -> tuple[int, str, int, str]:
    return placement.round, placement.session, placement.group, placement.participant
