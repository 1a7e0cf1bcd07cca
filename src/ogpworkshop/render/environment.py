"""The one place where templates get their rules: sandbox, strict names, escaping by format."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

import msgspec
from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound, pass_context
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.loaders import split_template_path
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from markupsafe import Markup
from markupsafe import escape as markup_escape

from ogpworkshop.errors import OgpError
from ogpworkshop.render import escape
from ogpworkshop.render.trusted import (
    MAX_TEXT,
    BoundTemplate,
    CarefulGenerator,
    MarkdownSource,
    Source,
    SourceContext,
    SourceGenerator,
    TextSource,
    TypstSource,
    bounded,
    names_for,
)

SHIPPED = "shipped/"
"""Before a template's name: the one that comes with ogp, also where the user has one of that name."""

MAX_TEMPLATE = 1_000_000
MAX_STEPS = 1_000_000

# Filters that mark text as harmless HTML, or build HTML from text.
_UNSAFE = ("safe", "escape", "e", "forceescape", "xmlattr", "urlize", "striptags")
# Filters that depend on chance, show what lies behind a value, or can fill the memory.
_UNWANTED = ("random", "pprint", "format", "slice", "filesizeformat")
_SOURCES: dict[str, type[Source]] = {
    "pdf": TypstSource,
    "md": MarkdownSource,
    "txt": TextSource,
}


class UnknownNameError(UndefinedError):
    """A name that a template uses and that does not exist."""

    def __init__(self, message: str | None = None, *, of: Any = None, name: str = "") -> None:
        super().__init__(message)
        self.of = of
        self.name = name


class _Strict(StrictUndefined):
    """A missing name that remembers what it was asked of."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: type[Exception] = UndefinedError,
    ) -> None:
        if exc is UndefinedError:
            exc = partial(UnknownNameError, of=obj, name=name or "")  # type: ignore[assignment]
        super().__init__(hint, obj, name, exc)  # type: ignore[arg-type]


class Folders(BaseLoader):
    """Finds templates in the user's folders, then among those that come with ogp."""

    def __init__(self, shipped: Path, own: Sequence[Path] = ()) -> None:
        """The user's `own` folders win, the first before the second."""
        self.shipped = shipped
        self.folders = (*own, shipped)

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """The text of a template, its file, and whether it is still the same (it is)."""
        del environment
        folders = self.folders
        name = template
        if template.startswith(SHIPPED):
            folders, name = (self.shipped,), template.removeprefix(SHIPPED)
        steps = split_template_path(name)
        for folder in folders:
            file = folder.joinpath(*steps)
            if file.is_file():
                return _text(file), str(file), lambda: True
        raise TemplateNotFound(template)

    def list_templates(self) -> list[str]:
        """Names of all templates, for "did you mean"."""
        return sorted(
            {
                file.relative_to(folder).as_posix()
                for folder in self.folders
                for file in folder.glob("*/*.j2")
            }
        )


def _text(file: Path) -> str:
    try:
        if file.stat().st_size > MAX_TEMPLATE:
            raise OgpError(f"{file}: this template is larger than 1 MB", "Templates are text.")
        return file.read_text("utf-8")
    except UnicodeDecodeError as fault:
        line = fault.object.count(b"\n", 0, fault.start) + 1
        raise OgpError(
            f"{file}:{line}: this template is not UTF-8 text", "Save it as UTF-8."
        ) from None
    except OSError:
        raise OgpError(f"{file}: this template cannot be read") from None


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """Jinja without reach: no files, no network, no missing names, nothing endless."""

    code_generator_class = CarefulGenerator
    template_class = BoundTemplate
    concat = staticmethod(bounded)
    intercepted_binops: ClassVar[frozenset[str]] = frozenset({"*", "**", "+", "%"})  # type: ignore[misc]

    def __init__(self, loader: Folders) -> None:
        super().__init__(
            loader=loader,
            autoescape=True,
            undefined=_Strict,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            optimized=False,
            finalize=_printed,
        )
        for name in (*_UNSAFE, *_UNWANTED):
            self.filters.pop(name, None)
        self.globals.pop("lipsum", None)
        self.names: dict[str, Any] = {"markup_join": _markup_joined, "str_join": _text_joined}
        self.globals["range"] = Steps()
        self.filters.update(center=_limited(self.filters["center"]), indent=_indented)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Refuse sums that would fill the memory."""
        if operator == "**" and not (_small(left, 1000) and _small(right, 20)):
            raise SecurityError("a power this large is not computed in a template")
        if operator == "*" and _length(left) * _length(right) > MAX_TEXT:
            raise SecurityError("a text this long is not repeated in a template")
        if operator == "+" and isinstance(left, str) and len(left) > MAX_TEXT:
            raise SecurityError("a text this long is not made in a template")
        if operator == "%" and isinstance(left, str):
            raise SecurityError("% formats no text in a template; write the parts side by side")
        return super().call_binop(context, operator, left, right)

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        """Text made by `format` is plain text, whatever its pattern was, and no field is wide."""
        pattern = getattr(value, "__self__", None)
        if not isinstance(pattern, str):
            return None
        if getattr(value, "__name__", "") in {"format", "format_map"} and re.search(
            r"\{[^{}]*:[^}]*(?:\d{4}|\{)", pattern
        ):
            raise SecurityError("a field this wide is not filled in a template")
        if isinstance(pattern, Source):
            value = getattr(str(pattern), value.__name__)
        return super().wrap_str_format(value)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Values of the view and harmless methods; no methods that pad text endlessly."""
        if isinstance(obj, str) and attr in _PADDING:
            return False
        return super().is_safe_attribute(obj, attr, value)


