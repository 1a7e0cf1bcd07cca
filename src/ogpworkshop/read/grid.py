"""Agendas in tables: a session for each row or cell."""

import re
from collections.abc import Sequence
from itertools import takewhile

from ogpworkshop.read.cells import dated_clock, serial_date
from ogpworkshop.read.columns import column_of, is_room_name
from ogpworkshop.read.dates import read_date
from ogpworkshop.read.filling import Filling, Row
from ogpworkshop.read.headings import day_heading
from ogpworkshop.read.layout import Columns
from ogpworkshop.read.leading import leading_slot, trailing_slot
from ogpworkshop.read.notation import joined_slots, read_slot
from ogpworkshop.read.rows import (
    TIMES,
    is_beside,
    is_start,
    is_started,
    part_title,
    several,
    span_of,
)
from ogpworkshop.read.sessions import Gathered, Gathering
from ogpworkshop.source.pieces import Cell, Table
from ogpworkshop.source.text import Span

_TEXTS = frozenset({"title", "summary", "speakers", "facilitators", "chair", "rapporteur",
                    "interpreters", "room", "track", "kind", "notes", "materials", "language", "continues", "flags", "id"})  # fmt: skip


class Grid:
    """Takes the rows of one table."""

    def __init__(self, gathering: Gathering, columns: Columns, table: Table) -> None:
        """Go on with the last day of what was gathered."""
        self.gathering = gathering
        self.columns = columns
        self.first = table.first
        header = table.rows[columns.header - 1] if columns.header else ()
        self.headings = [cell.text.strip() for cell in header]
        self.filling = Filling(gathering, columns, self.headings, table.first)
        self.last: list[Gathered] = []
        self.is_dated = False
        self.in_lane: dict[int, Gathered] = {}
        self.reaching: list[tuple[Gathered, Cell]] = []
        self.lane_days = {
            at: gathering.day_of(heading.title, heading.date, span_of(header[at]))
            for at, heading in columns.days.items()
        }

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
        for _, cell in self.reaching:
            text = f"goes on until {cell.text.strip()}"
            self.gathering.unplaced.append((text, span_of(cell)))
        if self.is_dated:
            self.gathering.sort()

    def _is_header(self, row: Row) -> bool:
        """The header again, as on every page of a long table."""
        names = [column_of(cell.text) for cell in row if cell.text.strip()]
        is_known = len(names) > 1 and all(names) and bool({"time", "start"} & set(names))
        texts = [cell.text.strip() for cell in row]
        return is_known or (bool(self.headings) and texts == self.headings)

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
        filled = (cell for cell in (cells.get("date"), named) if cell and cell.text.strip())
        dated = next(filled, None)
        if dated is not None and not dated.is_above:
            self._date(dated, named.text.strip() if named and named is not dated else "")
        return False

    def _date(self, cell: Cell, called: str) -> None:
        text = re.sub(r"[T ]00:00(?::00)?$", "", cell.text.strip())
        heading = day_heading(text)
        when = serial_date(text, self.first) or (heading.date if heading else read_date(text))
        title = called or ("" if heading is None else heading.title)
        days = self.gathering.days
        if days and days[-1].sessions:
            last = days[-1]
            if last.title == title and (last.date and last.date.text) == (when and when.text):
                return
        self.gathering.begin_day(title, when, Span(cell.start, cell.end))

    def _row(self, row: Row, cells: dict[str, Cell]) -> None:
        times = {name: cells[name] for name in TIMES if name in cells and cells[name].text.strip()}
        if (
            self._is_banner(row, times)
            or self.filling.is_gone(row)
            or self.filling.is_part(row, times)
        ):
            return
        self._begin_dated(times)
        reaching, self.reaching = self.reaching, []
        self._placed(row, times, cells)
        self._end_at(times, reaching)

    def _placed(self, row: Row, times: dict[str, Cell], cells: dict[str, Cell]) -> None:
        if self.columns.lanes:
            self._lanes(row, times, cells)
            return
        title = cells.get("title")
        has_title = title is not None and bool(title.text.strip())
        if not times and not has_title and self.last:
            self._go_on(row, cells)
            return
        if title is not None and title.is_above and has_title and is_beside(times) and self.last:
            self._go_on(row, cells)
            return
        if title is not None and title.is_above and times and not is_beside(times):
            self._extend(self.last[-1:], times)
            self._go_on(row, cells)
            return
        sessions = self._several(row, times, cells) or [self._session(row, times, cells)]
        if is_beside(times) and self.last:
            for each in (*self.last, *sessions):
                each.flags.add("parallel")
            self.last += sessions
        else:
            self.last = sessions[-1:]
        self.gathering.day().sessions.extend(sessions)

    def _is_banner(self, row: Row, times: dict[str, Cell]) -> bool:
        """One text over all columns that is no time: a session without one, as Lunch can be."""
        texts = {cell.text.strip() for cell in row if cell.text.strip()}
        is_wide = len(row) > 1 and all(cell.is_before or cell.is_above for cell in row[1:])
        if len(texts) != 1 or not is_wide or not times:
            return False
        text, cell = texts.pop(), row[0]
        slot = leading_slot(text)
        ending = trailing_slot(text) if slot is None else None
        if cell.is_above or (slot and len(slot.text) == len(text)):
            return False
        session = Gathered(Span(cell.start, cell.end), {}, set(), [])
        if slot is not None:
            session.put("time", slot.text, Span(cell.start, cell.end))
        if ending is not None:
            session.put("time", text[ending[1] : ending[2]], Span(cell.start, cell.end))
        title = text[slot.rest :] if slot else ending[0] if ending else text
        session.put("title", title, Span(cell.start, cell.end))
        for day in self.lane_days.values() or [self.gathering.day()]:
            day.sessions.append(session)
        self.last = [session]
        return True

    def _begin_dated(self, times: dict[str, Cell]) -> None:
        """Begin the day that the start of a row is of, where its cell holds date and time."""
        cell = times.get("start") or times.get("time")
        dated = dated_clock(cell.text, self.first) if cell is not None else None
        if cell is None or dated is None:
            return
        self.is_dated = True
        days = self.gathering.days
        last = days[-1].date if days else None
        if last is None or last.text != dated.day.text:
            self.gathering.begin_day("", dated.day, Span(cell.start, cell.end))

    def _several(self, row: Row, times: dict[str, Cell], cells: dict[str, Cell]) -> list[Gathered]:
        """Several sessions in the cells of one row; what stands beside them goes with the first."""
        sessions = several(row, times.get("time"), cells.get("title"))
        if sessions:
            self._around(row, sessions[0], cells)
        return sessions

    def _session(self, row: Row, times: dict[str, Cell], cells: dict[str, Cell]) -> Gathered:
        session = Gathered(Span(row[0].start, row[-1].end), {}, set(), [])
        for name, cell in times.items():
            self.filling.time(session, name, cell)
        for name, cell in cells.items():
            if name in _TEXTS and not (cell.is_above and name in {"title", "summary"}):
                self.filling.text(session, name, cell)
        part_title(session)
        self.filling.unknown(row)
        return session

    def _end_at(self, times: dict[str, Cell], reaching: Sequence[tuple[Gathered, Cell]]) -> None:
        """Sessions that reached down to the row above end where this one begins."""
        start = times.get("time") or times.get("start")
        going_on = [id(session) for session, _ in self.reaching]
        for session, cell in reaching:
            if id(session) in going_on:
                continue
            if start is None:
                self.reaching.append((session, cell))
            elif "end" not in session.values:
                known = session.values.pop("time", None)
                if known is not None:
                    session.values["start"] = known
                self.filling.time(session, "end", start)

    def _extend(self, sessions: Sequence[Gathered], times: dict[str, Cell]) -> None:
        """A cell that reaches down over further times: its session goes on until the last of them."""
        cell = times.get("time")
        for session in sessions:
            first = session.values.get("time")
            joined = joined_slots(first[0], cell.text.strip()) if first and cell else None
            if first is not None and joined is not None:
                session.values["time"] = (joined, first[1])
            elif is_start(times) and is_started(session):
                self.reaching.append((session, times.get("time") or times["start"]))
            elif "end" in times and "end" in session.values:
                del session.values["end"]
                self.filling.time(session, "end", times["end"])
            else:
                for each in times.values():
                    text = f"goes on until {each.text.strip()}"
                    self.gathering.unplaced.append((text, Span(each.start, each.end)))

    def _go_on(self, row: Row, cells: dict[str, Cell]) -> None:
        """A row without time and title goes on with the session above, as over the end of a page."""
        for name, cell in cells.items():
            text = cell.text.strip()
            if text and name in _TEXTS and not cell.is_above:
                span = Span(cell.start, cell.end)
                if name == "summary":
                    self.last[-1].more.append((text, span))
                else:
                    self.filling.text(self.last[-1], name, cell)
        self.filling.unknown(row)

    def _lanes(self, row: Row, times: dict[str, Cell], cells: dict[str, Cell]) -> None:
        """A session for each track or day; a cell over all of them is one for everybody."""
        found: list[Gathered] = []
        for position, heading in self.columns.lanes:
            cell = row[position] if position < len(row) else None
            if cell is None or not cell.text.strip() or cell.is_before:
                continue
            if not cell.is_above:
                found.append(self._in_lane(row, times, position, heading))
            elif times and not is_beside(times):
                self._extend(self._below(position), times)
        if len(found) > 1 and not self.columns.days:
            for session in found:
                session.flags.add("parallel")
        if found:
            self._around(row, found[0], cells)
        elif times and not any(cell.is_above for cell in row if cell.text.strip()):
            found.append(self._session(row, times, cells))
            self.gathering.day().sessions.extend(found)
        self.last = found or self.last

    def _in_lane(self, row: Row, times: dict[str, Cell], position: int, heading: str) -> Gathered:
        cell = row[position]
        session = Gathered(Span(row[0].start, row[-1].end), {}, set(), [])
        for name, time in times.items():
            self.filling.time(session, name, time)
        self.filling.text(session, "title", cell)
        width = 1 + len(list(takewhile(lambda other: other.is_before, row[position + 1 :])))
        self._place(session, position, width, heading, cell)
        return session

    def _around(self, row: Row, session: Gathered, cells: dict[str, Cell]) -> None:
        """What columns beside the lanes say goes with the first of their sessions."""
        for name, cell in cells.items():
            if name in _TEXTS and name != "title" and not cell.is_above:
                self.filling.text(session, name, cell)
        self.filling.unknown(row)

    def _place(
        self, session: Gathered, position: int, width: int, heading: str, cell: Cell
    ) -> None:
        """Put a session of a lane into its day, or name its track or room."""
        for each in range(position, position + width):
            self.in_lane[each] = session
        if self.columns.days:
            for each in range(position, position + width):
                if each in self.lane_days:
                    self.lane_days[each].sessions.append(session)
            return
        if width < len(self.columns.lanes):
            key = "room" if is_room_name(heading) else "track"
            session.put(key, heading, Span(cell.start, cell.end))
        self.gathering.day().sessions.append(session)

    def _below(self, position: int) -> list[Gathered]:
        """The session of a lane that reaches down into the next row."""
        session = self.in_lane.get(position)
        return [session] if session is not None else []
