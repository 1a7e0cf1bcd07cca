"""`ogp rule`: what a check means."""

import sys
from typing import Annotated

import typer

from ogpworkshop.errors import OgpError


def rule(
    code: Annotated[
        str | None,
        typer.Argument(metavar="[CODE]", help="A check, or a family of them; all if left out."),
    ] = None,
) -> None:
    """Explain a check, or list them all."""
    from ogpworkshop.check.catalogue import catalogue
    from ogpworkshop.check.settings import expand
    from ogpworkshop.cli import screen
    from ogpworkshop.model.near import nearest

    rules = catalogue()
    found = expand(code, rules) if code else frozenset(rules)
    if not found:
        near = nearest(code or "", rules)
        raise OgpError(
            f"there is no check {code}", f"Did you mean {near}?" if near else "ogp rule lists them."
        )
    if code in rules:
        screen.print_page(rules[code])
    else:
        screen.print_rules([rules[each] for each in sorted(found)], sys.stdout)
