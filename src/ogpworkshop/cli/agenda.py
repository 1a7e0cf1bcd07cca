"""`ogp agenda`: the programme."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ogpworkshop.cli import files, options
from ogpworkshop.cli.options import FailOn, Format, Level

app = typer.Typer(
    help="The agenda: the programme of a workshop.", no_args_is_help=True, rich_markup_mode=None
)


class DocumentFormat(StrEnum):
    """Formats of the programme."""

    PDF = "pdf"
    HTML = "html"
    MARKDOWN = "md"
    TEXT = "txt"
    WORD = "docx"


@app.command()
def check(
    agenda: options.AgendaFile = None,
    roster: options.RosterFile = None,
    format: options.ReportFormat = Format.TEXT,
    show: options.Show = Level.WARNING,
    fail_on: options.Fail = FailOn.WARNING,
    since: options.Since = None,
    baseline: options.BaselineFile = None,
) -> None:
    """Check an agenda."""
    from ogpworkshop.cli.check import conclude
    from ogpworkshop.cli.checking import Request

    path = files.agenda_path(agenda)
    asked = Request(path, roster, is_whole=False, only="agenda", baseline=baseline, since=since)
    conclude([asked], format, show, fail_on)


@app.command()
def show(
    agenda: options.AgendaFile = None,
    timeline: Annotated[
        bool | None,
        typer.Option("--timeline/--table", help="Only the time line, or only the table."),
    ] = None,
) -> None:
    """Show the programme in the terminal."""
    from ogpworkshop.cli import programme

    programme.print_programme(files.usable_agenda(files.agenda_path(agenda)), timeline)


@app.command()
def fix(
    agenda: options.AgendaFile = None,
    roster: options.RosterFile = None,
    unsafe: options.Unsafe = False,
    diff: options.Diff = False,
    ask: options.Ask = False,
    show: options.ShowMended = Level.WARNING,
) -> None:
    """Mend what `ogp agenda check` finds, and leave everything else as it stands."""
    from ogpworkshop.cli import fixing

    wish = fixing.Wish(unsafe, diff, ask, show)
    raise typer.Exit(fixing.run(files.agenda_path(agenda), roster, wish))


@app.command()
def render(
    agenda: options.AgendaFile = None,
    roster: options.RosterFile = None,
    plan: Annotated[
        Path | None,
        typer.Option("--plan", "-p", help="Plan of the groups, for the web page to show them."),
    ] = None,
    format: Annotated[
        DocumentFormat | None,
        typer.Option("--format", "-f", help="What to make; told by the output's name if left out."),
    ] = None,
    output: options.Output = None,
    compact: Annotated[
        bool, typer.Option("--compact", help="Days follow each other on the paper.")
    ] = False,
    templates: options.Templates = None,
    fonts: options.Fonts = None,
    compact_pdf: options.CompactPdf = False,
    force: options.Force = False,
    strict: options.Strict = False,
) -> None:
    """Print the programme: PDF, web page, Word, Markdown or text."""
    from ogpworkshop.cli import printing

    path = files.agenda_path(agenda)
    programme = files.usable_agenda(path)
    roster_file = files.roster_path(programme, path, roster)
    roster_file = files.needed_roster_path(programme, path, roster) if plan else roster_file
    people = files.read_roster(roster_file, programme)[0] if roster_file else None
    chosen = format.value if format else printing.format_of(output, [*DocumentFormat])
    groups = files.sound_plan(path, plan, people) if plan and people else None
    workshop = printing.Workshop(path, programme, people, groups)
    wishes: dict[str, str | bool] = {"compact": True} if compact else {}
    job = printing.Job("programme", chosen, wishes, output, force, compact_pdf)
    raise typer.Exit(printing.render(workshop, job, templates, fonts, strict=strict))


@app.command()
def schema() -> None:
    """Print the JSON Schema of agenda files."""
    from ogpworkshop.write.schema import agenda_schema

    typer.echo(agenda_schema())
