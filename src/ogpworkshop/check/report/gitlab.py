"""Findings as a code quality report of GitLab, which shows them in merge requests.

Source: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from hashlib import sha256

import msgspec

from ogpworkshop.check.finding import Severity
from ogpworkshop.check.fingerprint import fingerprint
from ogpworkshop.check.placed import PlacedFinding, Report
from ogpworkshop.check.report.root import from_root
from ogpworkshop.check.report.words import said, shown

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: Report, *, least: Severity = Severity.WARNING) -> str:
    """A JSON list with an object for each finding; the fingerprints are unique in it."""
    issues = [_issue(finding) for finding in report.findings if finding.severity >= least]
    return msgspec.json.format(msgspec.json.encode(issues), indent=2).decode() + "\n"


def _issue(finding: PlacedFinding) -> dict[str, object]:
    file = from_root(finding.spot.file)
    # two agendas can have the same fault
    known = sha256(f"{file} {fingerprint(finding)}".encode("utf-8", "backslashreplace"))
    return {
        "description": shown(said(finding.message, finding.spot.label)),
        "check_name": finding.code,
        "fingerprint": known.hexdigest(),
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": file,
            "lines": {"begin": finding.spot.start.line, "end": finding.spot.end.line},
        },
    }
