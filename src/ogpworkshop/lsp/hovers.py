"""What is shown where the pointer rests: the page of a finding, the meaning of a key."""

import re
import types
import typing
from typing import Any, Literal, get_args, get_origin

from ogpworkshop.check.catalogue import catalogue
from ogpworkshop.check.manual import markdown
from ogpworkshop.check.report.words import shown
from ogpworkshop.check.runner import PlacedFinding
from ogpworkshop.lsp.reading import Reading
from ogpworkshop.model.path import Path
from ogpworkshop.model.written import AgendaFile, Shape
from ogpworkshop.source.text import Span

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)+")


def hover(reading: Reading, offset: int) -> tuple[str, Span] | None:
    """Markdown and the span it is about; None where there is nothing to say."""
    found = [
        finding
        for finding in reading.report.findings
        if finding.spot.span.start <= offset <= finding.spot.span.end
    ]
    if found:
        return "\n\n---\n\n".join(map(_about, found)), found[0].spot.span
    path, span, is_key = reading.source.at(offset)
    return _named_rule(reading, offset, path) or (
        (text, span) if is_key and (text := meaning(path)) else None
    )


def _about(finding: PlacedFinding) -> str:
    """The finding in a sentence, and the manual page of its rule."""
    known = catalogue().get(finding.code)
    page = markdown(known) if known else ""
    return f"**{shown(finding.message)}**\n\n{page}"


def _named_rule(reading: Reading, offset: int, path: Path) -> tuple[str, Span] | None:
    """The page of a rule that a comment or the check section names."""
    lines = reading.source.lines
    number = lines.position(offset).line
    start, line = lines.starts[number - 1], lines.line(number)
    comment = line.find("# ogp:")
    is_about_checks = path[:1] == ("check",) or 0 <= comment <= offset - start
    for word in _WORD.finditer(line) if is_about_checks else ():
        known = catalogue().get(word[0])
        if known and word.start() <= offset - start <= word.end():
            return markdown(known), Span(start + word.start(), start + word.end())
    return None


def meaning(path: Path) -> str:
    """What a key of the agenda file means, as Markdown; "" if it is none."""
    hint: Any = AgendaFile
    for step in path:
        hint = _below(hint, step)
        if hint is None:
            return ""
    return _described(str(path[-1]), hint) if path and isinstance(path[-1], str) else ""


def _below(hint: Any, step: str | int) -> Any:
    """The annotation of what stands one step down; None when nothing is declared there."""
    bare = _bare(hint)
    if isinstance(bare, type) and issubclass(bare, Shape):
        hints = typing.get_type_hints(bare, include_extras=True)
        return hints.get(step) if isinstance(step, str) and step != "path" else None
    args = get_args(bare)
    if get_origin(bare) is tuple and isinstance(step, int):
        return args[0]
    is_named = get_origin(bare) is dict and isinstance(step, str) and args[1] is not Any
    return args[1] if is_named else None


def _bare(hint: Any) -> Any:
    """The type without its annotations and without None; of several, the one with parts."""
    while hasattr(hint, "__metadata__"):
        hint = get_args(hint)[0]
    if get_origin(hint) in {typing.Union, types.UnionType}:
        kinds = [_bare(arg) for arg in get_args(hint) if arg is not type(None)]
        return next((kind for kind in kinds if get_args(kind)), kinds[0])
    return hint


def _described(key: str, hint: Any) -> str:
    """The descriptions and examples of an annotation, and the words that can stand there."""
    metas = list(_metas(hint))
    text = next((meta.description for meta in metas if meta.description), "")
    bare = _bare(hint)
    if not text and isinstance(bare, type) and issubclass(bare, Shape):
        text = (bare.__doc__ or "").strip()
    parts = [f"`{key}`", text]
    examples = [str(example) for meta in metas for example in meta.examples or ()]
    if examples:
        parts.append("For example " + ", ".join(f"`{example}`" for example in examples))
    if get_origin(bare) is Literal:
        parts.append("One of " + ", ".join(f"`{word}`" for word in get_args(bare)))
    return "\n\n".join(part for part in parts if part)


def _metas(hint: Any) -> typing.Iterator[Any]:
    """The annotations of a hint, the outermost first."""
    yield from reversed(getattr(hint, "__metadata__", ()))
    for arg in get_args(hint):
        if hasattr(arg, "__metadata__") or get_origin(arg) is not None:
            yield from _metas(arg)
