"""`ogp init`: the files of a new workshop."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from ogpworkshop.cli import files
from ogpworkshop.errors import OgpError


def run(folder: Path, document: Path | None, export: Path | None, *, force: bool) -> None:
    """Write agenda, roster, schema, README and CI file; all of them, or none."""
    from ogpworkshop.write.files import write_whole
    from ogpworkshop.write.schema import agenda_schema
    from ogpworkshop.write.start import readme, workflow

    title, agenda = _agenda(document)
    made = {
        "agenda.yaml": agenda,
        "participants.csv": _roster(export),
        "agenda.schema.json": f"{agenda_schema()}\n".encode(),
        "README.md": readme(title),
        ".github/workflows/agenda.yml": workflow(),
    }
    present = [name for name, content in made.items() if _differs(folder / name, content)]
    if present and not force:
        raise OgpError(
            f"{folder} already has {', '.join(present)}",
            "Name another folder, or --force to replace them.",
        )
    for name, content in made.items():
        target = folder / name
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OgpError(f"{target.parent} cannot be made: {error.strerror}", "") from None
        write_whole(target, content, force=force, ours=lambda _present: False)
        sys.stderr.write(f"{target}: written\n")
    sys.stderr.write("Next: ogp check, then edit agenda.yaml. README.md says what is what.\n")


def _differs(path: Path, content: bytes) -> bool:
    return path.exists() and not (path.is_file() and path.read_bytes() == content)


def _agenda(document: Path | None) -> tuple[str, bytes]:
    """The workshop's title and its agenda: of the document, or one to write over."""
    from ogpworkshop.write.start import MODELINE, sample_agenda

    if document is None:
        return "Our workshop", sample_agenda(datetime.now(UTC).date())
    from ogpworkshop.cli import importing

    agenda, source, content = importing.made_of(document)
    importing.tell(agenda, source)
    return agenda.workshop.title or "Our workshop", f"# {MODELINE}\n".encode() + content


def _roster(export: Path | None) -> bytes:
    from ogpworkshop.write.merging import joined
    from ogpworkshop.write.roster import roster_csv
    from ogpworkshop.write.start import sample_roster

    if export is None:
        return sample_roster()
    roster, _ = files.read_roster(export)
    result = joined(None, roster)
    return roster_csv(result.columns, result.rows)
