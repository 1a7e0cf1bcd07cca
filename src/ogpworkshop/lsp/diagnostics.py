"""Findings as editors show them."""

from collections.abc import Callable

from lsprotocol import types

from ogpworkshop.check.finding import Severity
from ogpworkshop.check.report.words import shown
from ogpworkshop.check.runner import PlacedFinding, Spot
from ogpworkshop.lsp.positions import Positions
from ogpworkshop.lsp.reading import Reading
from ogpworkshop.model.path import ROOT
from ogpworkshop.source.text import Span

SOURCE = "ogp"
_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}


def diagnostics(
    reading: Reading, encoding: str, page: Callable[[str], str | None]
) -> list[types.Diagnostic]:
    """All findings of a reading.

    Args:
        reading: an agenda.
        encoding: whose units a column counts.
        page: the address of a rule's manual page, None where there is none.
    """
    if reading.refusal:
        where = Positions(reading.source.lines, encoding).range(reading.source.extent(ROOT))
        return [types.Diagnostic(where, shown(reading.refusal), types.DiagnosticSeverity.Error)]
    return [diagnostic(finding, encoding, page) for finding in reading.report.findings]


def diagnostic(
    finding: PlacedFinding, encoding: str, page: Callable[[str], str | None]
) -> types.Diagnostic:
    """One finding."""
    href = page(finding.code)
    return types.Diagnostic(
        range=_range(finding.spot, encoding),
        message=shown(finding.message),
        severity=_SEVERITIES[finding.severity],
        code=finding.code,
        code_description=types.CodeDescription(href) if href else None,
        source=SOURCE,
        tags=[types.DiagnosticTag.Unnecessary] if finding.code == "ignore-unused" else None,
        related_information=[
            types.DiagnosticRelatedInformation(
                types.Location(spot.file, _range(spot, encoding)), shown(spot.label)
            )
            for spot in finding.related
        ],
    )


def _range(spot: Spot, encoding: str) -> types.Range:
    """A span of at least one character where there is one, so that something is underlined."""
    span = spot.span
    return Positions(spot.source.lines, encoding).range(Span(span.start, max(span.end, span.start)))
