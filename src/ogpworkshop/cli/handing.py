"""Groups handed over to other tools."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import typer

from ogpworkshop.cli.files import STANDARD_INPUT
from ogpworkshop.errors import OgpError
from ogpworkshop.model.near import nearest
from ogpworkshop.write import lists, sheets, zoom
from ogpworkshop.write.files import write_whole

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
    """A file for each round; people without an address are named."""
    folder = handout.output or beside.parent
    if folder.exists() and not folder.is_dir():
        raise OgpError(f"{folder} is no folder", "Zoom takes a file for each round: name a folder.")
    made = zoom.preassignments(plan, roster)
    for each in made:
        target = folder / f"zoom-{each.session}.csv"
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(target, each.content, force=handout.force, ours=zoom.is_zoom)
        typer.echo(f"{target}: pre-assignments for Zoom", err=True)
    without = dict.fromkeys(name for each in made for name in each.without_address)
    shared = dict.fromkeys(name for each in made for name in each.shared_address)
    if without:
        typer.echo(f"ogp: no e-mail address, so left out: {_names(list(without))}", err=True)
    if shared:
        typer.echo(f"ogp: an address that somebody else has too: {_names(list(shared))}", err=True)
    return 1 if without else 0


def _names(names: list[str]) -> str:
    more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
    return ", ".join(names[:_MOST_NAMES]) + more
