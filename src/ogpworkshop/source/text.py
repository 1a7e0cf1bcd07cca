"""A file's text with its lines, and the decoding of bytes that are supposed to be text."""

import codecs
import re
from bisect import bisect_right
from functools import cached_property
from typing import Protocol

import msgspec

from ogpworkshop.model.path import Place

_LINE_END = re.compile(r"\r\n?|\n")


class Span(msgspec.Struct, frozen=True, order=True):
    """Characters of a text, from `start` up to but not including `end`."""

    start: int
    end: int


class Position(msgspec.Struct, frozen=True, order=True):
    """Line and column as editors count them, both from 1; a column is a character."""

    line: int
    column: int


class Lines:
    """A text and where its lines begin. Lines end with LF, CRLF or CR, as in YAML and CSV."""

    def __init__(self, text: str) -> None:
        """Keep the text; the line starts are found when first needed."""
        self.text = text

    @cached_property
    def starts(self) -> list[int]:
        """Offset of the first character of each line."""
        return [0, *(found.end() for found in _LINE_END.finditer(self.text))]

    def position(self, offset: int) -> Position:
        """Line and column of a character."""
        row = bisect_right(self.starts, offset) - 1
        return Position(row + 1, offset - self.starts[row] + 1)

    def line(self, number: int) -> str:
        """The text of a line, counted from 1, without its end."""
        start = self.starts[number - 1]
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def offset(self, position: Position) -> int:
        """The inverse of `position`."""
        return self.starts[position.line - 1] + position.column - 1


class Source(Protocol):
    """A file as it was read: says where in it something of the model stands.

    Attributes:
        file: its name as the user gave it.
        lines: its text.
    """

    file: str
    lines: Lines

    def locate(self, place: Place) -> Span:
        """Where a place stands; its nearest ancestor that has a span, if it has none itself."""

    def replace(self, place: Place, text: str) -> tuple[Span, str] | None:
        """The edit of the file that gives a place this value, quoted as the format needs.

        None when it cannot be made without touching something else.
        """

    def remove(self, place: Place) -> tuple[Span, str] | None:
        """The edit that takes what stands at a place out of its list, with its lines.

        None when it shares its lines with something else, or would leave the list empty.
        """


class UndecodableError(ValueError):
    """Bytes that are not text in any encoding that is read here, with the place of the first."""

    def __init__(self, line: int, byte: int) -> None:
        """Keep line (from 1) and the value of the byte."""
        super().__init__(f"line {line}: byte 0x{byte:02x}")
        self.line = line
        self.byte = byte


def decode(content: bytes, *, fallback: str | None = None) -> tuple[str, str]:
    """Text and the name of its encoding: UTF-8 or UTF-16 with a byte order mark, or UTF-8.

    Args:
        content: a whole file.
        fallback: an encoding to try when it is not UTF-8, for example cp1252.

    Raises:
        UndecodableError: when it is none of these.
    """
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if content.startswith(mark):
            return _decoded(content, encoding), encoding
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        if fallback is None:
            return _decoded(content, "utf-8"), "utf-8"
        return _decoded(content, fallback), fallback


def _decoded(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UndecodableError(line, content[error.start]) from None


def encode(text: str, like: bytes) -> bytes:
    """The bytes of a text in the encoding, with or without its mark, of the file it came from."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if like.startswith(mark):
            return mark + text.encode(encoding)
    return text.encode()
