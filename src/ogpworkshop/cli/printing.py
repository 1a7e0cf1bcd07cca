"""Making documents and writing them where the user wants them."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import typer

from ogpworkshop.cli import files
from ogpworkshop.cli.files import STANDARD_INPUT
from ogpworkshop.errors import OgpError

if TYPE_CHECKING:
    from ogpworkshop.model.agenda import Agenda
    from ogpworkshop.model.plan import GroupPlan
    from ogpworkshop.model.roster import Roster


class Workshop(msgspec.Struct, frozen=True):
    """What a document tells of, and the agenda file it comes from."""

    path: Path
    agenda: "Agenda"
    roster: "Roster | None" = None
    plan: "GroupPlan | None" = None

    @property
    def folder(self) -> Path | None:
        """The folder of the agenda, which its logo has to be in; none for standard input."""
        return None if self.path == STANDARD_INPUT else self.path.parent


class Job(msgspec.Struct, frozen=True):
    """What to make, and where to put it; beside the agenda where no file is named."""

    document: str
    format: str
    options: dict[str, str | bool]
    output: Path | None
    force: bool = False
    is_compact: bool = False


def render(
    workshop: Workshop,
    job: Job,
    templates: Path | None,
    fonts: Path | None,
    *,
    strict: bool,
) -> int:
    """Make a document and write it; 1 if it has a warning and `strict` is asked, else 0."""
    from ogpworkshop.render import documents
    from ogpworkshop.write.files import write_whole

    rendered = documents.render(
        job.document,
        job.format,
        workshop.agenda,
        workshop.roster,
        workshop.plan,
        templates=files.template_folders(workshop.path, templates),
        options=job.options,
        fonts=[fonts] if fonts else [],
        folder=workshop.folder,
        is_compact=job.is_compact,
    )
    if job.output == STANDARD_INPUT:
        sys.stdout.buffer.write(rendered.content)
        sys.stdout.buffer.flush()
    else:
        target = job.output or Path(f"{job.document}.{job.format}")
        mark = documents.MARK.encode()
        is_new = write_whole(
            target, rendered.content, force=job.force, ours=lambda present: mark in present
        )
        said = "written" if is_new else "unchanged"
        typer.echo(f"{target}: {said}, {len(rendered.content) / 1000:.0f} kB", err=True)
    for warning in rendered.warnings:
        typer.echo(f"ogp: {warning}", err=True)
    return 1 if strict and rendered.warnings else 0


def format_of(output: Path | None, formats: Sequence[str]) -> str:
    """The format that an output file's name speaks of; PDF when it speaks of none."""
    suffix = output.suffix.lstrip(".").casefold() if output else ""
    known = {"htm": "html", "markdown": "md", "text": "txt"}.get(suffix, suffix)
    if suffix and known not in formats:
        raise OgpError(f"{output}: there is no format {suffix}", f"It can be {', '.join(formats)}.")
    return known or "pdf"
