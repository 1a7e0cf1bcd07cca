"""`ogp roster import`: exports of registration systems become a roster, and bring one up to date."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ogpworkshop.check.report.words import shown
from ogpworkshop.cli import files, rostering
from ogpworkshop.errors import OgpError
from ogpworkshop.model.wording import counted

if TYPE_CHECKING:
    from ogpworkshop.model.agenda import Agenda
    from ogpworkshop.read.roster import Reading
    from ogpworkshop.write.imported import Imported
    from ogpworkshop.write.merging import Joined
    from ogpworkshop.write.tidying import Tidied

_WHY = {
    "address": "one address",
    "name": "one name",
    "near": "nearly one name in one organisation",
    "elsewhere": "one name in two organisations",
}
_MOST_FAULTS = 20
_USUAL = Path("participants.csv")


class Order(NamedTuple):
    """What the options of the command ask for.

    Attributes:
        export: the file of the registration system.
        merge: roster to bring up to date.
        output: file to write.
        take: columns in which the export is right.
        repair: mend garbled letters.
        diff: show what would change, write nothing.
        force: replace what ogp did not write.
    """

    export: Path
    merge: Path | None
    output: Path | None
    take: tuple[str, ...] = ()
    repair: bool = False
    diff: bool = False
    force: bool = False


def run(order: Order, agenda: "Agenda | None") -> None:
    """Make participants.csv of an export, or bring one up to date."""
    from ogpworkshop.write.merging import joined
    from ogpworkshop.write.roster import roster_csv
    from ogpworkshop.write.tidying import tidied

    target = order.output or order.merge or _USUAL
    if not order.output and not order.merge and target.exists() and not (order.diff or order.force):
        raise OgpError(
            f"{target} is there already",
            f"Bring it up to date with --merge {target}, or name another file with --output.",
        )
    reading = rostering.reading_of(order.export, agenda)
    if not reading.roster.participants:
        raise OgpError(
            f"{order.export}: nobody is in it", "ogp roster check shows what was read of it."
        )
    clean = tidied(reading.roster, repair=order.repair)
    old, delimiter = rostering.sound(order.merge, agenda) if order.merge else (None, ",")
    last = _last(order.merge) if order.merge else None
    _known(order.take, (*(old.columns if old else ()), *clean.roster.columns))
    before = order.merge.read_bytes() if order.merge else b""
    result = joined(old, clean.roster, last, order.take)
    is_shown = order.output == files.STANDARD_INPUT and not order.diff
    for line in (*_read(reading, clean), *_changes(result, is_merge=old is not None)):
        (sys.stderr if is_shown else sys.stdout).write(f"{shown(line)}\n")
    content = roster_csv(result.columns, result.rows, before, delimiter)
    if not order.diff:
        _write(order, target, content, result, before)
    elif order.merge:
        what = "nothing would change" if content == before else "would be written"
        sys.stderr.write(f"{order.merge}: {what}\n")


def _known(take: tuple[str, ...], columns: tuple[str, ...]) -> None:
    """Refuse columns that are not there.

    Raises:
        OgpError: when there is one.
    """
    from ogpworkshop.model.near import nearest

    for name in take:
        if name not in {*columns, "all"}:
            near = nearest(name, columns)
            raise OgpError(f"there is no column {name}", f"Did you mean {near}?" if near else "")


def _last(merge: Path) -> "Imported | None":
    """What the import before this one brought."""
    from ogpworkshop.write import imported

    beside = imported.path_beside(merge)
    return imported.read(beside.read_bytes()) if beside.is_file() else None


def _write(order: Order, target: Path, content: bytes, result: "Joined", before: bytes) -> None:
    from ogpworkshop.write import imported
    from ogpworkshop.write.files import rewrite, write_whole

    if target == files.STANDARD_INPUT:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    if order.merge and target == order.merge:
        rewrite(target, content, before=before)
        is_new = content != before
    else:
        is_new = write_whole(target, content, force=order.force, ours=lambda _present: False)
    beside = imported.path_beside(target)
    write_whole(beside, result.imported.content(), force=order.force, ours=imported.is_imported)
    said = "written" if is_new else "unchanged"
    sys.stderr.write(f"{target}: {said}, {counted(len(result.rows), 'row')}\n")


def _read(reading: "Reading", clean: "Tidied") -> Iterator[str]:
    """What the export was taken for, and what was written in another way."""
    yield from rostering.about(reading)
    yield from _left_out(reading)
    names: dict[tuple[str | int, ...], str] = {
        person.path: person.name for person in clean.roster.participants
    }
    for path, before, after in clean.repaired:
        yield f"{names.get(path[:2], '')}, {path[-1]}: “{before}” → “{after}”"
    if clean.garbled:
        path, before, after = clean.garbled[0]
        what = counted(len(clean.garbled), "cell")
        yield f"{what} with garbled letters, such as “{before}” for “{after}”: --repair-text mends them"
    for before, after, times in clean.countries:
        yield f"country: “{before}” → “{after}” ({times}×)"
    for name, near in clean.unknown:
        yield f"country: “{name}” is not known{f', perhaps {near}' if near else ''}; kept as it is"


def _left_out(reading: "Reading") -> Iterator[str]:
    """What of the export could not be taken as it stands, the first of it."""
    source, faults = reading.source, reading.roster.faults
    for fault in faults[:_MOST_FAULTS]:
        at = source.lines.position(source.locate(fault.place).start)
        yield f"line {at.line}: {fault.message}"
    if len(faults) > _MOST_FAULTS:
        yield f"and {len(faults) - _MOST_FAULTS} more; ogp roster check shows them"


def _changes(result: "Joined", *, is_merge: bool) -> Iterator[str]:
    names = {row.get("id", ""): row.get("name", "") for row in result.rows}
    if is_merge:
        yield from (f"+ {ref}  {names[ref]}" for ref in result.added)
        for ref, column, before, after in result.changed:
            yield f"~ {ref}  {names[ref]}: {column} “{before}” → “{after}”"
        for ref, column, before, after in result.kept:
            yield f"= {ref}  {names[ref]}: {column} stays “{before}”; the export has “{after}”"
        for ref in result.missing:
            yield f"? {ref}  {names[ref]}: not in the export; stays as it is"
        if result.lost:
            said = f"not in the export any more, kept: {', '.join(result.lost)}"
            yield from rostering.wrapped(said, "")
        for name in result.removed:
            yield f"- {name}: was taken out of the roster; not added again"
    if result.kept:
        yield "--take COLUMN has the export decide"
    yield from _doubtful(result, names)


def _doubtful(result: "Joined", names: dict[str, str]) -> Iterator[str]:
    """Rows that may be nobody, and rows that may be one person."""
    for ref in result.added:
        if not any(map(str.isalpha, names[ref])):
            called = f"“{names[ref]}” is no name" if names[ref] else "has no name"
            yield f"! {ref} {called}: is it a person?"
    for one, other, why in result.doubles:
        yield f"! {one} and {other} may be the same: {names[one]}, {names[other]} ({_WHY[why]})"
