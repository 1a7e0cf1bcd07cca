"""The days and sessions of an agenda as an outline."""

from lsprotocol import types

from ogpworkshop.check.report.words import shown
from ogpworkshop.lsp.positions import Positions
from ogpworkshop.lsp.reading import Reading
from ogpworkshop.model.agenda import Day, Session
from ogpworkshop.model.path import Path, Place
from ogpworkshop.model.time import day_name


def outline(reading: Reading, encoding: str) -> list[types.DocumentSymbol]:
    """A symbol for each day, and below it one for each session."""
    positions = Positions(reading.source.lines, encoding)
    return [_day(reading, positions, day) for day in reading.agenda.days]


def _day(reading: Reading, positions: Positions, day: Day) -> types.DocumentSymbol:
    date = day_name(day.date) if day.date else ""
    number = day.path[-1] if day.path else 0
    name = day.title or date or f"Day {int(number) + 1}"
    children = [_session(reading, positions, session) for session in day.sessions]
    key = "title" if day.written.title is not None else "date"
    return _symbol(
        reading, positions, day.path, key, name, date if day.title else "",
        types.SymbolKind.Namespace, children,
    )  # fmt: skip


def _session(reading: Reading, positions: Positions, session: Session) -> types.DocumentSymbol:
    return _symbol(
        reading, positions, session.path, "title", session.name, session.slot,
        types.SymbolKind.Event, [],
    )  # fmt: skip


def _symbol(  # noqa: PLR0913, PLR0917  what a symbol is made of
    reading: Reading, positions: Positions, path: Path, key: str, name: str, detail: str,
    kind: types.SymbolKind, children: list[types.DocumentSymbol],
) -> types.DocumentSymbol:  # fmt: skip
    extent = reading.source.extent(path)
    named = reading.source.locate(Place(path / key))
    if not extent.start <= named.start <= named.end <= extent.end:
        named = extent
    return types.DocumentSymbol(
        name=shown(name).strip() or "…",
        kind=kind,
        range=positions.range(extent),
        selection_range=positions.range(named),
        detail=shown(detail) or None,
        children=children,
    )
