"""Findings as JUnit's XML, which every CI server can show: a suite for each file.

A finding is a test that failed, one that a comment or the baseline accepts a test that was
skipped, a file without any a test that passed. Source of the form: the schema of Jenkins' xUnit
plugin, junit-10.xsd.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from ogpworkshop.check.finding import Severity
from ogpworkshop.check.placed import PlacedFinding, Report
from ogpworkshop.check.report.root import from_root
from ogpworkshop.check.report.words import said

_FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold."""


def render(report: Report, *, least: Severity = Severity.WARNING) -> str:
    """The document, with an XML declaration."""
    suites: defaultdict[str, list[Element]] = defaultdict(list)
    for each in report.files:
        suites[each.file] = []
    for finding, reason in _everything(report):
        if finding.severity >= least:
            suites[finding.spot.file].append(_case(finding, reason))
    root = Element("testsuites", name="ogp")
    for file, cases in suites.items():
        _suite(root, from_root(file), cases)
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _everything(report: Report) -> Iterator[tuple[PlacedFinding, str | None]]:
    """Findings, with why those do not count that are accepted."""
    for finding in report.findings:
        yield finding, None
    for finding, reason in report.ignored:
        yield finding, reason or "ignored by a comment"
    for finding in report.accepted:
        yield finding, "accepted in the baseline"


def _suite(root: Element, file: str, cases: list[Element]) -> None:
    if not cases:
        cases = [Element("testcase", classname=_clean(file), name="nothing to report", time="0")]
    numbers = {
        "tests": len(cases),
        "failures": sum(case.find("failure") is not None for case in cases),
        "errors": 0,
        "skipped": sum(case.find("skipped") is not None for case in cases),
    }
    counts = {name: str(number) for name, number in numbers.items()}
    SubElement(root, "testsuite", {"name": _clean(file), "time": "0", **counts}).extend(cases)


def _case(finding: PlacedFinding, reason: str | None) -> Element:
    file, start = from_root(finding.spot.file), finding.spot.start
    # no line: the host follows a test by its name from one run to the next
    name = _clean(f"{finding.code}: {finding.message}")
    case = Element("testcase", classname=_clean(file), name=name, time="0")
    if reason is not None:
        SubElement(case, "skipped", message=_clean(reason))
        return case
    failure = SubElement(
        case, "failure", message=_clean(finding.message), type=finding.severity.name.lower()
    )
    lines = [f"{file}:{start.line}:{start.column}: {said(finding.message, finding.spot.label)}"]
    lines += [f"{spot.file}:{spot.start.line}: {spot.label}" for spot in finding.related]
    lines += [f"fix: {finding.fix.title}"] if finding.fix else []
    failure.text = _clean("\n".join(lines))
    return case


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
