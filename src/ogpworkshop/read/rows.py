"""What the cells of one row say: its times, several sessions in one cell, people by their roles."""

import re
from collections.abc import Sequence

from ogpworkshop.model.time import WrittenTime
from ogpworkshop.read.cells import as_clock
from ogpworkshop.read.columns import label_of
from ogpworkshop.read.leading import leading_slot
from ogpworkshop.read.notation import read_clock, read_slot
from ogpworkshop.read.sessions import Gathered
from ogpworkshop.source.pieces import Cell
from ogpworkshop.source.text import Span

_HALF = 12 * 60
TIMES = ("time", "start", "end", "duration")
ROLE = re.compile(r"^\s*(?P<role>[^\W\d][^:：\n]{1,30})[:：]\s*(?=\S)", re.MULTILINE)
_ROLES = frozenset({"speakers", "facilitators", "chair", "rapporteur", "interpreters"})


def several(row: Sequence[Cell], time: Cell | None, title: Cell | None) -> list[Gathered]:
    """Sessions of a row that has several in one cell; none where it has one.

    Either a cell of times has a line for each line of titles, or titles have times of their own,
    which fill that of the row.
    """
    if time is None or title is None:
        return []
    lines = _lines(title)
    pairs = list(zip(_lines(time), lines, strict=False))
    if len(pairs) < 2 or len(_lines(time)) != len(lines):
        pairs = _with_own_times(read_slot(time.text.strip()), lines)
    if len(pairs) < 2 or not all(read_slot(slot).end is not None for slot, _ in pairs):
        return []
    sessions = []
    for slot, name in pairs:
        session = Gathered(Span(row[0].start, row[-1].end), {}, set(), [])
        session.put("time", slot, span_of(time))
        session.put("title", name, span_of(title))
        sessions.append(session)
    return sessions


def _lines(cell: Cell) -> list[str]:
    return [line.strip() for line in cell.text.split("\n") if line.strip()]


def _with_own_times(whole: WrittenTime, lines: Sequence[str]) -> list[tuple[str, str]]:
    slots = [leading_slot(line) for line in lines]
    pairs = [
        (slot.text, line[slot.rest :])
        for slot, line in zip(slots, lines, strict=True)
        if slot is not None and slot.rest < len(line)
    ]
    read = [read_slot(slot) for slot, _ in pairs]
    is_all = len(pairs) == len(lines) > 1 and whole.is_readable
    if not is_all or None in {whole.start, whole.end, read[0].start, read[-1].end}:
        return []
    # by the clock alone: the row may say p.m. where its lines do not
    outer, inner = (whole.start, whole.end), (read[0].start, read[-1].end)
    is_filled = all(
        ((one or 0) - (other or 0)) % _HALF == 0 for one, other in zip(outer, inner, strict=True)
    )
    return pairs if is_filled else []


def put_people(session: Gathered, name: str, text: str, span: Span) -> None:
    """Take people by what a line says that they do: Moderator: Ana Ruiz; others by their column."""
    for line in text.split("\n"):
        found = ROLE.match(line)
        role = label_of(found["role"]) if found else None
        if found is not None and role in _ROLES:
            session.put(role or "", line[found.end() :], span)
        else:
            session.put(name, line, span)


def part_title(session: Gathered) -> None:
    """Where a title stands behind its time in one cell, each is taken for what it is."""
    text, span = session.values.get("time", ("", session.span))
    slot = leading_slot(text) if "title" not in session.values else None
    if slot is None or slot.rest >= len(text) or read_slot(text).is_readable:
        return
    is_exact = span.end - span.start == len(text)
    ends = (span.start + slot.start + len(slot.text), span.start + slot.rest)
    first, last = ends if is_exact else (span.end, span.start)
    session.values["time"] = (slot.text, Span(span.start, first))
    session.put("title", text[slot.rest :], Span(last, span.end))


def is_beside(times: dict[str, Cell]) -> bool:
    """Whether a row shares its time with the row above."""
    return any(cell.is_above for cell in times.values())


def is_start(times: dict[str, Cell]) -> bool:
    """Whether a row says when it begins, and nothing of its end."""
    cell = times.get("time") or times.get("start")
    return len(times) == 1 and cell is not None and read_clock(as_clock(cell.text)).is_readable


def is_started(session: Gathered) -> bool:
    """Whether of a session's times the start alone is known."""
    known = set(TIMES) & set(session.values)
    if known not in ({"time"}, {"start"}):
        return False
    return read_clock(session.values[known.pop()][0]).is_readable


def span_of(cell: Cell) -> Span:
    """Where a cell stands."""
    return Span(cell.start, cell.end)
