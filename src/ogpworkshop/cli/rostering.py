"""Showing, importing, counting and purging rosters."""

import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from ogpworkshop.check.report.words import shown
from ogpworkshop.cli import files
from ogpworkshop.errors import OgpError
from ogpworkshop.model.wording import counted

if TYPE_CHECKING:
    from ogpworkshop.model.agenda import Agenda
    from ogpworkshop.model.roster import Roster
    from ogpworkshop.write.roster import Joined

_WIDEST = 40
_TABLED = ("country", "organisation_type", "gender", "role", "status")


def show(path: Path) -> None:
    """Print what system a roster is from, what its columns became, and who is in it."""
    from ogpworkshop.read import roster, table

    content = files.content_of(path, table.LARGEST)
    reading = roster.read_people(content, files.name_of(path))
    system, columns, people = reading.system, reading.columns, reading.roster
    if system:
        sys.stdout.write(f"{system}: {counted(len(people.participants), 'row')}\n")
        renamed = [f"{title} → {name}" for title, name in columns if title != name]
        sys.stdout.write("".join(f"  {shown(line)}\n" for line in renamed))
    for person in people.participants:
        parts = [
            person.id,
            person.name,
            person.values.get("organisation", ""),
            person.values.get("country", ""),
        ]
        line = "  ".join(shown(" ".join(part.split()))[:_WIDEST] for part in parts if part)
        sys.stdout.write(f"{line}\n")


def import_(
    path: Path, merge: Path | None, output: Path | None, *, diff: bool, force: bool
) -> None:
    """Make participants.csv of an export, or bring one up to date."""
    from ogpworkshop.write.files import rewrite, write_whole
    from ogpworkshop.write.roster import joined, roster_csv

    new, _ = files.read_roster(path)
    if not new.participants:
        raise OgpError(f"{path}: nobody is in it", "ogp roster check shows what was read of it.")
    old = _sound(merge) if merge else None
    result = joined(old, new)
    content = roster_csv(result.columns, result.rows)
    for line in _changes(result, is_merge=merge is not None):
        sys.stdout.write(f"{shown(line)}\n")
    if diff:
        return
    target = output or merge or Path("participants.csv")
    if merge and target == merge:
        rewrite(merge, content, before=merge.read_bytes())
        said = "written"
    else:
        is_new = write_whole(target, content, force=force, ours=lambda _present: False)
        said = "written" if is_new else "unchanged"
    sys.stderr.write(f"{target}: {said}, {counted(len(result.rows), 'row')}\n")


def _sound(path: Path) -> "Roster":
    """A roster that can be written anew without losing anything.

    Raises:
        OgpError: when a part of it could not be read.
    """
    roster, source = files.read_roster(path)
    for fault in roster.faults:
        start = source.lines.position(source.locate(fault.place).start)
        raise OgpError(
            f"{source.file}:{start.line}:{start.column}: {fault.message}",
            "It would be lost when the file is written anew. Mend it first.",
        )
    return roster


def _changes(result: "Joined", *, is_merge: bool) -> Iterator[str]:
    names = {row.get("id", ""): row.get("name", "") for row in result.rows}
    if is_merge:
        yield from (f"+ {name}  {names[name]}" for name in result.added)
        for name, column, before, after in result.changed:
            yield f"~ {name}  {names[name]}: {column} “{before}” → “{after}”"
        for name in result.missing:
            yield f"? {name}  {names[name]}: not in the export; stays as it is"
    for one, other in result.doubles:
        yield f"! {one} and {other} may be the same: {names[one]}, {names[other]}"


def stats(roster: "Roster", agenda: "Agenda | None", columns: list[str]) -> None:
    """Print how many people come, by column."""
    from ogpworkshop.write.roster import counts

    own = _audiences(agenda)
    wanted = columns or [name for name in _TABLED if name in roster.columns]
    for name in wanted:
        if name not in roster.columns:
            raise OgpError(
                f"the roster has no column {name}", f"It has: {', '.join(roster.columns)}."
            )
    sys.stdout.write(f"{len(roster.coming)} people, {len(roster.participants)} in the roster\n")
    for name in wanted:
        sys.stdout.write(f"\n{name}\n")
        for value, number in counts(roster, name, own.get(name)):
            sys.stdout.write(f"  {shown(value)[:_WIDEST]:{_WIDEST}} {number:>5}\n")


def _audiences(agenda: "Agenda | None") -> dict[str, str]:
    columns = agenda.written.roster.columns if agenda else {}
    return {name: column.audience for name, column in columns.items() if column.audience}


def purge(
    path: Path, agenda: "Agenda | None", after: int, *, today: date | None, dry_run: bool
) -> int:
    """Take sensitive columns out once the workshop is long enough over; 1 if it is not yet."""
    from ogpworkshop.write.files import rewrite
    from ogpworkshop.write.roster import roster_csv, sensitive

    last = max((day.date for day in agenda.days if day.date), default=None) if agenda else None
    if last is None:
        raise OgpError(
            "when the workshop ended is not known",
            "Name the agenda with its dates: --agenda agenda.yaml",
        )
    due = last + timedelta(days=after)
    if (today or datetime.now(UTC).date()) < due:
        sys.stderr.write(f"{path}: nothing is removed before {due.isoformat()}\n")
        return 1
    before = path.read_bytes()
    roster = _sound(path)
    gone = sensitive(roster.columns, _audiences(agenda))
    kept = [name for name in roster.columns if name not in gone]
    if gone and not dry_run:
        rows = [person.values for person in roster.participants]
        rewrite(path, roster_csv(kept, rows), before=before)
    sys.stdout.write(
        f"{'would remove' if dry_run else 'removed'}: {', '.join(gone) or 'nothing'}\n"
    )
    sys.stdout.write(f"what remains: {', '.join(kept)}\n")
    return 0
