"""`ogp groups`: plans to choose from, and how many groups there should be."""

from typing import Annotated

import typer

from ogpworkshop.cli import files, options
from ogpworkshop.cli.groups import Effort, Seed


def alternatives(
    agenda: options.AgendaFile = None,
    roster: options.RosterFile = None,
    number: Annotated[
        int, typer.Option("--number", help="How many plans at the most.", min=2, max=9)
    ] = 3,
    output: options.Output = None,
    seed: Seed = 0,
    effort: Annotated[Effort, typer.Option("--effort", help="How long to search.")] = Effort.NORMAL,
    history: options.History = None,
    force: options.Force = False,
) -> None:
    """Form groups in a few ways to choose from: more mixing, more wishes met, more balance.

    No plan is better than another in everything. Each is written to its own file beside
    groups.csv: groups-a.csv, groups-b.csv and so on; the first is the plan as asked, unless
    another is better in everything.
    """
    from ogpworkshop.cli import choosing

    path = files.agenda_path(agenda)
    programme = files.usable_agenda(path)
    people = files.needed_roster(programme, path, roster)
    earlier = files.earlier_plans(history)
    search = choosing.Search(number, seed, effort.value, earlier)
    target = output or path.parent / "groups.csv"
    raise typer.Exit(choosing.alternatives(programme, people, search, target, force=force))


def plan(
    people: Annotated[int, typer.Option("--people", "-n", help="How many people come.")],
    size: Annotated[int, typer.Option("--size", help="About how many to a group.")],
    rounds: Annotated[int, typer.Option("--rounds", help="How many rounds of groups.")] = 1,
) -> None:
    """Say what numbers and sizes of groups mean for who meets whom, before anybody is named.

    For each division: the repeats that no groups avoid, how many others everybody can meet, and
    the fewest rounds in which everybody can have met everybody.
    """
    from ogpworkshop.cli import choosing

    choosing.plan(people, size, rounds)
