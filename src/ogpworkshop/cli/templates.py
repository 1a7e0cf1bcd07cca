"""`ogp templates`: the templates of documents, and how to make them one's own."""

from pathlib import Path
from typing import Annotated

import typer

from ogpworkshop.cli import files, options

app = typer.Typer(
    help="Give documents a look of your own.", no_args_is_help=True, rich_markup_mode=None
)


@app.command("list")
def list_(templates: options.Templates = None) -> None:
    """List the documents and their formats."""
    from ogpworkshop.cli import screen, showing

    folders = files.template_folders(files.USUAL[0], templates)
    terminal = screen.console()
    screen.print_lines(showing.catalogue(folders, min(terminal.width, 100)), terminal)


@app.command()
def copy(
    document: Annotated[
        str, typer.Argument(metavar="DOCUMENT", help="The document, for example programme.")
    ],
    folder: Annotated[
        Path, typer.Option("--to", help="Folder for templates, beside the agenda.")
    ] = Path("templates"),
    force: options.Force = False,
) -> None:
    """Copy a document's templates, to be edited.

    From then on they are used in place of those that came along. Delete those that you do not
    change.
    """
    from ogpworkshop.cli import copying

    copying.copy(document, folder, force=force)


@app.command()
def show(
    document: Annotated[
        str | None,
        typer.Argument(
            metavar="[DOCUMENT]",
            help="A document, to see its blocks and choices as well.",
            show_default=False,
        ),
    ] = None,
    agenda: Annotated[
        Path | None,
        typer.Option("--agenda", "-a", help="Agenda file whose values serve as examples."),
    ] = None,
    roster: options.RosterFile = None,
    plan: options.PlanFile = None,
    templates: options.Templates = None,
) -> None:
    """Show what a template can use, with values of your own workshop."""
    from ogpworkshop.cli import screen, showing

    workshop = showing.example(agenda, roster, plan)
    folders = files.template_folders(agenda or files.USUAL[0], templates)
    about = showing.about(document, folders) if document else ""
    screen.print_markdown(f"{about}{showing.fields(workshop)}")
