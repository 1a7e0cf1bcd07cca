"""What authors of templates are shown: fields with examples, the blocks of a document."""

import re
import textwrap
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from ogpworkshop.check.report.words import Line, shown
from ogpworkshop.cli import files
from ogpworkshop.cli.printing import Workshop
from ogpworkshop.errors import OgpError


def example(agenda: Path | None, roster: Path | None, plan: Path | None) -> Workshop:
    """The user's workshop as far as it can be read; without one, the one that `ogp init` begins."""
    try:
        path = files.agenda_path(agenda)
    except OgpError:
        if agenda is not None:
            raise
        return _begun()
    programme = files.usable_agenda(path)
    roster_file = files.roster_path(programme, path, roster)
    people = files.read_roster(roster_file, programme)[0] if roster_file else None
    groups = files.plan_path(path, plan)
    return Workshop(path, programme, people, files.read_plan(groups)[0] if groups else None)


def _begun() -> Workshop:
    from ogpworkshop.read.agenda import read_agenda
    from ogpworkshop.read.roster import read_roster
    from ogpworkshop.write.start import sample_agenda, sample_roster

    agenda = read_agenda(sample_agenda(datetime.now(UTC).date()), "agenda.yaml")[0]
    return Workshop(
        Path("agenda.yaml"), agenda, read_roster(sample_roster(), "participants.csv")[0]
    )


def fields(workshop: Workshop) -> str:
    """Every name that a template can use, with a value that it has in this workshop."""
    from ogpworkshop.render.reference import view_reference
    from ogpworkshop.render.samples import samples_of

    page = view_reference(samples_of(workshop.agenda, workshop.roster, workshop.plan))
    return re.sub(r"\[([^\]]+)\]\(#[^)]*\)", r"\1", page)  # a terminal has no places to jump to


def catalogue(folders: Sequence[Path], width: int) -> Iterator[Line]:
    """Every document: its name, what it is good for, its formats."""
    from ogpworkshop.render.documents import documents

    known = documents(folders)
    margin = max(map(len, known)) + 2
    for name, document in known.items():
        first, *more = textwrap.wrap(shown(document.summary), max(width - margin, 20)) or [""]
        yield (f"{name:{margin}}", "bold"), (first, "")
        for text in more:
            yield ((" " * margin + text, ""),)
        yield ((" " * margin + ", ".join(document.formats), "dim"),)


def about(name: str, folders: Sequence[Path]) -> str:
    """A document: who reads it, its choices, and the blocks of each of its templates."""
    from ogpworkshop.render.blocks import blocks_of
    from ogpworkshop.render.documents import document_of, documents

    document = document_of(name, documents(folders))
    lines = [
        f"# {document.title}",
        "",
        f"{document.summary}. For readers: {document.audience}.",
        "",
    ]
    for option, choice in document.options.items():
        values = f" ({', '.join(choice.values)})" if choice.values else ""
        lines.append(f"- `options.{option}`: {choice.summary}{values}")
    lines += ["", "## Blocks to override", "", "| template | blocks |", "|---|---|"]
    for template, blocks in blocks_of(document, folders).items():
        lines.append(f"| `{template}` | {', '.join(f'`{each}`' for each in blocks)} |")
    return "\n".join([*lines, "", ""])
