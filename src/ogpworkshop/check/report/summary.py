"""What a report comes to: a line for each file, or one for all of them."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from ogpworkshop.check.finding import Severity
from ogpworkshop.check.placed import Extent, PlacedFinding, Report
from ogpworkshop.check.report.words import shown
from ogpworkshop.model.wording import counted


def summaries(report: Report) -> Iterator[str]:
    """A line for each file that was checked; of many agendas those with findings, and the total."""
    agendas = sum(each.document == "agenda" for each in report.files)
    of_file = _by_file(report)
    for each in dict.fromkeys(report.files):
        tally = _tally(of_file[each.file])
        if tally or agendas < 2:
            content = "" if tally else f"{each.content}, nothing to report"
            yield f"{shown(each.file)}: {tally}{content}"
    if agendas > 1:
        yield f"{_read(report.files)}: {_tally(report) or 'nothing to report'}"


def _by_file(report: Report) -> defaultdict[str, Report]:
    """What the report says of each file."""
    parts: defaultdict[str, list[list[PlacedFinding]]] = defaultdict(lambda: [[], [], [], []])
    ignored = [finding for finding, _ in report.ignored]
    for index, found in enumerate((report.findings, ignored, report.accepted, report.earlier)):
        for finding in found:
            parts[finding.spot.file][index].append(finding)
    reports = defaultdict(lambda: Report(()))
    for file, (findings, silent, accepted, earlier) in parts.items():
        pairs = tuple((finding, "") for finding in silent)
        reports[file] = Report(
            tuple(findings), pairs, accepted=tuple(accepted), earlier=tuple(earlier)
        )
    return reports


def _read(files: tuple[Extent, ...]) -> str:
    """3 agendas, 2 rosters."""
    documents = Counter(each.document for each in dict.fromkeys(files))
    return ", ".join(counted(number, document) for document, number in documents.items())


def _tally(report: Report) -> str:
    """Errors, warnings, what is left out, what can be fixed; "" when there is nothing to count."""
    levels = Counter(finding.severity for finding in report.findings)
    parts = [
        counted(levels[severity], severity.name.lower())
        for severity in (Severity.ERROR, Severity.WARNING)
        if levels[severity]
    ]
    for number, word in (
        (levels[Severity.INFO], "for information"),
        (len(report.ignored), "ignored"),
        (len(report.accepted), "in the baseline"),
        (len(report.earlier), "from before"),
    ):
        if number:
            parts.append(f"{number} {word}")
    return ", ".join(parts) + _fixes(report)


def _fixes(report: Report) -> str:
    fixes = Counter(
        finding.fix.is_safe
        for finding in report.findings
        if finding.fix and finding.severity > Severity.INFO
    )
    parts = [f"{fixes[True]} can be fixed safely"] if fixes[True] else []
    parts += [f"{fixes[False]} by a guess"] if fixes[False] else []
    return f"; {', '.join(parts)}" if parts else ""
