"""Words that the report formats share."""

import unicodedata
from collections import Counter

from ogpworkshop.check.finding import Severity
from ogpworkshop.check.runner import Report

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


def summary(report: Report, file: str) -> str:
    """What a file has: errors, warnings, what is ignored, what can be fixed."""
    findings = [finding for finding in report.findings if finding.spot.file == file]
    levels = Counter(finding.severity for finding in findings)
    parts = []
    for severity, word in (
        (Severity.ERROR, "error"),
        (Severity.WARNING, "warning"),
    ):
        if levels[severity]:
            parts.append(counted(levels[severity], word))
    if levels[Severity.INFO]:
        parts.append(f"{levels[Severity.INFO]} for information")
    ignored = sum(finding.spot.file == file for finding, _ in report.ignored)
    if ignored:
        parts.append(f"{ignored} ignored")
    fixes = Counter(finding.fix.is_safe for finding in findings if finding.fix)
    text = f"{shown(file)}: " + (", ".join(parts) or "nothing to report")
    if fixes[True]:
        text += f"; {fixes[True]} can be fixed safely"
    if fixes[False]:
        text += (", " if fixes[True] else "; ") + f"{fixes[False]} by a guess"
    return text
