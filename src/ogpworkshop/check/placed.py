"""What was checked, and what a run has to say about it: findings at their places in the files."""

import msgspec

from ogpworkshop.check.finding import Severity
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.baseline import Baseline
from ogpworkshop.model.path import Path, Place
from ogpworkshop.model.plan import GroupPlan
from ogpworkshop.model.roster import Roster
from ogpworkshop.source.text import Position, Source, Span

Subject = tuple[str, ...]
"""What a finding is about, see `check.subject`."""


class Documents(msgspec.Struct, frozen=True):
    """What is checked: each document with its source, None where it is not at hand.

    Attributes:
        is_whole: a whole workshop is meant, with the groups that it has or is to have.
    """

    agenda: tuple[Agenda, Source] | None = None
    roster: tuple[Roster, Source] | None = None
    plan: tuple[GroupPlan, Source] | None = None
    baseline: tuple[Baseline, Source] | None = None
    is_whole: bool = False

    def source_of(self, place: Place) -> Source:
        """The file that a place leads into."""
        path = place.path
        # a key at the root is one of the agenda, even if it is called participants by mistake
        root = path[0] if path and not (place.key and len(path) == 1) else ""
        named = {
            "participants": self.roster,
            "placements": self.plan,
            "baseline": self.baseline,
        }.get(str(root), self.agenda)
        document = named or self.agenda or self.roster or self.plan or self.baseline
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
    def quoted(self) -> str:
        """The text that stands there."""
        return self.source.lines.text[self.span.start : self.span.end]

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
    """A finding with its code and severity, at its place in a file, and what it is about."""

    code: str
    severity: Severity
    message: str
    path: Path
    spot: Spot
    related: tuple[Spot, ...] = ()
    fix: PlacedFix | None = None
    subject: Subject = ()


class Extent(msgspec.Struct, frozen=True):
    """A file that was checked: which document it is, its name, what was understood of it."""

    document: str
    file: str
    content: str


class Report(msgspec.Struct, frozen=True):
    """Everything that a run has to say.

    Attributes:
        findings: by file, then by line, column and code.
        ignored: findings silenced by comments, with the reason given.
        crashes: codes of rules that failed by a fault of ours, with what was raised.
        accepted: findings that the baseline lists.
        earlier: findings that an earlier revision has as well, when only new ones are asked for.
        files: what was checked.
    """

    findings: tuple[PlacedFinding, ...]
    ignored: tuple[tuple[PlacedFinding, str], ...] = ()
    crashes: tuple[tuple[str, Exception], ...] = ()
    accepted: tuple[PlacedFinding, ...] = ()
    earlier: tuple[PlacedFinding, ...] = ()
    files: tuple[Extent, ...] = ()

    def only(self, *files: str) -> "Report":
        """What it says about some of its files."""
        return msgspec.structs.replace(
            self,
            findings=tuple(each for each in self.findings if each.spot.file in files),
            ignored=tuple(pair for pair in self.ignored if pair[0].spot.file in files),
            accepted=tuple(each for each in self.accepted if each.spot.file in files),
            earlier=tuple(each for each in self.earlier if each.spot.file in files),
            files=tuple(each for each in self.files if each.file in files),
        )


def joined(reports: list[Report]) -> Report:
    """One report of several."""
    return Report(
        *(
            tuple(part for report in reports for part in getattr(report, name))
            for name in Report.__struct_fields__
        )
    )
