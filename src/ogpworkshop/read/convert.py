"""From a node of the tree to a value of the type that its key is annotated with."""

import typing
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

import msgspec
from msgspec import UNSET

from ogpworkshop.model.near import nearest
from ogpworkshop.model.path import Path, Place
from ogpworkshop.model.time import WrittenDate, WrittenTime
from ogpworkshop.model.written import Shape
from ogpworkshop.read import dates, notation
from ogpworkshop.source.yaml import LIST, MAPPING, SCALAR, Node

if TYPE_CHECKING:
    from ogpworkshop.read.bind import Binder

_TRUE = frozenset({"true", "yes", "on", "y"})
_FALSE = frozenset({"false", "no", "off", "n"})
_NOTATIONS: dict[str, Callable[[str], WrittenTime | WrittenDate]] = {
    "slot": notation.read_slot,
    "clock": notation.read_clock,
    "duration": notation.read_duration,
    "date": dates.read_date,
}

Converter = Callable[["Binder", Node, Path], Any]
"""Turns a node at a path into a value; UNSET, and a fault noted, where it is none."""

_known: dict[type[Shape], dict[str, Converter]] = {}


def short(text: str) -> str:
    """A text as messages quote it."""
    return text if len(text) <= 40 else text[:39] + "…"


def fields_of(shape: type[Shape]) -> dict[str, Converter]:
    """Converter of each key of a shape; compiled from its annotations at first use."""
    fields = _known.get(shape)
    if fields is None:
        hints = typing.get_type_hints(shape, include_extras=True)
        fields = {name: _converter(hint) for name, hint in hints.items() if name != "path"}
        _known[shape] = fields
    return fields


def home_of(shape: type[Shape], key: str) -> str | None:
    """The key of a shape below which another key may be meant."""
    hints = typing.get_type_hints(shape)
    return next(
        (
            name
            for name, hint in hints.items()
            if key != "path" and any(key in each.__struct_fields__ for each in _shapes_in(hint))
        ),
        None,
    )


def _shapes_in(hint: Any) -> Iterator[type[Shape]]:
    if _is_shape(hint):
        yield hint
    for each in get_args(hint):
        yield from _shapes_in(each)


def _converter(hint: Any, metas: tuple[msgspec.Meta, ...] = ()) -> Converter:
    """The function that turns a node into a value of the annotated type."""
    if hasattr(hint, "__metadata__"):
        return _converter(get_args(hint)[0], (*metas, *hint.__metadata__))
    if get_origin(hint) is not None:
        return _of_generic(get_origin(hint), get_args(hint), metas)
    if _is_shape(hint):
        return lambda binder, node, path: binder.shape(hint, node, path)
    if hint in {WrittenTime, WrittenDate}:
        extra = next(meta.extra for meta in metas if meta.extra)
        return _of_notation(_NOTATIONS[extra["notation"]])
    if hint is int:
        least = next((meta.ge for meta in metas if meta.ge is not None), None)
        most = next((meta.le for meta in metas if meta.le is not None), None)
        return _of_number(least, most)
    return _boolean if hint is bool else _text


def _of_generic(origin: Any, args: tuple[Any, ...], metas: tuple[msgspec.Meta, ...]) -> Converter:
    if origin is Literal:
        return _of_choice(args)
    if origin is tuple:
        return _of_list(_converter(args[0]), is_lenient=not _is_shape(args[0]))
    if origin is dict:
        return _of_mapping(_free if args[1] is Any else _converter(args[1]))
    return _of_union([arg for arg in args if arg is not type(None)], metas)


def _is_shape(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, Shape)


def _text(binder: "Binder", node: Node, path: Path) -> Any:
    if node.kind != SCALAR:
        binder.wrong(node, path, "a text")
        return UNSET
    return node.text


def _boolean(binder: "Binder", node: Node, path: Path) -> Any:
    word = node.text.strip().casefold()
    if node.kind != SCALAR or word not in _TRUE | _FALSE:
        binder.wrong(node, path, "true or false")
        return UNSET
    return word in _TRUE


def _of_number(least: float | None, most: float | None) -> Converter:
    wanted = "a whole number"
    if least is not None and most is not None:
        wanted += f" from {least:g} to {most:g}"
    elif least:
        wanted += f", {least:g} or more"

    def convert(binder: "Binder", node: Node, path: Path) -> Any:
        text = node.text.strip()
        number = int(text) if node.kind == SCALAR and text.isdecimal() and len(text) < 10 else None
        if number is None or number < (least or 0) or (most is not None and number > most):
            binder.wrong(node, path, wanted)
            return UNSET
        return number

    return convert


def _of_choice(choices: tuple[str, ...]) -> Converter:
    def convert(binder: "Binder", node: Node, path: Path) -> Any:
        if node.kind == SCALAR and node.text in choices:
            return node.text
        if node.kind != SCALAR:
            binder.wrong(node, path, "one word")
            return UNSET
        near = nearest(node.text, choices)
        known = ", ".join(choices)
        binder.fault(
            "value-unknown", Place(path), f"“{short(node.text)}” is not one of: {known}",
            f"did you mean “{near}”?" if near else "not one of the words that can stand here",
            instead=near, title=f"write {near}" if near else "",
        )  # fmt: skip
        return UNSET

    return convert


def _of_notation(read: Callable[[str], WrittenTime | WrittenDate]) -> Converter:
    def convert(binder: "Binder", node: Node, path: Path) -> Any:
        if node.kind != SCALAR:
            binder.wrong(node, path, "a text")
            return UNSET
        return read(node.text)

    return convert


def _of_list(convert_part: Converter, *, is_lenient: bool) -> Converter:
    """A list; a single text may stand for a list of one where parts are texts."""

    def convert(binder: "Binder", node: Node, path: Path) -> Any:
        parts = node.parts
        if node.kind != LIST:
            if not (is_lenient and node.kind == SCALAR):
                binder.wrong(node, path, "a list")
                return UNSET
            parts = [node]
        values = []
        for position, part in enumerate(parts):
            binder.spend()
            value = convert_part(binder, part, path / position)
            if value is not UNSET:
                values.append(value)
        return tuple(values)

    return convert


def _of_mapping(convert_value: Converter) -> Converter:
    def convert(binder: "Binder", node: Node, path: Path) -> Any:
        if node.kind != MAPPING:
            binder.wrong(node, path, "a mapping of keys and values")
            return UNSET
        values = {}
        for key, value in binder.pairs(node, path):
            binder.spend()
            converted = convert_value(binder, value, path / key.text)
            if converted is not UNSET:
                values[key.text] = converted
        return values

    return convert


def _of_union(kinds: list[Any], metas: tuple[msgspec.Meta, ...]) -> Converter:
    """One type, or a text beside a list of texts: the node's kind decides."""
    if len(kinds) == 1:
        return _converter(kinds[0], metas)
    of_text = next((kind for kind in kinds if kind is str), None)
    of_list = _converter(next(kind for kind in kinds if kind is not of_text), metas)

    def convert(binder: "Binder", node: Node, path: Path) -> Any:
        return _text(binder, node, path) if node.kind == SCALAR else of_list(binder, node, path)

    return convert


def _free(binder: "Binder", node: Node, path: Path) -> Any:
    """Anything, as texts, lists and dicts; whoever uses it checks it."""
    binder.spend()
    if node.kind == SCALAR:
        return None if node.is_empty else node.text
    if node.kind == LIST:
        return [_free(binder, part, path / position) for position, part in enumerate(node.parts)]
    return {
        key.text: _free(binder, value, path / key.text) for key, value in binder.pairs(node, path)
    }
