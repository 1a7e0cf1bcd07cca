"""What has changed since a workshop's documents were printed."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ogpworkshop.cli import files
from ogpworkshop.errors import OgpError

if TYPE_CHECKING:
    from ogpworkshop.cli.printing import Workshop
    from ogpworkshop.cli.publishing import Order
    from ogpworkshop.render.documents import Document
    from ogpworkshop.render.selecting import Selection


def workshop_at(revision: str, workshop: "Workshop", order: "Order") -> "Workshop":
    """The workshop as it stood at a revision; without what was not there."""
    from ogpworkshop.cli.printing import Workshop
    from ogpworkshop.read.anything import read_any
    from ogpworkshop.read.plan import read_plan
    from ogpworkshop.read.revision import content_at
    from ogpworkshop.read.roster import read_roster

    path = workshop.path
    if files.STANDARD_INPUT in {path, order.roster, order.plan}:
        raise OgpError("what comes by standard input has no earlier revision", "Name the file.")
    content = content_at(revision, path)
    if content is None:
        raise OgpError(f"{path} was not there at {revision}", "Print everything, without --since.")
    agenda = read_any(content, files.name_of(path))[0]
    roster = files.roster_path(agenda, path, order.roster)
    people = content_at(revision, roster) if roster else None
    plan = content_at(revision, order.plan or path.parent / "groups.csv")
    return Workshop(
        path,
        agenda,
        read_roster(people, files.name_of(roster), agenda.written.roster)[0]
        if people and roster
        else None,
        read_plan(plan, "groups.csv")[0] if plan else None,
    )


def changes(
    document: "Document",
    options: "Mapping[str, str | bool]",
    now: "Workshop",
    then: "Workshop",
    order: "Order",
    revision: str,
) -> "Callable[[str, Selection], Selection | None]":
    """Tells what has changed in a format of what is asked for; None if nothing has."""
    from ogpworkshop.render.comparing import changed
    from ogpworkshop.render.documents import seen_by
    from ogpworkshop.render.selecting import both

    seen, before = (
        seen_by(document, each.agenda, each.roster, each.plan, options) for each in (now, then)
    )
    is_drawn_anew = _has_new_templates(document.name, now.path, order, revision)

    def of(output: str, asked: "Selection") -> "Selection | None":
        if is_drawn_anew:
            return asked
        found = changed(document, output, seen, before)
        return None if found is None else both(asked, found)

    return of


def _has_new_templates(document: str, agenda: Path, order: "Order", revision: str) -> bool:
    """Whether the user's own templates of a document are not what they were, or gone."""
    from ogpworkshop.read.revision import content_at, files_at

    folder = order.templates or agenda.with_name("templates")
    for part in (folder / document, folder / "base"):
        now = {file for file in part.rglob("*") if file.is_file()}
        if files_at(revision, part) - now:
            return True
        if any(content_at(revision, file) != file.read_bytes() for file in now):
            return True
    return False
