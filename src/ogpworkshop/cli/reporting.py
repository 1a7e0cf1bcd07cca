"""The report on groups as a web page."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from ogpworkshop.cli import files
from ogpworkshop.cli.files import STANDARD_INPUT
from ogpworkshop.cli.printing import Workshop
from ogpworkshop.errors import OgpError
from ogpworkshop.groups.picture import picture
from ogpworkshop.render.documents import MARK
from ogpworkshop.render.quality import quality_page
from ogpworkshop.write.files import write_whole

if TYPE_CHECKING:
    from ogpworkshop.model.plan import GroupPlan


def report(
    workshop: Workshop,
    history: "tuple[GroupPlan, ...]",
    target: Path,
    templates: Path | None,
    *,
    force: bool,
) -> int:
    """Make the report and write it; 1 if something that must hold does not."""
    if workshop.roster is None or workshop.plan is None:
        raise TypeError(workshop)
    if target.suffix.casefold() not in {".html", ".htm"} and target != STANDARD_INPUT:
        raise OgpError(f"{target}: the report is a web page", "Give it a name that ends in .html.")
    if workshop.plan.faults:
        message = f"the plan cannot be read whole: {workshop.plan.faults[0].message}"
        raise OgpError(message, "ogp groups check shows the place.")
    quality = picture(workshop.agenda, workshop.roster, workshop.plan, history=history)
    page = quality_page(
        workshop.agenda,
        workshop.roster,
        workshop.plan,
        quality,
        templates=files.template_folders(workshop.path, templates),
        folder=workshop.folder,
    )
    if target == STANDARD_INPUT:
        sys.stdout.buffer.write(page.content)
        sys.stdout.buffer.flush()
    else:
        mark = MARK.encode()
        write_whole(target, page.content, force=force, ours=lambda present: mark in present)
        typer.echo(f"{target}: {quality.verdict}", err=True)
    return 0 if quality.is_sound else 1
