"""What can be done about a finding: mend it, ignore it here, mend all that is safe."""

import re
from collections.abc import Callable, Iterable, Iterator

from lsprotocol import types

from ogpworkshop.check import fixing
from ogpworkshop.check.runner import PlacedFinding, PlacedFix, Report
from ogpworkshop.lsp.positions import Positions
from ogpworkshop.lsp.reading import Reading
from ogpworkshop.source.difference import changes
from ogpworkshop.source.text import Lines, Span

FIX_ALL = "source.fixAll.ogp"
_IGNORE = re.compile(r"(?:^|(?<=\s))#\s*ogp:\s*ignore\s*\[(?P<codes>[^\]\n]*)\]")
_NOT_IGNORABLE = frozenset({"yaml-syntax", "alias-limit", "ignore-unused", "ignore-unknown"})

Describe = Callable[[PlacedFinding], types.Diagnostic]


def quick_fixes(
    reading: Reading, span: Span, encoding: str, describe: Describe
) -> Iterator[types.CodeAction]:
    """Fixes of the findings that touch a span, then their ignores."""
    touched = [each for each in reading.report.findings if _touches(each.spot.span, span)]
    for finding in touched:
        if finding.fix and finding.fix.edits:
            guess = "" if finding.fix.is_safe else " (a guess)"
            yield types.CodeAction(
                f"{finding.fix.title[:1].upper()}{finding.fix.title[1:]}{guess}",
                kind=types.CodeActionKind.QuickFix,
                diagnostics=[describe(finding)],
                is_preferred=finding.fix.is_safe,
                edit=_of_fix(finding.fix, encoding),
            )
    for finding in touched:
        insertion = ignoring(reading, finding)
        if insertion is not None:
            at, text = insertion
            where = Positions(reading.source.lines, encoding).range(Span(at, at))
            yield types.CodeAction(
                f"Ignore {finding.code} here",
                kind=types.CodeActionKind.QuickFix,
                diagnostics=[describe(finding)],
                edit=types.WorkspaceEdit({reading.uri: [types.TextEdit(where, text)]}),
            )


def fix_all(
    reading: Reading, encoding: str, examine: Callable[[str], Report]
) -> types.CodeAction | None:
    """All safe fixes at once, as `ogp agenda fix` makes them; None when there are none."""
    if not fixing.fixable(reading.report, unsafe=False):
        return None
    fixed = fixing.fix(reading.text, examine)
    if fixed.text == reading.text:
        return None
    edits = list(_differences(reading.source.lines, Lines(fixed.text), encoding))
    return types.CodeAction(
        "Mend all that is safe",
        kind=FIX_ALL,
        edit=types.WorkspaceEdit({reading.uri: edits}),
    )


def ignoring(reading: Reading, finding: PlacedFinding) -> tuple[int, str] | None:
    """Where to insert what, so that a comment silences a finding; None where no comment can.

    At the end of its line; into the comment that is there; or on a line of its own above a text
    of several lines, in which a comment would be part of the text.
    """
    if finding.code in _NOT_IGNORABLE:
        return None
    lines = reading.source.lines
    number = finding.spot.start.line
    start, line = lines.starts[number - 1], lines.line(number)
    end = start + len(line.rstrip())
    around = reading.source.scalar_at(start + len(line))
    if around is not None:
        first = lines.position(around.start).line
        above, text = lines.starts[first - 1], lines.line(first)
        if reading.source.scalar_at(above) is not None:
            return None
        indent = " " * (len(text) - len(text.lstrip(" ")))
        return above, f"{indent}# ogp: ignore[{finding.code}]{_line_end(lines.text)}"
    comment = _IGNORE.search(line)
    if comment and not reading.source.scalar_at(start + comment.start() + 1):
        return start + comment.end("codes"), f", {finding.code}"
    return end, f"  # ogp: ignore[{finding.code}]"


def _line_end(text: str) -> str:
    found = re.search(r"\r\n?|\n", text)
    return found[0] if found else "\n"


def _touches(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end


def _of_fix(fix: PlacedFix, encoding: str) -> types.WorkspaceEdit:
    changes: dict[str, list[types.TextEdit]] = {}
    for edit in fix.edits:
        where = Positions(edit.source.lines, encoding).range(edit.span)
        changes.setdefault(edit.source.file, []).append(types.TextEdit(where, edit.text))
    return types.WorkspaceEdit(dict(changes))


def _differences(old: Lines, new: Lines, encoding: str) -> Iterable[types.TextEdit]:
    """Edits line by line, so that an editor keeps cursor and folds."""
    positions = Positions(old, encoding)
    for change in changes(_pieces(old), _pieces(new)):
        span = Span(_start(old, change.start), _start(old, change.end))
        yield types.TextEdit(positions.range(span), "".join(change.new))


def _pieces(lines: Lines) -> list[str]:
    ends = [*lines.starts[1:], len(lines.text)]
    return [lines.text[start:end] for start, end in zip(lines.starts, ends, strict=True)]


def _start(lines: Lines, row: int) -> int:
    return lines.starts[row] if row < len(lines.starts) else len(lines.text)
