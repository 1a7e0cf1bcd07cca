"""What Markdown marks within a text: comments, what is struck through, links, emphasis."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import unquote

from ogpworkshop.read.html import Aside
from ogpworkshop.source.pieces import COMMENT

_COMMENT_BEGINS = re.compile(r"<!--")
_COMMENT_ENDS = re.compile(r"-->")
_EMPHASIS = re.compile(r"(\*\*|__|`|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w))")
_LINK = re.compile(
    r"(?<![\\!\]])\[(?P<text>[^\[\]\r\n]+)\]\((?P<address>[^()\s]+)(?:\s\"[^\"\r\n]*\")?\)"
)
_FILLER = "\U000f00ff"
"""Stands in the place of the marks of a link until its text is taken."""
_ASIDE = 0xF0000
_SET_ASIDE = re.compile("[\U000f0000-\U000f007f]")
"""Signs that are escaped, while marks are looked for."""
_ESCAPE = re.compile(r"\\([\\`*_\[\]<>|#~!.()-])")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


TOLD = ("continues", "flags", "id")
_STRUCK = re.compile(r"(?<![\w~\\])~~(?=[^\s~])(?P<text>[^\r\n|]*?[^\s~\\])~~(?![\w~])")
"""A session that is struck out does not take place."""


class Comment(NamedTuple):
    """What an export says of a session beside what the page shows, by columns of a table."""

    values: dict[str, str]
    start: int
    end: int


def without_comments(text: str) -> tuple[str, list[Comment]]:
    """A text with spaces where comments stand, and those of them that an export has written."""
    spans = list(enclosed(text, _COMMENT_BEGINS, _COMMENT_ENDS))
    comments = []
    for start, end in spans:
        told = text[start + len("<!--") : end - len("-->")].strip()
        if told.startswith(COMMENT):
            pairs = (each.partition("=") for each in told.removeprefix(COMMENT).split())
            values = {name: unquote(value) for name, _, value in pairs if name in TOLD}
            comments.append(Comment(values, start, end))
    return _blanked(text, spans), comments


def without_struck(text: str) -> tuple[str, list[Aside]]:
    """A text with spaces where it is struck through, and what was."""
    found = list(_STRUCK.finditer(text))
    asides = [(f"struck out: {unmarked(each['text'])}", each.start(), each.end()) for each in found]
    return _blanked(text, [each.span() for each in found]), asides


def without_links(text: str) -> tuple[str, list[Aside]]:
    """A text with what its links are on, and their addresses."""
    found = list(_LINK.finditer(text))
    asides = [(f"link: {each['address']}", each.start(), each.end()) for each in found]
    marks = [
        span
        for each in found
        for span in ((each.start(), each.start("text")), (each.end("text"), each.end()))
    ]
    return _blanked(text, marks, _FILLER), asides


def _blanked(text: str, spans: Iterable[tuple[int, int]], filler: str = " ") -> str:
    """A text with spaces in some places, so that every character keeps its own."""
    parts, at = [], 0
    for start, end in spans:
        parts += [text[at:start], re.sub(r"[^\r\n]", filler, text[start:end])]
        at = end
    return "".join([*parts, text[at:]])


def enclosed(
    text: str, begins: re.Pattern[str], ends: re.Pattern[str]
) -> Iterator[tuple[int, int]]:
    """Where something begins and ends; what never ends is none, and is not looked for again."""
    at = 0
    while (start := begins.search(text, at)) and (end := ends.search(text, start.end())):
        yield start.start(), end.end()
        at = end.end()


def unmarked(text: str) -> str:
    """A text without the marks of Markdown; line breaks of HTML become line ends."""
    text = text.replace(_FILLER, "")
    if "\\" in text:  # what is escaped is no mark
        text = _ESCAPE.sub(lambda found: chr(_ASIDE + ord(found[1])), text)
    if "*" in text or "<" in text or "_" in text or "`" in text:
        text = _EMPHASIS.sub("", _BREAK.sub("\n", text))
    return _SET_ASIDE.sub(lambda found: chr(ord(found[0]) - _ASIDE), text).strip()
