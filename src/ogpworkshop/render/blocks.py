"""Blocks of templates: which there are to be overridden, and those that override nothing."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from jinja2 import TemplateNotFound, nodes

from ogpworkshop.errors import OgpError
from ogpworkshop.model.near import nearest
from ogpworkshop.render.documents import SUFFIXES, Document, shipped
from ogpworkshop.render.environment import TemplateEnvironment, environment
from ogpworkshop.render.folders import Folders

_DEEPEST = 20


class _Text(NamedTuple):
    """A template that has been parsed."""

    file: str
    tree: nodes.Template


def blocks_of(document: Document, own: Sequence[Path]) -> dict[str, list[str]]:
    """By template of a document, the blocks of it and of all that it extends."""
    found = {}
    for output in document.formats:
        if output in SUFFIXES:
            name = f"{document.name}/{document.name}.{SUFFIXES[output]}.j2"
            rules = environment(output, shipped(), own)
            names = [block.name for text in _line(rules, name) for block in _blocks(text)]
            found[name] = [*dict.fromkeys(names)]
    return found


def refuse_lost_blocks(rules: TemplateEnvironment, name: str) -> None:
    """Look for blocks that no template further up has: what stands in them is never printed.

    Raises:
        OgpError: there is one.
    """
    line = list(_line(rules, name))
    for text, above in zip(line, (line[at:] for at in range(1, len(line))), strict=False):
        known = [*dict.fromkeys(block.name for each in above for block in _blocks(each))]
        for block in text.tree.find_all(nodes.Block):
            if block.name not in known and block in text.tree.body:
                near = nearest(block.name, known)
                raise OgpError(
                    f"{text.file}:{block.lineno}: the template that is extended has no block"
                    f" “{block.name}”, so that this is never printed",
                    f"Did you mean “{near}”?" if near else f"It has {', '.join(known)}.",
                )


def _blocks(text: _Text) -> Iterator[nodes.Block]:
    return text.tree.find_all(nodes.Block)


def _line(rules: TemplateEnvironment, name: str) -> Iterator[_Text]:
    """A template and those that it extends, as far as they are named outright."""
    loader = rules.loader
    for _ in range(_DEEPEST):
        if not isinstance(loader, Folders):
            return
        try:
            source, file, _ = loader.get_source(rules, name)
        except TemplateNotFound:
            return
        tree = rules.parse(source, name, file)
        yield _Text(file, tree)
        above = tree.find(nodes.Extends)
        if above is None or not isinstance(above.template, nodes.Const):
            return
        name = str(above.template.value)
