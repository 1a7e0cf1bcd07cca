"""Findings as JSON, for programs. The names of the fields are a promise."""

import msgspec

from ogpworkshop.check.runner import PlacedFinding, PlacedFix, Report, Spot


def render(report: Report) -> str:
    """One JSON object: a version, and the findings in order."""
    findings = [_finding(finding) for finding in report.findings]
    document = msgspec.json.encode({"version": 1, "findings": findings})
    return msgspec.json.format(document, indent=2).decode()


def _finding(finding: PlacedFinding) -> dict[str, object]:
    return {
        "code": finding.code,
        "severity": finding.severity.name.lower(),
        "message": finding.message,
        **_place(finding.spot),
        "path": str(finding.path),
        "related": [{"message": spot.label, **_place(spot)} for spot in finding.related],
        "fix": _fix(finding.fix) if finding.fix else None,
    }


def _place(spot: Spot) -> dict[str, object]:
    start, end = spot.start, spot.end
    return {
        "file": spot.file,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
    }


def _fix(fix: PlacedFix) -> dict[str, object]:
    return {
        "title": fix.title,
        "safe": fix.is_safe,
        "edits": [
            {**_place(Spot(edit.source, edit.span)), "text": edit.text} for edit in fix.edits
        ],
    }
