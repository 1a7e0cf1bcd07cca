"""What the cells of a row say of its session, and what of them has no place."""

import re
from collections.abc import Sequence
from datetime import date

from ogpworkshop.model.written import FLAGS
from ogpworkshop.read.cells import DatedClock, as_clock, as_length, dated_clock
from ogpworkshop.read.columns import GONE, is_numbering, is_state
from ogpworkshop.read.layout import Columns
from ogpworkshop.read.notation import read_clock, read_slot
from ogpworkshop.read.records import kind_named
from ogpworkshop.read.rows import ROLE, put_people, span_of
from ogpworkshop.read.sessions import Gathered, Gathering
from ogpworkshop.source.pieces import Cell
from ogpworkshop.source.text import Span

Row = Sequence[Cell]
_MORNING = 6 * 60


class Filling:
    """Takes the cells of one table's rows."""

    def __init__(
        self, gathering: Gathering, columns: Columns, headings: list[str], first: date | None
    ) -> None:
        """Begin with what is known of the columns; a spreadsheet counts its days from the first."""
        self.gathering = gathering
        self.columns = columns
        self.headings = headings
        self.first = first

    def time(self, session: Gathered, name: str, cell: Cell) -> None:
        """Take a time, a start, an end or a length."""
        text, span = cell.text.strip(), Span(cell.start, cell.end)
        dated = dated_clock(text, self.first) if name != "duration" else None
        if dated is not None:
            text = dated.clock if name != "end" or self._is_same_day(dated) else text
        text = as_length(text) if name == "duration" else as_clock(text)
        # a start and an end under one heading, or a start alone
        if name == "start" and not read_clock(text).is_readable and read_slot(text).is_readable:
            name = "time"
        session.put(name, " ".join(text.split()) if "\n" in text else text, span)

    def _is_same_day(self, dated: DatedClock) -> bool:
        """Whether an end is of the day of its start, or of the night after it."""
        day = self.gathering.day().date
        if day is None or day.day is None or dated.day.day is None:
            return True
        n_later = (dated.day.day - day.day).days
        return n_later == 0 or (n_later == 1 and (read_clock(dated.clock).start or 0) < _MORNING)

    def text(self, session: Gathered, name: str, cell: Cell) -> None:
        """Take a text: a title with what stands below it, people by what they do."""
        text = cell.text.strip()
        span = Span(cell.start, cell.end)
        if name == "kind":
            kind = kind_named(text)
            if kind:
                session.put(name, kind, span)
            elif text:
                self.gathering.unplaced.append((f"kind: {text}", span))
            return
        if name == "flags" and not set(re.split(r"[,;\s]+", text)) <= {*FLAGS, ""}:
            self.gathering.unplaced.append((f"flags: {text}", span))
        if name in {"speakers", "facilitators"} and ROLE.search(text):
            put_people(session, name, text, span)
            return
        if name == "title" and "\n" in text:
            first, _, rest = text.partition("\n")
            session.put("title", first.rstrip(" :"), span)
            session.more.append((rest.strip(), span))
        elif text:
            session.put(name, text, span)

    def unknown(self, row: Row) -> None:
        """Columns that nobody knows: kept with their headings as what has no place."""
        lanes = {position for position, _ in self.columns.lanes}
        for at, (name, cell) in enumerate(zip(self.columns.names, row, strict=False)):
            text = cell.text.strip()
            if name is not None or at in lanes or not text or cell.is_before or cell.is_above:
                continue
            heading = self.headings[at] if at < len(self.headings) else ""
            if text.rstrip(".").isdecimal() and is_numbering(heading):
                continue
            shown = f"{heading}: {text}" if heading else text
            self.gathering.unplaced.append((shown, Span(cell.start, cell.end)))

    def is_gone(self, row: Row) -> bool:
        """A session that a column says is not held; it is noted."""
        states = [
            cell.text.strip().casefold()
            for heading, cell in zip(self.headings, row, strict=False)
            if is_state(heading)
        ]
        if not any(state in GONE for state in states):
            return False
        text = " | ".join(cell.text.strip() for cell in row if cell.text.strip())
        self.gathering.unplaced.append((text, Span(row[0].start, row[-1].end)))
        return True

    def is_part(self, row: Row, times: dict[str, Cell]) -> bool:
        """A part of the day alone in the column of times, as Morning session is; it is noted."""
        texts = [cell.text.strip() for cell in row if cell.text.strip()]
        cell = times.get("time")
        if cell is None or len(texts) != 1 or read_slot(texts[0]).is_readable:
            return False
        if any(map(str.isdigit, texts[0])) or cell.is_above:
            return False
        self.gathering.unplaced.append((texts[0], span_of(cell)))
        return True
