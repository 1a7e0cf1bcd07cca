"""Writes an agenda file out of its shape: what is not said is not written, and nothing is guessed."""

import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

from ogpworkshop.model.time import WrittenDate, WrittenTime
from ogpworkshop.model.written import AgendaFile, Shape
from ogpworkshop.source.yaml import quoted

_WIDTH = 92
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NOT_PLACED = "# not placed: "


def agenda_yaml(
    file: AgendaFile, *, head: Sequence[str] = (), not_placed: Sequence[str] = ()
) -> bytes:
    """The file as YAML.

    Args:
        file: what is to be written.
        head: comments for the first lines.
        not_placed: texts that an agenda has no place for, kept as comments at the end.
    """
    lines = [f"# {_commented(line)}".rstrip() for line in head]
    lines += [""] * bool(head)
    lines += list(_mapping(file, 0))
    if not_placed:
        lines += ["", "# What stood in the document and has no place in an agenda. Put it where it"]
        lines += ["# belongs, as summary, notes or a session of its own, or take it out."]
        lines += [f"{NOT_PLACED}{_commented(text)}" for text in not_placed]
    return ("\n".join(lines) + "\n").encode("utf-8", "replace")


def _commented(text: str) -> str:
    """A text on one line, without what no YAML may hold, comments included."""
    line = " ".join(text.split())
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in line)


def _mapping(shape: Shape, depth: int) -> Iterator[str]:
    """The lines of a mapping: its fields that differ from what is assumed without them."""
    defaults = type(shape)()
    for name in shape.__struct_fields__:
        value = getattr(shape, name)
        if name != "path" and value is not None and value != getattr(defaults, name):
            yield from _field(name, value, depth)


def _field(name: str, value: Any, depth: int) -> Iterator[str]:
    lead = "  " * depth
    key = quoted(name)
    if isinstance(value, Shape):
        inner = list(_mapping(value, depth + 1))
        yield from [f"{lead}{key}:", *inner] if inner else []
    elif isinstance(value, dict):
        yield f"{lead}{key}:"
        for part, inside in value.items():
            yield from _field(str(part), inside, depth + 1)
    elif isinstance(value, (tuple, list)):
        yield from _list(key, value, depth)
    else:
        yield from _scalar(f"{lead}{key}:", value, depth)


def _list(key: str, values: Sequence[Any], depth: int) -> Iterator[str]:
    lead = "  " * depth
    if all(isinstance(each, str) for each in values):
        flow = ", ".join(_flow(each) for each in values)
        if len(flow) < _WIDTH - 20:
            yield f"{lead}{key}: [{flow}]"
            return
    yield f"{lead}{key}:"
    for each in values:
        if isinstance(each, Shape):
            lines = list(_mapping(each, depth + 2)) or [f"{lead}    {{}}"]
            yield f"{lead}  - {lines[0].lstrip()}"
            yield from lines[1:]
        else:
            yield from _scalar(f"{lead}  -", each, depth + 1)


def _flow(text: str) -> str:
    plain = quoted(text)
    if plain[:1] not in {'"', "'"} and any(mark in plain for mark in ",[]{}"):
        return quoted(text, '"')
    return plain


def _scalar(start: str, value: Any, depth: int) -> Iterator[str]:
    if isinstance(value, bool):
        yield f"{start} {'true' if value else 'false'}"
    elif isinstance(value, int):
        yield f"{start} {value}"
    elif isinstance(value, WrittenTime):
        # always in quotes: other readers of YAML take 9:30 for a number
        style = '"' if ":" in value.text else ""
        yield f"{start} {quoted(value.text, style)}"
    elif isinstance(value, WrittenDate):
        yield f"{start} {_date(value)}"
    else:
        yield from _text(start, str(value), depth)


def _date(written: WrittenDate) -> str:
    """The day; as it was written where that says something else besides, or cannot be read."""
    if written.day is None:
        return quoted(written.text)
    if written.weekday is not None and written.weekday != written.day.weekday():
        return quoted(f"{_WEEKDAYS[written.weekday]} {written.day.isoformat()}")
    return written.day.isoformat()


def _text(start: str, text: str, depth: int) -> Iterator[str]:
    """A text on its line; a long one folded, one of several lines as it stands."""
    lead = "  " * (depth + 1)
    is_plain = all(letter.isprintable() or letter == "\n" for letter in text)
    lines = text.split("\n")
    is_tidy = all(line == line.strip() for line in lines) and bool(lines[0]) and bool(lines[-1])
    if is_plain and is_tidy and len(lines) > 1:
        yield f"{start} |-"
        yield from (f"{lead}{line}" if line else "" for line in lines)
    elif is_plain and is_tidy and len(text) > _WIDTH and "  " not in text:
        yield f"{start} >-"
        width = max(40, _WIDTH - len(lead))
        wrapped = textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
        yield from (f"{lead}{line}" for line in wrapped)
    else:
        yield f"{start} {quoted(text)}"
