"""Turns text into characters that mean themselves, in each format that a template can write."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import msgspec

# C0 and C1 controls but tab and newlines, halves of surrogate pairs, and what Unicode never assigns.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")  # fmt: skip
# Marks that turn the direction of everything after them; letters carry their own direction.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_SPACE = re.compile(r"\s+")
_TYPST = re.compile(r"[\t\n\r\x85\u2028\u2029\u00ad!-/:-@\[-`{-~]|(?<= ) |^ | $", re.MULTILINE)
_MARKDOWN = re.compile(r"[\\`*_\[\]#|~$]")
_MARKDOWN_START = re.compile(r"^ ?(?:[-+=:]|\d+(?=[.)]))")
_ENTITY = re.compile(r"&(?=#?\w+;)")


def clean(text: str) -> str:
    """The text with a replacement character for each control character and broken half."""
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def plain(text: str) -> str:
    """One line of text that a terminal and a mail can show: no controls, no turned direction."""
    return _SPACE.sub(" ", _TURNING.sub("", clean(text)))


def markdown(text: str) -> str:
    """One line of text that Markdown shows as it stands: no heading, link, table cell or HTML.

    Punctuation that is harmless in its place is kept, so that the source reads well too.
    """
    text = _ENTITY.sub("&amp;", plain(text))
    text = _MARKDOWN.sub(r"\\\g<0>", text)
    text = text.replace("<", "&lt;").replace(">", "&gt;")
    return _MARKDOWN_START.sub(_with_backslash, text)


def _with_backslash(match: re.Match[str]) -> str:
    found = match.group()
    return f"{found}\\" if found[-1].isdigit() else f"{found[:-1]}\\{found[-1]}"


@lru_cache(maxsize=8192)
def typst(text: str) -> str:
    r"""The text for Typst markup and for a Typst string alike.

    Typst reads an escape such as \u{23} as the same character in markup and in a string, and
    never as syntax, so that one notation serves wherever a template puts the text.
    """
    return _TYPST.sub(_by_number, clean(text))


def _by_number(match: re.Match[str]) -> str:
    return f"\\u{{{ord(match.group()):x}}}"


def typst_value(value: Any) -> str:
    """A value as a Typst expression: string, number, none, boolean, array or dictionary."""
    # most values are text, and to tell it from all sorts of lists takes long
    return f'"{typst(value)}"' if type(value) is str else _composed(value)


def _composed(value: Any) -> str:
    match value:
        case None | bool():
            return {None: "none", True: "true", False: "false"}[value]
        case int() | float():
            return f"({value!r})"
        case msgspec.Struct():
            return typst_value({name: getattr(value, name) for name in value.__struct_fields__})
        case Mapping():
            pairs = [f"{typst_value(str(key))}: {typst_value(each)}" for key, each in value.items()]
            return f"({', '.join(pairs) or ':'})"
        case Sequence() if not isinstance(value, str):
            return f"({''.join(f'{typst_value(each)}, ' for each in value)})"
        case _:
            return f'"{typst(str(value))}"'


def width(text: str) -> int:
    """Columns that the text takes in a terminal: wide letters two, combining marks none."""
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def wrap(text: str, columns: int) -> list[str]:
    """The text in lines of at most so many columns; a longer word is cut."""
    lines = [""]
    for word in text.split():
        rest = word
        if lines[-1] and width(lines[-1]) + 1 + width(rest) <= columns:
            lines[-1] += f" {rest}"
            continue
        while width(rest) > columns:
            head = _fitting(rest, columns)
            lines.append(head)
            rest = rest[len(head) :]
        lines.append(rest)
    return [line for line in lines if line]


def _fitting(word: str, columns: int) -> str:
    taken = 0
    for position, char in enumerate(word):
        taken += _columns(char)
        if taken > columns:
            return word[: max(position, 1)]
    return word


def hang(text: str, at: int = 0, mark: str = "", to: int | None = None, columns: int = 78) -> str:
    """Lines of text that hang behind a mark: the mark at one column, the text at another.

    Args:
        text: any text; it becomes one paragraph.
        at: column where the mark begins.
        mark: for example a dash or a time; text longer than its room pushes the first line down.
        to: column where the text begins; right behind the mark if left out.
        columns: no line is longer.
    """
    first = " " * at + plain(mark)
    to = width(first) if to is None else to
    lines = [" " * to + line for line in wrap(plain(text), max(columns - to, 10))]
    if width(first) > to:
        return "\n".join([first.rstrip(), *lines])
    opening = lines[0][to:] if lines else ""
    padded = first + " " * (to - width(first))
    return "\n".join([(padded + opening).rstrip(), *lines[1:]])
