"""`ogp groups`: who works with whom in which breakout."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ogpworkshop.cli import files, options

app = typer.Typer(help="Breakout groups.", no_args_is_help=True, rich_markup_mode=None)


class Effort(StrEnum):
    """How long to search; counted in steps, so that the groups are the same on any machine."""

    QUICK = "quick"
    NORMAL = "normal"
    BEST = "best"


class View(StrEnum):
    """How groups are shown."""

    TEXT = "text"
    HTML = "html"


Seed = Annotated[
    int, typer.Option("--seed", help="Another seed gives other groups as good.", min=0)
]


@app.command()
def assign(
    agenda: options.AgendaFile = None,
    roster: options.RosterFile = None,
    output: options.Output = None,
    seed: Seed = 0,
    effort: Annotated[Effort, typer.Option("--effort", help="How long to search.")] = Effort.NORMAL,
    time_limit: Annotated[
        float | None, typer.Option("--time-limit", help="End after so many seconds.", min=0)
    ] = None,
    keep: Annotated[
        Path | None, typer.Option("--keep", help="A plan whose rows stay as they are.")
    ] = None,
    history: options.History = None,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", help="Processes for --effort best.", min=1)
    ] = 1,
    cluster: Annotated[
        str | None,
        typer.Option(
            "--cluster",
            metavar="ADDRESS",
            help="Dask scheduler whose workers search instead: tcp://host:8786.",
        ),
    ] = None,
    force: options.Force = False,
) -> None:
    """Form groups for all breakouts, and say how good they are."""
    from ogpworkshop.cli import grouping

    path = files.agenda_path(agenda)
    programme = files.usable_agenda(path)
    people = files.needed_roster(programme, path, roster)
    choices = grouping.Choices(
        seed,
        effort.value,
        time_limit,
        files.kept_plan(keep, people) if keep else None,
        files.earlier_plans(history),
        jobs,
        cluster,
    )
    target = output or path.parent / "groups.csv"
    raise typer.Exit(grouping.assign(programme, people, choices, target, force=force))


@app.command()
def check(
    agenda: options.AgendaFile = None,
    roster: options.RosterFile = None,
    plan: options.PlanFile = None,
    history: options.History = None,
) -> None:
    """Score groups that exist, edited by hand or not."""
    from ogpworkshop.cli import grouping
    from ogpworkshop.cli.checking import Request, documents

    path = files.agenda_path(agenda)
    files.grouped(agenda, roster, plan)
    raise typer.Exit(
        grouping.check(documents(Request(path, roster, plan)), files.earlier_plans(history))
    )


@app.command()
def show(
    agenda: options.AgendaFile = None,
    roster: options.RosterFile = None,
    plan: options.PlanFile = None,
    session: options.Session = None,
    meetings: Annotated[
        bool, typer.Option("--meetings", "-m", help="Only who meets whom, and how often.")
    ] = False,
    format: Annotated[
        View,
        typer.Option("--format", "-f", help="In the terminal, or the page of ogp groups report."),
    ] = View.TEXT,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Web page to write; groups-report.html if left out."),
    ] = None,
    force: options.Force = False,
) -> None:
    """Show the groups, and who meets whom how often; or write the report on them."""
    from ogpworkshop.cli import grouping, groups_hand

    if format is View.HTML or output is not None:
        if session is not None or meetings:
            raise typer.BadParameter("the page shows all sessions and their meetings")
        groups_hand.report(agenda, roster, plan, output=output, force=force)
    _, programme, people, rows = files.shown(agenda, roster, plan)
    grouping.show(programme, people, rows, session=session, only_meetings=meetings)
