"""Tells the author of a template what is wrong with it, and where."""

import re
import traceback
from collections.abc import Iterator, Sequence
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
from ogpworkshop.render.environment import TemplateEnvironment, UnknownNameError
from ogpworkshop.render.folders import SHIPPED, Folders
from ogpworkshop.render.misuse import known, misused, without
from ogpworkshop.render.syntax import misreading, unknown
from ogpworkshop.render.view import HIDDEN
from ogpworkshop.render.view_people import Shown

_SEE = "See the names that a template can use with: ogp templates show"
_QUOTED = 60
_LISTED = 300


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

    def own_above(self, line: int, shipped: Path) -> tuple[str, int] | None:
        """The last line of a user's own template that wrote something above a line of the source."""
        own = [
            each
            for each in self.starts
            if each[0] <= line and not Path(each[1]).is_relative_to(shipped)
        ]
        return own[-1][1:] if own else None

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
    if isinstance(error, TemplateSyntaxError):
        read = misreading(error, "\n".join(_lines(file)), environment.filters)
        scene = msgspec.structs.replace(scene, line=read.line)
        message, remedy = read.message, read.remedy
    else:
        message, remedy = _said(error, scene)
    where = f"{file or name}:{scene.line}" if scene.line else f"{file or name}"
    return OgpError(f"{where}: {message}", remedy or scene.quoted)


class _Scene(msgspec.Struct, frozen=True):
    """Where an error happened, and which names there are."""

    environment: TemplateEnvironment
    file: str
    line: int
    known: set[str]

    @property
    def quoted(self) -> str:
        """The line of the template."""
        return quoted(self.file, self.line)


def quoted(file: str, line: int) -> str:
    """A line of a template, for whoever looks for a mistake in it."""
    text = "".join(_lines(file)[line - 1 : line]).strip() if line else ""
    shown = text[:_QUOTED] + "…" * (len(text) > _QUOTED)
    return f"The line reads: {shown}" if shown else ""


@singledispatch
def _said(error: Exception, scene: _Scene) -> tuple[str, str]:
    """What happened, and what to do; "" where quoting the line helps most."""
    del scene
    raise error


@_said.register
def _(error: OgpError, _scene: _Scene) -> tuple[str, str]:
    return error.message, error.remedy


@_said.register
def _(error: TemplateNotFound, scene: _Scene) -> tuple[str, str]:
    loader = scene.environment.loader
    names = loader.list_templates() if loader else []
    return f"there is no template “{error.name}”", _meant(str(error.name), names)


@_said.register
def _(error: UndefinedError, _scene: _Scene) -> tuple[str, str]:
    return _breach(error), _SEE


@_said.register
def _(error: SecurityError, _scene: _Scene) -> tuple[str, str]:
    return _breach(error), ""


@_said.register
def _(_error: RecursionError, scene: _Scene) -> tuple[str, str]:
    is_meant = re.search(r"extends|include|import", scene.quoted) and SHIPPED not in scene.quoted
    return (
        "the template calls itself without end",
        "Write shipped/ before the name of the one that came along." if is_meant else "",
    )


@_said.register(MemoryError)
@_said.register(OverflowError)
def _(_error: Exception, _scene: _Scene) -> tuple[str, str]:
    return "the template makes more than fits into a document", ""


@_said.register(TypeError)
@_said.register(ValueError)
@_said.register(ArithmeticError)
@_said.register(LookupError)
@_said.register(AttributeError)
def _(error: Exception, _scene: _Scene) -> tuple[str, str]:
    return misused(error)


@_said.register
def _(error: TemplateError, scene: _Scene) -> tuple[str, str]:
    complaint = error.message or ""
    if "extended multiple times" in complaint:
        return "this extends a second template", "Keep one of the two."
    return unknown(complaint, scene.environment.filters) or misused(error)


@_said.register
def _(error: UnknownNameError, scene: _Scene) -> tuple[str, str]:
    name = error.name
    if isinstance(error.of, Shown) and name in HIDDEN.get(type(error.of), ()):
        return (
            f"“{name}” is for organisers, and this document is for participants",
            "Take it out of the template.",
        )
    if error.of is not missing:
        message, remedy = without(error.of, name)
        return message, remedy or _meant(name, known(error.of), "It has")
    return _unset(error, scene)


def _unset(error: UnknownNameError, scene: _Scene) -> tuple[str, str]:
    """A name that stands alone and that nothing has set."""
    name, complaint = error.name, error.message or ""
    own = _set_in(scene.environment, scene.file)
    if "was not provided" in complaint:
        told = f"a macro is not given its “{name}”"
    elif "does not export" in complaint:
        told = f"the template that this comes from has no “{name}”"
    elif name in own:
        told = f"“{name}” is used before the template sets it"
    elif name == "loop":
        told = "“loop” is there only within {% for %}"
    else:
        return f"there is no “{name}”", _meant(name, sorted(scene.known | own))
    return told, ""


def _meant(name: str, known: Sequence[str], there: str = "There are") -> str:
    """The nearest of the names that there are; all of them where none is near and they are few."""
    bare = name.removeprefix(SHIPPED) if isinstance(name, str) else str(name)
    near = nearest(bare, known)
    if near:
        return f"Did you mean “{SHIPPED if bare != name else ''}{near}”?"
    listed = ", ".join(known)
    return f"{there} {listed}." if known and len(listed) <= _LISTED else _SEE


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
    if isinstance(error, TemplateSyntaxError):
        # of a comment that never ends, Jinja gives the file as the name
        file = next((each for each in (error.filename, error.name) if each and _lines(each)), "")
        return file, error.lineno
    loader = environment.loader
    folders = [str(folder) for folder in loader.folders] if isinstance(loader, Folders) else []
    frames = [
        (frame.filename, frame.lineno or 0)
        for frame in traceback.extract_tb(error.__traceback__, limit=-400)
        if frame.filename.endswith(".j2") and any(map(frame.filename.startswith, folders))
    ]
    if isinstance(error, RecursionError):  # the author's own has a part in the circle
        frames = [each for each in frames if not each[0].startswith(folders[-1])] or frames
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
