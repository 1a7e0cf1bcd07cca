"""Latin texts in documents that run from right to left: each keeps its own direction.

Without that, “What works?” ends with its question mark on the left, and “1 h 30 min” is shuffled.
"""

from typing import Any, TypeVar
from unicodedata import bidirectional

import msgspec

_Part = TypeVar("_Part", bound=msgspec.Struct)

_LEFT, _RIGHT = frozenset({"L"}), frozenset({"R", "AL"})
_ISOLATE, _END = "\N{LEFT-TO-RIGHT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
ISOLATES = _ISOLATE + _END
_TEXTS = frozenset(
    {
        "title", "label", "kind_label", "summary", "objectives", "questions", "venue", "organiser",
        "country", "length", "topics", "topic", "room", "place", "location", "layout", "notes",
        "materials", "detail", "group", "role", "track", "name", "first", "rest", "organisation",
        "size",
    }
)  # fmt: skip
"""Fields of the view that are text to be read; the others are ids, colours, dates and numbers."""


def isolated(seen: _Part) -> _Part:
    """The same part of a view, with each Latin text that needs it kept apart from its line."""
    changed = {
        name: _of(value, is_text=name in _TEXTS)
        for name in seen.__struct_fields__
        if isinstance(value := getattr(seen, name), str | tuple | msgspec.Struct)
    }
    return msgspec.structs.replace(seen, **changed)


def _of(value: Any, *, is_text: bool) -> Any:
    if isinstance(value, str):
        return isolate(value) if is_text else value
    if isinstance(value, tuple):
        return tuple(_of(each, is_text=is_text) for each in value)
    return isolated(value) if isinstance(value, msgspec.Struct) else value


def isolate(text: str) -> str:
    """A text for a line from right to left: set apart if it runs from left to right."""
    sorts = [bidirectional(char) for char in text]
    strong = [sort for sort in sorts if sort in _LEFT | _RIGHT]
    if not strong or strong[0] in _RIGHT:
        return text
    is_plain = sorts[0] in _LEFT and sorts[-1] in _LEFT and not _RIGHT.intersection(strong)
    return text if is_plain else f"{_ISOLATE}{text}{_END}"
