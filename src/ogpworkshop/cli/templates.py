"""`ogp templates`: the templates of documents, and how to make them one's own."""

from pathlib import Path
from typing import Annotated

import typer

from ogpworkshop.cli import files, options

app = typer.Typer(help="Templates of documents.", no_args_is_help=True, rich_markup_mode=None)


@app.command("list")
def list_(templates: options.Templates = None) -> None:
    """List the documents and their formats."""
    from ogpworkshop.render.documents import documents

    folders = files.template_folders(files.USUAL[0], templates)
    for name, document in documents(folders).items():
        typer.echo(f"{name:16} {', '.join(document.formats):20} {document.summary}")


@app.command()
def copy(
    document: Annotated[str, typer.Argument(help="The document, for example programme.")],
    folder: Annotated[
        Path, typer.Option("--to", help="Folder for templates, beside the agenda.")
    ] = Path("templates"),
    force: options.Force = False,
) -> None:
    """Copy a document's templates, to be edited."""
    from ogpworkshop.render import documents
    from ogpworkshop.write.files import write_whole

    for name, content in documents.template_files(document).items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        write_whole(target, content, force=force, ours=lambda _present: False)
        typer.echo(f"{target}: written", err=True)


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
    """Show the fields that a template can use, each with a value of your own workshop."""
    from ogpworkshop.cli import screen, showing

    workshop = showing.example(agenda, roster, plan)
    folders = files.template_folders(agenda or files.USUAL[0], templates)
    about = showing.about(document, folders) if document else ""
    screen.print_markdown(f"{about}{showing.fields(workshop)}")
