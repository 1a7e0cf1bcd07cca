"""`ogp agenda export` and `ogp agenda import`: what others read, and what others wrote."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ogpworkshop.cli import files, options


class ExportFormat(StrEnum):
    """Formats that other programs read."""

    ICS = "ics"
    CSV = "csv"
    JSON = "json"
    FRAB = "frab"
    JSONLD = "jsonld"
    MARKDOWN = "md"
    XLSX = "xlsx"


def export(
    agenda: options.AgendaFile = None,
    to: Annotated[
        ExportFormat | None,
        typer.Option("--to", "-t", help="What to make; told by the output's name if left out."),
    ] = None,
    output: options.Output = None,
    room: Annotated[
        str | None, typer.Option("--room", help="Only this room, by key or name.")
    ] = None,
    track: Annotated[str | None, typer.Option("--track", help="Only this track.")] = None,
    person: Annotated[
        str | None,
        typer.Option(
            "--person",
            help="Only sessions in which somebody has a part; with --plan, a group as well.",
        ),
    ] = None,
    participant: Annotated[
        str | None,
        typer.Option("--participant", help="The days of one of the roster, with their groups."),
    ] = None,
    roster: options.RosterFile = None,
    plan: options.PlanFile = None,
    force: options.Force = False,
) -> None:
    """Write the agenda as other programs read it: calendar, schedule, table.

    An existing calendar of the same name is brought up to date: sessions keep their UIDs, what
    changed gets a higher SEQUENCE, what was dropped is cancelled.
    """
    from ogpworkshop.cli import exporting
    from ogpworkshop.write.selection import Choice

    path = files.agenda_path(agenda)
    job = exporting.Job(
        exporting.format_of(to.value if to else None, output, [*ExportFormat]), output, force=force
    )
    choice = Choice(room=room, track=track, person=person, participant=participant)
    exporting.export(path, job, choice, roster, plan)


def import_(
    document: Annotated[
        Path,
        typer.Argument(
            metavar="DOCUMENT",
            help="Word, Excel, text, Markdown, web page, calendar, schedule …; - for a paste.",
        ),
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", help="File to write, - for standard output.")
    ] = Path("agenda.yaml"),
    preview: Annotated[
        bool, typer.Option("--preview", help="Show what would be written, and write nothing.")
    ] = False,
    force: options.Force = False,
) -> None:
    """Make an agenda.yaml out of a document. What has no place in it is listed and kept."""
    from ogpworkshop.cli import importing

    importing.run(document, output, preview=preview, force=force)


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="[DIR]", help="Folder; this one if left out.")
    ] = Path(),
    document: Annotated[
        Path | None,
        typer.Option("--from", help="Document to take the agenda from, in any format."),
    ] = None,
    roster: Annotated[
        Path | None,
        typer.Option("--roster", "-r", help="Export of a registration system to take people from."),
    ] = None,
    force: options.Force = False,
) -> None:
    """Begin a workshop: agenda, roster, CI file."""
    from ogpworkshop.cli import starting

    starting.run(folder, document, roster, force=force)
