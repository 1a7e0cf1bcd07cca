"""Findings as JSON, for programs. The names of the fields are a promise.

Fields can be added within a version; none goes, and none changes its meaning. The schema in
`schema/findings.schema.json` derives from the types below.
"""

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from ogpworkshop.check.finding import Severity
from ogpworkshop.check.placed import PlacedFinding, PlacedFix, Report, Spot

VERSION: Literal[1] = 1

_Severity = Literal["error", "warning", "info"]
_SEVERITIES: dict[Severity, _Severity] = {
    Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info",
}  # fmt: skip

_Line = Annotated[int, Meta(ge=1, description="Line of the first character, from 1.")]
_Column = Annotated[int, Meta(ge=1, description="Its column, from 1; a column is a character.")]
_EndLine = Annotated[int, Meta(ge=1, description="Line of the end.")]
_EndColumn = Annotated[int, Meta(ge=1, description="Column after the last character.")]
_FileName = Annotated[str, Meta(description="The file as it was named, folders parted by /.")]


class EditEntry(msgspec.Struct, frozen=True):
    """A piece of a file that gets another text."""

    file: _FileName
    line: _Line
    column: _Column
    end_line: _EndLine
    end_column: _EndColumn
    text: Annotated[str, Meta(description="What is to stand there, quotation marks included.")]


class FixEntry(msgspec.Struct, frozen=True):
    """How a finding can be mended: all its edits together."""

    title: Annotated[str, Meta(description="What it does, an imperative.")]
    safe: Annotated[bool, Meta(description="Whether it can be made without asking.")]
    edits: tuple[EditEntry, ...]


class RelatedEntry(msgspec.Struct, frozen=True):
    """Another place that has to do with a finding, for example the other of two sessions."""

    message: Annotated[str, Meta(description="A few words about the place.")]
    file: _FileName
    line: _Line
    column: _Column
    end_line: _EndLine
    end_column: _EndColumn


class FindingEntry(msgspec.Struct, frozen=True):
    """One fault at one place."""

    code: Annotated[str, Meta(description="The check; `ogp rule CODE` explains it.")]
    severity: _Severity
    message: Annotated[str, Meta(description="What is wrong, one sentence without a full stop.")]
    file: _FileName
    line: _Line
    column: _Column
    end_line: _EndLine
    end_column: _EndColumn
    path: Annotated[
        str,
        Meta(
            description="Where in the agenda, roster or plan: days[0].sessions[3].time. Empty for the whole.",
        ),
    ]
    related: tuple[RelatedEntry, ...]
    fix: FixEntry | None


class FindingsFile(msgspec.Struct, frozen=True):
    """What `ogp check --format json` prints: everything found, by file, line and column."""

    version: Annotated[Literal[1], Meta(description="Of this format.")]
    findings: tuple[FindingEntry, ...]


def render(report: Report, *, least: Severity = Severity.INFO) -> str:
    """One JSON object: a version, and the findings in order."""
    findings = tuple(_finding(each) for each in report.findings if each.severity >= least)
    document = msgspec.json.encode(FindingsFile(VERSION, findings))
    return msgspec.json.format(document, indent=2).decode() + "\n"


def schema() -> str:
    """The JSON Schema of what `render` gives."""
    derived: dict[str, Any] = msgspec.json.schema(FindingsFile)
    document = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Findings of ogp, version {VERSION}",
        **derived,
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=2).decode() + "\n"


def _finding(finding: PlacedFinding) -> FindingEntry:
    return FindingEntry(
        finding.code,
        _SEVERITIES[finding.severity],
        finding.message,
        *_place(finding.spot),
        str(finding.path),
        tuple(RelatedEntry(spot.label, *_place(spot)) for spot in finding.related),
        _fix(finding.fix) if finding.fix else None,
    )


def _place(spot: Spot) -> tuple[str, int, int, int, int]:
    start, end = spot.start, spot.end
    return spot.file, start.line, start.column, end.line, end.column


def _fix(fix: PlacedFix) -> FixEntry:
    edits = (EditEntry(*_place(Spot(each.source, each.span)), each.text) for each in fix.edits)
    return FixEntry(fix.title, fix.is_safe, tuple(edits))
