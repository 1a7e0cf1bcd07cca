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
    from ogpworkshop.cli.check import conclude
    from ogpworkshop.cli.checking import Request

    agenda_file = files.agenda_beside(roster, agenda)
    if roster is None:
        read = files.read_agenda(agenda_file)[0] if agenda_file else None
        beside = agenda_file or files.USUAL[-1]
        roster = files.needed_roster_path(read, beside, None)
    asked = Request(agenda_file, roster, is_whole=False, only="roster")
    conclude([asked], format, show, fail_on)
