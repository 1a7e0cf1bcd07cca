"""`ogp groups`: handing groups over, on paper and to other tools."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ogpworkshop.cli import files, options


class ListFormat(StrEnum):
    """Formats of group lists."""

    PDF = "pdf"
    HTML = "html"
    WORD = "docx"
    MARKDOWN = "md"
    TEXT = "txt"


class Tool(StrEnum):
    """Tools that groups are handed over to."""

    ZOOM = "zoom"
    TEAMS = "teams"
    XLSX = "xlsx"
    CSV = "csv"


class By(StrEnum):
    """How group lists are ordered."""

    SESSION = "session"
    ROOM = "room"
    PERSON = "person"


def render(
    agenda: options.AgendaFile = None,
    roster: options.RosterFile = None,
    plan: options.PlanFile = None,
    format: Annotated[
        ListFormat | None,
        typer.Option("--format", "-f", help="What to make; told by the output's name if left out."),
    ] = None,
    by: Annotated[
        By | None,
        typer.Option("--by", help="Lists by session, by room for its door, or by person."),
    ] = None,
    output: options.Output = None,
    templates: options.Templates = None,
    fonts: options.Fonts = None,
    compact_pdf: options.CompactPdf = False,
    force: options.Force = False,
    strict: options.Strict = False,
) -> None:
    """Print the groups: lists by session, by room, or by person."""
    from ogpworkshop.cli import printing

    workshop = printing.Workshop(*files.shown(agenda, roster, plan))
    chosen = format.value if format else printing.format_of(output, [*ListFormat])
    wishes: dict[str, str | bool] = {"by": by.value} if by else {}
    job = printing.Job("group-lists", chosen, wishes, output, force, compact_pdf)
    raise typer.Exit(printing.render(workshop, job, templates, fonts, strict=strict))


def export(
    agenda: options.AgendaFile = None,
    to: Annotated[Tool, typer.Option("--to", help="The tool, or the format.")] = Tool.XLSX,
    roster: options.RosterFile = None,
    plan: options.PlanFile = None,
    session: options.Session = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="File to write; a folder for Zoom's files."),
    ] = None,
    force: options.Force = False,
) -> None:
    """Hand the groups over: to Zoom (a file per round), Teams, a workbook, a table.

    Zoom's files are imported in the meeting's options, one for each round, by e-mail address;
    people without one are named, and the exit code is 1.
    """
    from ogpworkshop.cli import handing

    path, programme, people, rows = files.shown(agenda, roster, plan)
    handout = handing.Handout(to.value, session, output, force)
    raise typer.Exit(handing.export(programme, people, rows, path, handout))


def report(
    agenda: options.AgendaFile = None,
    roster: options.RosterFile = None,
    plan: options.PlanFile = None,
    history: options.History = None,
    output: options.Output = None,
    figures: Annotated[
        Path | None,
        typer.Option(
            "--figures", metavar="FOLDER", help="Write the figures there as SVG files, too."
        ),
    ] = None,
    templates: options.Templates = None,
    force: options.Force = False,
) -> None:
    """Write a report on the groups: one web page with figures, for screen, phone and paper.

    What was asked and how far it is met, who is in each group, who meets whom, and the bounds.
    Sensitive columns of the roster stay out.
    """
    from ogpworkshop.cli import printing, reporting

    path, programme, people, rows, _ = files.grouped(agenda, roster, plan)
    earlier = files.earlier_plans(history)
    workshop = printing.Workshop(path, programme, people, rows)
    target = reporting.Target(output or path.parent / "groups-report.html", figures, force)
    raise typer.Exit(reporting.report(workshop, earlier, target, templates))
