"""A text of XML as a tree whose elements know where they stand. No entities, nothing from outside."""

from bisect import bisect_right
from collections.abc import Iterator
from xml.parsers import expat

import msgspec

from ogpworkshop.source.packed import declares_type

DEEPEST = 60


class Element(msgspec.Struct, gc=False):
    """An element.

    Attributes:
        name: its tag, without a prefix.
        attributes: by name, without prefixes.
        start: offset of its first character.
        end: one past its last.
        text: all text directly within it.
        inner: (start, end) of what stands between its tags.
        parts: elements within it.
    """

    name: str
    attributes: dict[str, str]
    start: int
    end: int = 0
    text: str = ""
    inner: tuple[int, int] = (0, 0)
    parts: list["Element"] = []

    def all(self, name: str) -> Iterator["Element"]:
        """Elements of a name directly within it."""
        return (part for part in self.parts if part.name == name)

    def part(self, name: str) -> "Element | None":
        """The first element of a name directly within it."""
        return next(self.all(name), None)

    def string(self, name: str) -> str:
        """The text of the first element of a name, without spaces around it."""
        found = self.part(name)
        return found.text.strip() if found is not None else ""


class UnreadableXmlError(ValueError):
    """The text is no XML, or declares what it must not; says why, and at which character."""

    def __init__(self, message: str, offset: int) -> None:
        """Keep both apart for the report."""
        super().__init__(message)
        self.message = message
        self.offset = offset


def parse(text: str) -> Element:
    """The root element of a text.

    Raises:
        UnreadableXmlError: when it is not well-formed, nests too deeply, or declares a type.
    """
    text_bytes = text.encode("utf-8", "replace")
    if declares_type(text_bytes):
        raise UnreadableXmlError("a document type is declared, which no schedule needs", 0)
    builder = _Builder(text_bytes)
    try:
        builder.parser.Parse(text_bytes, True)  # noqa: FBT003  expat takes no name for it
    except expat.ExpatError:
        offset = builder.offset(max(0, builder.parser.ErrorByteIndex))
        message = "the text breaks off or two tags do not match"
        raise UnreadableXmlError(message, min(offset, len(text))) from None
    if builder.root is None:
        raise UnreadableXmlError("there is no element in it", 0)
    return builder.root


class _Builder:
    """Takes what expat meets; never recurses."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.is_ascii = content.isascii()
        self.starts = [0]
        if not self.is_ascii:
            for line in content.split(b"\n"):
                self.starts.append(self.starts[-1] + len(line) + 1)
            self.letters = [0]
            for line in content.split(b"\n"):
                self.letters.append(self.letters[-1] + len(line.decode("utf-8", "replace")) + 1)
        self.root: Element | None = None
        self.open: list[Element] = []
        self.texts: list[list[str]] = []
        self.parser = expat.ParserCreate("utf-8")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._begin
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._data

    def offset(self, byte: int) -> int:
        """The character that a byte belongs to."""
        if self.is_ascii:
            return byte
        row = bisect_right(self.starts, byte) - 1
        start = self.starts[row]
        return self.letters[row] + len(self.content[start:byte].decode("utf-8", "replace"))

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        if len(self.open) >= DEEPEST:
            message = f"elements nest deeper than {DEEPEST} levels"
            raise UnreadableXmlError(message, self.offset(self.parser.CurrentByteIndex))
        byte = self.parser.CurrentByteIndex
        start = self.offset(byte)
        plain = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        element = Element(name.rpartition(":")[2], plain, start, parts=[])
        inner = self.offset(self.content.find(b">", byte) + 1)
        element.inner = (inner, inner)
        if self.open:
            self.open[-1].parts.append(element)
        else:
            self.root = element
        self.open.append(element)
        self.texts.append([])

    def _end(self, _name: str) -> None:
        element = self.open.pop()
        byte = self.parser.CurrentByteIndex
        element.text = "".join(self.texts.pop())
        end = self.content.find(b">", byte) + 1
        element.inner = (element.inner[0], max(element.inner[0], self.offset(byte)))
        element.end = self.offset(end)

    def _data(self, data: str) -> None:
        if self.texts:
            self.texts[-1].append(data)
