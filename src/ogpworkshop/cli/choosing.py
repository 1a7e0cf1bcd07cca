"""Plans to choose from, and divisions into groups, in the terminal."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from string import ascii_lowercase
from typing import TYPE_CHECKING, Literal

import msgspec
import typer
from rich.text import Text

from ogpworkshop.check.report.words import shown
from ogpworkshop.cli import screen
from ogpworkshop.cli.files import STANDARD_INPUT
from ogpworkshop.cli.grouping import show_progress, write_plan
from ogpworkshop.errors import OgpError
from ogpworkshop.groups.advice import Division, divisions
from ogpworkshop.groups.alternatives import Alternative
from ogpworkshop.groups.alternatives import alternatives as made_of
from ogpworkshop.model.wording import counted
from ogpworkshop.write.files import refuse_foreign
from ogpworkshop.write.plan import is_plan

if TYPE_CHECKING:
    from ogpworkshop.model.agenda import Agenda
    from ogpworkshop.model.plan import GroupPlan
    from ogpworkshop.model.roster import Roster


class Search(msgspec.Struct, frozen=True):
    """How to search for them."""

    number: int
    seed: int
    effort: Literal["quick", "normal", "best"]
    history: "tuple[GroupPlan, ...]" = ()


def alternatives(
    agenda: "Agenda", roster: "Roster", search: Search, target: Path, *, force: bool
) -> int:
    """Make the plans, write each to its file, print what each buys; 1 if a must does not hold."""
    if target == STANDARD_INPUT:
        raise OgpError("several plans do not go to standard output", "Name a file with --output.")
    found = made_of(
        agenda,
        roster,
        search.number,
        seed=search.seed,
        effort=search.effort,
        history=search.history,
        on_progress=show_progress if sys.stderr.isatty() else None,
    )
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K")
    files = [
        target.with_name(f"{target.stem}-{ascii_lowercase[k]}{target.suffix}")
        for k in range(len(found))
    ]
    refuse_foreign(files, force=force, ours=is_plan)
    for each, file in zip(found, files, strict=True):
        write_plan(each.plan, file, force=force)
    terminal = screen.console()
    for line in _table(found, files, terminal.width):
        terminal.print(line)
    if len(found) == 1:
        typer.echo(f"{files[0]}: no other plan is better in anything", err=True)
    if any(each.report.effort and each.report.effort.is_interrupted for each in found):
        typer.echo("ogp: interrupted; the plans so far are kept", err=True)
    return 0 if all(each.report.is_sound for each in found) else 1


def _table(found: Sequence[Alternative], files: Sequence[Path], columns: int) -> Iterator[Text]:
    """A column for each plan: aspects on the scale from 0 to 1, then what each criterion costs."""
    longest = max(len(each) for each in (*_titles(found[0]), *found[0].parts)) + 2
    width = max(2, min(longest, columns - 10 * len(found)))
    heads = [ascii_lowercase[k] for k in range(len(found))]
    yield Text(" " * width + "".join(f"{head:>10}" for head in heads), "bold")
    for aspect in found[0].parts:
        yield from _row(aspect, [f"{each.parts[aspect]:.2f}" for each in found], width, "bold")
    yield Text("0 is the best possible, 1 is drawn by lot; below, what is left to wish", "dim")
    for k, title in enumerate(_titles(found[0])):
        scores = [each.report.scores[k] for each in found]
        cells = [str(score.cost) if score.unit else f"{score.part:.0%}" for score in scores]
        yield from _row(title, cells, width, "")
    for head, each, file in zip(heads, found, files, strict=True):
        what = f"more {' and '.join(each.emphasis)}" if each.emphasis else "as asked"
        yield Text(shown(f"{head}: {what}, {file}"))


def _titles(each: Alternative) -> list[str]:
    return [
        f"{score.title}{' (must)' if score.is_must else ''}{screen.of_rounds(score.rounds)}"
        for score in each.report.scores
    ]


def _row(title: str, cells: Sequence[str], width: int, style: str) -> Iterator[Text]:
    """A row whose least cells stand out; below a title that is too long for its column."""
    is_long = len(title) + 2 > width
    if is_long:
        yield Text(shown(title), style)
    line = Text(shown(f"{'' if is_long else title:{width}}"), style)
    numbers = [float(cell.rstrip("%")) for cell in cells]
    for cell, number in zip(cells, numbers, strict=True):
        is_best = number == min(numbers) < max(numbers)
        line.append(f"{cell + ('*' if is_best else ' '):>10}", "green" if is_best else "")
    yield line


def plan(people: int, size: int, rounds: int) -> None:
    """Print the ways to divide people into groups of about a size."""
    found = divisions(people, size, rounds)
    terminal = screen.console()
    about = f"{people} people in groups of about {size}, {counted(rounds, 'round')}"
    terminal.print(Text(about, "bold"))
    shape = max(len(each.shape) for each in found)
    screen.print_wrapped((_division(each, shape) for each in found), terminal)
    fewest = min(found, key=lambda each: (each.repeats, -each.met))
    if rounds > 1:
        least = f"{fewest.repeats} of {fewest.meetings} meetings"
        verdict = f"fewest repeats: {fewest.shape}, {least} at the least"
        terminal.print(Text(verdict, "green"))


def _division(each: Division, width: int) -> Text:
    line = Text(f"  {each.shape:{width}}  ", "bold")
    known = " (known groups reach it)" if each.is_reached else ""
    line.append(f"{each.repeats} repeats at the least{known}; ")
    line.append(f"everybody meets {each.others} others at the most, on the average; ")
    needed = each.rounds_to_meet_all
    whole = "never" if needed is None else f"in {counted(needed, 'round')} at the least"
    line.append(f"all have met all {whole}", "dim")
    return line
