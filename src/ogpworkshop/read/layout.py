"""Which column of a table holds what: told by its headings, or by what stands below them."""

import re
from itertools import pairwise

import msgspec

from ogpworkshop.model.time import read_length
from ogpworkshop.read.cells import as_clock
from ogpworkshop.read.columns import column_of, is_room_name
from ogpworkshop.read.headings import DayHeading, day_heading
from ogpworkshop.read.moments import plain
from ogpworkshop.read.notation import read_clock, read_slot
from ogpworkshop.source.pieces import Table

_UNTIMED = frozenset(
    {
        None,
        "title",
        "summary",
        "speakers",
        "facilitators",
        "chair",
        "room",
        "track",
        "notes",
        "kind",
    }
)


class Columns(msgspec.Struct, frozen=True):
    """What the columns of a table hold.

    Attributes:
        names: what each holds, None where that is not known.
        lanes: columns that hold a session each: (position, heading).
        days: headings of lanes that are days beside each other, by position.
        header: number of rows down to the end of the header.
        above: number of rows before the header.
    """

    names: tuple[str | None, ...]
    lanes: tuple[tuple[int, str], ...] = ()
    days: dict[int, DayHeading] = {}
    header: int = 1
    above: int = 0

    def at(self, name: str) -> int | None:
        """Position of a column."""
        return self.names.index(name) if name in self.names else None


def columns_of(table: Table) -> Columns | None:
    """The columns of a table that holds an agenda; None for every other table."""
    found = _found(table)
    return None if found is None else _measured(table, found)


def _found(table: Table) -> Columns | None:
    for number, row in enumerate(table.rows[:4]):
        names = [column_of(cell.text) if not cell.is_before else None for cell in row]
        names = _each_once(names)
        _with_times(table, names, number)
        is_timed = any(name in {"time", "start", "duration"} for name in names)
        _with_end(table, names, number)
        if is_timed and sum(name is not None for name in names) >= 2:
            return _completed(table, names, number)
        if is_timed and len(row) > 1 and any(cell.text.strip() for cell in row[1:]):
            return _completed(table, names, number)
        if any(read_slot(cell.text.strip()).is_readable for cell in row):
            break
    return _without_header(table)


def _each_once(names: list[str | None]) -> list[str | None]:
    """Of two columns of one name the first; a second topic is what the first is about."""
    seen: set[str] = set()
    result: list[str | None] = []
    for name in names:
        chosen = name
        if chosen in seen:
            chosen = "summary" if chosen == "title" and "summary" not in seen else None
        seen.add(chosen or "")
        result.append(chosen)
    return result


def _completed(table: Table, names: list[str | None], number: int) -> Columns | None:
    """The columns with those that have headings of their own: tracks and rooms beside each other."""
    row = table.rows[number]
    spread = [at for at, name in enumerate(names) if name == "title" or row[at].is_before]
    if names.count("title") == 1 and _second_header(table, number, spread):
        names[names.index("title")] = None
    unknown = [
        (position, cell.text.strip())
        for position, (cell, name) in enumerate(zip(row, names, strict=True))
        if name is None and cell.text.strip()
    ]
    if "title" in names or "summary" in names:
        if "title" not in names:
            names[names.index("summary")] = "title"
        return Columns(tuple(names), header=number + 1, above=number)
    rooms = [
        (position, cell.text.strip())
        for position, cell in enumerate(row)
        if is_room_name(cell.text) and cell.text.strip()
    ]
    lanes = sorted({*unknown, *rooms}) if rooms and len(rooms) > 1 else unknown
    wide = [at for at, cell in enumerate(row) if cell.is_before or (at, cell.text.strip()) in lanes]
    below = _second_header(table, number, wide)
    lanes = below or lanes
    if not lanes:
        blank = next((at for at, name in enumerate(names) if name is None), None)
        if blank is None:
            return None
        names[blank] = "title"
        return Columns(tuple(names), header=number + 1, above=number)
    if len(lanes) == 1:
        names[lanes[0][0]] = "title"
        return Columns(tuple(names), header=number + 1, above=number)
    days = {at: day for at, heading in lanes if (day := day_heading(heading)) is not None}
    is_days = len(days) == len(lanes)
    for at, _ in lanes:
        names[at] = None
    header = number + 1 + bool(below)
    return Columns(tuple(names), tuple(lanes), days if is_days else {}, header, number)


