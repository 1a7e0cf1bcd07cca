"""Turns a document of paragraphs and tables into an agenda: the same for every format."""

import re

from ogpworkshop.model.agenda import Agenda, Fault
from ogpworkshop.model.path import ROOT, Place
from ogpworkshop.model.resolve import resolve
from ogpworkshop.model.time import WrittenDate
from ogpworkshop.read.dates import date_in, dates_in, range_in, read_date
from ogpworkshop.read.grid import Grid
from ogpworkshop.read.headings import day_heading
from ogpworkshop.read.layout import columns_of
from ogpworkshop.read.leading import leading_slot, trailing_slot
from ogpworkshop.read.prose import Prose
from ogpworkshop.read.sessions import Gathering, Made, Maker
from ogpworkshop.source.pieces import Cell, Document, Paragraph, PlacedSource, Table, TooLargeError
from ogpworkshop.source.text import Span

_PLACE = re.compile(
    r"(?!(?:draft|version|updated|revised|status|stand|entwurf|borrador|projet|as of|from|to|by|date|sent|on)\b)"
    r"[^\W\d_][^\d:]{1,50},\s",
    re.IGNORECASE,
)
"""How a line begins that names where and when."""
_FEW_WORDS = 6
_LABELLED = re.compile(r"[^:：]{1,40}[:：]\s*\S")
_FEWEST = 2
_MOST = 60_000
_LONGEST = 500_000
"""Characters of a line: a whole programme run together has some ten thousand."""


def understood(document: Document) -> Made:
    """The agenda file that a document makes, and what has found no place in it.

    Raises:
        TooLargeError: when it has more lines and cells than any agenda.
    """
    texts = (piece.text for piece in document.pieces if isinstance(piece, Paragraph))
    if len(document.pieces) > _MOST or any(len(text) > _LONGEST for text in texts):
        raise TooLargeError
    gathering = Gathering(Span(0, min(1, len(document.text))), [], {}, [], [], [])
    prose = Prose(gathering, is_trailing=_is_trailing(document))
    for piece in document.pieces:
        if isinstance(piece, Paragraph):
            prose.take(piece)
        else:
            _take_table(piece, gathering)
            prose.go_on_after(piece)
    gathering.unplaced += [(text, Span(start, end)) for text, start, end in document.asides]
    _date_only_day(gathering)
    return Maker(gathering).made()


def _is_trailing(document: Document) -> bool:
    """Whether the times of a programme in lines stand at their ends, and none at their beginnings."""
    lines = [piece.text.strip() for piece in document.pieces if isinstance(piece, Paragraph)]
    if len(lines) < len(document.pieces) or sum(map(bool, map(trailing_slot, lines))) < _FEWEST:
        return False
    return not any(map(leading_slot, lines))


def _date_only_day(gathering: Gathering) -> None:
    """The only day is that of the title, where this says one."""
    title, _ = gathering.workshop.get("title", ("", None))
    found = date_in(title) or _beside_place(gathering)
    if len(gathering.days) != 1 or found is None or gathering.days[0].date is not None:
        return
    if not gathering.bounds and range_in(title) is None:
        gathering.days[0].date = _with_year(found[0], gathering)


def _beside_place(gathering: Gathering) -> tuple[WrittenDate, int, int] | None:
    """The date of a line above the sessions that says a place and the date: Manila, 5 May 2026."""
    sessions = [each for day in gathering.days for each in day.sessions]
    first = min((each.span.start for each in sessions), default=0)
    above = [text for text, span in gathering.unplaced if span.end <= first]
    found = [(text, date_in(text)) for text in above if _PLACE.match(text)]
    dated = [each for text, each in found if each and len(text[: each[1]].split()) <= _FEW_WORDS]
    return dated[0] if len(dated) == 1 else None


def _with_year(when: WrittenDate, gathering: Gathering) -> WrittenDate:
    """A date without its year, as the only one of that day and month that the text names whole."""
    short = {each.instead for each in when.remarks if each.kind == "date-year-missing"}
    named = {
        whole.day
        for text, _ in gathering.unplaced
        for whole, _, _ in dates_in(text)
        if whole.day is not None and whole.day.strftime("%m-%d") in short
    }
    return read_date(named.pop().isoformat()) if len(named) == 1 else when


def _take_table(table: Table, gathering: Gathering) -> None:
    columns = columns_of(table)
    if columns is None:
        for row in table.rows:
            texts = [cell.text.strip() for cell in row if not (cell.is_above or cell.is_before)]
            if any(texts):
                text = " | ".join(text for text in texts if text)
                gathering.unplaced.append((text, Span(row[0].start, row[-1].end)))
        return
    if table.title and not _is_usual(table.title):
        heading = day_heading(table.title)
        if heading is not None:
            first = table.rows[0][0]
            gathering.begin_day(heading.title, heading.date, Span(first.start, first.end))
    grid = Grid(gathering, columns, table)
    _take_above(table, columns.above, gathering)
    grid.take(table.rows[columns.header :])


def _take_above(table: Table, above: int, gathering: Gathering) -> None:
    """Rows above the header: the heading of the day, or of the whole."""
    prose = Prose(gathering)
    for row in table.rows[:above]:
        for cell in row:
            if cell.text.strip() and not cell.is_before and not cell.is_above:
                if _is_of_day(cell, gathering) or _is_title(cell, gathering):
                    continue
                dated = date_in(cell.text)
                if dated and dated[0].day and gathering.days and not gathering.days[-1].date:
                    gathering.days[-1].date = dated[0]
                prose.take(Paragraph(cell.text.strip(), cell.start, cell.end))


def _is_of_day(cell: Cell, gathering: Gathering) -> bool:
    """Whether a cell says in full the date that the name of its sheet says in short."""
    heading = day_heading(cell.text)
    day = gathering.days[-1] if gathering.days else None
    when = heading.date if heading is not None and not heading.title else None
    if day is None or day.sessions or when is None or when.day is None or day.date is None:
        return False
    instead = {each.instead for each in day.date.remarks if each.kind == "date-year-missing"}
    if day.date.day != when.day and when.day.strftime("%m-%d") not in instead:
        return False
    day.date = when
    return True


def _is_title(cell: Cell, gathering: Gathering) -> bool:
    """Whether the text above the first table names the workshop, which it does then."""
    is_first = not any(day.sessions for day in gathering.days)
    text = " ".join(cell.text.split())
    if not is_first or not gathering.days or date_in(text) or _LABELLED.match(text):
        return False
    return gathering.workshop.setdefault("title", (text, Span(cell.start, cell.end)))[0] == text


def _is_usual(title: str) -> bool:
    return title.casefold().startswith(("sheet", "table", "feuil", "hoja", "tabelle", "лист"))


def read_document(document: Document, file: str) -> tuple[Agenda, PlacedSource]:
    """The agenda of a document, and where everything in it stands."""
    made = understood(document)
    source = PlacedSource(file, document, made.spans, made.unplaced)
    if not any(day.sessions for day in made.file.days):
        message = "No line and no table of it gives a session with its time"
        fault = Fault("key-missing", Place(ROOT), message, "an agenda has times and titles")
        return Agenda(written=made.file, faults=(fault, *made.faults)), source
    return resolve(made.file, made.faults), source
