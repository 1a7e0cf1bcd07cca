"""The report on groups as a web page."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import typer

from ogpworkshop.cli import files
from ogpworkshop.cli.files import STANDARD_INPUT
from ogpworkshop.cli.printing import Workshop
from ogpworkshop.errors import OgpError
from ogpworkshop.groups.picture import picture
from ogpworkshop.model.wording import counted
from ogpworkshop.render.documents import MARK
from ogpworkshop.render.figures import figure_files
from ogpworkshop.render.quality import quality_page
from ogpworkshop.write.files import write_folder, write_whole

if TYPE_CHECKING:
    from ogpworkshop.model.plan import GroupPlan


class Target(msgspec.Struct, frozen=True):
    """Where the page goes, and the figures in files of their own, None for none."""

    page: Path
    figures: Path | None = None
    force: bool = False


def report(
    workshop: Workshop,
    history: "tuple[GroupPlan, ...]",
    goal: Target,
    templates: Path | None,
) -> int:
    """Make the report and write it; 1 if something that must hold does not."""
    target = goal.page
    if workshop.roster is None or workshop.plan is None:
        raise TypeError(workshop)
    if target.suffix.casefold() not in {".html", ".htm"} and target != STANDARD_INPUT:
        raise OgpError(f"{target}: the report is a web page", "Give it a name that ends in .html.")
    if workshop.plan.faults:
        message = f"the plan cannot be read whole: {workshop.plan.faults[0].message}"
        raise OgpError(message, "ogp groups check shows the place.")
    quality = picture(workshop.agenda, workshop.roster, workshop.plan, history=history)
    own = files.template_folders(workshop.path, templates)
    page = quality_page(
        workshop.agenda,
        workshop.roster,
        workshop.plan,
        quality,
        templates=own,
        folder=workshop.folder,
    )
    if goal.figures is not None:
        made = figure_files(quality, templates=own)
        why = "There is a file for each figure"
        write_folder(goal.figures, made, why, force=goal.force, ours=_is_ours)
        typer.echo(f"{goal.figures}: {counted(len(made), 'figure')}", err=True)
    if target == STANDARD_INPUT:
        sys.stdout.buffer.write(page.content)
        sys.stdout.buffer.flush()
    else:
        write_whole(target, page.content, force=goal.force, ours=_is_ours)
        typer.echo(f"{target}: {quality.verdict}", err=True)
    return 0 if quality.is_sound else 1


def _is_ours(present: bytes) -> bool:
    return MARK.encode() in present
