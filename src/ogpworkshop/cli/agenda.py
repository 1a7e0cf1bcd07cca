"""`ogp agenda`: the programme."""

from typing import Annotated

import typer

from ogpworkshop.cli import files, options
from ogpworkshop.cli.options import FailOn, Format, Level

app = typer.Typer(
    help="The agenda: the programme of a workshop.", no_args_is_help=True, rich_markup_mode=None
)


@app.command()
def check(
    agenda: options.AgendaFile = None,
    roster: options.RosterFile = None,
    format: options.ReportFormat = Format.TEXT,  # noqa: A002  the name of the option
    show: options.Show = Level.WARNING,
    fail_on: options.Fail = FailOn.WARNING,
) -> None:
    """Check an agenda: times, breaks, dates, rooms, people, content."""
    from ogpworkshop.cli.check import conclude, documents

    read = documents(files.agenda_path(agenda), roster, None, everything=False)
    conclude([read], format, show, fail_on, only="agenda")


@app.command()
def show(
    agenda: options.AgendaFile = None,
    timeline: Annotated[
        bool | None,
        typer.Option("--timeline/--table", help="Only the time line, or only the table."),
    ] = None,
) -> None:
    """Show the programme in the terminal, as a table and as a time line to scale."""
    from ogpworkshop.cli import programme

    programme.print_programme(files.usable_agenda(files.agenda_path(agenda)), timeline)


@app.command()
def schema() -> None:
    """Print the JSON Schema of agenda files, for editors and validators."""
    from ogpworkshop.write.schema import agenda_schema

    typer.echo(agenda_schema())
