"""A YAML file as a tree of scalars, lists and mappings that knows where each of them stands.

Scalars are taken as written: `9:30` is a text and no sexagesimal number, `NO` is Norway's code.
The tree is built from libyaml's events rather than by PyYAML's composer, which recurses in C and
resolves types that are not wanted here.
"""

import re
from collections.abc import Iterator
from typing import Any

import msgspec
import yaml

from ogpworkshop.model.path import Path, Place
from ogpworkshop.source.text import Lines, Span

DEEPEST = 50
_PLAIN = re.compile(r"[\w(“‘][^#\n]*", re.UNICODE)
_INDICATOR = re.compile(r": |:$| #|^[\s>|@`!&*%{}\[\],?'\"-]|\s$")
_SPECIAL = re.compile("[\\x00-\\x1f\\x7f-\\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""Letters that YAML takes for a line's end, or does not take as they are."""
_WORDS_OF_YAML = frozenset({"true", "false", "null", "yes", "no", "on", "off", "~", "y", "n"})

SCALAR, LIST, MAPPING = "text", "list", "mapping"


class Node(msgspec.Struct, gc=False):
    """A scalar, a list or a mapping.

    Attributes:
        kind: SCALAR, LIST or MAPPING.
        start: offset of its first character.
        end: one past its last.
        text: of a scalar, quotes and escapes resolved.
        style: "" for a plain scalar, else its quote, `|` or `>`.
        parts: of a list.
        pairs: of a mapping: key and value in the order of the file.
        is_flow: a list or mapping in brackets.
    """

    kind: str
    start: int
    end: int
    text: str = ""
    style: str = ""
    parts: list["Node"] = []
    pairs: list[tuple["Node", "Node"]] = []
    is_flow: bool = False

    @property
    def is_empty(self) -> bool:
        """Nothing, null or ~ without quotes."""
        return self.kind == SCALAR and not self.style and self.text in {"", "~", "null"}


class UnreadableError(ValueError):
    """The text is not YAML; says why in a reader's words, and at which character."""

    def __init__(self, message: str, offset: int) -> None:
        """Keep both apart for the report."""
        super().__init__(message)
        self.message = message
        self.offset = offset


def parse(text: str) -> Node:
    """The tree of a text's only document; an empty text is an empty scalar.

    Raises:
        UnreadableError: when it is not YAML, nests deeper than `DEEPEST`, or holds two documents.
    """
    builder = _Builder()
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        offset = min(mark.index, len(text)) if mark else 0
        raise UnreadableError(_in_words(error.problem or "", text, offset), offset) from None
    except yaml.reader.ReaderError as error:
        # libyaml counts bytes
        ahead = text.encode()[: error.position] if isinstance(error.position, int) else b""
        where = len(ahead.decode(errors="ignore"))
        raise UnreadableError("a character that no text file holds", where) from None
    return builder.root or Node(SCALAR, 0, 0)


def _in_words(problem: str, text: str, offset: int) -> str:
    """What libyaml's complaint means for someone who is not a programmer."""
    if "found character '\\t'" in problem or "cannot start any token" in problem:
        line = text[text.rfind("\n", 0, offset) + 1 : offset + 1]
        if "\t" in line:
            return "a tab where the indentation needs spaces"
        return f"a value cannot begin with “{text[offset : offset + 1]}” here; put it in quotes"
    for complaint, meaning in (
        ("mapping values are not allowed", "a colon where none can be; put the text in quotes, or check the indentation"),
        ("could not find expected ':'", "a line without a colon among lines that have one"),
        ("did not find expected key", "a line that is indented differently from its neighbours"),
        ("did not find expected '-'", "a line that is indented differently from its neighbours, or lacks its dash"),
        ("did not find expected ',' or '}'", "a brace { that is not closed, or a comma that is missing"),
        ("did not find expected ',' or ']'", "a bracket [ that is not closed, or a comma that is missing"),
        ("unexpected end of stream", "a quote that is not closed"),
        ("found undefined tag handle", "a “!” at the beginning of a value; put it in quotes"),
        ("undefined alias", "a “*” at the beginning of a value; put it in quotes"),
        ("exceeded", "brackets nested too deeply"),
        ("block sequence entries are not allowed", "a dash where no list can begin; check the indentation"),
    ):  # fmt: skip
        if complaint in problem:
            return meaning
    return "the file's structure breaks off"


class _Builder:
    """Takes events one by one; never recurses, so no nesting can exhaust the stack."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.open: list[tuple[Node, list[Node]]] = []
        self.anchors: dict[str, Node] = {}
        self.documents = 0

    def take(self, event: Any) -> None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            style = event.style or ""
            node = Node(SCALAR, event.start_mark.index, event.end_mark.index, event.value, style)
            self._place(node, event.anchor)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self._begin(event, MAPPING if kind is yaml.MappingStartEvent else LIST)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._finish(event)
        elif kind is yaml.AliasEvent:
            self._alias(event)
        elif kind is yaml.DocumentStartEvent:
            self.documents += 1
            if self.documents > 1:
                raise UnreadableError("a second document begins with ---", event.start_mark.index)

    def _begin(self, event: Any, kind: str) -> None:
        start = event.start_mark.index
        if len(self.open) >= DEEPEST:
            raise UnreadableError(f"lists and mappings nested deeper than {DEEPEST} levels", start)
        node = Node(kind, start, event.end_mark.index, is_flow=bool(event.flow_style))
        if event.anchor:
            self.anchors.pop(event.anchor, None)
        self.open.append((node, []))
        node.text = event.anchor or ""

    def _finish(self, event: Any) -> None:
        node, children = self.open.pop()
        if node.kind == LIST:
            node.parts = children
        else:
            node.pairs = _merged(list(zip(children[::2], children[1::2], strict=True)))
        # libyaml ends a block where the next token begins: past blank lines and comments
        node.end = event.end_mark.index if node.is_flow or not children else children[-1].end
        anchor, node.text = node.text, ""
        self._place(node, anchor)

    def _alias(self, event: Any) -> None:
        node = self.anchors.get(event.anchor)
        if node is None:
            start = event.start_mark.index
            raise UnreadableError("a “*” that refers to nothing; put the text in quotes", start)
        self._place(node, None)

    def _place(self, node: Node, anchor: str | None) -> None:
        if anchor:
            self.anchors[anchor] = node
        if self.open:
            self.open[-1][1].append(node)
        else:
            self.root = node


def _merged(pairs: list[tuple[Node, Node]]) -> list[tuple[Node, Node]]:
    """Pairs of a mapping with those of `<<: *other` that it does not give itself."""
    if all(key.text != "<<" or key.style for key, _ in pairs):
        return pairs
    own = [(key, value) for key, value in pairs if key.text != "<<"]
    given = {key.text for key, _ in own}
    for key, value in pairs:
        if key.text == "<<":
            for other in value.parts if value.kind == LIST else [value]:
                own += [(k, v) for k, v in other.pairs if k.text not in given]
                given |= {k.text for k, _ in other.pairs}
    return own


class YamlSource:
    """An agenda as YAML text; a `Source`."""

    def __init__(self, file: str, text: str, root: Node) -> None:
        """Keep the file's name, its text and its tree."""
        self.file = file
        self.lines = Lines(text)
        self.root = root

    def _node(self, path: Path) -> tuple[Node, Node | None, bool]:
        """The node at a path or its nearest ancestor, its key, and whether the path was reached.

        Of two equal keys the first counts, as for the reader.
        """
        node, key = self.root, None
        for step in path:
            if isinstance(step, int):
                if node.kind != LIST or step >= len(node.parts):
                    # a single value may stand for a list of one
                    if node.kind == SCALAR and step == 0:
                        continue
                    return node, key, False
                node, key = node.parts[step], None
            else:
                found = next((pair for pair in node.pairs if pair[0].text == step), None)
                if found is None:
                    return node, key, False
                key, node = found
        return node, key, True

    def locate(self, place: Place) -> Span:
        """Where a place stands; its nearest ancestor, down to its first line, if it has no span."""
        node, key, is_exact = self._node(place.path)
        if place.key and place.within is not None:
            return Span(*place.within)
        if place.key and key is not None:
            return Span(key.start, key.end)
        if not is_exact or node.kind != SCALAR:
            return self._first_line(node, key)
        if node.start == node.end and key is not None:
            return Span(key.start, key.end)
        if place.within is not None:
            offset = self._text_offset(node)
            if offset is not None:
                start, end = place.within
                return Span(offset + start, max(offset + start + 1, offset + end))
        return Span(node.start, node.end)

    def extent(self, path: Path) -> Span:
        """Everything that stands at a path, from its first character to its last."""
        node, _, _ = self._node(path)
        return Span(node.start, max(node.start, node.end))

    def at(self, offset: int) -> tuple[Path, Span, bool]:
        """What stands at a character: its path, its span, whether it is a key."""
        path, node, is_key = self._at(offset)
        return path, Span(node.start, node.end), is_key

    def scalar_at(self, offset: int) -> Span | None:
        """The scalar that begins before a character and ends after it, if there is one."""
        _, node, _ = self._at(offset)
        is_within = node.kind == SCALAR and node.start < offset < node.end
        return Span(node.start, node.end) if is_within else None

    def _at(self, offset: int) -> tuple[Path, Node, bool]:
        path, node = Path(), self.root
        while True:
            for step, key, value in _children(node):
                if key is not None and key.start <= offset <= key.end:
                    return path / step, key, True
                if value.start <= offset <= value.end and value.end > value.start:
                    path, node = path / step, value
                    break
            else:
                return path, node, False

    def _first_line(self, node: Node, key: Node | None) -> Span:
        """What to underline for a whole list or mapping: its key, or its first line."""
        if key is not None:
            return Span(key.start, key.end)
        text = self.lines.text
        stop = text.find("\n", node.start, node.end)
        end = node.end if stop < 0 else stop
        return Span(node.start, max(node.start, end))

    def _text_offset(self, node: Node) -> int | None:
        """Where a scalar's own text begins, if it stands in the file letter by letter."""
        inner = node.start + (1 if node.style in {"'", '"'} else 0)
        return inner if self.lines.text.startswith(node.text, inner) else None

    def replace(self, place: Place, text: str) -> tuple[Span, str] | None:
        """The edit of the file that gives a scalar or key this text, in the quotes it has."""
        if place.key and place.within is not None:
            return Span(*place.within), text
        node, key, is_exact = self._node(place.path)
        target = key if place.key else node
        if target is None or not is_exact or target.kind != SCALAR or target.style in {"|", ">"}:
            return None
        if place.within is not None:
            offset = self._text_offset(target)
            if offset is None:
                return None
            text = target.text[: place.within[0]] + text + target.text[place.within[1] :]
        return Span(target.start, target.end), quoted(text, target.style)

    def remove(self, place: Place) -> tuple[Span, str] | None:
        """The edit that takes a part out of a list written with dashes, with its lines."""
        parent, _, is_exact = self._node(Path(place.path[:-1]))
        position = place.path[-1] if place.path else None
        if not is_exact or parent.is_flow or len(parent.parts) < 2 or not isinstance(position, int):
            return None
        node, text = parent.parts[position], self.lines.text
        first = self.lines.position(node.start).line
        last = self.lines.position(max(node.start, node.end - 1)).line
        start = self.lines.starts[first - 1]
        end = self.lines.starts[last] if last < len(self.lines.starts) else len(text)
        is_alone = text[start : node.start].strip() == "-" and not text[node.end : end].strip()
        # what somebody else may use or has noted down is not taken out unasked
        if not is_alone or _KEPT.search(text, node.start, node.end):
            return None
        return Span(start, end), ""


_KEPT = re.compile(r"(?:^|\s)(?:&\w|#)")


def _children(node: Node) -> Iterator[tuple[str | int, Node | None, Node]]:
    """Steps down from a list or mapping, each with its key if it has one, and its value."""
    for position, part in enumerate(node.parts):
        yield position, None, part
    for key, value in node.pairs:
        if key.kind == SCALAR:
            yield key.text, key, value


def quoted(text: str, style: str = "") -> str:
    """A text as a YAML scalar: in the given quotes, or plain where that is safe."""
    if style == '"' or _SPECIAL.search(text):
        return _double_quoted(text)
    if style == "'":
        return "'" + text.replace("'", "''") + "'"
    is_plain = (
        _PLAIN.fullmatch(text)
        and not _INDICATOR.search(text)
        and not any(mark in text for mark in "{}[],")
        and text.casefold() not in _WORDS_OF_YAML
    )
    return text if is_plain else _double_quoted(text)


def _double_quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{_SPECIAL.sub(_escaped, escaped)}"'


def _escaped(found: re.Match[str]) -> str:
    letter = found[0]
    named = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}.get(letter)
    return named or (f"\\x{ord(letter):02x}" if ord(letter) < 0x100 else f"\\u{ord(letter):04x}")
