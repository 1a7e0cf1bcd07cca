"""The catalogue of documents, and the one function that makes any of them.

A document is a folder of templates with a `document.toml`: title, audience, formats, options.
"""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Literal

import msgspec

from ogpworkshop.errors import OgpError
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.near import nearest
from ogpworkshop.model.plan import GroupPlan
from ogpworkshop.model.roster import Audience, Roster
from ogpworkshop.render.selecting import Selection
from ogpworkshop.render.view import View

Format = Literal["pdf", "html", "md", "txt", "svg", "docx"]
Part = Literal["people", "itineraries", "present", "tallies", "doors", "charts", "seated"]
Choice = str | bool | int
SUFFIXES: dict[str, str] = {"pdf": "typ", "svg": "typ", "html": "html", "md": "md", "txt": "txt"}
"""What the name of a format's template ends in, before `.j2`; Word's is a Word document."""

MARK = "ogpworkshop"
"""Stands in everything that `render` makes, so that a file can be told to be ours."""

MAX_OUTPUT = 50_000_000
_DIGITS = 6
MANIFEST = "document.toml"


class Option(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A choice that a document offers.

    Attributes:
        summary: what it is for.
        default: what holds if nothing is chosen; its sort is the sort of the choice: yes or no, a
            whole number from 0, or a text.
        values: the texts that can be chosen; any if there are none.
        shows: by value, parts of the view that only this choice needs.
    """

    summary: str
    default: Choice = False
    values: tuple[str, ...] = ()
    shows: dict[str, tuple[Part, ...]] = {}


class Document(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Something that can be printed; what its `document.toml` says.

    Attributes:
        name: of its folder.
        title: for lists.
        summary: what it is good for, one sentence.
        audience: who reads it; nothing that these readers may not see reaches its templates.
        formats: those it has a template for, the usual one first.
        needs: what it cannot be made without, of roster and plan.
        shows: parts of the view that are made for it besides what every document gets.
        narrowed: what it can be limited to: people, rooms, sessions, days.
        options: choices by name.
    """

    name: str = ""
    title: str
    summary: str = ""
    audience: Audience = "public"
    formats: tuple[Format, ...]
    needs: tuple[Literal["roster", "plan"], ...] = ()
    shows: tuple[Part, ...] = ()
    narrowed: tuple[Literal["person", "room", "session", "day"], ...] = ()
    options: dict[str, Option] = {}


class Rendered(msgspec.Struct, frozen=True):
    """A document made, and what its maker should know before handing it out."""

    content: bytes
    warnings: tuple[str, ...] = ()


def documents(templates: Sequence[Path] = ()) -> dict[str, Document]:
    """Every document by name: those that come with ogp and those in the user's folders."""
    found: dict[str, Document] = {}
    for folder in (shipped(), *reversed(templates)):
        for manifest in sorted(folder.glob(f"*/{MANIFEST}")):
            found[manifest.parent.name] = _read(manifest)
    return found


def render(  # noqa: PLR0913  # the front door: what can be given is given by name
    document: str,
    output: str,
    agenda: Agenda,
    roster: Roster | None = None,
    plan: GroupPlan | None = None,
    *,
    templates: Sequence[Path] = (),
    options: Mapping[str, Choice] | None = None,
    selection: Selection | None = None,
    fonts: Sequence[Path] = (),
    folder: Path | None = None,
    changed: datetime | None = None,
    is_compact: bool = False,
) -> Rendered:
    """Make a document; nothing is written to disk.

    Args:
        document: its name, for example `programme`.
        output: a format it has: `pdf`, `html`, `md` or `txt`.
        agenda: what it tells of.
        roster: who comes; names of people referred to by id.
        plan: who is in which group.
        templates: the user's folders, which win over what comes with ogp.
        options: choices that the document offers.
        selection: limits it to these people, rooms, sessions or days; found by `select`.
        fonts: more folders with fonts for PDF.
        folder: the workshop's, where its logo is.
        changed: when the content last changed, for a PDF's date; none is written without it.
        is_compact: PDFs packed, which takes a package of its own.

    Raises:
        OgpError: unknown document, format or option; a template's mistake; no PDF engine.
    """
    from ogpworkshop.render import making  # noqa: PLC0415  # listing documents needs no Jinja

    known = documents(templates)
    chosen = document_of(document, known)
    _offered(chosen, output, {"roster": roster, "plan": plan})
    _named(agenda, known)
    return making.make(
        chosen,
        output,
        making.Content(agenda, roster, plan, chosen_for(chosen, agenda, options or {}), selection),
        making.Place(shipped(), tuple(templates), tuple(fonts), changed, folder, is_compact),
    )


def seen_by(
    document: Document,
    agenda: Agenda,
    roster: Roster | None,
    plan: GroupPlan | None,
    options: Mapping[str, Choice],
) -> View:
    """What a document shows of a workshop."""
    from ogpworkshop.render.viewing import view_of  # noqa: PLC0415  # as above

    parts = parts_of(document, chosen_for(document, agenda, options))
    return view_of(agenda, roster, plan, audience=document.audience, parts=parts)


def parts_of(document: Document, options: Mapping[str, Choice]) -> list[str]:
    """The parts of the view that a document shows, with these choices."""
    chosen = (
        option.shows.get(str(options.get(name)), ()) for name, option in document.options.items()
    )
    return [*document.shows, *(part for parts in chosen for part in parts)]


def document_of(name: str, known: Mapping[str, Document]) -> Document:
    """The document of that name.

    Raises:
        OgpError: there is none.
    """
    if name in known:
        return known[name]
    near = nearest(name, known)
    remedy = f"Did you mean “{near}”?" if near else f"There are: {', '.join(known)}."
    raise OgpError(f"there is no document “{name}”", remedy)


def template_files(document: str) -> dict[str, bytes]:
    """The files of a document that comes with ogp, by their paths below a folder of templates.

    Raises:
        OgpError: there is no such document.
    """
    folder = shipped() / document_of(document, documents()).name
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(shipped()).as_posix(): file.read_bytes() for file in files}


