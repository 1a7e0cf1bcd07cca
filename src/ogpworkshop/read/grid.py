"""Agendas in tables: which column holds what, and a session for each row or cell."""

import re
from collections.abc import Sequence

import msgspec

from ogpworkshop.model.time import clock
from ogpworkshop.read.columns import column_of, is_room_name
from ogpworkshop.read.dates import read_date
from ogpworkshop.read.headings import day_heading
from ogpworkshop.read.notation import read_clock, read_slot
from ogpworkshop.read.sessions import Gathered, Gathering
from ogpworkshop.source.pieces import Cell, Table
from ogpworkshop.source.text import Span

Row = Sequence[Cell]
_TEXTS = frozenset({"title", "summary", "speakers", "facilitators", "chair", "rapporteur",
                    "interpreters", "room", "track", "kind", "notes", "materials", "language", "id"})  # fmt: skip
_FRACTION = re.compile(r"0?[.,]\d{3,}|0|1(?:[.,]0+)?")
_KINDS = frozenset({"registration", "plenary", "talks", "panel", "group-work", "clinic", "break",
                    "meal", "social", "ceremony", "closing", "other"})  # fmt: skip


class Columns(msgspec.Struct, frozen=True):
    """What the columns of a table hold.

    Attributes:
        names: what each holds, None where that is not known.
        lanes: columns that hold a session each: (position, heading).
        header: number of rows that the header takes.
    """

    names: tuple[str | None, ...]
    lanes: tuple[tuple[int, str], ...] = ()
    header: int = 1

    def at(self, name: str) -> int | None:
        """Position of a column."""
        return self.names.index(name) if name in self.names else None


def columns_of(table: Table) -> Columns | None:
    """The columns of a table that holds an agenda; None for every other table."""
    for number, row in enumerate(table.rows[:4]):
        names = [column_of(cell.text) if not cell.is_before else None for cell in row]
        names = _each_once(names)
        is_timed = any(name in {"time", "start", "duration"} for name in names)
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
    unknown = [
        (position, cell.text.strip())
        for position, (cell, name) in enumerate(zip(row, names, strict=True))
        if name is None and cell.text.strip()
    ]
    if "title" in names or "summary" in names:
        if "title" not in names:
            names[names.index("summary")] = "title"
        return Columns(tuple(names), (), number + 1)
    rooms = [
        (position, cell.text.strip())
        for position, cell in enumerate(row)
        if is_room_name(cell.text) and cell.text.strip()
    ]
    lanes = sorted({*unknown, *rooms}) if rooms and len(rooms) > 1 else unknown
    if not lanes:
        blank = next((at for at, name in enumerate(names) if name is None), None)
        if blank is None:
            return None
        names[blank] = "title"
        return Columns(tuple(names), (), number + 1)
    if len(lanes) == 1:
        names[lanes[0][0]] = "title"
        return Columns(tuple(names), (), number + 1)
    return Columns(tuple(names), tuple(lanes), number + 1)


def _without_header(table: Table) -> Columns | None:
    """A table whose first column holds times: the next holds titles, the one after that the rest."""
    width = max((len(row) for row in table.rows), default=0)
    for position in range(min(2, width)):
        cells = [row[position].text.strip() for row in table.rows if position < len(row)]
        filled = [cell for cell in cells if cell]
        times = sum(
            read_slot(_as_clock(cell)).is_readable and not cell.isdecimal() for cell in filled
        )
        if times and times * 2 >= len(filled) and position + 1 < width:
            names: list[str | None] = [None] * width
            names[position], names[position + 1] = "time", "title"
            if position + 2 < width:
                names[position + 2] = "summary"
            return Columns(tuple(names), (), 0)
    return None


def _as_clock(text: str) -> str:
    """A time of day as spreadsheets store it, a part of a day, as 09:30; else the text as it is."""
    if _FRACTION.fullmatch(text.strip()):
        minutes = float(text.strip().replace(",", ".")) * 24 * 60
        if abs(minutes - round(minutes)) < 0.02:
            return clock(round(minutes))
    seconds = re.fullmatch(r"(\d{1,2}:\d{2}):00(?:\.0+)?", text.strip())
    return seconds[1] if seconds else text


