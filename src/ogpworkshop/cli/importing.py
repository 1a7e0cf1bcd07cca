"""Turning a document into agenda.yaml, and saying what found no place in it."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ogpworkshop.cli import files
from ogpworkshop.errors import OgpError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ogpworkshop.model.agenda import Agenda, Session
    from ogpworkshop.source.text import Source

_MOST = 20


def read(path: Path) -> "tuple[Agenda, Source, bytes]":
    """The agenda of a document, and the bytes of the document.

    Raises:
        OgpError: when there is no session in the document.
    """
    from ogpworkshop.read import anything

    content = files.content_of(path, anything.LARGEST)
    agenda, source = anything.read_any(content, files.name_of(path))
    if not agenda.sessions:
        fault = agenda.faults[0] if agenda.faults else None
        what = fault.message if fault else "there is no session in it"
        raise OgpError(f"{source.file}: {what}", "ogp agenda check shows what was read of it.")
    return agenda, source, content


def yaml_of(agenda: "Agenda", source: "Source", content: bytes) -> bytes:
    """The text of agenda.yaml that says the same as a document; one that is YAML stays as it is."""
    from ogpworkshop.write.agenda import agenda_yaml

    if not hasattr(source, "unplaced"):
        return content
    head = [
        f"Made from {Path(source.file).name} by ogp agenda import. Times stand as they were written:",
        "ogp agenda check finds what is wrong with them, ogp agenda fix mends it.",
    ]
    kept = [text for _, text in unplaced(source)]
    return agenda_yaml(agenda.written, head=head, not_placed=kept)


def unplaced(source: "Source") -> list[tuple[str, str]]:
    """Place and text of everything that has no place in an agenda."""
    found = getattr(source, "unplaced", ())
    return [(_place(source, span.start), " ".join(text.split())) for text, span in found]


def _place(source: "Source", offset: int) -> str:
    """How a person finds a place: its line; in Word and sheets its table and row."""
    number = source.lines.position(offset).line
    line = source.lines.line(number)
    label, colon, _ = line.partition(": ")
    is_labelled = colon and "row " in label and not getattr(source, "is_file", True)
    return label if is_labelled else f"line {number}"


def run(path: Path, output: Path, *, preview: bool, force: bool) -> None:
    """Import a document: show what would be written, or write it."""
    from ogpworkshop.write.files import write_whole

    agenda, source, content = read(path)
    if preview:
        sys.stdout.write("\n".join(_preview(agenda, source)) + "\n")
    elif output == files.STANDARD_INPUT:
        sys.stdout.buffer.write(yaml_of(agenda, source, content))
        sys.stdout.buffer.flush()
    else:
        made = yaml_of(agenda, source, content)
        is_new = write_whole(output, made, force=force, ours=lambda _present: False)
        sys.stderr.write(f"{output}: {'written' if is_new else 'unchanged'}\n")
    tell(agenda, source)


def _preview(agenda: "Agenda", source: "Source") -> "Iterator[str]":
    """What would be written: the workshop, and a line for each session with its place and times."""
    from ogpworkshop.check.report.words import shown
    from ogpworkshop.model.path import Place

    workshop = agenda.workshop
    for key in ("title", "venue", "organiser", "timezone"):
        value = getattr(workshop, key)
        if value:
            yield shown(f"{key:10} {value}")
    rows = [("from", "written", "read as", "session")]
    headings: dict[int, str] = {}
    for day in agenda.days:
        headings[len(rows)] = " · ".join(
            filter(None, (day.title, f"{day.date or 'without a date'}"))
        )
        for session in day.sessions:
            offset = source.locate(Place(session.path)).start
            rows.append(
                (_place(source, offset), _written(session), _read(session), _about(agenda, session))
            )
    widths = [max(len(shown(row[column])) for row in rows) for column in range(3)]
    for number, row in enumerate(rows):
        if number in headings:
            yield ""
            yield shown(headings[number])
        cells = [f"{shown(cell):{width}}" for cell, width in zip(row, [*widths, 0], strict=True)]
        yield "  ".join(cells).rstrip()


def _written(session: "Session") -> str:
    """Its times as they stand in the document, and will in the agenda."""
    values = {name: getattr(session.written, name) for name in ("time", "start", "end", "duration")}
    return " ".join(
        value.text.strip() if name in {"time", "start"} else f"{name} {value.text.strip()}"
        for name, value in values.items()
        if value is not None
    )


def _read(session: "Session") -> str:
    """Start and end as they were understood, with a mark where somebody should look."""
    from ogpworkshop.model.time import clock

    if session.slot:
        known = session.slot
    elif session.start is not None:
        known = f"{clock(session.start)}-?"
    else:
        known = "not read" if session.time is not None and not session.time.is_readable else "?"
    return f"{known} !" if session.remarks else known


def _about(agenda: "Agenda", session: "Session") -> str:
    """Title, kind, room, people, and what goes with them."""
    names = [each.ref for each in session.people]
    rooms = [agenda.room_name(use.ref) for use in session.rooms]
    flags = ["parallel"] if session.written.parallel else []
    extras = [session.kind, *rooms, session.written.track or "", *names, *flags]
    return f"{session.title or '(no title)'}  [{', '.join(filter(None, extras))}]"


def tell(agenda: "Agenda", source: "Source") -> None:
    """Say how much was read, and list what found no place, with its line."""
    from ogpworkshop.check.extent import extent
    from ogpworkshop.check.report.words import shown

    left = unplaced(source)
    rest = f"; {len(left)} without a place, kept as comments:" if left else ""
    sys.stderr.write(f"{source.file}: {extent(agenda)}{rest}\n")
    for place, text in left[:_MOST]:
        short = text if len(text) <= 90 else text[:89] + "…"
        sys.stderr.write(f"  {place}: {shown(short)}\n")
    if len(left) > _MOST:
        sys.stderr.write(f"  and {len(left) - _MOST} more\n")
