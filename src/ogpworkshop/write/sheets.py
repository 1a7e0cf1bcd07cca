"""Writes the programme as tables: CSV, an Excel workbook with a sheet per day, Markdown."""

import io
import math
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import time
from typing import Any
from urllib.parse import quote

from ogpworkshop.model.agenda import Agenda, Day
from ogpworkshop.model.time import clock, day_name
from ogpworkshop.source.pieces import COMMENT
from ogpworkshop.source.table import defused, quoted
from ogpworkshop.write.occasions import Occasion, lines_of

COLUMNS = (
    "date", "day", "start", "end", "title", "kind", "track", "room", "speakers", "facilitators",
    "chair", "rapporteur", "interpreters", "summary", "language", "continues", "flags", "id",
)  # fmt: skip
_FOR_PROGRAMS = frozenset({"continues", "flags", "id"})
"""Columns that are not printed."""
_HEADING = ",".join(COLUMNS)
_WIDTHS = {
    "start": 7, "end": 7, "title": 34, "kind": 12, "track": 14, "room": 17, "speakers": 24, "facilitators": 22,
    "summary": 46,
}  # fmt: skip
_USUAL_WIDTH = 15
_HEIGHT = 15
"""Points of a line."""
_TABLED = (
    "title",
    "kind",
    "track",
    "room",
    "speakers",
    "facilitators",
    "chair",
    "rapporteur",
    "interpreters",
    "summary",
    "language",
)
_MARKDOWN = re.compile(r"([\\`*_\[\]<>|#~])")
_COUNTED = re.compile(r"(?:day|jour|d[ií]a|hari|tag)\s*\d", re.IGNORECASE)
CREATOR = "ogpworkshop"


def cells(occasion: Occasion) -> dict[str, str]:
    """A session's values by column."""
    session, written = occasion.session, occasion.session.written
    values = {
        "date": session.date.isoformat() if session.date else "",
        "day": occasion.day.title,
        "start": "" if session.start is None else clock(session.start),
        "end": "" if session.end is None else clock(session.end),
        "title": session.title,
        "kind": session.kind,
        "track": written.track or "",
        "room": occasion.place or "; ".join(occasion.rooms),
        "speakers": "; ".join(occasion.named("speaker")),
        "facilitators": "; ".join(occasion.named("facilitator")),
        "chair": "; ".join(occasion.named("chair")),
        "rapporteur": "; ".join(occasion.named("rapporteur")),
        "interpreters": "; ".join(occasion.named("interpreter")),
        "summary": "\n".join(filter(None, (occasion.note, lines_of(written.summary)))),
        "id": session.id,
        **occasion.further(),
    }
    return {name: values[name] for name in COLUMNS}


def agenda_csv(chosen: Iterable[Occasion]) -> bytes:
    """A line for each session, in UTF-8 with a mark that Excel knows it by."""
    rows = [
        {**cells(each), "day": day.title if day.date else _called(day, number)}
        for number, (day, own) in enumerate(_by_day(chosen), 1)
        for each in own
    ]
    lines = (",".join(quoted(defused(row[name])) for name in COLUMNS) for row in rows)
    return ("\ufeff" + "\n".join([_HEADING, *lines]) + "\n").encode("utf-8", "replace")


def is_agenda_csv(content: bytes) -> bool:
    """Whether a file is a table as `agenda_csv` writes it."""
    return content.removeprefix(b"\xef\xbb\xbf").startswith(
        _HEADING.partition(",language")[0].encode()
    )


def agenda_markdown(agenda: Agenda, chosen: Iterable[Occasion]) -> bytes:
    """A table for each day."""
    workshop = agenda.workshop
    title = _escaped(workshop.title or "Workshop")
    lines = [f"# {title}"]
    for label, text in (("Venue", workshop.venue), ("Time zone", workshop.timezone)):
        lines += ["", f"{label}: {_escaped(text)}"] if text else []
    for number, (day, own) in enumerate(_by_day(chosen), 1):
        rows = [cells(each) for each in own]
        shown = [name for name in _TABLED if name == "title" or any(row[name] for row in rows)]
        if not any(each.session.is_kind_given for each in own):
            shown.remove("kind")  # everybody can tell it from the title
        lines += ["", f"## {_escaped(_heading(day, number))}", ""]
        lines.append("| " + " | ".join(["Time", *(_label(name) for name in shown)]) + " |")
        lines.append("| --- " * (len(shown) + 1) + "|")
        for row, occasion in zip(rows, own, strict=True):
            slot = f"{row['start']}-{row['end']}" if row["end"] else row["start"]
            texts = [slot, *(_escaped(row[name]) for name in shown)]
            lines.append("| " + " | ".join(texts) + f"{_for_imports(occasion)} |")
    made = f"<!-- made by {CREATOR} -->"
    return ("\n".join([*lines, "", made]) + "\n").encode("utf-8", "replace")


def is_agenda_markdown(content: bytes) -> bool:
    """Whether a file is a page as `agenda_markdown` writes it."""
    return content.rstrip().endswith(f"<!-- made by {CREATOR} -->".encode())