def _second_header(table: Table, number: int, wide: list[int]) -> list[tuple[int, str]]:
    """Headings of tracks in a row below the one that calls them Parallel sessions."""
    if number + 1 >= len(table.rows) or len(wide) < 2:
        return []
    above, row = table.rows[number], table.rows[number + 1]
    if not any(above[at].is_before for at in wide) or not any(
        cell.is_above for at, cell in enumerate(row) if at not in wide
    ):
        return []
    return [(at, row[at].text.strip()) for at in wide if row[at].text.strip()]


def _with_times(table: Table, names: list[str | None], number: int) -> None:
    """A first column without a heading, beside others that have one, holds the times."""
    row = table.rows[number]
    headings = [cell.text.strip() for cell in row]
    if len(row) < 3 or headings[0] or sum(map(bool, headings)) < 2 or not set(names) <= _UNTIMED:
        return
    cells = [each[0].text.strip() for each in table.rows[number + 1 :] if not each[0].is_above]
    filled = [as_clock(cell) for cell in cells if cell]
    times = sum(read_slot(cell).is_readable for cell in filled)
    if times > 1 and times * 2 >= len(filled):
        names[0] = "time"


def _with_end(table: Table, names: list[str | None], number: int) -> None:
    """The column without a heading behind one of times holds the ends, where both hold one each."""
    at = next((at for at, name in enumerate(names) if name in {"time", "start"}), len(names))
    if at + 1 >= len(names) or names[at + 1] is not None or {"end", "duration"} & set(names):
        return
    heading = table.rows[number][at + 1]
    if heading.text.strip() and not heading.is_before:
        return
    rows = table.rows[number + 1 :]
    columns = [
        [as_clock(row[each].text) for row in rows if not row[each].is_before]
        for each in (at, at + 1)
    ]
    texts = [[each for each in column if each.strip()] for column in columns]
    if all(column and all(read_clock(each).is_readable for each in column) for column in texts):
        names[at], names[at + 1] = "start", "end"


def _measured(table: Table, columns: Columns) -> Columns:
    """The columns with a column of times that holds lengths called what it holds."""
    at = columns.at("time")
    if at is None:
        return columns
    rows = table.rows[columns.header :]
    texts = [row[at].text.strip() for row in rows if at < len(row) and not row[at].is_above]
    if not _are_lengths([plain(text) for text in texts if text]):
        return columns
    name = "duration" if columns.at("duration") is None else None
    names = tuple(name if each == at else old for each, old in enumerate(columns.names))
    return msgspec.structs.replace(columns, names=names)


def _are_lengths(texts: list[str]) -> bool:
    """Whether a column of times says how long and not when: 10 min, 1h, 90'; or 10, 15, 5."""
    if any(":" in text or "-" in text for text in texts) or not texts:
        return False
    lengths = [text for text in texts if read_length(text) is not None]
    if len(lengths) * 2 < len(texts):
        return False
    if all(text.isdecimal() for text in lengths):
        numbers = [int(text) for text in lengths]
        is_rising = all(one < other for one, other in pairwise(numbers))
        return all(each % 5 == 0 for each in numbers) and not (is_rising and max(numbers) <= 24)
    return any(
        re.search(r"min|мин|menit|['’′]|\dm$|分|분|मिनट|মিনিট|phút|นาที", text) for text in lengths
    )


def _without_header(table: Table) -> Columns | None:
    """A table whose first column holds times: the next holds titles, the one after that the rest."""
    width = max((len(row) for row in table.rows), default=0)
    for position in range(min(2, width)):
        cells = [row[position].text.strip() for row in table.rows if position < len(row)]
        filled = [cell for cell in cells if cell]
        times = sum(
            read_slot(as_clock(cell)).is_readable and not cell.isdecimal() for cell in filled
        )
        if times and times * 2 >= len(filled) and position + 1 < width:
            names: list[str | None] = [None] * width
            names[position], names[position + 1] = "time", "title"
            if position + 2 < width:
                names[position + 2] = "summary"
            return Columns(tuple(names), header=0)
    return None
