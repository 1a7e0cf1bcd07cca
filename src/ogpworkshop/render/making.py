"""Runs a document's template over the view, and turns what it writes into bytes."""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

import msgspec

from ogpworkshop.errors import OgpError
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.plan import GroupPlan
from ogpworkshop.model.roster import Roster
from ogpworkshop.render import typst
from ogpworkshop.render.bidi import isolated
from ogpworkshop.render.compacting import compacted
from ogpworkshop.render.documents import (
    MARK,
    MAX_OUTPUT,
    SUFFIXES,
    Choice,
    Document,
    Rendered,
    parts_of,
)
from ogpworkshop.render.environment import TemplateEnvironment, environment
from ogpworkshop.render.filtering import filters_of
from ogpworkshop.render.folders import Folders, refuse_links
from ogpworkshop.render.linked import linked_data
from ogpworkshop.render.phrases import foreign
from ogpworkshop.render.pictures import Picture
from ogpworkshop.render.remarks import remarks
from ogpworkshop.render.reminders import calendar_link, uids_of
from ogpworkshop.render.seats import seats_of
from ogpworkshop.render.selecting import Selection, narrowed
from ogpworkshop.render.signing import signatories_of
from ogpworkshop.render.stock import stock_of
from ogpworkshop.render.theme import darkened, logo_of, theme_of
from ogpworkshop.render.view import View
from ogpworkshop.render.viewing import view_of

_LOGO = "ogp-logo.svg"
_PLAIN = ("md", "txt")
"""Formats without colours."""

_UNDRAWN = "failed to parse SVG"
_REDRAW = "Save it as plain SVG, of shapes alone, or as PNG."
_and = " and ".join

_PLACED = re.compile(r".*\.j2:\d+: ")
"""A message that says where in which template."""


class Content(msgspec.Struct, frozen=True):
    """What a document tells of."""

    agenda: Agenda
    roster: Roster | None
    plan: GroupPlan | None
    options: Mapping[str, Choice]
    selection: Selection | None = None


class Place(msgspec.Struct, frozen=True):
    """Where templates and fonts come from, and the date that a PDF gets."""

    shipped: Path
    templates: tuple[Path, ...]
    fonts: tuple[Path, ...]
    changed: datetime | None
    folder: Path | None = None
    is_compact: bool = False


def make(document: Document, output: str, content: Content, place: Place) -> Rendered:
    """The document in one of its formats."""
    if output == "docx":
        made = _word(document, content, place)
    else:
        made = _finish(write(document, output, content, place), place)
    if output in _PLAIN:
        return made
    return Rendered(
        made.content, (*made.warnings, *darkened(theme_of(content.agenda.written.theme, "")))
    )


class Written(msgspec.Struct, frozen=True):
    """What a document's template wrote, and all that it wrote it with."""

    text: str
    output: str
    seen: View
    rules: TemplateEnvironment
    template: str
    names: dict[str, Any]
    pictures: Mapping[str, Picture] = {}


def write(document: Document, output: str, content: Content, place: Place) -> Written:
    """The text of a document: the page itself, or the Typst source of a PDF."""
    seen, names = _seen(document, output, content)
    rules = environment(output, place.shipped, place.templates)
    if output == "html":
        names["foreign"] = foreign(seen.workshop)
        rules.globals["linked_data"] = linked_data(seen)
        names["filters"] = filters_of(_readable(seen))
        is_told = content.options.get("groups")
        names["seats"] = seats_of(seen, content.agenda, content.roster) if is_told else None
        rules.globals["calendar_link"] = partial(calendar_link, seen, uids_of(content.agenda))
    logo = logo_of(content.agenda.written.theme, place.folder)
    pictures: dict[str, Picture] = {}
    if logo:
        names["logo"] = logo.as_link if output == "html" else _LOGO
        pictures[_LOGO] = logo
    if "signed" in content.options:
        signatories = signatories_of(str(content.options["signed"]), place.folder)
        names["signatories"] = [each.shown for each in signatories]
        pictures |= {each.shown.picture: each.picture for each in signatories if each.picture}
    template = f"{document.name}/{document.name}.{SUFFIXES[output]}.j2"
    text = _text(rules, template, names)
    return Written(text, output, seen, rules, template, names, pictures)


def _seen(document: Document, output: str, content: Content) -> tuple[View, dict[str, Any]]:
    """What a document can show, and the names by which its template asks for it."""
    seen = view_of(
        content.agenda,
        content.roster,
        content.plan,
        audience=document.audience,
        parts=parts_of(document, content.options),
    )
    if content.selection is not None:
        seen = narrowed(seen, content.selection)
    shown = _readable(seen)
    names = {field: getattr(shown, field) for field in shown.__struct_fields__}
    names |= {"options": dict(content.options), "document": document, "output": output, "logo": ""}
    if "stock" in content.options:
        stock, nudge = (str(content.options.get(name, "")) for name in ("stock", "nudge"))
        names["stock"] = stock_of(stock, seen.workshop.paper, nudge)
    return seen, names


