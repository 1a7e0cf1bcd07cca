"""`ogp roster`: the people who come."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ogpworkshop.cli import files, options
from ogpworkshop.cli.options import FailOn, Format, Level
from ogpworkshop.errors import OgpError

if TYPE_CHECKING:
    from ogpworkshop.model.agenda import Agenda

app = typer.Typer(help="The roster: who comes.", no_args_is_help=True, rich_markup_mode=None)

RosterArgument = Annotated[
    Path | None,
    typer.Argument(metavar="[ROSTER]", help="Roster file; that of the agenda here if left out."),
]
AgendaOption = Annotated[
    Path | None, typer.Option("--agenda", "-a", help="Agenda that the roster belongs to.")
]


@app.command()
def check(
    roster: RosterArgument = None,
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
        roster, _ = _roster(roster, agenda)
    asked = Request(agenda_file, roster, is_whole=False, only="roster")
    conclude([asked], format, show, fail_on)


@app.command()
def show(roster: RosterArgument = None, agenda: AgendaOption = None) -> None:
    """Show who is in a roster, and what the columns of an export became."""
    from ogpworkshop.cli import rostering

    rostering.show(*_roster(roster, agenda))


@app.command()
def fix(
    roster: RosterArgument = None,
    agenda: AgendaOption = None,
    unsafe: options.Unsafe = False,
    diff: options.Diff = False,
    ask: options.Ask = False,
    show: options.ShowMended = Level.WARNING,
) -> None:
    """Mend what can be mended in a roster; everything else in the file stays as it is."""
    from ogpworkshop.cli import fixing

    path, _ = _roster(roster, agenda)
    wish = fixing.Wish(unsafe, diff, ask, show)
    raise typer.Exit(fixing.run_roster(path, files.agenda_beside(roster, agenda), wish))


@app.command("import")
def import_(
    export: Annotated[
        Path,
        typer.Argument(
            metavar="EXPORT",
            help="Export of pretix, Indico, Eventbrite, Sessionize, Google or Microsoft Forms, or a list; CSV or workbook.",
        ),
    ],
    merge: Annotated[
        Path | None,
        typer.Option("--merge", help="Roster to bring up to date; its ids stay."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="File to write; participants.csv if left out."),
    ] = None,
    agenda: AgendaOption = None,
    take: Annotated[
        list[str] | None,
        typer.Option("--take", help="Column in which the export is right, or all; repeatable."),
    ] = None,
    repair_text: Annotated[
        bool, typer.Option("--repair-text", help="Mend garbled letters, such as JosÃ© for José.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Show what would change, and write nothing.")
    ] = False,
    force: options.Force = False,
) -> None:
    """Make a roster of a registration system's export, or bring one up to date."""
    from ogpworkshop.cli import registering

    agenda_file = files.agenda_beside(merge or export, agenda) or files.agenda_beside(None, None)
    order = registering.Order(
        export, merge, output, tuple(take or ()), repair_text, diff=diff, force=force
    )
    registering.run(order, files.read_agenda(agenda_file)[0] if agenda_file else None)


class TableFormat(StrEnum):
    """Formats of tables of counts."""

    TEXT = "text"
    CSV = "csv"
    MARKDOWN = "md"


@app.command()
def stats(
    roster: RosterArgument = None,
    agenda: AgendaOption = None,
    by: Annotated[
        list[str] | None,
        typer.Option(
            "--by",
            help="Column to count by, or two with a comma between for a table of both; repeatable.",
        ),
    ] = None,
    format: Annotated[
        TableFormat, typer.Option("--format", "-f", help="How the tables are written.")
    ] = TableFormat.TEXT,
) -> None:
    """Count who comes, by country, organisation type, gender; small counts of these are not told."""
    from ogpworkshop.cli import rostering

    path, programme = _roster(roster, agenda)
    people = files.read_roster(path, programme)[0]
    rostering.stats(people, programme, by or [], format.value)


@app.command()
def codes(roster: RosterArgument = None, agenda: AgendaOption = None) -> None:
    """Give everybody who comes a secret code, which opens their own day on the web page.

    Codes that are there stay as they are: run it again whenever people are added.
    """
    from ogpworkshop.cli import rostering

    raise typer.Exit(rostering.give_codes(*_roster(roster, agenda)))


@app.command()
def purge(
    roster: RosterArgument = None,
    agenda: AgendaOption = None,
    after: Annotated[
        str, typer.Option("--after", help="How long after the last day: 90d, 12w.")
    ] = "90d",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would go, and write nothing.")
    ] = False,
) -> None:
    """Take e-mails, dietary needs and everything sensitive out once the workshop is over."""
    from ogpworkshop.cli import rostering

    path, programme = _roster(roster, agenda)
    raise typer.Exit(rostering.purge(path, programme, _days(after), today=None, dry_run=dry_run))


def _days(text: str) -> int:
    number, unit = text[:-1], text[-1:].casefold()
    if not (number.isdecimal() and len(number) < 5 and unit in {"d", "w"}):
        raise OgpError(f"{text} is no length of time", "Write 90d for days or 12w for weeks.")
    return int(number) * (7 if unit == "w" else 1)


def _roster(roster: Path | None, agenda: Path | None) -> "tuple[Path, Agenda | None]":
    """The roster of a command, and the agenda it belongs to.

    Raises:
        OgpError: when none is named, and none is here.
    """
    agenda_file = files.agenda_beside(roster, agenda)
    read = files.read_agenda(agenda_file)[0] if agenda_file else None
    beside = (agenda_file,) if agenda_file else files.USUAL
    found = roster or next(
        filter(None, (files.roster_path(read, each, None) for each in beside)), None
    )
    if found is None:
        where = f"beside {agenda_file}" if agenda_file else "here"
        raise OgpError(
            f"there is no participants.csv {where}", "Name the roster behind the command."
        )
    return found, read
