"""`ogp groups`: changing groups after they were told, and why they are as they are."""

from pathlib import Path
from typing import Annotated

import typer

from ogpworkshop.cli import files, options


def repair(
    agenda: options.AgendaFile = None,
    roster: options.RosterFile = None,
    plan: options.PlanFile = None,
    away: Annotated[
        list[str] | None,
        typer.Option("--away", metavar="PERSON", help="Does not come, by id or name; repeatable."),
    ] = None,
    held: options.Held = None,
    moved: Annotated[
        int | None,
        typer.Option("--moved", help="Move so many people at most, from the list shown.", min=0),
    ] = None,
    spare: options.Spare = None,
    history: options.History = None,
    tell: options.Tell = None,
    output: options.NewPlan = None,
    dry_run: options.DryRun = False,
    force: options.Force = False,
) -> None:
    """Mend the groups with the fewest people moved: cancellations, newcomers, rooms that changed.

    Mark who cancelled in the roster and change rooms or numbers of groups in the agenda, or name
    people with --away; then everybody who can stays where they were told to be.
    """
    from ogpworkshop.cli import regrouping

    _, programme, people, rows, file = files.grouped(agenda, roster, plan)
    earlier = files.earlier_plans(history)
    changes = regrouping.Changes(tuple(away or ()), tuple(held or ()), moved, spare, earlier)
    target = regrouping.Target(None if dry_run else output or file, tell, force)
    raise typer.Exit(regrouping.repair(programme, people, rows, changes, target))


def explain(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[AGENDA] [PERSON]",
            help="Agenda file, and somebody by id or name; nobody for the wishes.",
            show_default=False,
        ),
    ] = None,
    roster: options.RosterFile = None,
    plan: options.PlanFile = None,
    session: options.Session = None,
    history: options.History = None,
) -> None:
    """Say why wishes are not met and what would help, or why somebody is where they are.

    For a person, each other group is shown with the exchange of two people that costs least, and
    what it would do to every criterion.
    """
    from ogpworkshop.cli import explaining

    agenda, who = _agenda_and(words or [], 0, 1)
    _, programme, people, rows, _ = files.grouped(agenda, roster, plan)
    asked = explaining.Asked(programme, people, rows, files.earlier_plans(history))
    if who:
        explaining.person(asked, who[0], session)
    else:
        explaining.wishes(asked, session)


def swap(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="[AGENDA] PERSON PERSON", help="Agenda file, and two people by id or name."
        ),
    ],
    roster: options.RosterFile = None,
    plan: options.PlanFile = None,
    session: Annotated[
        list[str] | None,
        typer.Option("--session", "-s", help="Only in this session, by its id; repeatable."),
    ] = None,
    history: options.History = None,
    output: options.NewPlan = None,
    dry_run: options.DryRun = False,
    force: options.Force = False,
) -> None:
    """Let two people change places, and say what that does to every criterion."""
    from ogpworkshop.cli import explaining

    agenda, (one, other) = _agenda_and(words, 2, 2)
    _, programme, people, rows, file = files.grouped(agenda, roster, plan)
    target = None if dry_run else output or file
    asked = explaining.Asked(programme, people, rows, files.earlier_plans(history))
    pair, sessions = (one, other), tuple(session or ())
    raise typer.Exit(explaining.swap(asked, pair, sessions, target, force=force))


def add(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="[AGENDA] PERSON…", help="Agenda file, and people of the roster by id or name."
        ),
    ],
    roster: options.RosterFile = None,
    plan: options.PlanFile = None,
    held: options.Held = None,
    spare: options.Spare = None,
    history: options.History = None,
    tell: options.Tell = None,
    output: options.NewPlan = None,
    dry_run: options.DryRun = False,
    force: options.Force = False,
) -> None:
    """Find a group in every session for people who are new in the roster."""
    from ogpworkshop.cli import regrouping

    agenda, new = _agenda_and(words, 1, None)
    _, programme, people, rows, file = files.grouped(agenda, roster, plan)
    regrouping.refuse_known(people, rows, new)
    earlier = files.earlier_plans(history)
    changes = regrouping.Changes((), tuple(held or ()), None, spare, earlier)
    target = regrouping.Target(None if dry_run else output or file, tell, force)
    raise typer.Exit(regrouping.repair(programme, people, rows, changes, target))


def _agenda_and(words: list[str], least: int, most: int | None) -> tuple[Path | None, list[str]]:
    """The agenda, if the first word is a file or there is one too many, and the people."""
    is_agenda = bool(words) and (
        words[0] == "-" or Path(words[0]).exists() or len(words) == (most or -2) + 1
    )
    agenda, people = (Path(words[0]), words[1:]) if is_agenda else (None, words)
    if len(people) < least or (most is not None and len(people) > most):
        asked = f"{least}" if least == most else f"at least {least}" if least else "one"
        wanted = "person" if asked in {"1", "one", "at least 1"} else "people"
        raise typer.BadParameter(f"{asked} {wanted} asked for, {len(people)} named")
    return agenda, people
