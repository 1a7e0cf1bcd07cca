"""Turning a document into agenda.yaml, and saying what found no place in it."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ogpworkshop.cli import files
from ogpworkshop.errors import OgpError

if TYPE_CHECKING:
    from ogpworkshop.model.agenda import Agenda
    from ogpworkshop.source.text import Source

_MOST = 20


def made_of(path: Path) -> "tuple[Agenda, Source, bytes]":
    """The agenda of a document and the text of agenda.yaml that says the same.

    Raises:
        OgpError: when there is no session in the document.
    """
    from ogpworkshop.write.agenda import agenda_yaml

    agenda, source = files.read_agenda(path)
    if not agenda.sessions:
        fault = agenda.faults[0] if agenda.faults else None
        what = fault.message if fault else "there is no session in it"
        raise OgpError(f"{source.file}: {what}", "ogp agenda check shows what was read of it.")
    head = [
        f"Made from {Path(source.file).name} by ogp agenda import. Times stand as they were written:",
        "ogp agenda check finds what is wrong with them, ogp agenda fix mends it.",
    ]
    kept = [text for _, text in unplaced(source)]
    return agenda, source, agenda_yaml(agenda.written, head=head, not_placed=kept)


def unplaced(source: "Source") -> list[tuple[int, str]]:
    """Line and text of everything that has no place in an agenda."""
    found = getattr(source, "unplaced", ())
    return [
        (source.lines.position(span.start).line, " ".join(text.split())) for text, span in found
    ]


def run(path: Path, output: Path, *, preview: bool, force: bool) -> None:
    """Import a document: show what would be written, or write it."""
    from ogpworkshop.write.files import write_whole

    agenda, source, content = made_of(path)
    if preview:
        from ogpworkshop.cli import programme

        programme.print_programme(agenda, timeline=False)
    elif output == files.STANDARD_INPUT:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    else:
        is_new = write_whole(output, content, force=force, ours=lambda _present: False)
        sys.stderr.write(f"{output}: {'written' if is_new else 'unchanged'}\n")
    tell(agenda, source)


def tell(agenda: "Agenda", source: "Source") -> None:
    """Say how much was read, and list what found no place, with its line."""
    from ogpworkshop.check.extent import extent
    from ogpworkshop.check.report.words import shown

    left = unplaced(source)
    rest = f"; {len(left)} without a place, kept as comments:" if left else ""
    sys.stderr.write(f"{source.file}: {extent(agenda)}{rest}\n")
    for line, text in left[:_MOST]:
        short = text if len(text) <= 90 else text[:89] + "…"
        sys.stderr.write(f"  line {line}: {shown(short)}\n")
    if len(left) > _MOST:
        sys.stderr.write(f"  and {len(left) - _MOST} more\n")
