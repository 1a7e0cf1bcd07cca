"""A fix as text: what it does, the command that makes it, and the lines it changes."""

from collections import defaultdict
from collections.abc import Iterator

from rich.cells import cell_len, set_cell_size

from ogpworkshop.check.finding import Severity
from ogpworkshop.check.fixing import applied
from ogpworkshop.check.report.words import Line, shown
from ogpworkshop.check.runner import FileEdit, PlacedFinding, PlacedFix

MOST_LINES = 2
_LEAD = 24
_TABLES = frozenset({"participants", "placements"})


def proposal(finding: PlacedFinding, margin: int, width: int) -> Iterator[Line]:
    """The lines that propose a finding's fix, none if it has none.

    Args:
        finding: what was found.
        margin: columns of the line numbers.
        width: columns to crop lines to.
    """
    if finding.fix is None:
        return
    how = command(finding, finding.fix)
    guess = "" if finding.fix.is_safe else "a guess"
    note = ": ".join(part for part in (guess, how) if part)
    title = shown(finding.fix.title) + (f" ({note})" if note else "")
    yield ((f"{'':>{margin}} = ", "blue"), ("fix: ", "bold green"), (title, ""))
    changed = list(_changed_lines(finding.fix))
    if 0 < len(changed) <= MOST_LINES:
        yield ((f"{'':>{margin}} |", "blue"),)
        for number, old, new in changed:
            for sign, style, text in zip(
                "-+", ("red", "green"), _cropped(old, new, width - margin - 3), strict=True
            ):
                yield ((f"{number:>{margin}} {sign} ", style), (text, style))


def command(finding: PlacedFinding, fix: PlacedFix) -> str:
    """The command that makes a fix; "" where only the user can."""
    if finding.path[:1] and finding.path[0] in _TABLES:
        return ""
    if any(edit.source is not finding.spot.source for edit in fix.edits):
        return ""
    unsafe = "" if fix.is_safe else " --unsafe"
    show = " --show info" if finding.severity < Severity.WARNING else ""
    return f"ogp agenda fix{unsafe}{show}"


def _changed_lines(fix: PlacedFix) -> Iterator[tuple[int, str, str]]:
    """Number, old and new text of each line that changes; none when an edit spans several."""
    edits: defaultdict[int, list[FileEdit]] = defaultdict(list)
    for edit in fix.edits:
        lines = edit.source.lines
        first, last = lines.position(edit.span.start), lines.position(edit.span.end)
        if first.line != last.line or "\n" in edit.text:
            return
        edits[first.line].append(edit)
    for number, of_line in sorted(edits.items()):
        lines = of_line[0].source.lines
        start, old = lines.starts[number - 1], lines.line(number)
        yield number, old, applied(old, of_line, shift=start)


def _cropped(old: str, new: str, width: int) -> tuple[str, str]:
    """Both texts, cut alike so that what differs is seen."""
    same = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), 0)
    fits = max(cell_len(shown(old)), cell_len(shown(new))) <= width
    begin = 0 if fits else max(0, same - _LEAD)
    return _piece(old, begin, width), _piece(new, begin, width)


def _piece(text: str, begin: int, width: int) -> str:
    piece = ("…" if begin else "") + shown(text[begin:])
    return piece if cell_len(piece) <= width else set_cell_size(piece, width - 1).rstrip() + "…"
