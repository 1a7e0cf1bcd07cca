"""Copies a document's templates to where their author edits them."""

from pathlib import Path

import typer

from ogpworkshop.errors import OgpError
from ogpworkshop.render.documents import template_files
from ogpworkshop.write.files import write_whole


def copy(document: str, folder: Path, *, force: bool) -> None:
    """Write the templates of a document; none if one of them would replace the user's own.

    Raises:
        OgpError: there is no such document, or it has been copied and edited.
    """
    copies = {folder / name: content for name, content in template_files(document).items()}
    edited = [
        file
        for file, content in copies.items()
        if file.is_file() and not force and file.read_bytes() != content
    ]
    if edited:
        raise OgpError(
            f"{edited[0]} is there already, and is not what came along",
            "Nothing was written. Copy to another folder with --to, or replace it with --force.",
        )
    for file, content in copies.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        is_new = write_whole(file, content, force=force, ours=lambda _present: False)
        typer.echo(f"{file}: {'written' if is_new else 'unchanged'}", err=True)
    typer.echo(f"Edit them, and see every save: ogp print {document} --watch", err=True)
