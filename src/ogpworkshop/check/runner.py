"""Runs the rules over what was read, and places each finding in its file."""

from collections import Counter

import msgspec

from ogpworkshop.check.catalogue import CataloguedRule, catalogue
from ogpworkshop.check.extent import extent
from ogpworkshop.check.finding import Finding, Severity
from ogpworkshop.check.placed import (
    Documents,
    Extent,
    FileEdit,
    PlacedFinding,
    PlacedFix,
    Report,
    Spot,
    Subject,
    joined,
)
from ogpworkshop.check.settings import settings_of
from ogpworkshop.check.subject import names, subject
from ogpworkshop.check.suppression import Ignore, Ignores, ignores_in, unused
from ogpworkshop.model.agenda import Fault
from ogpworkshop.model.baseline import Baseline
from ogpworkshop.model.path import Path, Place
from ogpworkshop.source.text import Source, Span

__all__ = [
    "Documents", "FileEdit", "PlacedFinding", "PlacedFix", "Report", "Spot", "check", "joined",
]  # fmt: skip


def check(documents: Documents, *, only: str = "") -> Report:
    """Run every rule that is on over the documents at hand.

    Args:
        documents: what to check, and what to look things up in.
        only: report findings in this document alone: agenda, roster or plan.
    """
    report = _Run(documents).report()
    wanted = getattr(documents, only) if only else None
    if wanted is None:
        return report
    baseline = (documents.baseline[1].file,) if documents.baseline else ()
    return report.only(wanted[1].file, *baseline)


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

    def _ignores(self) -> tuple[Ignores, list[Fault]]:
        """The ignores of the agenda; other files hold no comments."""
        if self.documents.agenda is None:
            return Ignores(()), []
        ignores, faults = ignores_in(self.documents.agenda[1].lines, self.rules)
        return Ignores(ignores), faults

    def report(self) -> Report:
        found = [
            placed
            for code in sorted(self.settings.on)
            if code not in {"ignore-unused", "baseline-stale"}
            for placed in self._run(self.rules[code], self.documents)
        ]
        found = _told_apart(found)
        kept, ignored, used = self._silenced(found)
        idle = [ignore for ignore in self.ignores.all if ignore not in used]
        if idle and "ignore-unused" in self.settings.on:
            documents = _with_faults(self.documents, tuple(unused(idle)))
            kept += self._run(self.rules["ignore-unused"], documents)
        accepted: list[PlacedFinding] = []
        if self.documents.baseline is not None:
            kept, accepted = self._without_accepted(kept, *self.documents.baseline)
        kept.sort(key=_order)
        return Report(
            tuple(kept), tuple(ignored), tuple(self.crashes), tuple(accepted), (), self._files()
        )

    def _files(self) -> tuple[Extent, ...]:
        named = [(name, getattr(self.documents, name)) for name in ("agenda", "roster", "plan")]
        return tuple(
            Extent(name, document[1].file, extent(document[0]))
            for name, document in named
            if document is not None
        )

    def _without_accepted(
        self, kept: list[PlacedFinding], baseline: Baseline, source: Source
    ) -> tuple[list[PlacedFinding], list[PlacedFinding]]:
        """Findings that the baseline does not list, with those about the baseline itself; the rest."""
        from ogpworkshop.check import baselines  # noqa: PLC0415  hashing, where there is something to hash

        kept, accepted, stale = baselines.parted(
            kept, baseline, [each.file for each in self._files()]
        )
        if stale and "baseline-stale" in self.settings.on:
            noted = msgspec.structs.replace(baseline, faults=(*baseline.faults, *stale))
            documents = msgspec.structs.replace(self.documents, baseline=(noted, source))
            kept += self._run(self.rules["baseline-stale"], documents)
        return kept, accepted

    def _run(self, known: CataloguedRule, documents: Documents) -> list[PlacedFinding]:
        """Findings of one rule; a failure of the rule itself is noted and costs only its findings."""
        at_hand = {name: getattr(documents, name) for name in known.rule.takes}
        if any(at_hand[name] is None for name in known.rule.needs):
            return []
        if known.rule.needs_whole and not documents.is_whole:
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
        agenda = self.documents.agenda[1] if self.documents.agenda else None
        for finding in found:
            hits = []
            if finding.spot.source is agenda and self.ignores.all:
                hits = self.ignores.covering(finding.code, finding.spot.start.line)
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


def _told_apart(found: list[PlacedFinding]) -> list[PlacedFinding]:
    """In order; a subject that a rule has reported before in the same file gets its number."""
    seen: Counter[tuple[str, str, Subject]] = Counter()
    apart = []
    for finding in sorted(found, key=_order):
        known = (finding.spot.file, finding.code, finding.subject)
        seen[known] += 1
        if seen[known] > 1:
            numbered = (*finding.subject, str(seen[known]))
            finding = msgspec.structs.replace(finding, subject=numbered)  # noqa: PLW2901
        apart.append(finding)
    return apart


def _placed(code: str, severity: Severity, finding: Finding, documents: Documents) -> PlacedFinding:
    at = _place(finding.at)
    spot = _spot(at, finding.label, documents)
    related = [(_place(other), label) for other, label in finding.related]
    spots = tuple(_spot(other, label, documents) for other, label in related)
    # about a whole file nothing is known but what is said about it
    said = finding.message if len(at.path) < 2 and at.within is None else spot.quoted
    others = names(
        subject(other, beside.quoted, documents)
        for (other, _), beside in zip(related, spots, strict=True)
    )
    return PlacedFinding(
        code=code,
        severity=severity,
        message=finding.message,
        path=at.path,
        spot=spot,
        related=spots,
        fix=_placed_fix(finding, documents),
        subject=(*subject(at, said, documents), *others),
    )


def _place(at: Path | Place) -> Place:
    return at if isinstance(at, Place) else Place(at)


def _spot(place: Place, label: str, documents: Documents) -> Spot:
    source = documents.source_of(place)
    return Spot(source, source.locate(place), label)


def _placed_fix(finding: Finding, documents: Documents) -> PlacedFix | None:
    """The fix with its edits in the text, None when one of them cannot be made there."""
    if finding.fix is None:
        return None
    edits = []
    for edit in finding.fix.edits:
        source = documents.source_of(edit.place)
        if edit.text is None:
            replaced = source.remove(edit.place)
        else:
            replaced = source.replace(edit.place, edit.text)
        if replaced is None:
            return None
        edits.append(FileEdit(source, *replaced))
    return PlacedFix(finding.fix.title, finding.fix.is_safe, tuple(edits))
