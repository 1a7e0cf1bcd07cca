"""Making the whole set of a workshop's documents, or part of it, into a folder."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import typer

from ogpworkshop.cli import files
from ogpworkshop.cli.progress import Progress
from ogpworkshop.errors import OgpError

if TYPE_CHECKING:
    from ogpworkshop.cli.printing import Workshop
    from ogpworkshop.render.documents import Document, Rendered
    from ogpworkshop.render.selecting import Selection

ORGANISERS = "organisers"
"""Folder for what is not for everybody's eyes."""


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """What to make: all documents if none is named, in their usual format if none is named."""

    documents: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    options: Mapping[str, str | bool] = {}
    people: tuple[str, ...] = ()
    rooms: tuple[str, ...] = ()
    sessions: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    is_split: bool = False
    since: str | None = None


class Order(msgspec.Struct, frozen=True):
    """Which files it is made from, and the folder it goes to."""

    agenda: Path | None
    roster: Path | None
    plan: Path | None
    templates: Path | None
    fonts: Path | None
    output: Path
    force: bool = False
    is_compact: bool = False


class Sheet(msgspec.Struct, frozen=True):
    """One file to make."""

    document: "Document"
    format: str
    selection: "Selection | None"
    path: Path


def parted(words: Sequence[str], agenda: Path | None) -> tuple[list[str], Path | None]:
    """Documents and the agenda, which may be named among them as with every other command."""
    names = [word for word in words if not _is_agenda(word)]
    named = [Path(word) for word in words if _is_agenda(word)]
    if len(named) + (agenda is not None) > 1:
        raise OgpError("more than one agenda is named", "Name one agenda and any documents.")
    return names, agenda or (named[0] if named else None)


def _is_agenda(word: str) -> bool:
    return word == "-" or Path(word).suffix.casefold() in {".yaml", ".yml"}


def names_of(given: Sequence[str] | None) -> tuple[str, ...]:
    """Names given one by one or with commas between."""
    return tuple(name.strip() for each in given or () for name in each.split(",") if name.strip())


def choices_of(given: Sequence[str], **named: str | int | None) -> dict[str, str | bool]:
    """Options of documents: `compact`, `stock=a4-8xa7`, and those with an option of their own."""
    given = [*given, *(f"{name}={value}" for name, value in named.items() if value is not None)]
    parts = [each.partition("=") for each in given]
    return {name.strip(): value.strip() if sign else True for name, sign, value in parts}


def list_documents(agenda: Path | None, templates: Path | None) -> int:
    """Say what can be made, and with which options."""
    from ogpworkshop.render.documents import documents

    folders = files.template_folders(agenda or files.USUAL[0], templates)
    for name, document in documents(folders).items():
        typer.echo(f"{name:16} {' '.join(document.formats):18} {document.summary}")
        for option, choice in document.options.items():
            values = f": {', '.join(choice.values)}" if choice.values else ""
            typer.echo(f"{'':16} {'--set ' + option:18} {choice.summary}{values}")
    typer.echo("\nMake some with ogp print NAME…, or all with ogp print --all.")
    return 0


def publish(wish: Wish, order: Order, *, strict: bool) -> int:
    """Make what is wished, and write it once everything is made; 1 for a warning under `strict`."""
    from ogpworkshop.render.documents import documents, render

    workshop = _workshop(order)
    folders = files.template_folders(workshop.path, order.templates)
    sheets = _sheets(wish, order, workshop, documents(folders))
    made: list[tuple[Sheet, Rendered]] = []
    with Progress(len(sheets)) as progress:
        for sheet in sheets:
            progress.show(sheet.path.name)
            rendered = render(
                sheet.document.name,
                sheet.format,
                workshop.agenda,
                workshop.roster,
                workshop.plan,
                templates=folders,
                options=_own(wish.options, sheet.document),
                selection=sheet.selection,
                fonts=[order.fonts] if order.fonts else [],
                folder=workshop.folder,
                is_compact=order.is_compact,
            )
            made.append((sheet, rendered))
    _write(made, force=order.force)
    warnings: dict[str, list[Path]] = {}
    for sheet, rendered in made:
        for text in rendered.warnings:
            warnings.setdefault(text, []).append(sheet.path)
    for text, paths in warnings.items():
        more = f" and {len(paths) - 1} more" if len(paths) > 1 else ""
        typer.echo(f"ogp: {paths[0]}{more}: {text}", err=True)
    return 1 if strict and warnings else 0


def _workshop(order: Order) -> "Workshop":
    from ogpworkshop.cli.printing import Workshop

    path = files.agenda_path(order.agenda)
    agenda = files.usable_agenda(path)
    roster_path = files.roster_path(agenda, path, order.roster)
    roster = files.needed_roster(agenda, path, order.roster) if roster_path else None
    has_plan = roster is not None and files.plan_path(path, order.plan) is not None
    plan = files.sound_plan(path, order.plan, roster) if roster and has_plan else None
    return Workshop(path, agenda, roster, plan)


def _own(options: Mapping[str, str | bool], document: "Document") -> dict[str, str | bool]:
    return {name: value for name, value in options.items() if name in document.options}


