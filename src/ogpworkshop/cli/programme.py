"""The programme in the terminal: a table, and a time line to scale."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from ogpworkshop.check.report.words import shown
from ogpworkshop.cli import screen
from ogpworkshop.model.lanes import lanes
from ogpworkshop.model.time import clock, day_name, length

if TYPE_CHECKING:
    from ogpworkshop.model.agenda import Agenda, Day, Session

_COLOURS = {
    "registration": "bright_black", "break": "bright_black", "meal": "bright_black",
    "group-work": "green", "clinic": "green", "talks": "blue", "plenary": "blue",
    "panel": "blue", "social": "magenta", "ceremony": "cyan", "closing": "cyan",
}  # fmt: skip
_STEPS = (30, 15, 10, 5)
_WIDEST = 110


def print_programme(agenda: "Agenda", timeline: bool | None) -> None:
    """Print every day as a table and as a time line, or as one of the two.

    Args:
        agenda: the programme.
        timeline: True for the time line alone, False for the table alone, None for both.
    """
    terminal = screen.console()
    width = min(terminal.width, _WIDEST)
    if agenda.workshop.title:
        terminal.print(Text(shown(agenda.workshop.title), "bold"))
        places = (agenda.workshop.venue, agenda.workshop.timezone)
        terminal.print(Text(shown(" · ".join(each for each in places if each)), "dim"))
    for day in agenda.days:
        terminal.print()
        terminal.print(Text(_heading(day), "bold underline"))
        if timeline is not True:
            for line in _table(agenda, day, width):
                terminal.print(line)
        if timeline is None:
            terminal.print()
        if timeline is not False:
            for line in _timeline(day, width):
                terminal.print(line)


def _heading(day: "Day") -> str:
    date = f"{day_name(day.date)} {day.date.year}" if day.date else ""
    return shown(" · ".join(part for part in (day.title, date) if part)) or "A day without a date"


def _table(agenda: "Agenda", day: "Day", width: int) -> Iterator[Text]:
    """Time, length, title, kind and room of each session; long titles wrap."""
    rooms = {session.path: _rooms(agenda, session) for session in day.sessions}
    room_width = max([cell_len(room) for room in rooms.values()] or [0])
    room_width = min(room_width, width // 4)
    title_width = max(20, width - 13 - 13 - 14 - room_width)
    for session in day.sessions:
        room = set_cell_size(rooms[session.path], room_width) if room_width else ""
        first, *rest = _wrapped(session.title or "(no title)", title_width)
        minutes = length(session.minutes) if session.minutes else "0 min" if session.slot else ""
        kind = session.kind if session.is_kind_given else f"{session.kind}?"
        line = Text(f"{session.slot or _start(session):13}", "bold")
        line.append(f"{minutes:>11}  ", "dim")
        line.append(set_cell_size(first, title_width), "" if session.is_work else "dim")
        line.append(f" {kind:13}", _COLOURS.get(session.kind, ""))
        line.append(room, "dim")
        line.rstrip()
        yield line
        for more in rest:
            yield Text(" " * 26 + more)


def _start(session: "Session") -> str:
    return f"{clock(session.start)}-?" if session.start is not None else "?"


def _rooms(agenda: "Agenda", session: "Session") -> str:
    refs = [use.ref for use in session.rooms]
    breakouts = session.written.breakouts
    groups = f" + {len(breakouts.rooms)} rooms" if breakouts and breakouts.rooms else ""
    return shown(", ".join(agenda.room_name(ref) for ref in refs)) + groups


def _wrapped(text: str, width: int) -> list[str]:
    wrapped = Text(shown(text)).wrap(screen.console(), width)
    return [line.plain for line in wrapped] or [""]


def _timeline(day: "Day", width: int) -> Iterator[Text]:
    """A row for every 30, 15, 10 or 5 minutes, a column for every lane; moments marked beside."""
    columns = lanes(day.sessions)
    timed = [session for column in columns for session in column]
    if not timed:
        what = "no session of this day has a known time" if day.sessions else "no sessions"
        yield Text(what, "dim")
        return
    step = _step(timed)
    begin = min(session.start or 0 for session in timed) // step * step
    finish = max(session.end or 0 for session in timed)
    lane_width = max(16, (width - 7) // len(columns) - 1)
    grids = [_lane(column, begin, finish, step, lane_width) for column in columns]
    starts = {edge for session in timed for edge in (session.start, session.end)}
    moments = [each for each in day.sessions if each.start is not None and each.end == each.start]
    for row in range(len(grids[0])):
        minute = begin + row * step
        edges = [edge for edge in starts if edge is not None and minute <= edge < minute + step]
        line = Text(f"{clock(min(edges)) if edges else '':6}", "bold" if edges else "")
        for grid in grids:
            line.append_text(grid[row])
            line.append(" ")
        line.rstrip()
        for moment in moments:
            if minute <= (moment.start or 0) < minute + step:
                line.append(f"  ◆ {shown(moment.title)} {moment.slot}", "bold yellow")
        yield line


def _step(sessions: "list[Session]") -> int:
    """Minutes of a row: as many as divide all starts and ends, so that every length is true."""
    edges = {edge or 0 for session in sessions for edge in (session.start, session.end)}
    return next((step for step in _STEPS if all(edge % step == 0 for edge in edges)), _STEPS[-1])


def _lane(column: "list[Session]", begin: int, finish: int, step: int, width: int) -> list[Text]:
    """The cells of one lane from top to bottom; gaps between its sessions are named."""
    rows = -(-(finish - begin) // step)
    cells = [Text(" " * width) for _ in range(rows)]
    for session in column:
        _draw(cells, session, begin, step, width)
    for before, after in pairwise(column):
        gap = (after.start or 0) - (before.end or 0)
        if gap > 0:
            row = (before.end or 0) - begin
            note = set_cell_size(f"· · {length(gap)} free · ·", width)
            cells[min(row // step, rows - 1)] = Text(note, "dim italic")
    return cells


def _draw(cells: list[Text], session: "Session", begin: int, step: int, width: int) -> None:
    first = min(((session.start or 0) - begin) // step, len(cells) - 1)
    last = max(first + 1, -(-((session.end or 0) - begin) // step))
    colour = _COLOURS.get(session.kind, "white")
    words = _wrapped(f"{session.title or '(no title)'}  {session.slot}", width - 3)
    bar = "░" if session.is_pause else "┃"
    for row in range(first, min(last, len(cells))):
        position = row - first
        text = words[position] if position < len(words) else ""
        if position == last - first - 1 and position < len(words) - 1:
            text = set_cell_size(text, width - 4) + "…"
        cell = Text(f"{'┏' if not session.is_pause and position == 0 else bar} ", colour)
        cell.append(
            set_cell_size(text, width - 2), "bold" if position == 0 and session.is_work else "dim"
        )
        cells[row] = cell
