"""Printing to the terminal: styles where it has them, plain text where it has not."""

import sys
from typing import TYPE_CHECKING, TextIO

from rich.color import ColorSystem
from rich.console import Console
from rich.style import Style
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ogpworkshop.check.catalogue import CataloguedRule
    from ogpworkshop.check.finding import Severity
    from ogpworkshop.check.report.words import Line
    from ogpworkshop.check.runner import PlacedFinding, Report

_PIPE_WIDTH = 100
_HANG = 2
"""How much further to the right a line goes on."""


def console(file: TextIO | None = None) -> Console:
    """A console that prints texts as they are, and neither wraps nor styles them by itself."""
    stream = file or sys.stdout
    width = None if stream.isatty() else _PIPE_WIDTH
    return Console(
        file=stream, highlight=False, markup=False, emoji=False, soft_wrap=True, width=width
    )


def of_rounds(rounds: tuple[str, ...]) -> str:
    """Which sessions a criterion speaks of, to go on after its title."""
    more = f" and {len(rounds) - 1} more" if len(rounds) > 1 else ""
    return f", {rounds[0]}{more}" if rounds else ""


def print_lines(lines: "Iterable[Line]", screen: Console) -> None:
    """Print lines made of (text, style) parts.

    Written past rich's layout, which takes milliseconds a line: a report can have thousands.
    """
    name = None if screen.no_color else screen.color_system
    system = ColorSystem[name.upper()] if name else None
    for line in lines:
        if system is None:
            screen.file.write("".join(text for text, _ in line).rstrip() + "\n")
        else:
            parts = (Style.parse(style).render(text, color_system=system) for text, style in line)
            screen.file.write("".join(parts) + "\n")


def print_wrapped(texts: "Iterable[Text]", screen: Console) -> None:
    """Print texts, those too long for the terminal on more lines that begin as far to the right."""
    for text in texts:
        for line in _wrapped(text, screen):
            screen.print(line)


def _wrapped(text: Text, screen: Console) -> "Iterator[Text]":
    if text.cell_len <= screen.width or not screen.file.isatty():
        yield text
        return
    margin = len(text.plain) - len(text.plain.lstrip(" →✓·+−")) + _HANG
    first, *rest = text.wrap(screen, screen.width)
    yield first
    if rest:
        left = text[len(first.plain) :]
        left = left[len(left.plain) - len(left.plain.lstrip()) :]
        for line in left.wrap(screen, screen.width - margin):
            yield Text(" " * margin) + line


def print_findings(report: "Report", least: "Severity") -> None:
    """Print findings with their quoted lines."""
    from ogpworkshop.check.report import text

    screen = console()
    print_lines(text.lines(report, width=screen.width, least=least), screen)


def print_finding(finding: "PlacedFinding") -> None:
    """Print one finding as `print_findings` does."""
    from ogpworkshop.check.report import text
    from ogpworkshop.check.runner import Report

    screen = console()
    print_lines(text.lines(Report((finding,)), width=screen.width, least=finding.severity), screen)


def print_rules(rules: "list[CataloguedRule]", file: TextIO) -> None:
    """Print a line for each check: code, severity, what it finds."""
    screen = console(file)
    margin = max(len(known.code) for known in rules)
    for known in rules:
        severity = known.rule.severity.name.lower() if known.rule.is_on else "off"
        line = (
            (f"{known.code:{margin}}", "bold"),
            (f"  {severity:8}", ""),
            (known.page.summary, ""),
        )
        print_lines([line], screen)


def print_page(known: "CataloguedRule") -> None:
    """Print the manual page of a check."""
    from ogpworkshop.check.manual import markdown

    print_markdown(markdown(known))


def print_markdown(text: str) -> None:
    """Print a page of Markdown, laid out for the terminal."""
    from rich.markdown import Markdown

    terminal = console()
    terminal.print(Markdown(text), width=min(terminal.width, 88), soft_wrap=False)
