"""Binds a tree of scalars, lists and mappings to the types of `model.written`.

Every mismatch becomes a fault with its place, and what is sound around it is kept: one wrong
value costs a field, one unreadable session costs that session, nothing costs the file.
"""

from typing import Any

from msgspec import UNSET

from ogpworkshop.model.agenda import Fault
from ogpworkshop.model.near import nearest
from ogpworkshop.model.path import Path, Place
from ogpworkshop.model.written import SHORT, Shape
from ogpworkshop.read.convert import fields_of, home_of, short
from ogpworkshop.source.yaml import LIST, MAPPING, SCALAR, Node

_WHAT = {SCALAR: "a text", LIST: "a list", MAPPING: "a mapping of keys and values"}

_PARTS = {
    "days": "a day", "sessions": "a session", "rooms": "a room", "people": "a person",
    "talks": "a talk", "criteria": "a criterion", "columns": "a column",
}  # fmt: skip
"""What the parts of the agenda's lists and mappings are called."""


class TooManyError(ValueError):
    """References (`*name`) multiply the file beyond any agenda."""


class Binder:
    """One pass over a tree; collects the faults met on the way."""

    def __init__(self, limit: int) -> None:
        """Take at most `limit` nodes, repeated ones counted each time."""
        self.faults: list[Fault] = []
        self.left = limit

    def fault(self, kind: str, place: Place, message: str, label: str = "", **more: Any) -> None:
        """Note what could not be taken."""
        self.faults.append(Fault(kind, place, message, label, **more))

    def shape(self, shape: type[Shape], node: Node, path: Path) -> Any:
        """A mapping as one of the file's shapes; UNSET when it is no mapping."""
        if node.is_empty:
            return shape(path=path)
        fields = fields_of(shape)
        if node.kind != MAPPING and shape in SHORT:
            value = fields[SHORT[shape]](self, node, path)
            return UNSET if value is UNSET else shape(path=path, **{SHORT[shape]: value})
        if node.kind != MAPPING:
            self.wrong(node, path, "a mapping of keys and values")
            return UNSET
        values: dict[str, Any] = {}
        for key, value in self.pairs(node, path):
            convert = fields.get(key.text)
            if convert is None:
                home = home_of(shape, key.text)
                if home:
                    self._misplaced_key(key, path, home)
                    continue
                given = {other.text for other, _ in node.pairs}
                self._unknown_key(key, path, [name for name in fields if name not in given])
            elif not value.is_empty:
                self.spend()
                converted = convert(self, value, path / key.text)
                if converted is not UNSET:
                    values[key.text] = converted
        return shape(path=path, **values)

    def pairs(self, node: Node, path: Path) -> list[tuple[Node, Node]]:
        """Keys and values; of two equal keys the first, the second noted."""
        pairs: list[tuple[Node, Node]] = []
        seen: set[str] = set()
        for key, value in node.pairs:
            if key.kind != SCALAR:
                self.fault(
                    "type-wrong", Place(path), "A list or mapping stands where a key is meant"
                )
            elif key.text in seen:
                self._duplicate_key(key, path)
            else:
                seen.add(key.text)
                pairs.append((key, value))
        return pairs

    def spend(self) -> None:
        """Count a node.

        Raises:
            TooManyError: when the limit is passed.
        """
        self.left -= 1
        if self.left < 0:
            raise TooManyError

    def wrong(self, node: Node, path: Path, wanted: str) -> None:
        """Note that a node is not of the wanted kind."""
        if node.kind == SCALAR:
            got = f"“{short(node.text)}”" if node.text else "nothing"
        else:
            got = _WHAT[node.kind]
        if path and isinstance(path[-1], int):
            part = _PARTS.get(str(path[-2]), "a part of a list")
            message = f"{got[:1].upper()}{got[1:]} stands where {part} is meant"
        else:
            message = f"“{path[-1] if path else 'the agenda'}” is {got}, where {wanted} is meant"
        self.fault("type-wrong", Place(path), message, f"{wanted} is meant here")

    def _unknown_key(self, key: Node, path: Path, free: list[str]) -> None:
        """Note a key that nothing knows; the nearest one that is not given yet may be meant."""
        near = nearest(key.text, free)
        hint = f"; did you mean “{near}”?" if near else ""
        place = Place(path / key.text, key=True)
        message = f"“{short(key.text)}” is not a key of {_named(path)}{hint}"
        label = f"did you mean “{near}”?" if near else "not a key that ogp knows"
        title = f"rename it to {near}" if near else ""
        self.fault("key-unknown", place, message, label, instead=near, title=title)

    def _misplaced_key(self, key: Node, path: Path, home: str) -> None:
        """Note a key that is one of what stands a level below."""
        message = f"“{key.text}” is not a key of {_named(path)} but of its “{home}”"
        self.fault(
            "key-unknown", Place(path / key.text, key=True), message, f"write it below {home}"
        )

    def _duplicate_key(self, key: Node, path: Path) -> None:
        # A path names the first of two equal keys; the offset tells the second.
        place = Place(path / key.text, key=True, within=(key.start, key.end))
        first = Place(path / key.text, key=True)
        self.fault(
            "key-duplicate", place, f"“{short(key.text)}” is given twice in {_named(path)}",
            "this second value is not used", related=((first, "the first, which is used"),),
        )  # fmt: skip


def _named(path: Path) -> str:
    """What a mapping is called: a session, a room, the workshop."""
    if not path:
        return "the agenda"
    last = path[-1]
    if isinstance(last, int):
        return _PARTS.get(str(path[-2]), str(path[-2]))
    if len(path) > 1 and path[-2] in _PARTS:
        return _PARTS[str(path[-2])]
    return f"“{last}”"
