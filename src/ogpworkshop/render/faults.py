"""Tells the author of a template what is wrong with it, and where."""

import re
import traceback
from collections.abc import Iterator
from functools import singledispatch
from itertools import takewhile
from pathlib import Path
from types import GeneratorType
from typing import Any

import msgspec
from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError, nodes
from jinja2.environment import Template
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.utils import missing

from ogpworkshop.errors import OgpError
from ogpworkshop.model.near import nearest
from ogpworkshop.render.environment import TemplateEnvironment, UnknownNameError, fields
from ogpworkshop.render.folders import Folders
from ogpworkshop.render.view import HIDDEN
from ogpworkshop.render.view_people import Shown

_SEE = "See the names that a template can use with: ogp templates show"
_SYNTAX: tuple[tuple[str, str], ...] = (
    (r"Encountered unknown tag '(\w+)'", "there is no tag “{0}”"),
    (r"No filter named '(\w+)'", "there is no filter “{0}”"),
    (r"No test named '(\w+)'", "there is no test “{0}”"),
    (r"Unexpected end of template", "a block that is opened is never closed"),
    (r"Missing end of (\w+)", "a {0} is opened and never closed"),
    (r"block '(\w+)' defined twice", "the block “{0}” is defined twice"),
    (r"escaping cannot be switched off", "escaping cannot be switched off"),
)
_QUOTED = 60


class Trace:
    """Which line of which template wrote which line of the source."""

    def __init__(self) -> None:
        self.starts: list[tuple[int, str, int]] = []

    def place(self, line: int, written: str) -> tuple[str, int] | None:
        """The template and its line that wrote a line of the source, given what it wrote."""
        found = None
        for first, template, at in self.starts:
            if first > line:
                break
            found = (template, _nearby(template, at + max(line - first, 0), written))
        return found

    def follow(self, template: Template, names: dict[str, Any]) -> None:
        """Render once more, watching where each part comes from."""
        events = template.root_render_func(template.new_context(names))
        line = 1
        for event in events:
            place = _innermost(events)
            if place:
                self.starts.append((line, *place))
            line += event.count("\n")


def _nearby(template: str, line: int, written: str) -> int:
    """The line that looks most like what was written: Jinja counts from the tag before a text."""
    lines = _lines(template)
    candidates = [each for each in (line, line + 1, line + 2, line - 1) if 0 < each <= len(lines)]
    alike = {each: _alike(lines[each - 1].strip(), written.strip()) for each in candidates}
    return max(candidates, key=lambda each: alike[each], default=line)


def _alike(some: str, other: str) -> int:
    """How many letters both start with."""
    return sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(some, other, strict=False))
    )


def _lines(file: str) -> list[str]:
    try:
        return Path(file).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return []


def _innermost(events: Any) -> tuple[str, int] | None:
    while isinstance(events.gi_yieldfrom, GeneratorType):
        events = events.gi_yieldfrom
    frame = events.gi_frame
    source = frame.f_globals.get("__jinja_template__")
    if source is None or source.filename is None:
        return None
    return source.filename, source.get_corresponding_lineno(frame.f_lineno)


def explained(
    error: Exception, environment: TemplateEnvironment, name: str, known: set[str]
) -> OgpError:
    """What a template's author needs to hear about an error; a fault of ours is raised again."""
    file, line = _place(error, environment)
    scene = _Scene(environment, file, line, known)
    message, remedy = _said(error, scene)
    where = f"{file or name}:{line}" if line else f"{file or name}"
    return OgpError(f"{where}: {message}", remedy)


class _Scene(msgspec.Struct, frozen=True):
    """Where an error happened, and which names there are."""

    environment: TemplateEnvironment
    file: str
    line: int
    known: set[str]

    @property
    def quoted(self) -> str:
        """The line of the template."""
        text = "".join(_lines(self.file)[self.line - 1 : self.line]).strip()
        shown = text[:_QUOTED] + "…" * (len(text) > _QUOTED)
        return f"The line reads: {shown}" if shown else ""


@singledispatch
def _said(error: Exception, scene: _Scene) -> tuple[str, str]:
    del scene
    raise error


