"""`ogp agenda fix` and `ogp roster fix`: mend what can be mended, and say what was done and what is left."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

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


class _Mended(Protocol):
    """A file as it was read, and as it is checked when its text changes.

    Attributes:
        kind: agenda or roster.
        path: the file.
        name: how reports call it.
        content: its bytes.
        text: its text.
    """

    kind: str
    path: Path
    name: str
    content: bytes
    text: str

    def bytes_of(self, text: str) -> bytes:
        """A text as the file stores it."""

    def examine(self, text: str) -> "Report":
        """What is found in a text that stands in place of the file's."""


class _Agenda:
    """An agenda that is mended."""

    kind = "agenda"

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


class _Roster:
    """A roster that is mended, with the agenda that it belongs to."""

    kind = "roster"

    def __init__(self, path: Path, agenda: Path | None) -> None:
        from ogpworkshop.read import decoding, roster

        self.path = path
        self.name = files.name_of(path)
        self.agenda = files.read_agenda(agenda) if agenda else None
        self.settings = files.roster_settings(self.agenda[0] if self.agenda else None)
        self.content = files.content_of(path, decoding.LARGEST)
        reading = roster.read_people(self.content, self.name, self.settings)
        if not getattr(reading.source, "is_file", True):
            raise OgpError(
                f"{self.name} is a workbook, which is not mended where it stands",
                f"Import it first: ogp roster import {self.name}",
            )
        self.text = reading.source.lines.text
        self.encoding = reading.encoding

    def bytes_of(self, text: str) -> bytes:
        from ogpworkshop.source.text import encode

        if not self.encoding or text == self.text:
            return encode(text, self.content) if text != self.text else self.content
        try:
            return text.encode(self.encoding)
        except (UnicodeEncodeError, LookupError):
            raise OgpError(
                f"{self.name} is not stored as UTF-8, and cannot hold what would be written",
                "Save it as “CSV UTF-8” first.",
            ) from None

    def examine(self, text: str) -> "Report":
        from ogpworkshop.check.runner import Documents, check
        from ogpworkshop.read.roster import read_roster

        people = read_roster(self.bytes_of(text), self.name, self.settings)
        return check(Documents(self.agenda, people), only="roster")


def run(path: Path, roster: Path | None, wish: Wish) -> int:
    """Mend an agenda; 0 when nothing is left to report, else 1, or 3 when a check failed."""
    _needs_a_file(path, wish)
    return _run(_Agenda(path, roster), wish)


def run_roster(path: Path, agenda: Path | None, wish: Wish) -> int:
    """Mend a roster; the code is that of `run`."""
    _needs_a_file(path, wish)
    return _run(_Roster(path, agenda), wish)


def _needs_a_file(path: Path, wish: Wish) -> None:
    if wish.ask and (wish.diff or path == files.STANDARD_INPUT):
        raise OgpError("--ask needs a file that it can write", "Leave out --diff, and name a file.")


def _run(mended: _Mended, wish: Wish) -> int:
    from ogpworkshop.check import fixing
    from ogpworkshop.check.finding import Severity

    least = Severity[wish.show.name]
    if wish.ask:
        fixed = _ask(mended, least)
    else:
        fixed = fixing.fix(mended.text, mended.examine, unsafe=wish.unsafe, least=least)
    _deliver(mended, fixed.text, is_diff=wish.diff)
    for line in _said(mended, fixed, wish):
        typer.echo(line, err=True)
    for code, error in fixed.report.crashes:
        sys.stderr.write(f"ogp: the check {code} failed: {type(error).__name__}: {error}\n")
    if fixed.report.crashes:
        return 3
    is_left = any(finding.severity >= Severity.WARNING for finding in fixed.report.findings)
    return int(is_left or (wish.diff and fixed.text != mended.text))


def _deliver(mended: _Mended, text: str, *, is_diff: bool) -> None:
    """Print the text or the difference, or write the file."""
    if is_diff:
        from ogpworkshop.source.difference import unified

        _print_difference(list(unified(mended.name, mended.text, text)))
    elif mended.path == files.STANDARD_INPUT:
        sys.stdout.buffer.write(mended.bytes_of(text))
    elif text != mended.text:
        from ogpworkshop.write.files import rewrite

        rewrite(mended.path, mended.bytes_of(text), before=mended.content)


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


def _said(mended: _Mended, fixed: "Fixing", wish: Wish) -> Iterator[str]:
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
    yield f"{shown(mended.name)}: {what} {verb}, {_left(mended.kind, fixed, wish)}"


def _left(kind: str, fixed: "Fixing", wish: Wish) -> str:
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
    return f"{' and '.join(left)} left; ogp {kind} check shows them{more}"


def _at(finding: "PlacedFinding") -> str:
    from ogpworkshop.check.report.words import shown

    start = finding.spot.start
    return f"{shown(finding.spot.file)}:{start.line}:{start.column}"


def _title(finding: "PlacedFinding") -> str:
    from ogpworkshop.check.report.words import shown

    return shown(finding.fix.title) if finding.fix else ""


def _ask(mended: _Mended, least: "Severity") -> "Fixing":
    """Go through the findings that can be mended, from the top of the file."""
    from ogpworkshop.check import fixing

    text, report = mended.text, mended.examine(mended.text)
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
            one = fixing.fix_one(text, report, finding, mended.examine)
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
