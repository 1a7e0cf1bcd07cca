"""Findings for people: the line quoted, the place underlined, the fix proposed."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rich.cells import cell_len

from ogpworkshop.check.finding import Severity
from ogpworkshop.check.report.proposal import proposal
from ogpworkshop.check.report.words import Line, shown
from ogpworkshop.check.runner import PlacedFinding, Report, Spot

MOST_RELATED = 3
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold cyan"}
_NARROWEST = 40


class _Mark(NamedTuple):
    """An underlined part of a line: columns from 0, the sign below it, a few words."""

    start: int
    end: int
    sign: str
    style: str
    label: str


def lines(report: Report, *, width: int, least: Severity = Severity.WARNING) -> Iterator[Line]:
    """The report's lines, findings below `least` left out.

    Args:
        report: what was found.
        width: columns to crop quoted lines to.
        least: lowest severity shown.
    """
    for finding in report.findings:
        if finding.severity >= least:
            yield from _finding(finding, max(width, _NARROWEST))
            yield ()


def plain(rendered: Iterable[Line]) -> str:
    """The lines without styles."""
    return "\n".join("".join(text for text, _ in line).rstrip() for line in rendered)


def _finding(finding: PlacedFinding, width: int) -> Iterator[Line]:
    style = _STYLES[finding.severity]
    spots = [finding.spot, *finding.related[:MOST_RELATED]]
    margin = len(str(max(spot.start.line for spot in spots)))
    yield (
        (f"{finding.severity.name.lower()}[{finding.code}]", style),
        (f": {shown(finding.message)}", "bold"),
    )
    files = dict.fromkeys(spot.file for spot in spots)
    for file in files:
        of_file = [spot for spot in spots if spot.file == file]
        is_main = file == finding.spot.file
        yield from _block(of_file, finding.spot if is_main else None, style, margin, width)
    yield from proposal(finding, margin, width)


def _block(
    spots: list[Spot], main: Spot | None, style: str, margin: int, width: int
) -> Iterator[Line]:
    """The quoted lines of one file, each with its underlining."""
    head = main or spots[0]
    arrow = "-->" if main else ":::"
    start = head.start
    yield (
        (f"{'':>{margin}}{arrow} ", "blue"),
        (f"{shown(head.file)}:{start.line}:{start.column}", ""),
    )
    bar: Line = ((f"{'':>{margin}} |", "blue"),)
    yield bar
    quoted = sorted({spot.start.line for spot in spots})
    for position, number in enumerate(quoted):
        if position and number > quoted[position - 1] + 1:
            yield ((f"{'':>{margin}} ⋮", "blue"),)
        marks = [_mark(spot, spot is main, style) for spot in spots if spot.start.line == number]
        text, marks = _cropped(head.source.lines.line(number), marks, width - margin - 3)
        yield ((f"{number:>{margin}} | ", "blue"), (text, ""))
        for mark in marks:
            yield (*bar, (" ", ""), *_underlined(text, mark))
    if main:
        yield bar


def _mark(spot: Spot, is_main: bool, style: str) -> _Mark:
    start, end = spot.start, spot.end
    length = len(spot.source.lines.line(start.line))
    last = end.column - 1 if end.line == start.line else length
    first = min(start.column - 1, length)
    sign, look = ("^", style) if is_main else ("-", "bold blue")
    return _Mark(first, max(last, first + 1), sign, look, spot.label)


def _cropped(line: str, marks: list[_Mark], width: int) -> tuple[str, list[_Mark]]:
    """The part of a line that holds all its marks, if it can, and the marks moved to fit."""
    text = "".join(shown(letter) for letter in line)
    if cell_len(text) <= width or len(text) != len(line):
        return text, marks
    first = min(mark.start for mark in marks)
    last = max(mark.end for mark in marks)
    room = max(width - 2, 10)
    if last <= room:
        return text[:room] + "…", [mark._replace(end=min(mark.end, room)) for mark in marks]
    # the marks towards the right end: their labels follow below, not beside them
    begin = max(0, min(first, max(last + 8, room) - room))
    piece = text[begin : begin + room]
    tail = "…" if begin + room < len(text) else ""
    shift = begin - 1 if begin else 0
    moved = [
        mark._replace(start=mark.start - shift, end=min(mark.end - shift, len(piece) + 1))
        for mark in marks
    ]
    return ("…" if begin else "") + piece + tail, moved


def _underlined(text: str, mark: _Mark) -> Line:
    """Spaces up to the mark and its signs, as wide as the letters above them."""
    before = cell_len(text[: mark.start])
    under = max(1, cell_len(text[mark.start : mark.end]))
    label = f" {shown(mark.label)}" if mark.label else ""
    return ((" " * before, ""), (mark.sign * under + label, mark.style))
