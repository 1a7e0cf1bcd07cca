"""Words that the report formats share."""

import unicodedata
from collections import Counter
from collections.abc import Iterator

from ogpworkshop.check.finding import Severity
from ogpworkshop.check.runner import Documents, Report
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.plan import GroupPlan
from ogpworkshop.model.roster import Roster

Line = tuple[tuple[str, str], ...]
"""One line of output as (text, style) parts; the styles are rich's."""

_KEPT_FORMATS = frozenset({"\u200c", "\u200d"})  # joiners, which scripts of South Asia need


def shown(text: str) -> str:
    """A text as it can go to a terminal: one line, no control or direction character left raw."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_letter(letter) for letter in text)


def _letter(letter: str) -> str:
    if letter == "\t":
        return " "
    if ord(letter) < 0x20:
        return chr(0x2400 + ord(letter))
    category = unicodedata.category(letter)
    if category in {"Cc", "Cs", "Zl", "Zp"} or (category == "Cf" and letter not in _KEPT_FORMATS):
        return "\ufffd"
    return letter


def counted(number: int, word: str) -> str:
    """2 errors, 1 warning."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def summaries(report: Report, everything: list[Documents], only: str = "") -> Iterator[str]:
    """A line for each file that was checked: what it has, or what was read when nothing is wrong."""
    names = (only,) if only else ("agenda", "roster", "plan")
    for documents in everything:
        for name in names:
            document = getattr(documents, name)
            if document is not None:
                yield _summary(report, document[1].file, _read(document[0]))


def _read(document: Agenda | Roster | GroupPlan) -> str:
    """What was understood of a document: 2 days, 19 sessions."""
    if isinstance(document, Agenda):
        return f"{counted(len(document.days), 'day')}, {counted(len(document.sessions), 'session')}"
    if isinstance(document, Roster):
        number = len(document.participants)
        return f"{number} person" if number == 1 else f"{number} people"
    sessions = {placement.session for placement in document.placements}
    return f"{counted(len(sessions), 'session')}, {counted(len(document.placements), 'placement')}"


def _summary(report: Report, file: str, read: str) -> str:
    """Errors, warnings, what is ignored, what can be fixed."""
    findings = [finding for finding in report.findings if finding.spot.file == file]
    levels = Counter(finding.severity for finding in findings)
    parts = [
        counted(levels[severity], severity.name.lower())
        for severity in (Severity.ERROR, Severity.WARNING)
        if levels[severity]
    ]
    if levels[Severity.INFO]:
        parts.append(f"{levels[Severity.INFO]} for information")
    ignored = sum(finding.spot.file == file for finding, _ in report.ignored)
    if ignored:
        parts.append(f"{ignored} ignored")
    fixes = Counter(
        finding.fix.is_safe
        for finding in findings
        if finding.fix and finding.severity > Severity.INFO
    )
    text = f"{shown(file)}: " + (", ".join(parts) or f"{read}, nothing to report")
    if fixes[True]:
        text += f"; {fixes[True]} can be fixed safely"
    if fixes[False]:
        text += (", " if fixes[True] else "; ") + f"{fixes[False]} by a guess"
    return text