_PADDING = frozenset({"center", "ljust", "rjust", "zfill", "expandtabs", "translate", "encode"})


class SourceEnvironment(TemplateEnvironment):
    """Templates of a format for which Jinja has no escaping of its own."""

    code_generator_class = SourceGenerator
    context_class = SourceContext

    def __init__(self, loader: Folders, source: type[Source]) -> None:
        """Escape as `source` does."""
        super().__init__(loader)
        self.source = source
        self.names = names_for(source)
        self.filters["join"] = partial(_joined, source)
        self.filters["replace"] = _replaced
        self.filters["trim"] = partial(_trimmed, source)
        self.filters.pop("tojson")
        if source is TypstSource:
            self.filters["typst"] = _as_typst
        if source is TextSource:
            self.filters["hang"] = _hung
            self.filters["underline"] = _underlined


def environment(output: str, shipped: Path, own: Sequence[Path] = ()) -> TemplateEnvironment:
    """The rules for templates of one output: `pdf`, `html`, `md` or `txt`."""
    loader = Folders(shipped, own)
    if output == "html":
        return TemplateEnvironment(loader)
    return SourceEnvironment(loader, _SOURCES[output])


class Steps:
    """`range` with a budget for a whole document, so that loops in loops come to an end."""

    def __init__(self) -> None:
        self.left = MAX_STEPS

    def __call__(self, *bounds: int) -> range:
        """As Python's range."""
        steps = range(*bounds)
        self.left -= len(steps)
        if self.left < 0:
            raise SecurityError("its loops take more than a million steps")
        return steps


@pass_context
def _printed(context: Context, value: Any) -> Any:
    """What `{{ value }}` prints before it is escaped.

    Asking for the context keeps Jinja from escaping constants as HTML while it compiles.
    """
    del context
    if value is None:
        return ""
    if isinstance(value, str) and not isinstance(value, Source | Markup):
        return escape.clean(value)
    return value


def _joined(source: type[Source], value: Any, d: str = "") -> str:
    return source.joined(value, d)


def _trimmed(source: type[Source], value: Any) -> str:
    kept = str(value).strip()
    return source(kept) if isinstance(value, source) else kept


def _text_joined(parts: Iterable[Any]) -> str:
    return bounded(map(str, parts))


def _markup_joined(parts: Iterable[Any]) -> str:
    known = list(parts)
    if any(isinstance(part, Markup) for part in known):
        return Markup(bounded(map(markup_escape, known)))  # noqa: S704  # each part is escaped
    return _text_joined(known)


def _replaced(value: Any, old: str, new: str, count: int = -1) -> str:
    return _bounded(str(value).replace(str(old), str(new), count))


def _as_typst(value: Any) -> TypstSource:
    if isinstance(value, TypstSource):
        return TypstSource(f"[{value!s}]")
    return TypstSource(escape.typst_value(value))


def _hung(value: Any, at: int = 0, mark: str = "", to: int | None = None) -> TextSource:
    return TextSource(escape.hang(str(value), at, mark, to))


def _underlined(value: Any, mark: str = "-", columns: int = 78) -> TextSource:
    lines = escape.wrap(escape.plain(str(value)), columns)
    longest = max(map(escape.width, lines), default=0)
    return TextSource("\n".join([*lines, mark * longest]))


def _limited(pad: Callable[..., Any]) -> Callable[..., Any]:
    def padded(value: Any, columns: int = 78) -> Any:
        if columns > MAX_TEXT:
            raise SecurityError("a line this wide is not padded in a template")
        return pad(value, columns)

    return padded


def _indented(value: Any, columns: int = 4, first: bool = False) -> str:
    if columns > 100:
        raise SecurityError("an indent this deep is not made in a template")
    text = str(value).replace("\n", "\n" + " " * columns)
    return " " * columns * first + text


def _bounded(text: str) -> str:
    if len(text) > MAX_TEXT:
        raise SecurityError("a text this long is not made in a template")
    return text


def _small(value: Any, limit: int) -> bool:
    return isinstance(value, int | float) and abs(value) <= limit


def _length(value: Any) -> int:
    return max(len(value), 1) if isinstance(value, str | list | tuple) else _count(value)


def _count(value: Any) -> int:
    return max(abs(value), 1) if isinstance(value, int) else 1


def fields(value: Any) -> Iterator[str]:
    """Names that a template can ask of a value, for "did you mean"."""
    if isinstance(value, msgspec.Struct):
        yield from value.__struct_fields__
    elif hasattr(value, "keys"):
        yield from (str(key) for key in value.keys())  # noqa: SIM118  # a mapping of our own
