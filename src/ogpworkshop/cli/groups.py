"""`ogp groups`: who works with whom in which breakout."""

import typer

app = typer.Typer(help="Breakout groups.", no_args_is_help=True, rich_markup_mode=None)
