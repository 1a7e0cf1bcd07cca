"""Findings as one line each: file:line:column, severity, code, message."""

from ogpworkshop.check.report.words import shown
from ogpworkshop.check.runner import Report


def render(report: Report) -> str:
    """The lines, or nothing."""
    lines = []
    for finding in report.findings:
        start = finding.spot.start
        lines.append(
            f"{shown(finding.spot.file)}:{start.line}:{start.column}: "
            f"{finding.severity.name.lower()}[{finding.code}] {shown(finding.message)}"
        )
    return "\n".join(lines)
