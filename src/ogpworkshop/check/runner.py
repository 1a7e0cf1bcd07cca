"""Runs the rules over what was read, and places each finding in its file."""

import msgspec

from ogpworkshop.check.catalogue import CataloguedRule, catalogue
from ogpworkshop.check.finding import Finding, Severity
from ogpworkshop.check.settings import settings_of
from ogpworkshop.check.suppression import Ignore, ignores_in, unused
from ogpworkshop.model.agenda import Agenda, Fault
from ogpworkshop.model.path import Path, Place
from ogpworkshop.model.plan import GroupPlan
from ogpworkshop.model.roster import Roster
from ogpworkshop.source.text import Position, Source, Span


class Documents(msgspec.Struct, frozen=True):
    """What is checked: each document with its source, None where it is not at hand."""

    agenda: tuple[Agenda, Source] | None = None
    roster: tuple[Roster, Source] | None = None
    plan: tuple[GroupPlan, Source] | None = None

    def source_of(self, path: Path) -> Source:
        """The file that a path leads into."""
        root = path[0] if path else ""
        named = {"participants": self.roster, "placements": self.plan}.get(str(root), self.agenda)
        document = named or self.agenda or self.roster or self.plan
        if document is None:
            raise LookupError(str(path))
        return document[1]


class Spot(msgspec.Struct, frozen=True):
    """A span of a file, with its line and column, and a few words about it."""

    source: Source
    span: Span
    label: str = ""

    @property
    def file(self) -> str:
        """Name of the file."""
        return self.source.file

    @property
    def start(self) -> Position:
        """Line and column of the first character."""
        return self.source.lines.position(self.span.start)

    @property
    def end(self) -> Position:
        """Line and column after the last character."""
        return self.source.lines.position(self.span.end)


class FileEdit(msgspec.Struct, frozen=True):
    """A span of a file that gets another text."""

    source: Source
    span: Span
    text: str


class PlacedFix(msgspec.Struct, frozen=True):
    """A fix whose edits are known character by character."""

    title: str
    is_safe: bool
    edits: tuple[FileEdit, ...]


class PlacedFinding(msgspec.Struct, frozen=True):
    """A finding with its code and severity, at its place in a file."""

    code: str
    severity: Severity
    message: str
    path: Path
    spot: Spot
    related: tuple[Spot, ...] = ()
    fix: PlacedFix | None = None


class Report(msgspec.Struct, frozen=True):
    """Everything that a run has to say.

    Attributes:
        findings: by file, then by line, column and code.
        ignored: findings silenced by comments, with the reason given.
        crashes: codes of rules that failed by a fault of ours, with what was raised.
    """

    findings: tuple[PlacedFinding, ...]
    ignored: tuple[tuple[PlacedFinding, str], ...] = ()
    crashes: tuple[tuple[str, Exception], ...] = ()


def check(documents: Documents, *, only: str = "") -> Report:
    """Run every rule that is on over the documents at hand.

    Args:
        documents: what to check, and what to look things up in.
        only: report findings in this document alone: agenda, roster or plan.
    """
    report = _Run(documents).report()
    if not only or getattr(documents, only) is None:
        return report
    file = getattr(documents, only)[1].file
    kept = tuple(finding for finding in report.findings if finding.spot.file == file)
    ignored = tuple(pair for pair in report.ignored if pair[0].spot.file == file)
    return Report(kept, ignored, report.crashes)


def joined(reports: list[Report]) -> Report:
    """One report of several."""
    return Report(
        tuple(finding for report in reports for finding in report.findings),
        tuple(pair for report in reports for pair in report.ignored),
        tuple(crash for report in reports for crash in report.crashes),
    )


