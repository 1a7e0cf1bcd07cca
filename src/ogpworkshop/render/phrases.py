"""Small turns of phrase: text on one line, rooms as a range."""

import re
from collections.abc import Callable, Iterable, Sequence

from markupsafe import Markup

from ogpworkshop.model.collation import Key, collation_key
from ogpworkshop.render.view import Workshop
from ogpworkshop.render.view_people import Member
from ogpworkshop.render.words import Words

_PARAGRAPH = re.compile(r"\n\s*\n")
_NUMBERED = re.compile(r"(.*?)(\d{1,9})", re.ASCII)


def span_of(names: Sequence[str], words: Words) -> str:
    """Rooms as one text: a range when they are numbered one after the other."""
    matches = [_NUMBERED.fullmatch(name) for name in names]
    parts = [(match[1], int(match[2])) for match in matches if match]
    is_range = (
        len(parts) == len(names) > 2
        and len({stem for stem, _ in parts}) == 1
        and [number for _, number in parts] == list(range(parts[0][1], parts[0][1] + len(parts)))
    )
    if not is_range:
        return words.comma.join(names)
    stem, first = parts[0]
    head, _, series = stem.rpartition(" ")
    head = words.rooms if head == words.room else head
    return f"{head} {series}{first}–{series}{parts[-1][1]}".strip()


def foreign(workshop: Workshop) -> Markup:
    """How an element of a web page says that its words are not in the page's language."""
    words = workshop.words_language
    return Markup() if words == workshop.language else Markup(' lang="{}"').format(words)


def paragraphs(text: str | None) -> tuple[str, ...]:
    """Paragraphs, which an empty line parts, each on one line."""
    return lines(_PARAGRAPH.split(text or ""))


def line(text: str | None) -> str:
    """Text on one line, spaces once; "" for none."""
    return " ".join((text or "").split())


def lines(texts: Iterable[str]) -> tuple[str, ...]:
    """Each text on one line, without the empty ones."""
    return tuple(shown for text in texts if (shown := line(text)))


def by_name(language: str) -> Callable[[Member], tuple[Key, str]]:
    """The order of people in every list: by name, as readers of a language look for it."""
    return lambda member: (collation_key(member.name, language), member.id)


def by_role(language: str) -> Callable[[Member], tuple[bool, Key, str]]:
    """People with a role first, then by name."""
    order = by_name(language)
    return lambda member: (not member.role, *order(member))
