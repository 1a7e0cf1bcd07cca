"""Findings as one line each: file:line:column, severity, code, message."""

from ogpworkshop.check.finding import Severity
from ogpworkshop.check.placed import Report
from ogpworkshop.check.report.words import shown


def render(report: Report, *, least: Severity = Severity.WARNING) -> str:
    """The lines of findings not below `least`."""
    lines = []
    for finding in report.findings:
        if finding.severity < least:
            continue
        start = finding.spot.start
        lines.append(
            f"{shown(finding.spot.file)}:{start.line}:{start.column}: "
            f"{finding.severity.name.lower()}[{finding.code}] {shown(finding.message)}"
        )
    return "\n".join(lines)
