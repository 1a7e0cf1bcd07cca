"""Groups handed over to other tools."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import typer

from ogpworkshop.check.report.words import shown
from ogpworkshop.cli.files import STANDARD_INPUT
from ogpworkshop.errors import OgpError
from ogpworkshop.model.near import nearest
from ogpworkshop.write import lists, sheets, zoom
from ogpworkshop.write.files import write_folder, write_whole

if TYPE_CHECKING:
    from ogpworkshop.model.agenda import Agenda
    from ogpworkshop.model.plan import GroupPlan
    from ogpworkshop.model.roster import Roster

_MOST_NAMES = 12


class Handout(msgspec.Struct, frozen=True):
    """What is handed over, and where to."""

    to: str
    session: str | None
    output: Path | None
    force: bool


def export(
    agenda: "Agenda", roster: "Roster", plan: "GroupPlan", beside: Path, handout: Handout
) -> int:
    """Write the groups in another tool's format; 1 if somebody had to be left out."""
    if handout.session is not None:
        plan = _only(plan, handout.session)
    if handout.to == "zoom":
        return _zoom(plan, roster, beside, handout)
    if handout.to == "xlsx":
        content, ours = lists.groups_xlsx(agenda, roster, plan), sheets.is_workbook
    else:
        write = lists.teams_csv if handout.to == "teams" else lists.people_csv
        content, ours = write(agenda, roster, plan), lists.is_list
    ending = "xlsx" if handout.to == "xlsx" else "csv"
    name = {"teams": "groups-teams", "csv": "groups-people"}.get(handout.to, "groups")
    target = handout.output or beside.parent / f"{name}.{ending}"
    if target == STANDARD_INPUT:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return 0
    write_whole(target, content, force=handout.force, ours=ours)
    typer.echo(f"{target}: groups for {handout.to}", err=True)
    return 0


def _only(plan: "GroupPlan", session: str) -> "GroupPlan":
    """The rows of one session.

    Raises:
        OgpError: the plan has none.
    """
    ids = list(dict.fromkeys(row.session for row in plan.placements))
    if session not in ids:
        near = nearest(session, ids)
        remedy = f"Did you mean {near}?" if near else f"It has: {', '.join(ids)}."
        raise OgpError(f"the plan has no session {session}", remedy)
    rows = tuple(row for row in plan.placements if row.session == session)
    return msgspec.structs.replace(plan, placements=rows)


def _zoom(plan: "GroupPlan", roster: "Roster", beside: Path, handout: Handout) -> int:
    """A file for each round; people who have to be left out are named."""
    folder = handout.output or beside.parent
    why = "Zoom takes a file for each round"
    if folder == STANDARD_INPUT:
        raise OgpError(f"{folder} is no folder", f"{why}: name a folder.")
    made = {f"zoom-{each.session}.csv": each for each in zoom.preassignments(plan, roster)}
    contents = {name: each.content for name, each in made.items()}
    write_folder(folder, contents, why, force=handout.force, ours=zoom.is_zoom)
    for name in made:
        typer.echo(f"{folder / name}: pre-assignments for Zoom", err=True)
    left_out = {
        "no e-mail address": [name for each in made.values() for name in each.without_address],
        "not an e-mail address": [name for each in made.values() for name in each.bad_address],
        "an address that is taken": [n for each in made.values() for n in each.shared_address],
    }
    for why, names in left_out.items():
        if names:
            typer.echo(f"ogp: {why}, so left out: {_names(list(dict.fromkeys(names)))}", err=True)
    return 1 if any(left_out.values()) else 0


def _names(names: list[str]) -> str:
    more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
    return shown(", ".join(names[:_MOST_NAMES])) + more
