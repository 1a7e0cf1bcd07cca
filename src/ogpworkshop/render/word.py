"""Word documents from templates that are made and edited in Word, with Jinja tags in their text."""

import zipfile
from collections.abc import Mapping
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any

import msgspec
from markupsafe import Markup
from msgspec.structs import replace

from ogpworkshop.errors import OgpError
from ogpworkshop.render.environment import TemplateEnvironment, UnknownNameError
from ogpworkshop.render.pictures import Picture
from ogpworkshop.render.signing import Signing
from ogpworkshop.render.theme import ACCENT, SECOND
from ogpworkshop.render.word_tags import natural, place_of

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_LARGEST = 20_000_000
_LETTER = (12240, 15840)
"""Width and height of the paper, in twentieths of a point."""

_HIGH = 14
# Word wants the properties of a paragraph and of a run in their order: what comes after these two.
_AFTER_BIDI = (
    "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing",
    "w:mirrorIndents", "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment",
    "w:textboxTightWrap", "w:outlineLvl", "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr",
    "w:pPrChange",
)  # fmt: skip
_AFTER_RTL = ("w:cs", "w:em", "w:lang", "w:eastAsianLayout", "w:specVanish", "w:oMath")


class House(msgspec.Struct, frozen=True):
    """What a document brings along besides words.

    Attributes:
        logo: the theme's; PNG and JPEG are what Word shows.
        signatories: who signs, with pictures of their signatures.
        is_own: whether the template is the user's own, whose colours and paper are left alone.
    """

    logo: Picture | None = None
    signatories: tuple[Signing, ...] = ()
    is_own: bool = False


def write_word(
    template: Path, names: Mapping[str, Any], rules: TemplateEnvironment, house: House
) -> bytes:
    """The template with its tags filled, text escaped as everywhere.

    Raises:
        OgpError: the package for Word documents is not installed, the template is none, or has a
            mistake.
    """
    document = _opened(template)
    known = dict(names)
    known["logo"] = _placed(document, house.logo, names["theme"].logo_text)
    known["signatories"] = [
        replace(each.shown, picture=_placed(document, each.picture, each.shown.name))
        for each in house.signatories
    ]
    try:
        document.render(known, jinja_env=rules, autoescape=True)
    except Exception as error:  # noqa: BLE001  # a template can raise whatever Python can
        raise _explained(error, template, rules, set(known)) from None
    _suit(document, names, is_own=house.is_own)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _opened(template: Path) -> Any:
    try:
        from docx.opc.exceptions import PackageNotFoundError  # noqa: PLC0415  # an optional extra
        from docxtpl import DocxTemplate  # noqa: PLC0415  # as above
    except ImportError:
        raise OgpError(
            "Word documents need a package that is not installed",
            "Install it with: pip install ogpworkshop[docx]",
        ) from None
    if template.stat().st_size > _LARGEST:
        raise OgpError(f"{template}: this template is larger than 20 MB", "")
    try:
        document = DocxTemplate(template)
        document.init_docx()
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError):
        raise OgpError(
            f"{template}: this template is no Word document", "Save it in Word as .docx."
        ) from None
    fill = document.patch_xml
    document.patch_xml = lambda xml: fill(natural(xml))
    return document


def _explained(
    error: Exception, template: Path, rules: TemplateEnvironment, known: set[str]
) -> OgpError:
    """A mistake in a template, with the paragraph it stands in."""
    from ogpworkshop.render.faults import explained  # noqa: PLC0415  # for faults alone

    found = explained(error, rules, str(template), known)
    place = place_of(template, rules, error.name if isinstance(error, UnknownNameError) else "")
    where = f"{template}, in “{place}”" if place else f"{template}"
    return OgpError(f"{where}: {found.message.partition(': ')[2]}", found.remedy)


def _placed(document: Any, picture: Picture | None, said: str) -> str:
    """A picture as a tag prints it; "" for none, or for one that Word does not show."""
    if picture is None or picture.kind == "image/svg+xml":
        return ""
    from docx.shared import Mm  # noqa: PLC0415  # an optional extra
    from docxtpl import InlineImage  # noqa: PLC0415  # as above

    document.current_rendering_part = document.docx.part
    drawn = str(InlineImage(document, BytesIO(picture.content), height=Mm(_HIGH)))
    told = f'<wp:docPr descr="{escape(said)}" '
    return Markup(drawn.replace("<wp:docPr ", told))  # noqa: S704  # the package's own, and escaped


def _suit(document: Any, names: Mapping[str, Any], *, is_own: bool) -> None:
    """Language and direction of writing; paper, colours and typefaces too where the template is ours."""
    from docx.oxml import OxmlElement  # noqa: PLC0415  # an optional extra
    from docx.oxml.ns import qn  # noqa: PLC0415  # as above

    workshop, theme = names["workshop"], names["theme"]
    body = document.docx.element
    styles = document.docx.styles.element
    for language in styles.iter(qn("w:lang")):
        language.set(qn("w:bidi" if workshop.direction == "rtl" else "w:val"), workshop.language)
    if workshop.direction == "rtl":
        _turn(body, OxmlElement, qn)
    if is_own:
        return
    fonts = {"Calibri": theme.text_font, "Cambria": theme.heading_font}
    for family in (*body.iter(qn("w:rFonts")), *styles.iter(qn("w:rFonts"))):
        for key, name in family.items():
            family.set(key, fonts.get(name) or name)
    colours = {ACCENT: theme.accent, SECOND: theme.second}
    for root in (body, styles):
        for colour in root.iter(qn("w:color")):
            value = f"#{colour.get(qn('w:val'))}".lower()
            colour.set(qn("w:val"), colours.get(value, value).lstrip("#").upper())
    if workshop.paper == "letter":
        for size in body.iter(qn("w:pgSz")):
            width, height = sorted(_LETTER, reverse=size.get(qn("w:orient")) == "landscape")
            size.set(qn("w:w"), str(width))
            size.set(qn("w:h"), str(height))


def _turn(body: Any, make: Any, qn: Any) -> None:
    """Let paragraphs, tables and runs go from right to left."""
    for paragraph in body.iter(qn("w:p")):
        paragraph.get_or_add_pPr().insert_element_before(make("w:bidi"), *_AFTER_BIDI)
    for table in body.iter(qn("w:tbl")):
        table.tblPr.insert(
            1 if table.tblPr.find(qn("w:tblStyle")) is not None else 0, make("w:bidiVisual")
        )
    for run in body.iter(qn("w:r")):
        run.get_or_add_rPr().insert_element_before(make("w:rtl"), *_AFTER_RTL)


def stamped(content: bytes, mark: str) -> bytes:
    """The same document with our mark as the archive's comment, and without the time of making."""
    stamp = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(content)) as made,
        zipfile.ZipFile(stamp, "w", zipfile.ZIP_DEFLATED) as kept,
    ):
        for part in made.infolist():
            entry = zipfile.ZipInfo(part.filename, _LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            kept.writestr(entry, made.read(part))
        kept.comment = mark.encode()
    return stamp.getvalue()