class _Run:
    def __init__(self, documents: Documents) -> None:
        self.rules = catalogue()
        self.documents = documents
        self.crashes: list[tuple[str, Exception]] = []
        agenda = documents.agenda
        section = agenda[0].written.check if agenda else {}
        self.settings = settings_of(section, self.rules)
        self.ignores, faults = self._ignores()
        if agenda is not None:
            self.documents = _with_faults(documents, (*self.settings.faults, *faults))

    def _ignores(self) -> tuple[list[tuple[str, Ignore]], list[Fault]]:
        """The ignores of the agenda, each with its file; other files hold no comments."""
        if self.documents.agenda is None:
            return [], []
        source = self.documents.agenda[1]
        ignores, faults = ignores_in(source.lines, self.rules)
        return [(source.file, ignore) for ignore in ignores], faults

    def report(self) -> Report:
        found = [
            placed
            for code in sorted(self.settings.on)
            if code != "ignore-unused"
            for placed in self._run(self.rules[code], self.documents)
        ]
        kept, ignored, used = self._silenced(found)
        idle = [ignore for _, ignore in self.ignores if ignore not in used]
        if idle and "ignore-unused" in self.settings.on:
            documents = _with_faults(self.documents, tuple(unused(idle)))
            kept += self._run(self.rules["ignore-unused"], documents)
        kept.sort(key=_order)
        return Report(tuple(kept), tuple(ignored), tuple(self.crashes))

    def _run(self, known: CataloguedRule, documents: Documents) -> list[PlacedFinding]:
        """Findings of one rule; a failure of the rule itself is noted and costs only its findings."""
        at_hand = {name: getattr(documents, name) for name in known.rule.takes}
        if any(at_hand[name] is None for name in known.rule.needs):
            return []
        values = [document[0] if document else None for document in at_hand.values()]
        options = self.settings.options.get(known.code, {})
        severity = self.settings.severities.get(known.code, known.rule.severity)
        try:
            found = list(known.rule.check(*values, **options))
            return [_placed(known.code, severity, finding, documents) for finding in found]
        except Exception as error:  # noqa: BLE001  a rule's crash must not cost the other findings
            self.crashes.append((known.code, error))
            return []

    def _silenced(
        self, found: list[PlacedFinding]
    ) -> tuple[list[PlacedFinding], list[tuple[PlacedFinding, str]], set[Ignore]]:
        kept, ignored, used = [], [], set()
        for finding in found:
            hits = [
                ignore
                for file, ignore in self.ignores
                if file == finding.spot.file
                and ignore.covers(finding.code, finding.spot.start.line)
            ]
            used.update(hits)
            if hits:
                ignored.append((finding, hits[0].reason))
            else:
                kept.append(finding)
        return kept, ignored, used


def _with_faults(documents: Documents, faults: tuple[Fault, ...]) -> Documents:
    if documents.agenda is None or not faults:
        return documents
    agenda, source = documents.agenda
    more = msgspec.structs.replace(agenda, faults=(*agenda.faults, *faults))
    return msgspec.structs.replace(documents, agenda=(more, source))


def _order(finding: PlacedFinding) -> tuple[str, Span, str]:
    return finding.spot.file, finding.spot.span, finding.code


def _placed(code: str, severity: Severity, finding: Finding, documents: Documents) -> PlacedFinding:
    return PlacedFinding(
        code=code,
        severity=severity,
        message=finding.message,
        path=finding.at.path if isinstance(finding.at, Place) else finding.at,
        spot=_spot(finding.at, finding.label, documents),
        related=tuple(_spot(at, label, documents) for at, label in finding.related),
        fix=_placed_fix(finding, documents),
    )


def _spot(at: Path | Place, label: str, documents: Documents) -> Spot:
    place = at if isinstance(at, Place) else Place(at)
    source = documents.source_of(place.path)
    return Spot(source, source.locate(place), label)


def _placed_fix(finding: Finding, documents: Documents) -> PlacedFix | None:
    """The fix with its edits in the text, None when one of them cannot be made there."""
    if finding.fix is None:
        return None
    edits = []
    for edit in finding.fix.edits:
        source = documents.source_of(edit.place.path)
        replaced = source.replace(edit.place, edit.text)
        if replaced is None:
            return None
        edits.append(FileEdit(source, *replaced))
    return PlacedFix(finding.fix.title, finding.fix.is_safe, tuple(edits))
