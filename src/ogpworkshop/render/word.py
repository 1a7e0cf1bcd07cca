"""Word documents from templates that are made and edited in Word, with Jinja tags in their text."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from ogpworkshop.errors import OgpError
from ogpworkshop.render.environment import TemplateEnvironment, UnknownNameError
from ogpworkshop.render.word_tags import natural, place_of

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_LARGEST = 20_000_000


def write_word(template: Path, names: Mapping[str, Any], rules: TemplateEnvironment) -> bytes:
    """The template with its tags filled, text escaped as everywhere.

    Raises:
        OgpError: the package for Word documents is not installed, or the template is none.
    """
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
        fill = document.patch_xml
        document.patch_xml = lambda xml: fill(natural(xml))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError):
        raise OgpError(
            f"{template}: this template is no Word document", "Save it in Word as .docx."
        ) from None
    try:
        document.render(dict(names), jinja_env=rules, autoescape=True)
    except Exception as error:  # noqa: BLE001  # a template can raise whatever Python can
        from ogpworkshop.render.faults import explained  # noqa: PLC0415  # for faults alone

        found = explained(error, rules, str(template), set(names))
        name = error.name if isinstance(error, UnknownNameError) else ""
        place = place_of(template, rules, name)
        said = found.message.partition(": ")[2]
        where = f"{template}, in “{place}”" if place else f"{template}"
        raise OgpError(f"{where}: {said}", found.remedy) from None
    written = BytesIO()
    document.save(written)
    return written.getvalue()


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