class Grid:
    """Takes the rows of one table."""

    def __init__(self, gathering: Gathering, columns: Columns) -> None:
        """Go on with the last day of what was gathered."""
        self.gathering = gathering
        self.columns = columns
        self.last: list[Gathered] = []

    def take(self, rows: Sequence[Row]) -> None:
        """Place every row."""
        for row in rows:
            cells = {
                name: cell
                for name, cell in zip(self.columns.names, row, strict=False)
                if name is not None and not cell.is_before
            }
            if not any(cell.text.strip() for cell in row) or self._is_header(row):
                continue
            if not self._is_day(row, cells):
                self._row(row, cells)

    def _is_header(self, row: Row) -> bool:
        """The header again, as on every page of a long table."""
        names = [column_of(cell.text) for cell in row if cell.text.strip()]
        return len(names) > 1 and all(names) and "time" in names

    def _is_day(self, row: Row, cells: dict[str, Cell]) -> bool:
        """A row that is a heading: one text over all columns, or a date in its column."""
        texts = list(dict.fromkeys(cell.text.strip() for cell in row if cell.text.strip()))
        if len(texts) == 1 and not read_slot(texts[0]).is_readable:
            heading = day_heading(texts[0])
            if heading is not None:
                first = next(cell for cell in row if cell.text.strip())
                span = Span(first.start, first.end)
                self.gathering.begin_day(heading.title, heading.date, span)
                self.last = []
                return True
        named = cells.get("day")
        dated = cells.get("date") or named
        if dated is not None and dated.text.strip() and not dated.is_above:
            self._date(dated, named.text.strip() if named and named is not dated else "")
        return False

    def _date(self, cell: Cell, called: str) -> None:
        text = re.sub(r"[T ]00:00(?::00)?$", "", cell.text.strip())
        heading = day_heading(text)
        when = read_date(text) if heading is None else heading.date
        title = called or ("" if heading is None else heading.title)
        days = self.gathering.days
        if days and days[-1].sessions:
            last = days[-1]
            if last.title == title and (last.date and last.date.text) == (when and when.text):
                return
        self.gathering.begin_day(title, when, Span(cell.start, cell.end))

    def _row(self, row: Row, cells: dict[str, Cell]) -> None:
        times: dict[str, Cell] = {
            name: cells[name]
            for name in ("time", "start", "end", "duration")
            if name in cells and cells[name].text.strip()
        }
        if self.columns.lanes:
            self._lanes(row, times, cells)
            return
        title = cells.get("title")
        has_title = title is not None and bool(title.text.strip())
        if not times and not has_title and self.last:
            self._go_on(cells)
            return
        session = self._session(row, times, cells)
        is_beside = any(cell.is_above for cell in times.values())
        if is_beside and self.last:
            session.flags.add("parallel")
            for each in self.last:
                each.flags.add("parallel")
            self.last.append(session)
        else:
            self.last = [session]
        self.gathering.day().sessions.append(session)

    def _session(self, row: Row, times: dict[str, Cell], cells: dict[str, Cell]) -> Gathered:
        session = Gathered(Span(row[0].start, row[-1].end), {}, set(), [])
        for name, cell in times.items():
            _put_time(session, name, cell)
        for name, cell in cells.items():
            if name in _TEXTS and not (cell.is_above and name in {"title", "summary"}):
                self._text(session, name, cell)
        self._unknown(row)
        return session

    def _text(self, session: Gathered, name: str, cell: Cell) -> None:
        text = cell.text.strip()
        span = Span(cell.start, cell.end)
        if name == "kind" and text not in _KINDS:
            if text:
                self.gathering.unplaced.append((f"kind: {text}", span))
            return
        if name == "title" and "\n" in text:
            first, _, rest = text.partition("\n")
            session.put("title", first, span)
            session.more.append((rest.strip(), span))
        elif text:
            session.put(name, text, span)

    def _unknown(self, row: Row) -> None:
        """Columns that nobody knows: kept with the session's row as what has no place."""
        for name, cell in zip(self.columns.names, row, strict=False):
            if name is None and cell.text.strip() and not cell.is_before and not cell.is_above:
                self.gathering.unplaced.append((cell.text.strip(), Span(cell.start, cell.end)))

    def _go_on(self, cells: dict[str, Cell]) -> None:
        """A row without time and title goes on with the session above, as over the end of a page."""
        for name, cell in cells.items():
            text = cell.text.strip()
            if text and name in _TEXTS and not cell.is_above:
                span = Span(cell.start, cell.end)
                if name == "summary":
                    self.last[-1].more.append((text, span))
                else:
                    self._text(self.last[-1], name, cell)

    def _lanes(self, row: Row, times: dict[str, Cell], cells: dict[str, Cell]) -> None:
        """A session for each track; a cell over all tracks is one for everybody."""
        found: list[Gathered] = []
        for position, heading in self.columns.lanes:
            cell = row[position] if position < len(row) else None
            if cell is None or not cell.text.strip() or cell.is_before or cell.is_above:
                continue
            session = Gathered(Span(row[0].start, row[-1].end), {}, set(), [])
            for name, time in times.items():
                _put_time(session, name, time)
            self._text(session, "title", cell)
            width = 1 + sum(other.is_before for other in row[position + 1 :])
            if width < len(self.columns.lanes):
                key = "room" if is_room_name(heading) else "track"
                session.put(key, heading, Span(cell.start, cell.end))
            found.append(session)
        if len(found) > 1:
            for session in found:
                session.flags.add("parallel")
        if not found and times:
            found.append(self._session(row, times, cells))
        self.gathering.day().sessions.extend(found)
        self.last = found or self.last


def _put_time(session: Gathered, name: str, cell: Cell) -> None:
    text = _as_clock(cell.text.strip())
    span = Span(cell.start, cell.end)
    # a start and an end under one heading, or a start alone
    if name == "start" and not read_clock(text).is_readable and read_slot(text).is_readable:
        name = "time"
    session.put(name, " ".join(text.split()) if "\n" in text else text, span)
