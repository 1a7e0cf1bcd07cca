"""The text of a table out of the bytes of its file."""

import codecs
import re

from ogpworkshop.errors import OgpError
from ogpworkshop.read.headers import Layout, empty
from ogpworkshop.source import charset
from ogpworkshop.source.text import UndecodableError

LARGEST = 64 * 1024 * 1024
"""Bytes of the largest table read: some 250,000 people."""
_SAMPLE = 64 * 1024
_SIGNATURES = {
    b"PK\x03\x04": "an Excel, OpenDocument or ZIP file",
    b"\xd0\xcf\x11\xe0": "an old Excel file",
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a compressed file",
}
_LETTER = re.compile(r"[^\s,;|\"\x00\ufeff]")


def text_of(content: bytes, file: str, layout: Layout, encoding: str | None) -> tuple[str, str]:
    """The text, and how it is stored where that is not Unicode."""
    remedy = f"Save the {layout.what} as “CSV UTF-8” and give that file."
    if len(content) > LARGEST:
        raise OgpError(f"{file} is {len(content) / 1e6:.0f} MB, too large for a {layout.what}")
    for signature, kind in _SIGNATURES.items():
        if content.startswith(signature):
            raise OgpError(f"{file} is {kind}, not a table of text", remedy)
    try:
        text, stored = _decoded(content, encoding)
    except (UnicodeDecodeError, UndecodableError):
        raise OgpError(f"{file} is not a table of text", remedy) from None
    head = text[:_SAMPLE]
    odd = sum(letter < " " and letter not in "\t\r\n\v" for letter in head)
    if odd * 10 > len(head):
        raise OgpError(f"{file} is not a table of text", remedy)
    if not _LETTER.search(text):
        raise empty(file, layout)
    return text, stored


def _decoded(content: bytes, encoding: str | None) -> tuple[str, str]:
    """The text, and how it is stored: "" for Unicode.

    Raises:
        OgpError: when somebody has named an encoding that there is not, or that it is not in.
        UnicodeDecodeError: when it is cut short.
    """
    if encoding:
        try:
            name = codecs.lookup(encoding).name
            text = content.decode(encoding)
        except (LookupError, ValueError):
            what = f"the roster cannot be read as {encoding}"
            raise OgpError(
                what, "Leave encoding: out, or write another, such as windows-1252."
            ) from None
        return text.removeprefix("\ufeff"), "" if name.startswith("utf") else name
    return charset.decoded(content)
