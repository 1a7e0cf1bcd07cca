"""The text of a calendar file (RFC 5545): components, properties, and where each of them stands.

Lines are unfolded and split; what they mean is for readers. Nothing is refused: a line that is no
property is kept aside, a component that is never closed ends with the file.
"""

import re
from collections.abc import Iterator

import msgspec

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)(?:[ \t][^\r\n]*(?:\r\n|\r|\n|\Z))*")
_FOLD = re.compile(r"(?:\r\n|\r|\n)[ \t]")
_PROPERTY = re.compile(
    r"(?P<name>[A-Za-z0-9-]+)(?P<parameters>(?:;[A-Za-z0-9-]+=(?:\"[^\"]*\"|[^\";:])*)*):"
)
_PARAMETER = re.compile(r";([A-Za-z0-9-]+)=((?:\"[^\"]*\"|[^\";])*)")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_DEEPEST = 10
_LONGEST = 75


class Property(msgspec.Struct, frozen=True, gc=False):
    """One property of a component.

    Attributes:
        name: in capitals.
        parameters: by name in capitals, without quotation marks.
        value: as written, unfolded, escapes kept.
        start: offset of the line in the file.
        end: one past its last character, the line's end not counted.
    """

    name: str
    parameters: dict[str, str]
    value: str
    start: int
    end: int

    @property
    def text(self) -> str:
        """The value as a text, its escapes resolved."""
        return unescaped(self.value)


class Component(msgspec.Struct):
    """What stands between BEGIN and END.

    Attributes:
        name: in capitals; "" for the file itself.
        start: offset of its first character.
        properties: in order.
        parts: components within, in order.
        strays: (start, end) of lines that are no properties.
    """

    name: str
    start: int
    properties: list[Property]
    parts: list["Component"]
    strays: list[tuple[int, int]]

    def get(self, name: str) -> Property | None:
        """The first property of a name."""
        return next((each for each in self.properties if each.name == name), None)

    def text(self, name: str) -> str:
        """The text of the first property of a name, "" if there is none."""
        found = self.get(name)
        return found.text if found else ""

    def all(self, name: str) -> Iterator["Component"]:
        """Every component of a name, at any depth, in order."""
        for part in self.parts:
            if part.name == name:
                yield part
            yield from part.all(name)


def parse(text: str) -> Component:
    """The components of a file."""
    root = Component("", 0, [], [], [])
    opened = [root]
    for found in _LINE.finditer(text):
        raw = found[0].rstrip("\r\n")
        if not raw.strip():
            continue
        start, end = found.start(), found.start() + len(raw)
        line = _property(_FOLD.sub("", raw).strip("\ufeff"), start, end)
        if line is None:
            opened[-1].strays.append((start, end))
        elif line.name == "BEGIN" and len(opened) <= _DEEPEST:
            part = Component(line.value.strip().upper(), start, [], [], [])
            opened[-1].parts.append(part)
            opened.append(part)
        elif line.name == "END":
            _close(opened, line.value.strip().upper())
        else:
            opened[-1].properties.append(line)
    return root


def _close(opened: list[Component], name: str) -> None:
    """Close the innermost component of a name, and what was left open within it."""
    names = [each.name for each in opened]
    if name in names[1:]:
        del opened[len(names) - 1 - names[::-1].index(name) :]


def _property(line: str, start: int, end: int) -> Property | None:
    found = _PROPERTY.match(line)
    if found is None:
        return None
    parameters = {
        name.upper(): value.replace('"', "")
        for name, value in _PARAMETER.findall(found["parameters"])
    }
    return Property(found["name"].upper(), parameters, line[found.end() :], start, end)


def unescaped(value: str) -> str:
    """A text value without its escapes."""
    if "\\" not in value:
        return value
    return _ESCAPED.sub(lambda mark: "\n" if mark[1] in "nN" else mark[1], value)


def escaped(text: str) -> str:
    """A text as a value; line ends of every kind are escaped, control characters go."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(mark for mark in lines if mark >= " " or mark in "\n\t")
    kept = kept.replace("\x7f", "").replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return kept.replace("\n", "\\n")


def listed(value: str) -> list[str]:
    """The parts of a value that holds several texts parted by commas."""
    return [unescaped(part) for part in re.split(r"(?<!\\),", value)]


def folded(line: str) -> str:
    """A line with CRLF at its end, folded so that no part is longer than 75 bytes of UTF-8."""
    parts, part, size = [], "", 0
    for letter in line:
        length = len(letter.encode("utf-8", "surrogatepass"))
        if size + length > _LONGEST:
            parts.append(part)
            part, size = " ", 1
        part += letter
        size += length
    return "\r\n".join([*parts, part]) + "\r\n"
