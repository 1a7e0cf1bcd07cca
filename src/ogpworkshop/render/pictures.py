"""Pictures that a workshop brings along: logo and signatures, from its own folder alone."""

import base64
from pathlib import Path

import msgspec

from ogpworkshop.errors import OgpError
from ogpworkshop.render.drawings import Drawing, UndrawableError, drawing_of

_LARGEST = 2_000_000
_MOST_POINTS = 50_000_000
"""Of a PNG or JPEG picture: a photograph; unpacked, each takes four bytes."""
_MARKER = 0xFF
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers of JPEG after which width and height stand."""

_SVG = "image/svg+xml"
_TYPES = {
    ".png": ("image/png", b"\x89PNG"),
    ".jpg": ("image/jpeg", b"\xff\xd8"),
    ".jpeg": ("image/jpeg", b"\xff\xd8"),
    ".svg": (_SVG, b"<"),
}
SUFFIXES = tuple(_TYPES)


class Picture(msgspec.Struct, frozen=True):
    """A picture file, read.

    Attributes:
        kind: its media type.
        content: the file.
        said: what it is called in messages: the logo “logo.svg”.
        drawing: what it is made of, if it is a drawing.
    """

    kind: str
    content: bytes
    said: str = ""
    drawing: Drawing | None = None

    @property
    def is_plain(self) -> bool:
        """Whether drawing it takes no longer than reading it."""
        return self.drawing is None or self.drawing.is_plain

    @property
    def as_link(self) -> str:
        """The picture itself as the address of a picture, for web pages."""
        return f"data:{self.kind};base64,{base64.b64encode(self.content).decode()}"

    @property
    def as_drawing(self) -> bytes:
        """The picture as SVG: the only sort of picture that Typst takes along with its source."""
        if self.drawing:
            return self.content
        width, height = _size(self.content, self.said)
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
    said = f"the {what} “{name}”"
    if kind != _SVG:
        _size(content, said)
        return Picture(kind, content, said)
    try:
        return Picture(kind, content, said, drawing_of(content))
    except UndrawableError as fault:
        raise OgpError(f"{said} {fault.why}", fault.remedy) from None


def _size(content: bytes, said: str) -> tuple[int, int]:
    """Width and height of a PNG or JPEG picture.

    Raises:
        OgpError: they are not told, or are those of no picture.
    """
    width, height = _told_size(content)
    if not width * height:
        raise OgpError(f"{said} does not say its size", "Save it once more, or as PNG.")
    if width * height > _MOST_POINTS:
        raise OgpError(f"{said} has {width} × {height} points", "Make it smaller.")
    return width, height


def _told_size(content: bytes) -> tuple[int, int]:
    if content.startswith(b"\x89PNG"):
        return int.from_bytes(content[16:20]), int.from_bytes(content[20:24])
    at = 2
    while at + 9 < len(content) and content[at] == _MARKER:
        kind, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4])
        if kind in _FRAMES:
            height, width = content[at + 5 : at + 7], content[at + 7 : at + 9]
            return int.from_bytes(width), int.from_bytes(height)
        at += 2 + length
    return 0, 0