def _readable(seen: View) -> View:
    return isolated(seen) if seen.workshop.direction == "rtl" else seen


def _word(document: Document, content: Content, place: Place) -> Rendered:
    from ogpworkshop.render.word import House, stamped, write_word  # noqa: PLC0415  # for Word alone

    _, names = _seen(document, "docx", content)
    file = Folders(place.shipped, place.templates).find(f"{document.name}/{document.name}.docx")
    house = House(
        logo_of(content.agenda.written.theme, place.folder),
        tuple(signatories_of(str(content.options.get("signed", "")), place.folder)),
        is_own=not file.is_relative_to(place.shipped),
    )
    rules = environment("docx", place.shipped, place.templates)
    written = write_word(file, names, rules, house)
    return Rendered(stamped(written, MARK))


def _finish(written: Written, place: Place) -> Rendered:
    if SUFFIXES[written.output] != "typ":
        nothing = () if written.text.strip() else (f"{written.template} writes nothing",)
        return Rendered(written.text.encode("utf-8", "replace"), nothing)
    compiled = _compiled(written, place)
    content = compiled.content
    if written.output == "svg":
        title = f"<title>{escape(written.seen.workshop.title)}</title><!-- {MARK} -->"
        content = content.replace(b">", f' role="img">{title}'.encode(), 1)
    if place.is_compact and written.output == "pdf":
        content = compacted(content)
    lettered = (
        f"{each.said} has text in it, which is drawn only where its typeface comes along or is"
        " installed; save its text as outlines"
        for each in written.pictures.values()
        if each.drawing and each.drawing.has_letters
    )
    return Rendered(content, (*remarks(compiled, written.seen), *lettered))


def _compiled(written: Written, place: Place) -> typst.Compiled:
    theme = written.seen.theme
    look = typst.Look(
        place.fonts, (theme.text_font, theme.heading_font), written.seen.workshop.language
    )
    files = {name: each.as_drawing for name, each in written.pictures.items()}
    job = typst.Job(written.text, written.output, _root(place), look, place.changed, files)
    loader = written.rules.loader
    own = sorted(loader.used) if isinstance(loader, Folders) else []
    drawn = [each.said for each in written.pictures.values() if not each.is_plain]
    try:
        if not own + drawn:
            return typst.compile_source(job)
        from ogpworkshop.render import apart  # noqa: PLC0415  # for the user's own templates alone

        return apart.compile_apart(job)
    except typst.TypstFaultError as error:
        if drawn and _UNDRAWN in error.fault.message:
            raise OgpError(f"{_and(drawn)} cannot be drawn", _REDRAW) from None
        raise _located(error.fault, written, place) from None
    except typst.UnboundedError:
        if not own:
            raise OgpError(
                f"{_and(drawn)} takes more memory or time than any logo", _REDRAW
            ) from None
        raise OgpError(
            f"{', '.join(own)}: its Typst code takes more memory or time than any document needs",
            _and(["Look for a loop or a range without end", *drawn]) + ".",
        ) from None


def _text(rules: TemplateEnvironment, template: str, names: dict[str, Any]) -> str:
    try:
        if isinstance(rules.loader, Folders) and rules.loader.is_own(template):
            from ogpworkshop.render.blocks import refuse_lost_blocks  # noqa: PLC0415  # as below

            refuse_lost_blocks(rules, template)
        return "".join(_bounded(rules.get_template(template).generate(names)))
    except OgpError as error:
        if _PLACED.match(error.message):
            raise
        raise _explained(error, rules, template, names) from None
    except Exception as error:  # noqa: BLE001  # a template can raise whatever Python can
        raise _explained(error, rules, template, names) from None


def _explained(
    error: Exception, rules: TemplateEnvironment, template: str, names: dict[str, Any]
) -> OgpError:
    from ogpworkshop.render.faults import explained  # noqa: PLC0415  # for faults alone

    return explained(error, rules, template, set(names))


def _bounded(parts: Iterable[str]) -> Iterable[str]:
    size = 0
    for part in parts:
        size += len(part)
        if size > MAX_OUTPUT:
            raise OgpError("the template writes more than 50 MB")
        yield part


def _located(fault: typst.Fault, written: Written, place: Place) -> OgpError:
    from ogpworkshop.render.typeset import located  # noqa: PLC0415  # for faults alone

    template = written.rules.get_template(written.template)
    return located(fault, written.text, template, written.names, place.shipped)


def _root(place: Place) -> Path:
    """Typst reads files below this folder only: the user's templates, or those of ogp."""
    own = next((folder for folder in place.templates if folder.is_dir()), None)
    if own is not None:
        refuse_links(own)
    return own or place.shipped
