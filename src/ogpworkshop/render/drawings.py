"""SVG pictures that a workshop brings along, looked through before anything draws them.

What a drawing can multiply (a marker on each of a path's points, a drawing used by a drawing) cannot
be counted without drawing it. So a drawing is plain, of shapes and gradients alone, which costs what
its length costs; or it is set in a process of its own, within bounds.
"""

import re
from collections.abc import Mapping
from xml.parsers import expat

import msgspec

_SVG = "http://www.w3.org/2000/svg "
_MOST = 50_000
_DEEPEST = 256
_LONGEST_STYLE = 20_000
_LONGEST_ENTITY = 500
_PLAIN = frozenset(
    {
        "svg", "g", "defs", "title", "desc", "metadata", "style", "a",
        "linearGradient", "radialGradient", "stop",
        "path", "rect", "circle", "ellipse", "line", "polyline", "polygon",
    }
)  # fmt: skip
_LETTERS = frozenset({"text", "tspan", "textPath"})
_ELSEWHERE = re.compile(r"@import|\burl\(\s*['\"]?\s*(?!['\"#\s]|data:)([^'\")]*)", re.IGNORECASE)
_WITHIN = re.compile(r"\s*(?:#|data:image/|$)", re.IGNORECASE)


class UndrawableError(ValueError):
    """The drawing is not taken; says why, and what to do about it."""

    def __init__(self, why: str, remedy: str) -> None:
        super().__init__(why)
        self.why = why
        self.remedy = remedy


class Drawing(msgspec.Struct, frozen=True):
    """What a drawing is made of.

    Attributes:
        is_plain: of shapes alone, so that drawing it takes no longer than reading it.
        has_letters: of text as well, which needs the typeface that it was written in.
    """

    is_plain: bool
    has_letters: bool


def drawing_of(content: bytes) -> Drawing:
    """Look through an SVG picture.

    Raises:
        UndrawableError: it is none, refers to something outside it, or is larger than any logo.
    """
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UndrawableError("is not UTF-8 text", "Save it as UTF-8, or as PNG.") from None
    look = _Look()
    try:
        look.parser.Parse(content, True)  # noqa: FBT003  # expat takes no name for it
    except expat.ExpatError as fault:
        raise UndrawableError(
            f"is no SVG picture: line {fault.lineno} is not XML", "Save it once more, or as PNG."
        ) from None
    return Drawing(look.is_plain and look.style <= _LONGEST_STYLE, look.has_letters)


class _Look:
    """Takes what expat meets."""

    def __init__(self) -> None:
        self.count = self.depth = self.style = 0
        self.is_plain, self.has_letters, self.is_style = True, False, False
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.begin
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text
        self.parser.EntityDeclHandler = self.entity
        self.parser.ProcessingInstructionHandler = self.instruction

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        if not self.count and name != f"{_SVG}svg":
            raise UndrawableError("is no SVG picture", "Save it once more, or as PNG.")
        self.count += 1
        self.depth += 1
        if self.count > _MOST or self.depth > _DEEPEST:
            raise UndrawableError("has more parts than any logo", "Simplify it, or save it as PNG.")
        sort = name.removeprefix(_SVG)
        self.is_style = sort == "style"
        self.is_plain &= sort in _PLAIN or " " in sort
        self.has_letters |= sort in _LETTERS
        for key, value in attributes.items():
            if key.rpartition(" ")[2] == "href" and sort != "a" and not _WITHIN.match(value):
                raise _elsewhere(value)
            self.refuse_address(value)

    def end(self, _: str) -> None:
        self.depth -= 1
        self.is_style = False

    def text(self, text: str) -> None:
        if self.is_style:
            self.style += len(text)
            self.refuse_address(text)

    def entity(self, name: str, is_parameter: bool, value: str | None, *_: str | None) -> None:
        # drawing programs name their namespaces so, short and never within each other
        if value is None or is_parameter or "&" in value or len(value) > _LONGEST_ENTITY:
            raise UndrawableError(
                f"declares “{name}” for its text", "Save it as plain SVG, or as PNG."
            )

    def instruction(self, target: str, text: str) -> None:
        if target == "xml-stylesheet":
            raise _elsewhere(text)

    def refuse_address(self, text: str) -> None:
        found = _ELSEWHERE.search(text)
        if found:
            raise _elsewhere(found[1] or found[0])


def _elsewhere(address: str) -> UndrawableError:
    return UndrawableError(
        f"takes something from elsewhere (“{address.strip()[:60]}”)",
        "Embed it in the drawing and save it once more, or save it as PNG.",
    )
