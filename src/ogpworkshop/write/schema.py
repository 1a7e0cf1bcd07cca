"""The JSON Schema of agenda files, derived from `model.written`."""

import json
import types
import typing
from typing import Any, Literal, Union, get_args, get_origin

import msgspec

from ogpworkshop.model.time import WrittenDate, WrittenTime
from ogpworkshop.model.written import SHORT, AgendaFile, Shape

_DRAFT = "http://json-schema.org/draft-07/schema#"


def agenda_schema() -> str:
    """The schema as JSON text, draft-07, which editors understand."""
    definitions: dict[str, Any] = {}
    root = _of_shape(AgendaFile, definitions)
    document = {
        "$schema": _DRAFT,
        "title": "Agenda of a workshop",
        **root,
        "definitions": dict(sorted(definitions.items())),
    }
    return json.dumps(document, indent=2, ensure_ascii=False)


def _of_shape(shape: type[Shape], definitions: dict[str, Any]) -> dict[str, Any]:
    hints = typing.get_type_hints(shape, include_extras=True)
    described = {"description": (shape.__doc__ or "").strip()}
    whole = {
        "type": ["object", "null"],
        "properties": {
            name: _of(hint, (), definitions) for name, hint in hints.items() if name != "path"
        },
        "additionalProperties": False,
    }
    if shape in SHORT:
        return described | {"anyOf": [whole, _of(hints[SHORT[shape]], (), definitions)]}
    return described | whole


def _of(hint: Any, metas: tuple[msgspec.Meta, ...], definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of one value; its description comes from the outermost annotation."""
    if hasattr(hint, "__metadata__"):
        return _of(get_args(hint)[0], (*metas, *hint.__metadata__), definitions)
    schema = _bare(hint, metas, definitions)
    described: dict[str, Any] = {}
    for meta in reversed(metas):
        described |= {"description": meta.description} if meta.description else {}
        described |= {"examples": meta.examples} if meta.examples else {}
    if "$ref" in schema and described:
        # in draft-07 nothing beside $ref counts
        return described | {"allOf": [schema]}
    return described | schema


def _bare(
    hint: Any, metas: tuple[msgspec.Meta, ...], definitions: dict[str, Any]
) -> dict[str, Any]:
    if isinstance(hint, type) and issubclass(hint, Shape):
        if hint.__name__ not in definitions:
            definitions[hint.__name__] = {}
            definitions[hint.__name__] = _of_shape(hint, definitions)
        return {"$ref": f"#/definitions/{hint.__name__}"}
    if hint in {WrittenTime, WrittenDate}:
        # YAML readers make numbers of 0930 and 90, and editors validate what they made
        return {"type": ["string", "integer", "number", "null"]}
    if hint is bool:
        return {"type": ["boolean", "null"]}
    if hint is int:
        limits = {"minimum": next((meta.ge for meta in metas if meta.ge is not None), 0)}
        most = next((meta.le for meta in metas if meta.le is not None), None)
        return {"type": ["integer", "null"], **limits, **({"maximum": most} if most else {})}
    if hint is str:
        return {"type": ["string", "number", "boolean", "null"]}
    return _generic(get_origin(hint), get_args(hint), definitions)


def _generic(origin: Any, args: tuple[Any, ...], definitions: dict[str, Any]) -> dict[str, Any]:
    if origin is Literal:
        return {"enum": list(args)}
    if origin is tuple:
        part = _of(args[0], (), definitions)
        listed = {"type": "array", "items": part}
        return listed if "$ref" in part else {"anyOf": [listed, part]}
    if origin is dict:
        values = {} if args[1] is Any else _of(args[1], (), definitions)
        return {"type": ["object", "null"], "additionalProperties": values or True}
    if origin in {types.UnionType, Union}:
        kinds = [_of(arg, (), definitions) for arg in args if arg is not type(None)]
        return kinds[0] if len(kinds) == 1 else {"anyOf": kinds}
    raise TypeError(origin)
