"""What an edit brought in: findings that an earlier revision does not have."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import msgspec

from ogpworkshop.check.fingerprint import fingerprint
from ogpworkshop.check.placed import Documents, Report
from ogpworkshop.check.runner import check
from ogpworkshop.cli import files
from ogpworkshop.cli.checking import Request
from ogpworkshop.errors import OgpError
from ogpworkshop.model.roster import Roster
from ogpworkshop.read.anything import read_any
from ogpworkshop.read.plan import read_plan
from ogpworkshop.read.revision import content_at
from ogpworkshop.read.roster import read_roster
from ogpworkshop.source.text import Source

_Read = TypeVar("_Read")


def without_earlier(report: Report, request: Request, revision: str) -> Report:
    """A report without the findings that a revision of the same files has as well.

    Raises:
        OgpError: when there is no such revision.
    """
    then = check(_documents_at(revision, request), only=request.only)
    old = {fingerprint(finding) for finding in then.findings}
    new = [finding for finding in report.findings if fingerprint(finding) not in old]
    earlier = [finding for finding in report.findings if fingerprint(finding) in old]
    return msgspec.structs.replace(report, findings=tuple(new), earlier=tuple(earlier))


def _documents_at(revision: str, request: Request) -> Documents:
    """The documents of a request as they were; None for those that were not there or unreadable."""
    if files.STANDARD_INPUT in {request.agenda, request.roster, request.plan}:
        raise OgpError(
            "what comes by standard input has no earlier revision", "Name the file, for --since."
        )

    def at_revision(path: Path | None, read: Callable[[bytes, str], _Read]) -> _Read | None:
        content = content_at(revision, path) if path else None
        if path is None or content is None:
            return None
        try:
            return read(content, files.name_of(path))
        except OgpError:
            return None

    agenda = at_revision(request.agenda, read_any)

    def read_people(content: bytes, file: str) -> tuple[Roster, Source]:
        return read_roster(content, file, files.roster_settings(agenda[0] if agenda else None))

    roster, plan = request.roster, request.plan
    if request.agenda:
        named = agenda[0].written.roster.file if agenda else None
        roster = roster or request.agenda.parent / (named or "participants.csv")
        plan = plan or request.agenda.with_name("groups.csv")
    return Documents(
        agenda,
        at_revision(roster, read_people),
        at_revision(plan if request.is_whole else None, read_plan),
        is_whole=request.is_whole,
    )
