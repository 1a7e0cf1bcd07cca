"""`ogp lsp`: the language server."""

import sys
from typing import Annotated

import typer


def lsp(
    stdio: Annotated[  # noqa: ARG001  many editors say it; there is no other way
        bool, typer.Option("--stdio", help="Nothing else is possible; some editors say so.")
    ] = True,
) -> None:
    """Serve an editor: findings, fixes, outline."""
    from ogpworkshop.lsp.server import serve

    if sys.stdin.isatty():
        typer.echo("This is for an editor to start; Ctrl-C ends it.", err=True)
    raise typer.Exit(0 if serve() else 1)
