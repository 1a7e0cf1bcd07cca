"""Reads groups.csv: bytes → who is in which group, and where everything in it stands."""

from ogpworkshop.model.agenda import Fault
from ogpworkshop.model.path import PLAN, Path, Place
from ogpworkshop.model.plan import COLUMNS, GroupPlan, Placement
from ogpworkshop.read.headers import Layout
from ogpworkshop.read.table import Table, read_table
from ogpworkshop.source.table import restored
from ogpworkshop.source.text import Source

_REQUIRED = ("session", "group", "participant")
_LAYOUT = Layout(PLAN, "plan", "row", COLUMNS, _REQUIRED)
_DIGITS = 6


def read_plan(content: bytes, file: str) -> tuple[GroupPlan, Source]:
    """A plan of groups from the bytes of its file, with its faults.

    Rows whose group or round is no whole number are left out; so is everything when the column
    of sessions, groups or participants is missing.

    Raises:
        OgpError: when the bytes are no table of text at all, or more than any plan has.
    """
    table = read_table(content, file, _LAYOUT)
    faults = list(table.faults)
    missing = [column for column in _REQUIRED if column not in table.columns]
    if missing:
        if table.columns:
            faults += [_missing(column) for column in missing]
        return GroupPlan((), tuple(faults)), table.source
    return GroupPlan(tuple(_placements(table, faults)), tuple(faults)), table.source


def _missing(column: str) -> Fault:
    return Fault(
        "column-missing",
        Place(PLAN),
        f"The plan has no column “{column}”",
        f"{column} is not among these names",
    )


def _placements(table: Table, faults: list[Fault]) -> list[Placement]:
    """The rows that can be taken; a plan without rounds counts its sessions as they come."""
    placements = []
    rounds: dict[str, int] = {}
    for position, cells in enumerate(table.rows):
        if not cells:
            continue
        row = {name: restored(cell) for name, cell in cells.items()}
        path = PLAN / position
        session = row["session"]
        counted = rounds.setdefault(session, len(rounds) + 1)
        group = _number(row["group"], path / "group", faults)
        number = _number(row["round"], path / "round", faults) if "round" in row else counted
        if group is not None and number is not None:
            placements.append(
                Placement(
                    path=path,
                    session=session,
                    round=number,
                    group=group,
                    topic=row.get("topic", ""),
                    room=row.get("room", ""),
                    participant=row["participant"],
                    name=row.get("name", ""),
                    role=row.get("role", ""),
                )
            )
    return placements


def _number(text: str, path: Path, faults: list[Fault]) -> int | None:
    """A whole number from 1 on; None, and a fault, when it is none."""
    if text.isascii() and text.isdigit() and len(text) <= _DIGITS and int(text):
        return int(text)
    message = f"“{text}” is not the number of a {path[-1]}" if text else f"A {path[-1]} is missing"
    label = "a whole number from 1 on is expected here"
    faults.append(Fault("number-unreadable", Place(path), message, label))
    return None
