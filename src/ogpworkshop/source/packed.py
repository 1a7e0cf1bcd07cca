"""Documents packed as ZIP with XML inside (Word, Excel, OpenDocument), opened with bounds.

No part is unpacked beyond a limit, whatever its header claims; XML that declares a document type,
the only way to entities and outside files, is refused before it is read.
"""

import io
import zipfile
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET
from xml.parsers import expat

from ogpworkshop.errors import OgpError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LARGEST_PART = 96 * 1024 * 1024
LARGEST = 256 * 1024 * 1024
_MOST_PARTS = 5_000
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError)


class Package:
    """The parts of a packed document, each unpacked when it is asked for."""

    def __init__(self, content: bytes, file: str) -> None:
        """Open it.

        Raises:
            OgpError: when it is damaged, or unpacks to more than any document.
        """
        self.file = file
        try:
            self._packed = zipfile.ZipFile(io.BytesIO(content))
        except _DAMAGED:
            raise self._damaged() from None
        self.names = self._packed.namelist()
        if (
            len(self.names) > _MOST_PARTS
            or sum(i.file_size for i in self._packed.infolist()) > LARGEST
        ):
            raise self._too_large()

    def read(self, name: str) -> bytes:
        """A part; empty if there is none of that name.

        Raises:
            OgpError: when it is damaged or too large.
        """
        if name not in self.names:
            return b""
        try:
            with self._packed.open(name) as stream:
                content = stream.read(LARGEST_PART + 1)
        except _DAMAGED:
            raise self._damaged() from None
        if len(content) > LARGEST_PART:
            raise self._too_large()
        return content

    def xml(self, name: str, largest: int = LARGEST_PART) -> "Element | None":
        """A part that is XML, as a tree; None if there is none of that name.

        Raises:
            OgpError: when it is damaged, too large, or declares a document type.
        """
        content = self.read(name)
        if not content:
            return None
        if len(content) > largest:
            raise self._too_large()
        self.refuse_declarations(name, content)
        try:
            return ET.fromstring(content)  # noqa: S314  without a document type
        except (ET.ParseError, LookupError, ValueError):
            raise self._damaged() from None

    def refuse_declarations(self, name: str, content: bytes) -> None:
        """Refuse a part that declares a document type.

        Raises:
            OgpError: when it does.
        """
        if declares_type(content):
            raise OgpError(
                f"{self.file} holds a part ({name}) that declares a document type, which no "
                "office program writes",
                "It may be meant to do harm. Open it in the program it is from and save it anew.",
            )

    def _damaged(self) -> OgpError:
        return OgpError(
            f"{self.file} is damaged or protected by a password",
            "Open it in the program it is from and save it anew.",
        )

    def _too_large(self) -> OgpError:
        return OgpError(f"{self.file} unpacks to more than any agenda or roster has", "")


class _BeginsError(Exception):
    """The first element begins: no declaration can follow."""


def declares_type(content: bytes) -> bool:
    """Whether XML, in whatever encoding, declares a document type."""
    found: list[bool] = []
    parser = expat.ParserCreate()

    def declared(*_: object) -> None:
        found.append(True)
        raise _BeginsError

    def begins(*_: object) -> None:
        raise _BeginsError

    parser.StartDoctypeDeclHandler = declared
    parser.StartElementHandler = begins
    with suppress(_BeginsError, expat.ExpatError, LookupError, ValueError):
        parser.Parse(content[: 1024 * 1024], False)  # noqa: FBT003  expat takes no name for it
    return bool(found)