def _for_imports(occasion: Occasion) -> str:
    """What a page does not show and an import reads again, as a comment."""
    further = occasion.further()
    values = {
        "id": occasion.session.written.id or "",
        "continues": further["continues"],
        "flags": further["flags"].replace(" ", ""),
    }
    told = " ".join(f"{name}={quote(text, safe=';')}" for name, text in values.items() if text)
    return f" <!-- {COMMENT}{told} -->" if told else ""


def _label(column: str) -> str:
    return {"title": "Session"}.get(column, column.capitalize())


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))


def _heading(day: Day, number: int) -> str:
    if day.date:
        date = f"{day_name(day.date)} {day.date.year}"
        return f"{day.title}, {date}" if day.title else date
    return _called(day, number)


def _called(day: Day, number: int) -> str:
    """A day without a date, so that it is known for a day whatever its title says."""
    if not day.title:
        return f"Day {number}"
    return day.title if _COUNTED.match(day.title) else f"Day {number}: {day.title}"


def _by_day(chosen: Iterable[Occasion]) -> Iterator[tuple[Day, Sequence[Occasion]]]:
    days: dict[int, tuple[Day, list[Occasion]]] = {}
    for each in chosen:
        days.setdefault(id(each.day), (each.day, []))[1].append(each)
    yield from days.values()


def agenda_xlsx(agenda: Agenda, chosen: Iterable[Occasion]) -> bytes:
    """A workbook: a sheet for each day, ready to print, times as times."""
    from openpyxl import Workbook  # noqa: PLC0415  heavy, and used here alone

    book = Workbook()
    book.remove(book.active)
    book.properties.creator = CREATOR
    book.properties.title = agenda.workshop.title
    for number, (day, own) in enumerate(_by_day(chosen), 1):
        sheet = book.create_sheet(_sheet_name(day, number))
        _sheet(sheet, _heading(day, number), own, agenda.workshop.paper)
    if not book.worksheets:
        book.create_sheet("Agenda")
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _sheet_name(day: Day, number: int) -> str:
    name = re.sub(r"[\[\]:*?/\\']", " ", day.title).strip()[:24] or f"Day {number}"
    return f"{number} {name}" if not name[-1:].isdigit() else name


def _sheet(sheet: Any, heading: str, own: Sequence[Occasion], paper: str) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side  # noqa: PLC0415

    left = Alignment(horizontal="left", vertical="top", wrap_text=True)
    bold, plain, slanted = Font(bold=True), Font(), Font(italic=True)
    line = Border(bottom=Side("thin", color="C9D0D8"))
    shade, head = (PatternFill("solid", fgColor=color) for color in ("F3F5F7", "DDE3EA"))

    rows = [cells(each) for each in own]
    columns = [name for name in COLUMNS[2:] if any(row[name] for row in rows)]
    columns = columns or ["start", "end", "title"]
    sheet.append([heading])
    sheet["A1"].font = Font(bold=True, size=14)
    sheet.append([_label(name) for name in columns])
    for cell in sheet[2]:
        cell.font, cell.fill = bold, head
    for row, occasion in zip(rows, own, strict=True):
        sheet.append([""] * len(columns))
        pause = occasion.session.is_pause
        for cell, name in zip(sheet[sheet.max_row], columns, strict=True):
            _fill(cell, name, row[name])
            cell.alignment, cell.border = left, line
            cell.font = slanted if pause else bold if name == "title" else plain
            if pause:
                cell.fill = shade
        sheet.row_dimensions[sheet.max_row].height = _HEIGHT * max(
            _n_lines(row[name], _WIDTHS.get(name, _USUAL_WIDTH))
            for name in columns
            if name not in _FOR_PROGRAMS
        )
    _print_well(sheet, columns, paper)


def _n_lines(text: str, width: int) -> int:
    """About how many lines a text takes in a column: programs that only open a file do not say."""
    return sum(max(1, math.ceil(len(line) * 1.12 / width)) for line in text.split("\n") or [""])


def _print_well(sheet: Any, columns: Sequence[str], paper: str) -> None:
    """Widths of the columns, and pages that can be read: across, as wide as the paper, numbered."""
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    for number, name in enumerate(columns, 1):
        width = _WIDTHS.get(name, _USUAL_WIDTH)
        sheet.column_dimensions[get_column_letter(number)].width = width
    last = get_column_letter(max(sum(name not in _FOR_PROGRAMS for name in columns), 1))
    sheet.print_area = f"A1:{last}{sheet.max_row}"
    sheet.freeze_panes = "A3"
    sheet.print_title_rows = "2:2"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 1 if paper == "letter" else 9
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.oddFooter.right.text = "&P / &N"


def _fill(cell: Any, name: str, value: str) -> None:
    """Times as times that can be reckoned with; everything else as text, never as a formula."""
    if name in {"start", "end"} and value:
        cell.value = time(int(value[:2]), int(value[3:]))
        cell.number_format = "hh:mm"
    elif value:
        cell.value = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "", value)
        cell.data_type = "s"


def is_workbook(content: bytes) -> bool:
    """Whether a file is a workbook as `agenda_xlsx` writes it, edited by hand or not."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            part = packed.getinfo("docProps/core.xml")
            return part.file_size < 100_000 and f">{CREATOR}<".encode() in packed.read(part)
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError, NotImplementedError):
        return False
