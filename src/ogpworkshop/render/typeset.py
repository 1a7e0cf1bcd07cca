"""Tells the author of a template which of its lines wrote a mistake in Typst, and what was meant."""

import re
from pathlib import Path
from typing import Any

from jinja2.environment import Template

from ogpworkshop.errors import OgpError
from ogpworkshop.model.near import nearest
from ogpworkshop.render.faults import Trace, quoted
from ogpworkshop.render.typst import Fault

_NAME = re.compile(r"(?:let |#)([a-z][\w-]*)|([a-z][\w-]*)(?=[(\[:])")
_MEANT = re.compile(r"unknown variable: ([\w-]+)|unexpected argument: ([\w-]+)")
_OWN_WORDS = frozenset(
    ("for", "if", "else", "let", "set", "show", "in", "while", "return", "import", "include")
)
_LETTER = "A mark of Typst's own is printed with \\ before it: \\#, \\$, \\*, \\@, \\<."
_ADVICE: tuple[tuple[str, str], ...] = (
    (r"unclosed delimiter", f"What is opened here is closed nowhere below. {_LETTER}"),
    (r"expected expression|does not exist in the document|unclosed label", _LETTER),
    (r"first heading must be of level 1", "A document begins with its title: = {{ workshop.title }}"),
    (r"heading level", "Headings go down one level at a time: =, ==, ===."),
    (r"alt", "Say what the picture shows: image(…, alt: …)."),
    (r"file not found", "Typst reads files of your folder of templates alone."),
)  # fmt: skip


def located(
    fault: Fault, source: str, template: Template, names: dict[str, Any], shipped: Path
) -> OgpError:
    """A mistake in Typst source, at the line of the template that wrote it."""
    trace = Trace()
    trace.follow(template, names)
    written = "".join(source.splitlines()[fault.line - 1 : fault.line])
    file, line = trace.place(fault.line, written) or (template.name or "", 0)
    where = f"{file}:{line}" if line else file
    own = trace.own_above(fault.line, shipped)
    if own and Path(file).is_relative_to(shipped):
        # what came along is sound: a text or bracket of the author's own reaches into it
        remedy = f"It begins further up, in your own: {own[0]}:{own[1]}."
    else:
        remedy = _remedy(fault.message, source) or quoted(file, line)
    return OgpError(f"{where}: {fault.message}", remedy)


def _remedy(message: str, source: str) -> str:
    match = _MEANT.search(message)
    if match:
        wrong = match[1] or match[2]
        known = {first or second for first, second in _NAME.findall(source)}
        near = nearest(wrong, sorted(known - _OWN_WORDS - {wrong}))
        return f"Did you mean “{near}”?" if near else ""
    return next((advice for pattern, advice in _ADVICE if re.search(pattern, message)), "")