def _sheets(
    wish: Wish, order: Order, workshop: "Workshop", known: "Mapping[str, Document]"
) -> list[Sheet]:
    """Every file to make, in the order of the catalogue."""
    from ogpworkshop.cli.reprinting import changes, workshop_at
    from ogpworkshop.render.selecting import select

    chosen = _chosen(wish, known)
    selection = select(
        workshop.agenda,
        workshop.roster,
        people=wish.people,
        rooms=wish.rooms,
        sessions=wish.sessions,
        days=wish.days,
    )
    then = workshop_at(wish.since, workshop, order) if wish.since else None
    sheets: list[Sheet] = []
    for document in chosen:
        if not _can_be_made(document, wish, workshop, selection):
            continue
        asked = selection.only(set(document.narrowed))
        folder = order.output / ORGANISERS if document.audience != "public" else order.output
        options = _own(wish.options, document)
        changed = (
            changes(document, options, workshop, then, order, wish.since or "") if then else None
        )
        for output in _formats(document, wish):
            own = changed(output, asked) if changed else asked
            if own is not None:
                sheets += _files(document, output, own, folder, workshop, is_split=wish.is_split)
    if not sheets and wish.since:
        typer.echo(f"nothing of this has changed since {wish.since}", err=True)
    elif not sheets:
        raise OgpError("nothing of this can be made", "ogp print lists what can be made.")
    return sheets


def _chosen(wish: Wish, known: "Mapping[str, Document]") -> "list[Document]":
    from ogpworkshop.render.documents import document_of

    names = dict.fromkeys(wish.documents)
    chosen = [document_of(name, known) for name in names] or [*known.values()]
    for name in wish.options:
        if not any(name in document.options for document in chosen):
            offered = sorted({option for document in chosen for option in document.options})
            raise OgpError(
                f"none of these documents has an option “{name}”",
                f"There are: {', '.join(offered)}." if offered else "They have none.",
            )
    return chosen


def _can_be_made(
    document: "Document", wish: Wish, workshop: "Workshop", selection: "Selection"
) -> bool:
    """Whether there is all it needs, and it can be limited as wished.

    Raises:
        OgpError: when not, and it was asked for by name.
    """
    given = {"roster": workshop.roster, "plan": workshop.plan}
    remedies = {
        "roster": "Name one with --roster, or put participants.csv beside the agenda.",
        "plan": "Form groups first: ogp groups assign.",
    }
    for need in document.needs:
        if given[need] is None:
            if wish.documents:
                raise OgpError(f"“{document.name}” cannot be made without a {need}", remedies[need])
            typer.echo(f"{document.name}: left out, there is no {need}", err=True)
            return False
    others = selection.sorts - set(document.narrowed)
    if others and wish.documents:
        raise OgpError(
            f"“{document.name}” cannot be limited by {min(others)}",
            f"It can be limited by {' or '.join(document.narrowed)}." if document.narrowed else "",
        )
    return not others


def _formats(document: "Document", wish: Wish) -> tuple[str, ...]:
    """All formats of a whole set; of a named document the usual one."""
    if not wish.formats:
        return document.formats[:1] if wish.documents else tuple(_makeable(document))
    found = tuple(each for each in dict.fromkeys(wish.formats) if each in document.formats)
    if not found and wish.documents:
        raise OgpError(
            f"“{document.name}” is not made as “{wish.formats[0]}”",
            f"It is made as {', '.join(document.formats)}.",
        )
    return found


def _makeable(document: "Document") -> Iterator[str]:
    """Formats that need no package which is not installed."""
    from importlib.util import find_spec

    for output in document.formats:
        if output == "docx" and find_spec("docxtpl") is None:
            name = f"{document.name}.docx"
            typer.echo(f"{name}: left out, it needs pip install ogpworkshop[docx]", err=True)
        else:
            yield output


def _files(
    document: "Document",
    output: str,
    selection: "Selection",
    folder: Path,
    workshop: "Workshop",
    *,
    is_split: bool,
) -> Iterator[Sheet]:
    """One file, or one for each of those that the document is about."""
    from ogpworkshop.render.naming import distinct, file_name
    from ogpworkshop.render.selecting import each_of

    if not (is_split and document.narrowed):
        yield Sheet(document, output, selection, folder / f"{document.name}.{output}")
        return
    parts = list(each_of(document.narrowed[0], workshop.agenda, workshop.roster, selection))
    names = distinct(file_name(name) for name, _ in parts)
    for name, (_, part) in zip(names, parts, strict=True):
        yield Sheet(document, output, part, folder / document.name / f"{name}.{output}")


def _write(made: "Sequence[tuple[Sheet, Rendered]]", *, force: bool) -> None:
    """Write everything; nothing before it is known that every file may be written."""
    from ogpworkshop.render.documents import MARK
    from ogpworkshop.write.files import write_whole

    mark = MARK.encode()
    for sheet, _ in made:
        if not force and sheet.path.is_file() and mark not in sheet.path.read_bytes():
            raise OgpError(
                f"{sheet.path} was not written by ogp", "Nothing was written. --force replaces it."
            )
    for sheet, rendered in made:
        _make_folder(sheet.path.parent)
        is_new = write_whole(
            sheet.path, rendered.content, force=force, ours=lambda old: mark in old
        )
        said = "written" if is_new else "unchanged"
        typer.echo(f"{sheet.path}: {said}, {len(rendered.content) / 1000:.0f} kB", err=True)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise OgpError(f"{folder} is a file, not a folder", "Name another: -o FOLDER.") from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise OgpError(f"the folder {folder} cannot be made: {reason}", "") from None
