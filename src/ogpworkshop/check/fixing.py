"""Applies fixes to a text, so that nothing gets worse.

A fix is made only if the text, read and checked anew, has lost the finding and brought in no new
one: a safe fix none at all, a probable one no error. What overlaps waits for the next round. Every
round leaves fewer or lighter findings, so rounds come to an end; the last one changes nothing, and
nor would another run.
"""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Iterable

import msgspec

from ogpworkshop.check.finding import Severity
from ogpworkshop.check.runner import FileEdit, PlacedFinding, Report
from ogpworkshop.source.text import Span

Examine = Callable[[str], Report]
"""Reads and checks a text: the findings in that text alone."""

MOST_TRIALS = 60
"""Texts tried in a round at the most, before what is left is let be."""

_Key = tuple[str, str]
_Change = tuple[Span, str]


class Refused(msgspec.Struct, frozen=True):
    """A fix that was not made, and why: a sentence without a full stop."""

    finding: PlacedFinding
    reason: str


class Fixing(msgspec.Struct, frozen=True):
    """What became of a text.

    Attributes:
        text: the text with its fixes made.
        report: what is found in it now.
        done: findings whose fixes were made, as they stood in the text of their round.
        refused: in the order of the text.
    """

    text: str
    report: Report
    done: tuple[PlacedFinding, ...] = ()
    refused: tuple[Refused, ...] = ()


def fixable(
    report: Report, *, unsafe: bool, least: Severity = Severity.WARNING
) -> list[PlacedFinding]:
    """Findings not below a severity whose fix can be made in the text that was checked.

    Args:
        report: what was found in it.
        unsafe: the probable fixes too, not the safe ones alone.
        least: what is for information alone is usually meant as it stands.
    """
    return [
        finding
        for finding in report.findings
        if finding.severity >= least
        and finding.fix
        and finding.fix.edits
        and (unsafe or finding.fix.is_safe)
        and all(edit.source is finding.spot.source for edit in finding.fix.edits)
    ]


def fix(
    text: str, examine: Examine, *, unsafe: bool = False, least: Severity = Severity.WARNING
) -> Fixing:
    """Make the safe fixes of a text, and the probable ones if asked, until there are none left."""
    report = examine(text)
    done: list[PlacedFinding] = []
    while True:
        for is_safe in (True, False) if unsafe else (True,):
            one = _Round(text, report, examine, is_safe=is_safe)
            one.make(fixable(report, unsafe=not is_safe, least=least))
            if one.made:
                break
        else:
            return Fixing(text, report, tuple(done), tuple(one.refused))
        done += one.made
        text, report = one.text, one.report


def fix_one(text: str, report: Report, finding: PlacedFinding, examine: Examine) -> Fixing:
    """Make the fix of one finding, whether safe or probable; refused when it would do harm."""
    one = _Round(text, report, examine, is_safe=False)
    one.make([finding])
    return Fixing(one.text, one.report, tuple(one.made), tuple(one.refused))


def applied(text: str, edits: Iterable[FileEdit], *, shift: int = 0) -> str:
    """The text with edits made that do not overlap; the same edit twice is made once.

    Args:
        text: a whole text, or a piece of it.
        edits: edits of the whole text.
        shift: where in it the piece begins.
    """
    spans = {(Span(edit.span.start - shift, edit.span.end - shift), edit.text) for edit in edits}
    return _changed(text, spans)


class _Round:
    """Fixes that do not overlap, made together where they can be, else as many as do no harm."""

    def __init__(self, text: str, report: Report, examine: Examine, *, is_safe: bool) -> None:
        self.before, self.before_report = text, report
        self.text, self.report = text, report
        self.examine = examine
        self.is_safe = is_safe
        self.made: list[PlacedFinding] = []
        self.refused: list[Refused] = []
        self.trials = 0

    def make(self, findings: list[PlacedFinding]) -> None:
        self._try(_beside_each_other(findings))

    def _try(self, batch: list[PlacedFinding]) -> None:
        """Make the batch as a whole; halve it when it does harm, until the culprit is alone."""
        if not batch:
            return
        self.trials += 1
        if self.trials > MOST_TRIALS:
            self.refused += [Refused(each, "too many others do harm") for each in batch]
            return
        wanted = [*self.made, *batch]
        text = _changed(self.before, {change for each in wanted for change in _changes(each)})
        report = self.examine(text)
        harm = self._harm(wanted, report)
        if not harm:
            self.made, self.text, self.report = wanted, text, report
        elif len(batch) == 1:
            self.refused.append(Refused(batch[0], harm))
        else:
            middle = len(batch) // 2
            self._try(batch[:middle])
            self._try(batch[middle:])

    def _harm(self, made: list[PlacedFinding], after: Report) -> str:
        """Why these fixes cannot be made; "" if they can."""
        before = self.before_report
        if len(after.crashes) > len(before.crashes):
            return "a check fails on the result"
        counts = _counts(after)
        new = counts - _counts(before)
        for finding in after.findings:
            if new[key(finding)] and (self.is_safe or finding.severity == Severity.ERROR):
                return f"it would bring in {finding.code}: {finding.message}"
        stays = _counts(before)
        if any(counts[key(each)] >= stays[key(each)] for each in made):
            return "the finding would stay"
        if _weight(after) >= _weight(before):
            return "as much would be wrong as before"
        return ""


def _beside_each_other(findings: list[PlacedFinding]) -> list[PlacedFinding]:
    """Those that can be made at once: no two change the same characters in different ways."""
    chosen: list[PlacedFinding] = []
    taken: list[_Change] = []  # in order, none overlapping another
    for finding in findings:
        new = [change for change in _changes(finding) if not _is_in(change, taken)]
        if not any(_overlaps(change, taken) for change in new):
            chosen.append(finding)
            for change in new:
                insort(taken, change)
    return chosen


def _is_in(change: _Change, taken: list[_Change]) -> bool:
    at = bisect_left(taken, change)
    return at < len(taken) and taken[at] == change


def _overlaps(change: _Change, taken: list[_Change]) -> bool:
    at = bisect_left(taken, change)
    near = taken[max(0, at - 1) : at + 1]
    return any(
        change[0].start == other.start
        or (change[0].start < other.end and other.start < change[0].end)
        for other, _ in near
    )


def _changes(finding: PlacedFinding) -> list[_Change]:
    return [(edit.span, edit.text) for edit in (finding.fix.edits if finding.fix else ())]


def _changed(text: str, changes: set[_Change]) -> str:
    parts: list[str] = []
    at = 0
    for span, replacement in sorted(changes):
        parts += [text[at : span.start], replacement]
        at = span.end
    return "".join([*parts, text[at:]])


def key(finding: PlacedFinding) -> _Key:
    """What makes a finding the same before and after an edit that moves it."""
    return finding.code, str(finding.path)


def _counts(report: Report) -> Counter[_Key]:
    return Counter(map(key, report.findings))


def _weight(report: Report) -> tuple[int, int, int]:
    """Errors, warnings, information: how much is wrong."""
    levels = Counter(finding.severity for finding in report.findings)
    return levels[Severity.ERROR], levels[Severity.WARNING], levels[Severity.INFO]
