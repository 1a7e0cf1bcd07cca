"""Findings as workflow commands of GitHub, which shows them at the changed lines.

The worst come first: of each severity GitHub shows the first ten of a step.
Source: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Severity
from ogpworkshop.check.placed import PlacedFinding, Report
from ogpworkshop.check.report.root import from_root
from ogpworkshop.check.report.words import said, shown

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = {**_DATA, **str.maketrans({":": "%3A", ",": "%2C"})}


def render(report: Report, *, least: Severity = Severity.WARNING) -> str:
    """A line for each finding."""
    findings = [each for each in report.findings if each.severity >= least]
    worst_first = sorted(findings, key=lambda finding: -finding.severity)
    return "".join(f"{_command(finding)}\n" for finding in worst_first)


def _command(finding: PlacedFinding) -> str:
    start, end = finding.spot.start, finding.spot.end
    properties = {"file": from_root(finding.spot.file), "line": start.line, "endLine": end.line}
    if start.line == end.line:
        # GitHub takes columns only within one line
        properties |= {"col": start.column, "endColumn": end.column}
    properties["title"] = finding.code
    named = (f"{name}={str(value).translate(_PROPERTY)}" for name, value in properties.items())
    text = "\n".join(shown(line) for line in _lines(finding))
    return f"::{_COMMANDS[finding.severity]} {','.join(named)}::{text.translate(_DATA)}"


def _lines(finding: PlacedFinding) -> Iterator[str]:
    yield said(finding.message, finding.spot.label)
    for spot in finding.related:
        yield f"{spot.file}:{spot.start.line}: {spot.label}"
    if finding.fix:
        guess = "" if finding.fix.is_safe else " (a guess)"
        yield f"fix: {finding.fix.title}{guess}"
