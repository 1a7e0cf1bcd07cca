"""All commands, put together."""

from typing import Annotated

import typer

from ogpworkshop.cli import (
    agenda,
    check,
    exchange,
    groups,
    groups_change,
    groups_choose,
    groups_hand,
    lsp,
    print_,
    roster,
    rule,
    templates,
)

app = typer.Typer(
    name="ogp",
    help="Check, group and print a workshop: its agenda and its roster.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _print_version(*, is_asked: bool) -> None:
    if is_asked:
        from ogpworkshop import __version__

        typer.echo(f"ogp {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", help="Show the version.", callback=_print_version, is_eager=True),
    ] = False,
) -> None:
    pass


app.command("init")(exchange.init)
app.command("check")(check.check)
agenda.app.command("import")(exchange.import_)
agenda.app.command("export")(exchange.export)
for command in (
    groups_choose.alternatives,
    groups_choose.plan,
    groups_change.explain,
    groups_change.repair,
    groups_change.swap,
    groups_change.add,
    groups_hand.report,
    groups_hand.render,
    groups_hand.export,
):
    groups.app.command(command.__name__)(command)
app.add_typer(agenda.app, name="agenda")
app.add_typer(roster.app, name="roster")
app.add_typer(groups.app, name="groups")
app.command("print")(print_.print_)
app.add_typer(templates.app, name="templates")
app.command("rule")(rule.rule)
app.command("lsp")(lsp.lsp)
