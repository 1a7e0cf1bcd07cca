"""`ogp groups`: who works with whom in which breakout."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ogpworkshop.cli import files, options
from ogpworkshop.errors import OgpError

if TYPE_CHECKING:
    from ogpworkshop.model.plan import GroupPlan

app = typer.Typer(help="Breakout groups.", no_args_is_help=True, rich_markup_mode=None)


class Effort(StrEnum):
    """How long to search; counted in steps, so that the groups are the same on any machine."""

    QUICK = "quick"
    NORMAL = "normal"
    BEST = "best"


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


Seed = Annotated[
    int, typer.Option("--seed", help="Another seed gives other groups as good.", min=0)
]


History = Annotated[
    list[Path] | None,
    typer.Option(
        "--history",
        metavar="PLAN",
        help="Plan of an earlier workshop, whose meetings count for meet; repeatable.",
    ),
]
Held = Annotated[
    list[str] | None,
    typer.Option("--held", metavar="SESSION", help="Is over, its groups stay; repeatable."),
]
NewPlan = Annotated[
    Path | None,
    typer.Option("--output", "-o", help="File to write; the plan itself if left out."),
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", "-n", help="Only say what would change, write nothing.")
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
    history: History = None,
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
        files.read_plan(keep)[0] if keep else None,
        _earlier(history),
    )
    target = output or path.parent / "groups.csv"
    raise typer.Exit(grouping.assign(programme, people, choices, target, force=force))


@app.command()
def check(
    agenda: options.AgendaFile = None,
    roster: options.RosterFile = None,
    plan: options.PlanFile = None,
    history: History = None,
) -> None:
    """Score groups that exist, edited by hand or not."""
    from ogpworkshop.cli import grouping
    from ogpworkshop.cli.checking import Request, documents

    path = files.agenda_path(agenda)
    files.needed_roster(files.usable_agenda(path), path, roster)
    files.needed_plan(path, plan)
    raise typer.Exit(grouping.check(documents(Request(path, roster, plan)), _earlier(history)))


def _earlier(history: "list[Path] | None") -> "tuple[GroupPlan, ...]":
    """Plans of earlier workshops, which have to be readable whole."""
    plans = []
    for path in history or ():
        earlier, source = files.read_plan(path)
        if earlier.faults:
            raise OgpError(f"{source.file}: {earlier.faults[0].message}", "Is it a plan of groups?")
        plans.append(earlier)
    return tuple(plans)


@app.command()
def repair(
    agenda: options.AgendaFile = None,
    roster: options.RosterFile = None,
    plan: options.PlanFile = None,
    away: Annotated[
        list[str] | None,
        typer.Option("--away", metavar="PERSON", help="Does not come, by id or name; repeatable."),
    ] = None,
    held: Held = None,
    moved: Annotated[
        int | None,
        typer.Option("--moved", help="Move so many people at most, from the list shown.", min=0),
    ] = None,
    output: NewPlan = None,
    dry_run: DryRun = False,
    force: options.Force = False,
) -> None:
    """Mend the groups with the fewest people moved: cancellations, newcomers, rooms that changed.

    Mark who cancelled in the roster and change rooms or numbers of groups in the agenda, or name
    people with --away; then everybody who can stays where they were told to be.
    """
    from ogpworkshop.cli import regrouping

    path = files.agenda_path(agenda)
    programme = files.usable_agenda(path)
    people = files.needed_roster(programme, path, roster)
    rows, source = files.needed_plan(path, plan)
    changes = regrouping.Changes(tuple(away or ()), tuple(held or ()), moved)
    target = None if dry_run else output or plan or Path(source.file)
    raise typer.Exit(regrouping.repair(programme, people, rows, changes, target, force=force))


@app.command()
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
    session: Annotated[
        str | None, typer.Option("--session", "-s", help="Only this session, by its id.")
    ] = None,
) -> None:
    """Say why wishes are not met and what would help, or why somebody is where they are.

    For a person, each other group is shown with the exchange of two people that costs least, and
    what it would do to every criterion.
    """
    from ogpworkshop.cli import explaining

    agenda, who = _agenda_and(words or [], 0, 1)
    path = files.agenda_path(agenda)
    programme = files.usable_agenda(path)
    people = files.needed_roster(programme, path, roster)
    rows = files.needed_plan(path, plan)[0]
    if who:
        explaining.person(programme, people, rows, who[0], session)
    else:
        explaining.wishes(programme, people, rows)


@app.command()
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
    output: NewPlan = None,
    dry_run: DryRun = False,
    force: options.Force = False,
) -> None:
    """Let two people change places, and say what that does to every criterion."""
    from ogpworkshop.cli import explaining

    agenda, (one, other) = _agenda_and(words, 2, 2)
    path = files.agenda_path(agenda)
    programme = files.usable_agenda(path)
    people = files.needed_roster(programme, path, roster)
    rows, source = files.needed_plan(path, plan)
    target = None if dry_run else output or plan or Path(source.file)
    pair, sessions = (one, other), tuple(session or ())
    raise typer.Exit(explaining.swap(programme, people, rows, pair, sessions, target, force=force))


@app.command()
def add(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="[AGENDA] PERSON…", help="Agenda file, and people of the roster by id or name."
        ),
    ],
    roster: options.RosterFile = None,
    plan: options.PlanFile = None,
    held: Held = None,
    output: NewPlan = None,
    dry_run: DryRun = False,
    force: options.Force = False,
) -> None:
    """Find a group in every session for people who are new in the roster."""
    from ogpworkshop.cli import regrouping

    agenda, new = _agenda_and(words, 1, None)
    path = files.agenda_path(agenda)
    programme = files.usable_agenda(path)
    people = files.needed_roster(programme, path, roster)
    rows, source = files.needed_plan(path, plan)
    regrouping.refuse_known(people, rows, new)
    changes = regrouping.Changes((), tuple(held or ()), None)
    target = None if dry_run else output or plan or Path(source.file)
    raise typer.Exit(regrouping.repair(programme, people, rows, changes, target, force=force))


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


@app.command()
def show(
    agenda: options.AgendaFile = None,
    roster: options.RosterFile = None,
    plan: options.PlanFile = None,
    session: Annotated[
        str | None, typer.Option("--session", "-s", help="Only this session, by its id.")
    ] = None,
    meetings: Annotated[
        bool, typer.Option("--meetings", "-m", help="Only who meets whom, and how often.")
    ] = False,
) -> None:
    """Show the groups, and who meets whom how often."""
    from ogpworkshop.cli import grouping

    path = files.agenda_path(agenda)
    programme = files.usable_agenda(path)
    people = files.needed_roster(programme, path, roster)
    rows = files.sound_plan(path, plan, people)
    grouping.show(programme, people, rows, session=session, only_meetings=meetings)


@app.command()
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

    path = files.agenda_path(agenda)
    programme = files.usable_agenda(path)
    people = files.needed_roster(programme, path, roster)
    workshop = printing.Workshop(path, programme, people, files.sound_plan(path, plan, people))
    chosen = format.value if format else printing.format_of(output, [*ListFormat])
    wishes: dict[str, str | bool] = {"by": by.value} if by else {}
    job = printing.Job("group-lists", chosen, wishes, output, force, compact_pdf)
    raise typer.Exit(printing.render(workshop, job, templates, fonts, strict=strict))


@app.command()
def export(
    agenda: options.AgendaFile = None,
    to: Annotated[Tool, typer.Option("--to", help="The tool, or the format.")] = Tool.XLSX,
    roster: options.RosterFile = None,
    plan: options.PlanFile = None,
    session: Annotated[
        str | None, typer.Option("--session", "-s", help="Only this session, by its id.")
    ] = None,
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

    path = files.agenda_path(agenda)
    programme = files.usable_agenda(path)
    people = files.needed_roster(programme, path, roster)
    rows = files.sound_plan(path, plan, people)
    handout = handing.Handout(to.value, session, output, force)
    raise typer.Exit(handing.export(programme, people, rows, path, handout))
