"""`ogp init`: the files of a new workshop."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from ogpworkshop.cli import files
from ogpworkshop.errors import OgpError

if TYPE_CHECKING:
    from ogpworkshop.model.agenda import Agenda


def run(folder: Path, document: Path | None, export: Path | None, *, force: bool) -> None:
    """Write agenda, roster, schema, README and CI file; all of them, or none."""
    from ogpworkshop.write.files import write_whole
    from ogpworkshop.write.schema import agenda_schema
    from ogpworkshop.write.start import readme, workflow

    roster = _roster(export)
    title, agenda = _agenda(document, roster)
    made = {
        "agenda.yaml": agenda,
        "participants.csv": roster,
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
    there = "" if folder.resolve() == Path.cwd() else f"cd {quote(str(folder))}, "
    sys.stderr.write(
        f"Next: {there}ogp check, then edit agenda.yaml. README.md says what is what.\n"
    )


def _differs(path: Path, content: bytes) -> bool:
    return path.exists() and not (path.is_file() and path.read_bytes() == content)


def _agenda(document: Path | None, roster: bytes) -> tuple[str, bytes]:
    """The workshop's title and its agenda: of the document, or one to write over."""
    from ogpworkshop.write.start import MODELINE, sample_agenda

    if document is None:
        return "Our workshop", sample_agenda(datetime.now(UTC).date())
    from ogpworkshop.cli import importing

    agenda, source, content = importing.read(document)
    importing.tell(agenda, source)
    made = importing.yaml_of(_with_people(agenda, roster), source, content)
    mode = b"" if MODELINE.encode() in made else f"# {MODELINE}\n".encode()
    return agenda.workshop.title or "Our workshop", mode + made.removeprefix(b"\xef\xbb\xbf")


def _with_people(agenda: "Agenda", content: bytes) -> "Agenda":
    """The agenda with those it names and the roster does not, so that each of them is somebody."""
    import msgspec

    from ogpworkshop.model.identity import Identities, names_nobody
    from ogpworkshop.model.resolve import slug
    from ogpworkshop.model.written import Person
    from ogpworkshop.read.roster import read_roster

    known = Identities(agenda, read_roster(content, "participants.csv")[0])
    people = dict(agenda.written.people)
    for session in agenda.sessions:
        for each in session.people:
            if known.find(each.ref) is None and not names_nobody(each.ref):
                people.setdefault(slug(each.ref) or "person", Person(name=each.ref))
    file = msgspec.structs.replace(agenda.written, people=people)
    return msgspec.structs.replace(agenda, written=file)


def _roster(export: Path | None) -> bytes:
    from ogpworkshop.write.merging import joined
    from ogpworkshop.write.roster import roster_csv
    from ogpworkshop.write.start import sample_roster

    if export is None:
        return sample_roster()
    roster, _ = files.read_roster(export)
    result = joined(None, roster)
    return roster_csv(result.columns, result.rows)
