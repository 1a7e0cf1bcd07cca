"""`ogp agenda fix`: mends what can be mended, and says what was done and what is left."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from ogpworkshop.cli import files
from ogpworkshop.cli.options import Level
from ogpworkshop.errors import OgpError

if TYPE_CHECKING:
    from ogpworkshop.check.finding import Severity
    from ogpworkshop.check.fixing import Fixing
    from ogpworkshop.check.runner import PlacedFinding, Report

_ANSWERS = {"y": True, "yes": True, "n": False, "no": False, "q": None, "quit": None}


class Wish(NamedTuple):
    """What the options of the command ask for.

    Attributes:
        unsafe: the probable fixes too.
        diff: show what would change, write nothing.
        ask: one by one.
        show: least severity that is mended.
    """

    unsafe: bool
    diff: bool
    ask: bool
    show: Level


class _Agenda:
    """The agenda as it was read, and as it is checked when its text changes."""

    def __init__(self, path: Path, roster: Path | None) -> None:
        from ogpworkshop.read import agenda, anything

        self.path = path
        self.name = files.name_of(path)
        self.content = files.content_of(path, agenda.LARGEST)
        read, source = anything.read_any(self.content, self.name)
        if not getattr(source, "is_file", True):
            raise OgpError(
                f"{self.name} cannot be mended where it stands",
                f"Import it first: ogp agenda import {self.name}",
            )
        self.text = source.lines.text
        roster_file = files.roster_path(read, path, roster)
        self.roster = files.read_roster(roster_file, read) if roster_file else None

    def bytes_of(self, text: str) -> bytes:
        from ogpworkshop.source.text import encode

        return encode(text, self.content)

    def examine(self, text: str) -> "Report":
        from ogpworkshop.check.runner import Documents, check
        from ogpworkshop.read.anything import read_any

        read = read_any(self.bytes_of(text), self.name)
        return check(Documents(read, self.roster), only="agenda")


def run(path: Path, roster: Path | None, wish: Wish) -> int:
    """Mend an agenda; 0 when nothing is left to report, else 1, or 3 when a check failed."""
    from ogpworkshop.check import fixing
    from ogpworkshop.check.finding import Severity

    if wish.ask and (wish.diff or path == files.STANDARD_INPUT):
        raise OgpError("--ask needs a file that it can write", "Leave out --diff, and name a file.")
    agenda = _Agenda(path, roster)
    least = Severity[wish.show.name]
    if wish.ask:
        fixed = _ask(agenda, least)
    else:
        fixed = fixing.fix(agenda.text, agenda.examine, unsafe=wish.unsafe, least=least)
    _deliver(agenda, fixed.text, is_diff=wish.diff)
    for line in _said(agenda.name, fixed, wish):
        typer.echo(line, err=True)
    for code, error in fixed.report.crashes:
        sys.stderr.write(f"ogp: the check {code} failed: {type(error).__name__}: {error}\n")
    if fixed.report.crashes:
        return 3
    is_left = any(finding.severity >= Severity.WARNING for finding in fixed.report.findings)
    return int(is_left or (wish.diff and fixed.text != agenda.text))


def _deliver(agenda: _Agenda, text: str, *, is_diff: bool) -> None:
    """Print the text or the difference, or write the file."""
    if is_diff:
        from ogpworkshop.source.difference import unified

        _print_difference(list(unified(agenda.name, agenda.text, text)))
    elif agenda.path == files.STANDARD_INPUT:
        sys.stdout.buffer.write(agenda.bytes_of(text))
    elif text != agenda.text:
        from ogpworkshop.write.files import rewrite

        rewrite(agenda.path, agenda.bytes_of(text), before=agenda.content)


def _print_difference(lines: list[str]) -> None:
    """In colour on a terminal and with nothing left raw; elsewhere to the letter."""
    if not sys.stdout.isatty():
        sys.stdout.buffer.write("".join(lines).encode())
        return
    from ogpworkshop.check.report.words import shown
    from ogpworkshop.cli import screen

    styles = {"-": "red", "+": "green", "@": "cyan"}
    parts = [((shown(line.rstrip("\r\n")), styles.get(line[0], "")),) for line in lines]
    screen.print_lines(parts, screen.console())


def _said(name: str, fixed: "Fixing", wish: Wish) -> Iterator[str]:
    """What was mended, what could not be, and what is left."""
    from ogpworkshop.check.report.words import shown
    from ogpworkshop.model.wording import counted

    for finding in fixed.done:
        yield f"{_at(finding)}: {_title(finding)} [{finding.code}]"
    for refusal in fixed.refused:
        finding = refusal.finding
        yield f"{_at(finding)}: left as it is [{finding.code}]: {shown(refusal.reason)}"
    what = counted(len(fixed.done), "finding") if fixed.done else "nothing"
    verb = "would be mended" if wish.diff else "mended"
    yield f"{shown(name)}: {what} {verb}, {_left(fixed, wish)}"


def _left(fixed: "Fixing", wish: Wish) -> str:
    """What is left to do, and how."""
    from collections import Counter

    from ogpworkshop.check.finding import Severity
    from ogpworkshop.check.fixing import fixable
    from ogpworkshop.model.wording import counted

    levels = Counter(finding.severity for finding in fixed.report.findings)
    left = [
        counted(levels[level], level.name.lower())
        for level in (Severity.ERROR, Severity.WARNING)
        if levels[level]
    ]
    if not left:
        return "nothing left"
    n_guesses = 0
    if not wish.unsafe and not wish.ask:
        n_guesses = sum(
            not each.fix.is_safe for each in fixable(fixed.report, unsafe=True) if each.fix
        )
    more = f" and --unsafe can mend {n_guesses}" if n_guesses else ""
    return f"{' and '.join(left)} left; ogp agenda check shows them{more}"


def _at(finding: "PlacedFinding") -> str:
    from ogpworkshop.check.report.words import shown

    start = finding.spot.start
    return f"{shown(finding.spot.file)}:{start.line}:{start.column}"


def _title(finding: "PlacedFinding") -> str:
    from ogpworkshop.check.report.words import shown

    return shown(finding.fix.title) if finding.fix else ""


def _ask(agenda: _Agenda, least: "Severity") -> "Fixing":
    """Go through the findings that can be mended, from the top of the file."""
    from ogpworkshop.check import fixing

    text, report = agenda.text, agenda.examine(agenda.text)
    done: list[PlacedFinding] = []
    refused: list[fixing.Refused] = []
    asked: set[tuple[str, str]] = set()
    while True:
        open_ = (each for each in fixing.fixable(report, unsafe=True, least=least))
        finding = next((each for each in open_ if fixing.key(each) not in asked), None)
        answer = _answer(finding) if finding else None
        if finding is None or answer is None:
            return fixing.Fixing(text, report, tuple(done), tuple(refused))
        asked.add(fixing.key(finding))
        if answer:
            one = fixing.fix_one(text, report, finding, agenda.examine)
            text, report = one.text, one.report
            done += one.done
            refused += one.refused
            for refusal in one.refused:
                typer.echo(f"Left as it is: {refusal.reason}\n")


def _answer(finding: "PlacedFinding") -> bool | None:
    """Show a finding, and ask whether to mend it; None to stop."""
    from ogpworkshop.cli import screen

    screen.print_finding(finding)
    while True:
        typer.echo("Mend it? [y]es, [n]o, [q]uit: ", nl=False)
        line = sys.stdin.buffer.readline()
        word = line.decode("utf-8", "replace").strip().casefold() if line else "q"
        if word in _ANSWERS:
            typer.echo("")
            return _ANSWERS[word]
