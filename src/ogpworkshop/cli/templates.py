"""`ogp templates`: the templates of documents, and how to make them one's own."""

import typer

app = typer.Typer(help="Templates of documents.", no_args_is_help=True, rich_markup_mode=None)
