"""Word documents from templates that are made and edited in Word, with Jinja tags in their text."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from ogpworkshop.errors import OgpError
from ogpworkshop.render.environment import TemplateEnvironment

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
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError):
        raise OgpError(
            f"{template}: this template is no Word document", "Save it in Word as .docx."
        ) from None
    document.render(dict(names), jinja_env=rules, autoescape=True)
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
