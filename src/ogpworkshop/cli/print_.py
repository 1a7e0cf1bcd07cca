"""`ogp print`: everything that a workshop prints or shows."""

from pathlib import Path
from typing import Annotated

import typer

from ogpworkshop.cli import options


def print_(
    documents: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[DOCUMENT…]",
            help="What to make, for example badges; without any, what can be made is listed.",
            show_default=False,
        ),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Make every document, in every format.")
    ] = False,
    agenda: Annotated[
        Path | None,
        typer.Option("--agenda", "-a", help="Agenda file; agenda.yaml or data/agenda.yaml."),
    ] = None,
    roster: options.RosterFile = None,
    plan: options.PlanFile = None,
    output: Annotated[Path, typer.Option("--output", "-o", help="Folder for what is made.")] = Path(
        "print"
    ),
    formats: Annotated[
        list[str] | None,
        typer.Option("--format", "-f", help="pdf, html, docx …; the usual one if left out."),
    ] = None,
    person: Annotated[
        list[str] | None,
        typer.Option("--person", "--only", help="Only for these people: ids or names, by commas."),
    ] = None,
    room: Annotated[list[str] | None, typer.Option("--room", help="Only for these rooms.")] = None,
    session: Annotated[
        list[str] | None, typer.Option("--session", "-s", help="Only for these sessions.")
    ] = None,
    day: Annotated[
        list[str] | None, typer.Option("--day", help="Only for these days: 1, 2017-08-07, Monday.")
    ] = None,
    split: Annotated[
        bool, typer.Option("--split", help="A file for each person, room, session or day.")
    ] = False,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="REVISION",
            help="Only what has changed since a git revision: main, v1, HEAD~3.",
        ),
    ] = None,
    watch: Annotated[
        bool, typer.Option("--watch", help="Make it again whenever a file is saved; Ctrl-C ends.")
    ] = False,
    choices: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="NAME=VALUE", help="An option of a document: stock=a4-8xa7."),
    ] = None,
    skip: Annotated[
        int | None, typer.Option("--skip", min=0, help="Cards of the first sheet that are used.")
    ] = None,
    nudge: Annotated[
        str | None,
        typer.Option(
            "--offset",
            "--nudge",
            metavar="MM,MM",
            help="Right and down, for a printer that is off.",
        ),
    ] = None,
    templates: options.Templates = None,
    fonts: options.Fonts = None,
    compact_pdf: options.CompactPdf = False,
    force: options.Force = False,
    strict: options.Strict = False,
) -> None:
    """Print badges, itineraries, signs and all else."""
    from ogpworkshop.cli import publishing

    names, path = publishing.parted(documents or [], agenda)
    if not names and not everything:
        raise typer.Exit(publishing.list_documents(path, templates))
    wish = publishing.Wish(
        documents=tuple(names),
        formats=tuple(formats or ()),
        options=publishing.choices_of(choices or [], skip=skip, nudge=nudge),
        people=publishing.names_of(person),
        rooms=publishing.names_of(room),
        sessions=publishing.names_of(session),
        days=publishing.names_of(day),
        is_split=split,
        since=since,
    )
    order = publishing.Order(
        path, roster, plan, templates, fonts, output, force=force, is_compact=compact_pdf
    )
    if watch:
        from ogpworkshop.cli import watching

        raise typer.Exit(
            watching.watch(
                lambda: publishing.publish(wish, order, strict=strict),
                watching.Sources(order.agenda, (order.roster, order.plan), order.templates),
            )
        )
    raise typer.Exit(publishing.publish(wish, order, strict=strict))
