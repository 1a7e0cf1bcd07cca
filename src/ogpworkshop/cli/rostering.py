"""Showing, counting and purging rosters."""

import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from ogpworkshop.check.report.words import shown
from ogpworkshop.cli import files
from ogpworkshop.errors import OgpError
from ogpworkshop.model.wording import counted

if TYPE_CHECKING:
    from ogpworkshop.model.agenda import Agenda
    from ogpworkshop.model.roster import Roster
    from ogpworkshop.read.roster import Reading

_WIDEST = 40
_HARMLESS = frozenset({"row-empty", "encoding-legacy"})
"""Faults of a file that its writing anew mends."""
_TABLED = ("country", "organisation_type", "gender", "role", "status")


def reading_of(path: Path, agenda: "Agenda | None") -> "Reading":
    """A roster, and what was made of its file."""
    from ogpworkshop.read import decoding, roster

    content = files.content_of(path, decoding.LARGEST)
    return roster.read_people(content, files.name_of(path), files.roster_settings(agenda))


def show(path: Path, agenda: "Agenda | None") -> None:
    """Print what system a roster is from, what its columns became, and who is in it."""
    reading = reading_of(path, agenda)
    for line in about(reading):
        sys.stdout.write(f"{shown(line)}\n")
    for person in reading.roster.participants:
        values = person.values
        parts = [person.id, person.name, values.get("organisation", ""), values.get("country", "")]
        line = "  ".join(shown(" ".join(part.split()))[:_WIDEST] for part in parts if part)
        sys.stdout.write(f"{line}\n")


def about(reading: "Reading") -> Iterator[str]:
    """What a file was taken for, line by line; nothing where it is a roster of our own."""
    people = counted(len(reading.roster.participants), "row")
    renamed = [(title, name) for title, name in reading.columns if title.casefold() != name]
    if reading.system or renamed:
        yield f"{reading.system or 'a roster'}: {people}"
        known = ((titles, name) for titles, name in reading.columns if name not in reading.kept)
        for title, name in known:
            yield from wrapped(f"{' + '.join(reading.joined.get(name, (title,)))} → {name}")
        if reading.kept:
            yield from wrapped(f"kept: {', '.join(reading.kept)}")
    if reading.encoding:
        from ogpworkshop.source.charset import NAMES

        yield f"read as {NAMES.get(reading.encoding, reading.encoding)}, for it is not UTF-8"
    if reading.other_sheets:
        yield f"sheet “{reading.sheet}”; not read: {', '.join(reading.other_sheets)}"


def wrapped(text: str, indent: str = "  ") -> list[str]:
    """A line of a list, as narrow as a terminal."""
    from textwrap import wrap

    further = indent + "  "
    plain = " ".join(text.split())
    return wrap(plain, 79, initial_indent=indent, subsequent_indent=further, break_on_hyphens=False)


def sound(path: Path, agenda: "Agenda | None") -> "tuple[Roster, str]":
    """A roster that can be written anew without losing anything, and what parts its cells.

    Raises:
        OgpError: when a part of it could not be read, or it is no file of text.
    """
    roster, source = files.read_roster(path, agenda)
    if not getattr(source, "is_file", True):
        raise OgpError(
            f"{path} is a workbook, which is not written", f"Import it: ogp roster import {path}"
        )
    for fault in roster.faults:
        if fault.kind not in _HARMLESS:
            start = source.lines.position(source.locate(fault.place).start)
            raise OgpError(
                f"{source.file}:{start.line}:{start.column}: {fault.message}",
                "It would be lost when the file is written anew. Mend it first.",
            )
    return roster, getattr(source, "delimiter", ",")


def stats(
    roster: "Roster",
    agenda: "Agenda | None",
    columns: list[str],
    form: Literal["text", "csv", "md"] = "text",
) -> None:
    """Print how many people come, by column."""
    from ogpworkshop.write.counting import WITHHELD, counts, tables
    from ogpworkshop.write.crossing import crossed

    own = audiences(agenda)
    usual = [name for name in _TABLED if name in roster.columns]
    wanted = [_named(text, roster.columns) for text in columns] or [(name,) for name in usual]
    found = [
        crossed(roster, (names[0], names[1]), own)
        if len(names) > 1
        else counts(roster, names[0], own.get(names[0]))
        for names in wanted
    ]
    title = f"{len(roster.coming)} people, {len(roster.participants)} in the roster"
    for each in found if form == "csv" else ():
        if each.is_withheld:
            sys.stderr.write(f"ogp: {shown(each.column)}: {WITHHELD}\n")
    text = tables(found, title, form)
    sys.stdout.write("".join(f"{shown(line)}\n" for line in text.splitlines()))


