"""Pictures that a workshop brings along: logo and signatures, from its own folder alone."""

import base64
from pathlib import Path

import msgspec

from ogpworkshop.errors import OgpError

_LARGEST = 2_000_000
_MARKER = 0xFF
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers of JPEG after which width and height stand."""

_TYPES = {
    ".png": ("image/png", b"\x89PNG"),
    ".jpg": ("image/jpeg", b"\xff\xd8"),
    ".jpeg": ("image/jpeg", b"\xff\xd8"),
    ".svg": ("image/svg+xml", b"<"),
}
SUFFIXES = tuple(_TYPES)


class Picture(msgspec.Struct, frozen=True):
    """A picture file, read."""

    kind: str
    content: bytes

    @property
    def as_link(self) -> str:
        """The picture itself as the address of a picture, for web pages."""
        return f"data:{self.kind};base64,{base64.b64encode(self.content).decode()}"

    @property
    def as_drawing(self) -> bytes:
        """The picture as SVG: the only sort of picture that Typst takes along with its source."""
        if self.kind == "image/svg+xml":
            return self.content
        width, height = _size(self.content)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
            f'<image width="{width}" height="{height}" href="{self.as_link}"/></svg>'
        ).encode()


def picture_of(name: str, folder: Path | None, what: str) -> Picture:
    """A picture in the workshop's folder; `what` it is, for what has to be said of it.

    Raises:
        OgpError: it is elsewhere, is not there, or is no picture.
    """
    if folder is None:
        raise OgpError(f"the {what} cannot be found", "Name the agenda file rather than piping it.")
    root = folder.resolve()
    file = (root / name).resolve()
    if not file.is_relative_to(root):
        raise OgpError(
            f"the {what} “{name}” is outside the workshop's folder",
            "Copy it beside the agenda.",
        )
    kind, opening = _TYPES.get(file.suffix.casefold(), ("", b""))
    if not kind:
        raise OgpError(f"the {what} “{name}” is no picture", "It can be PNG, JPEG or SVG.")
    try:
        if file.stat().st_size > _LARGEST:
            raise OgpError(f"the {what} “{name}” is larger than 2 MB", "Make it smaller.")
        content = file.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise OgpError(f"the {what} “{name}” cannot be read: {reason}", "") from None
    if not content.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(opening):
        raise OgpError(f"the {what} “{name}” is no picture of its kind", "Save it once more.")
    return Picture(kind, content)


def _size(content: bytes) -> tuple[int, int]:
    """Width and height of a PNG or JPEG picture."""
    if content.startswith(b"\x89PNG"):
        return int.from_bytes(content[16:20]), int.from_bytes(content[20:24])
    at = 2
    while at + 9 < len(content) and content[at] == _MARKER:
        kind, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4])
        if kind in _FRAMES:
            height, width = content[at + 5 : at + 7], content[at + 7 : at + 9]
            return int.from_bytes(width), int.from_bytes(height)
        at += 2 + length
    raise OgpError("the picture's size cannot be told", "Save the picture once more, or as PNG.")