@_said.register
def _(error: OgpError, _scene: _Scene) -> tuple[str, str]:
    return error.message, error.remedy


@_said.register
def _(error: TemplateSyntaxError, scene: _Scene) -> tuple[str, str]:
    return _syntax(error, scene.environment), scene.quoted


@_said.register
def _(error: TemplateNotFound, scene: _Scene) -> tuple[str, str]:
    loader = scene.environment.loader
    names = loader.list_templates() if loader else []
    return f"there is no template “{error.name}”", _meant(str(error.name), names)


@_said.register
def _(error: UndefinedError, _scene: _Scene) -> tuple[str, str]:
    return _breach(error), _SEE


@_said.register
def _(error: SecurityError, scene: _Scene) -> tuple[str, str]:
    return _breach(error), scene.quoted


@_said.register
def _(_error: RecursionError, scene: _Scene) -> tuple[str, str]:
    return "the template calls itself without end", scene.quoted


@_said.register(MemoryError)
@_said.register(OverflowError)
def _(_error: Exception, scene: _Scene) -> tuple[str, str]:
    return "the template makes more than fits into a document", scene.quoted


@_said.register(TypeError)
@_said.register(ValueError)
@_said.register(ArithmeticError)
@_said.register(LookupError)
@_said.register(AttributeError)
@_said.register(TemplateError)
def _(_error: Exception, scene: _Scene) -> tuple[str, str]:
    return "these values cannot be used together like this", scene.quoted


@_said.register
def _(error: UnknownNameError, scene: _Scene) -> tuple[str, str]:
    name = error.name
    if isinstance(error.of, Shown):
        kind = type(error.of)
        if name in HIDDEN.get(kind, ()):
            return (
                f"“{name}” is for organisers, and this document is for participants",
                "Take it out of the template.",
            )
        return f"a {kind.__name__.lower()} has no “{name}”", _meant(name, fields(error.of))
    if error.of is missing:
        own = _set_in(scene.environment, scene.file)
        if name in own:
            return f"“{name}” is used before the template sets it", scene.quoted
        known = scene.known | own
        return f"there is no “{name}”", _meant(name, sorted(known))
    return f"there is no “{name}” here", _meant(name, fields(error.of))


def _meant(name: str, known: Any) -> str:
    near = nearest(str(name), known)
    return f"Did you mean “{near}”?" if near else _SEE


def _syntax(error: TemplateSyntaxError, environment: TemplateEnvironment) -> str:
    message = error.message or ""
    for pattern, sentence in _SYNTAX:
        match = re.search(pattern, message)
        if match:
            word = match[1] if match.groups() else ""
            near = nearest(word, environment.filters) if "filter" in sentence else None
            return sentence.format(word) + (f"; did you mean “{near}”?" if near else "")
    return "the template cannot be understood here"


def _breach(error: TemplateError) -> str:
    message = error.message or ""
    match = re.match(r"access to attribute '(\w+)'", message)
    if match:
        return f"“{match[1]}” is not open to templates"
    if "not safely callable" in message:
        return "this cannot be called from a template"
    if message.startswith("Range too big"):
        return "a range this long is not counted in a template"
    return message.rstrip(".")


def _place(error: Exception, environment: TemplateEnvironment) -> tuple[str, int]:
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return error.filename, error.lineno
    loader = environment.loader
    folders = [str(folder) for folder in loader.folders] if isinstance(loader, Folders) else []
    frames = [
        (frame.filename, frame.lineno or 0)
        for frame in traceback.extract_tb(error.__traceback__, limit=-400)
        if frame.filename.endswith(".j2") and any(map(frame.filename.startswith, folders))
    ]
    return frames[-1] if frames else ("", 0)


def _set_in(environment: TemplateEnvironment, file: str) -> set[str]:
    """Names that the template itself sets: loop variables, parameters, macros."""
    try:
        return set(_names(environment.parse("\n".join(_lines(file)))))
    except TemplateSyntaxError:
        return set()


def _names(tree: nodes.Template) -> Iterator[str]:
    for name in tree.find_all(nodes.Name):
        if name.ctx in {"store", "param"}:
            yield name.name
    for macro in tree.find_all(nodes.Macro):
        yield macro.name