@cache
def shipped() -> Path:
    """The folder of templates that comes with ogp: in the package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "templates", package.parent.parent / "templates"):
        if folder.is_dir():
            return folder
    raise OgpError("the templates that come with ogp are missing", "Install ogpworkshop once more.")


def _read(manifest: Path) -> Document:
    try:
        kept = tomllib.loads(manifest.read_text("utf-8"))
        document = msgspec.convert({**kept, "name": manifest.parent.name}, Document)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        raise OgpError(f"{manifest}: this file cannot be read as TOML", _LIKE) from None
    except msgspec.ValidationError as fault:
        raise OgpError(f"{manifest}: {_misfit(str(fault))}", _LIKE) from None
    except OSError:
        raise OgpError(f"{manifest}: this file cannot be read") from None
    return document


_LIKE = (
    "It has title, audience, formats, needs and options, as in templates/programme/document.toml."
)


def _misfit(message: str) -> str:
    _, _, path = message.partition(" - at `$.")
    key = path.rstrip("`") or message.rpartition("`")[0].rpartition("`")[2]
    return f"“{key}” is missing, misspelt or of the wrong sort"


def _named(agenda: Agenda, known: Mapping[str, Document]) -> None:
    """Refuse settings of documents that there are not."""
    for name in agenda.written.print:
        try:
            document_of(name, known)
        except OgpError as fault:
            raise OgpError(
                f"{fault.message}, which the agenda names under print:", fault.remedy
            ) from None


def _offered(document: Document, output: str, given: Mapping[str, Any]) -> None:
    if output not in document.formats:
        raise OgpError(
            f"“{document.name}” is not made as “{output}”",
            f"It is made as {', '.join(document.formats)}.",
        )
    for need in document.needs:
        if given[need] is None:
            raise OgpError(f"“{document.name}” cannot be made without a {need}")


def chosen_for(
    document: Document, agenda: Agenda, given: Mapping[str, Choice]
) -> dict[str, Choice]:
    """Every option of a document: as given, else as the agenda says under `print:`, else as usual."""
    kept = agenda.written.print.get(document.name, {})
    said = {
        name: ";".join((value,) if isinstance(value, str) else value)
        for name, value in kept.items()
    }
    chosen = {name: option.default for name, option in document.options.items()}
    for name, value in {**said, **given}.items():
        option = document.options.get(name)
        if option is None:
            near = nearest(name, document.options)
            remedy = f"Did you mean “{near}”?" if near else ""
            raise OgpError(f"“{document.name}” has no option “{name}”", remedy)
        chosen[name] = _chosen(name, option, value)
    return chosen


def _chosen(name: str, option: Option, value: Choice) -> Choice:
    """The value as the option means it: text from a command line can stand for a number or a yes."""
    if option.values and value not in option.values:
        raise OgpError(f"“{name}” cannot be “{value}”", f"It is one of {', '.join(option.values)}.")
    if isinstance(option.default, bool):
        known = {"yes": True, "true": True, "no": False, "false": False}
        if isinstance(value, bool):
            return value
        if str(value).casefold() not in known:
            raise OgpError(f"“{name}” is either given or not", f"Write {name}=yes or {name}=no.")
        return known[str(value).casefold()]
    if isinstance(option.default, int):
        if isinstance(value, bool) or not str(value).isdecimal() or len(str(value)) > _DIGITS:
            raise OgpError(f"“{name}” cannot be “{value}”", "It is a whole number from 0.")
        return int(value)
    return str(value)