def _named(text: str, columns: tuple[str, ...]) -> tuple[str, ...]:
    """The column that is to be counted by, or the two.

    Raises:
        OgpError: when there is none of that name, or more than two are named.
    """
    names = (text,) if text in columns else tuple(name.strip() for name in text.split(","))
    for name in names:
        if name not in columns:
            from ogpworkshop.model.near import nearest

            near = nearest(name, columns)
            raise OgpError(
                f"the roster has no column {name}",
                f"Did you mean {near}?" if near else f"It has: {', '.join(columns)}.",
            )
    if len(names) > 2 or len(set(names)) < len(names):
        raise OgpError(f"{text} are not two columns", "A table crosses two: --by country,gender")
    return names


def audiences(agenda: "Agenda | None") -> dict[str, str]:
    """Who may see which column, as far as the agenda says it."""
    columns = agenda.written.roster.columns if agenda else {}
    return {name: column.audience for name, column in columns.items() if column.audience}


def give_codes(path: Path, agenda: "Agenda | None") -> int:
    """Write a code for each of those who come and have none; 1 if one that is there is weak."""
    from ogpworkshop.model.roster import CODE
    from ogpworkshop.write.codes import new_codes, weak_codes
    from ogpworkshop.write.files import rewrite
    from ogpworkshop.write.roster import roster_csv

    if path == files.STANDARD_INPUT:
        raise OgpError("codes are written into a file", "Name the roster.")
    before = files.content_of(path)
    roster, delimiter = sound(path, agenda)
    titles = _own_titles(path, agenda)
    made = new_codes(roster)
    if made:
        titles.setdefault(CODE, CODE)
        rows = [
            {titles[name]: value for name, value in person.values.items()}
            | ({titles[CODE]: made[person.path]} if person.path in made else {})
            for person in roster.participants
        ]
        rewrite(path, roster_csv([*titles.values()], rows, before, delimiter), before=before)
    kept = len(roster.coming) - len(made)
    sys.stdout.write(f"{path}: {counted(len(made), 'new code')}, {kept} kept\n")
    weak = list(weak_codes(roster))
    for line in weak:
        sys.stderr.write(f"ogp: {shown(line)}\n")
    return int(bool(weak))


def _own_titles(path: Path, agenda: "Agenda | None") -> dict[str, str]:
    """Titles of a roster's columns as they stand in its file, by their names.

    Raises:
        OgpError: it is the export of a registration system, whose columns are made into others.
    """
    reading = reading_of(path, agenda)
    if reading.system:
        raise OgpError(
            f"{path} is an export of {reading.system}, and no roster yet",
            f"Import it first: ogp roster import {path}",
        )
    titles = dict.fromkeys(reading.roster.columns, "")
    titles |= {name: title for title, name in reading.columns}
    return {name: title or name for name, title in titles.items()}


def purge(
    path: Path, agenda: "Agenda | None", after: int, *, today: date | None, dry_run: bool
) -> int:
    """Take sensitive columns out once the workshop is long enough over; 1 if it is not yet."""
    from ogpworkshop.write.files import rewrite
    from ogpworkshop.write.roster import roster_csv, sensitive

    due = _last_day(agenda) + timedelta(days=after)
    if (today or datetime.now(UTC).date()) < due:
        sys.stderr.write(f"{path}: nothing is removed before {due.isoformat()}\n")
        return 1
    before = files.content_of(path)
    roster, delimiter = sound(path, agenda)
    gone = sensitive(roster.columns, audiences(agenda))
    kept = [name for name in roster.columns if name not in gone]
    if not dry_run:
        if gone:
            rows = [person.values for person in roster.participants]
            rewrite(path, roster_csv(kept, rows, before, delimiter), before=before)
        _purge_imported(path, gone, audiences(agenda))
    verb = "would remove" if dry_run else "removed"
    for what, names in ((verb, gone), ("what remains", kept)):
        for line in wrapped(f"{what}: {', '.join(names) or 'nothing'}", ""):
            sys.stdout.write(f"{shown(line)}\n")
    return 0


def _last_day(agenda: "Agenda | None") -> date:
    """When the workshop ended.

    Raises:
        OgpError: when that is not known.
    """
    last = max((day.date for day in agenda.days if day.date), default=None) if agenda else None
    if last is None:
        raise OgpError(
            "when the workshop ended is not known",
            "Name the agenda with its dates: --agenda agenda.yaml",
        )
    return last


def _purge_imported(path: Path, gone: list[str], own: dict[str, str]) -> None:
    """The same columns go from what is remembered of imports."""
    from ogpworkshop.write import imported
    from ogpworkshop.write.files import rewrite
    from ogpworkshop.write.roster import sensitive

    beside = imported.path_beside(path)
    if beside.is_file():
        before = beside.read_bytes()
        known = imported.read(before)
        if known is not None:
            content = known.without({*gone, *sensitive(known.columns(), own)}).content()
            rewrite(beside, content, before=before)
