"""Reads earlier groups: a groups.csv, or any table that says who was in which group, and when."""

import re
from collections.abc import Iterator
from datetime import date

from ogpworkshop.model.agenda import Fault
from ogpworkshop.model.path import PLAN, Place
from ogpworkshop.model.plan import COLUMNS, GroupPlan, Placement
from ogpworkshop.read.dates import read_date
from ogpworkshop.read.headers import Layout
from ogpworkshop.read.table import Table, read_table
from ogpworkshop.source.table import restored
from ogpworkshop.source.text import Source

_WHO = ("participant", "id", "name", "person")
_LAYOUT = Layout(PLAN, "earlier groups", "row", (*COLUMNS, "date", *_WHO), ("group", "participant"))
_DAY_IN_NAME = re.compile(r"(?<!\d)\d{4}-\d\d-\d\d(?!\d)")


def read_earlier(content: bytes, file: str) -> tuple[GroupPlan, Source]:
    """Who was in which group, with the day of each row where it is known.

    A column `group` and one of people, by id or by name, are needed; groups can have any names.
    The day stands in a column `date`, or in the name of the file.

    Raises:
        OgpError: when the bytes are no table of text at all, or more than any plan has.
    """
    table = read_table(content, file, _LAYOUT)
    faults = [each for each in table.faults if each.kind != "row-empty"]
    who = next((name for name in _WHO if name in table.columns), None)
    for name, column in (("group", "group"), ("participant, id or name", who)):
        if table.columns and (column is None or column not in table.columns):
            message = f"The earlier groups have no column “{name}”"
            faults.append(Fault("column-missing", Place(PLAN), message, "not among these names"))
    if faults or who is None:
        return GroupPlan((), tuple(faults)), table.source
    named = _DAY_IN_NAME.search(file)
    day = read_date(named[0]).day if named else None
    return GroupPlan(tuple(_placements(table, who, day, faults)), tuple(faults)), table.source


def _placements(
    table: Table, who: str, named: date | None, faults: list[Fault]
) -> Iterator[Placement]:
    """Sessions, or days where there are none, and groups are numbered as they come."""
    rounds: dict[tuple[str, str], int] = {}
    groups: dict[tuple[int, str], int] = {}
    for position, cells in enumerate(table.rows):
        row = {name: restored(cell) for name, cell in cells.items()}
        if not row.get("group") or not row.get(who):
            continue
        path, written = PLAN / position, row.get("date", "")
        day = read_date(written).day if written else named
        if written and day is None:
            place = Place(path / "date")
            message = f"“{written}” is no date that can be read"
            faults.append(Fault("date-unreadable", place, message, "write it as 2017-08-07"))
        session = row.get("session", "")
        key = (str(day), row.get("round", "") or session)
        r = rounds.setdefault(key, len(rounds) + 1)
        g = groups.setdefault((r, row["group"].casefold()), len(groups) + 1)
        yield Placement(path, session, r, g, "", "", row[who], row.get("name", ""), "", day)
