"""`ogp roster`: the people who come."""

from pathlib import Path
from typing import Annotated

import typer

from ogpworkshop.cli import files, options
from ogpworkshop.cli.options import FailOn, Format, Level

app = typer.Typer(help="The roster: who comes.", no_args_is_help=True, rich_markup_mode=None)


@app.command()
def check(
    roster: Annotated[
        Path | None,
        typer.Argument(
            metavar="[ROSTER]", help="Roster file; that of the agenda here if left out."
        ),
    ] = None,
    agenda: Annotated[
        Path | None, typer.Option("--agenda", "-a", help="Agenda whose wishes name columns.")
    ] = None,
    format: options.ReportFormat = Format.TEXT,
    show: options.Show = Level.WARNING,
    fail_on: options.Fail = FailOn.WARNING,
) -> None:
    """Check a roster: ids, e-mails, countries, columns, encoding, rows."""
    from ogpworkshop.check.runner import Documents
    from ogpworkshop.cli.check import conclude

    agenda_file = files.agenda_beside(roster, agenda)
    read = files.read_agenda(agenda_file) if agenda_file else None
    beside = agenda_file or Path("data/agenda.yaml")
    path = files.needed_roster_path(read[0] if read else None, beside, roster)
    documents = Documents(read, files.read_roster(path))
    conclude([documents], format, show, fail_on, only="roster")
