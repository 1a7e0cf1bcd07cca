"""Findings as SARIF 2.1.0, for code scanning and other readers of analyses.

Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html; what GitHub makes of it:
https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support
"""

from typing import Any
from urllib.parse import quote

import msgspec

from ogpworkshop import __version__
from ogpworkshop.check.catalogue import CataloguedRule, catalogue
from ogpworkshop.check.finding import Severity
from ogpworkshop.check.fingerprint import fingerprint
from ogpworkshop.check.manual import markdown
from ogpworkshop.check.placed import FileEdit, PlacedFinding, PlacedFix, Report, Spot
from ogpworkshop.check.report.root import from_root
from ogpworkshop.check.report.words import said

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_ROOT = "%SRCROOT%"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}

Json = dict[str, Any]


def render(report: Report, *, least: Severity = Severity.WARNING) -> str:
    """A log with one run; what comments and the baseline accept is in it, as suppressed."""
    found: list[tuple[PlacedFinding, Json | None]] = [(each, None) for each in report.findings]
    found += [
        (each, _suppression("inSource", reason or "ignored by a comment"))
        for each, reason in report.ignored
    ]
    in_baseline = _suppression("external", "accepted in the baseline")
    found += [(each, in_baseline) for each in report.accepted]
    shown = [(each, suppression) for each, suppression in found if each.severity >= least]
    codes = sorted({each.code for each, _ in shown})
    run = {
        "tool": {"driver": _driver(codes)},
        "invocations": [_invocation(report)],
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The root of the repository."}}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, codes, suppression) for each, suppression in shown],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return msgspec.json.format(msgspec.json.encode(log), indent=2).decode() + "\n"


def _driver(codes: list[str]) -> Json:
    rules = catalogue()
    return {
        "name": "ogp",
        "fullName": f"ogp {__version__}",
        "semanticVersion": __version__,
        "rules": [_rule(rules[code]) for code in codes],
    }


def _rule(known: CataloguedRule) -> Json:
    page = known.page
    why = " ".join(page.sections.get("Why it matters", "").split())
    return {
        "id": known.code,
        "shortDescription": {"text": page.summary},
        "fullDescription": {"text": f"{page.summary} {why}".strip()},
        "help": {"text": f"{page.summary} {why}".strip(), "markdown": markdown(known)},
        "defaultConfiguration": {
            "enabled": known.rule.is_on,
            "level": _LEVELS[known.rule.severity],
        },
        "properties": {"tags": [known.family]},
    }


def _invocation(report: Report) -> Json:
    """Whether all went well, and which rules failed by a fault of ours."""
    notes = [
        {
            "level": "error",
            "message": {"text": f"The check {code} failed: {type(error).__name__}: {error}"},
        }
        for code, error in report.crashes
    ]
    return {"executionSuccessful": not notes, "toolExecutionNotifications": notes}


def _result(finding: PlacedFinding, codes: list[str], suppression: Json | None) -> Json:
    known = fingerprint(finding)
    result: Json = {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": _LEVELS[finding.severity],
        "message": {"text": said(finding.message, finding.spot.label)},
        "locations": [_location(finding.spot) | _logical(finding)],
        # GitHub knows an alert by the first of these alone
        "partialFingerprints": {"primaryLocationLineHash": f"{known}:1", "ogpSubject/v1": known},
    }
    if finding.related:
        result["relatedLocations"] = [
            _location(spot) | {"id": number, "message": {"text": spot.label or "see here"}}
            for number, spot in enumerate(finding.related, 1)
        ]
    if finding.fix:
        result["fixes"] = [_fix(finding.fix)]
    if suppression:
        result["suppressions"] = [suppression]
    return result


def _suppression(kind: str, reason: str) -> Json:
    return {"kind": kind, "status": "accepted", "justification": reason}


def _location(spot: Spot) -> Json:
    return {
        "physicalLocation": {
            "artifactLocation": _artifact(spot.file),
            "region": _region(spot) | {"snippet": {"text": spot.quoted}},
        }
    }


def _logical(finding: PlacedFinding) -> Json:
    path = str(finding.path)
    return {"logicalLocations": [{"fullyQualifiedName": path}]} if path else {}


def _artifact(file: str) -> Json:
    name = from_root(file)
    return {"uri": quote(name), "uriBaseId": _ROOT}


def _region(spot: Spot) -> Json:
    start, end = spot.start, spot.end
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }


def _fix(fix: PlacedFix) -> Json:
    edits: dict[str, list[FileEdit]] = {}
    for edit in fix.edits:
        edits.setdefault(edit.source.file, []).append(edit)
    guess = "" if fix.is_safe else " (a guess)"
    changes = [
        {
            "artifactLocation": _artifact(file),
            "replacements": [_replacement(each) for each in of_file],
        }
        for file, of_file in edits.items()
    ]
    return {"description": {"text": f"{fix.title}{guess}"}, "artifactChanges": changes}


def _replacement(edit: FileEdit) -> Json:
    return {
        "deletedRegion": _region(Spot(edit.source, edit.span)),
        "insertedContent": {"text": edit.text},
    }
