"""The one place where templates get their rules: sandbox, strict names, escaping by format."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, ClassVar, cast

from jinja2 import StrictUndefined, nodes, pass_context
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from markupsafe import Markup

from ogpworkshop.render import escape
from ogpworkshop.render.budget import COUNTED, Budget, with_counted_loops
from ogpworkshop.render.bytecode import Bytecode
from ogpworkshop.render.filters import filters_for, html_names
from ogpworkshop.render.folders import Folders
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
    printable,
)

_LARGEST = 10**15
_SOURCES: dict[str, type[Source]] = {
    "pdf": TypstSource,
    "svg": TypstSource,
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


_BYTECODE = Bytecode()


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """Jinja without reach: no files, no network, no missing names, nothing endless."""

    code_generator_class = CarefulGenerator
    template_class = BoundTemplate
    intercepted_binops: ClassVar[frozenset[str]] = frozenset({"*", "**", "+", "%"})  # type: ignore[misc]

    def __init__(self, loader: Folders) -> None:
        super().__init__(
            loader=loader,
            bytecode_cache=_BYTECODE,
            autoescape=True,
            undefined=_Strict,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            optimized=False,
            finalize=_printed,
        )
        self.budget = Budget()
        self.use_filters(filters_for(None))
        self.names: dict[str, Any] = html_names()
        self.globals.pop("lipsum", None)
        self.globals["range"] = self.budget.steps_of

    def use_filters(self, known: Mapping[str, Callable[..., Any]]) -> None:
        """Offer these filters, each of their uses counted."""
        self.filters = {name: self.budget.counting(each) for name, each in known.items()}
        self.filters[COUNTED] = self.budget.counted

    def concat(self, parts: Iterable[str]) -> str:
        """All parts of a block or a macro after each other, within bounds."""
        return cast("str", self.budget.made(bounded(parts)))

    def call(self, context: Context, obj: Any, /, *given: Any, **more: Any) -> Any:
        """Call a macro or a method; each call is counted."""
        self.budget.spend()
        return self.budget.made(super().call(context, obj, *given, **more))

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,
    ) -> str:
        return super()._generate(with_counted_loops(source, self), name, filename, defer_init)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Refuse sums that would fill the memory."""
        if operator == "**" and not (_small(left, 1000) and _small(right, 20)):
            raise SecurityError("a power this large is not computed in a template")
        if operator == "*" and _repeated(left, right) > MAX_TEXT:
            raise SecurityError("a text this long is not repeated in a template")
        if operator in "+*" and not (_small(left, _LARGEST) and _small(right, _LARGEST)):
            raise SecurityError("a number or a text this large is not made in a template")
        if operator == "%" and isinstance(left, str):
            raise SecurityError("% formats no text in a template; write the parts side by side")
        return self.budget.made(super().call_binop(context, operator, left, right))

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


# Methods that can make a text of any length; filters of the same names are bounded.
_PADDING = frozenset(
    {"center", "ljust", "rjust", "zfill", "expandtabs", "translate", "encode", "join", "replace"}
)


class SourceEnvironment(TemplateEnvironment):
    """Templates of a format for which Jinja has no escaping of its own."""

    code_generator_class = SourceGenerator
    context_class = SourceContext

    def __init__(self, loader: Folders, source: type[Source]) -> None:
        """Escape as `source` does."""
        super().__init__(loader)
        self.source = source
        self.names = names_for(source)
        self.use_filters(filters_for(source))


def environment(output: str, shipped: Path, own: Sequence[Path] = ()) -> TemplateEnvironment:
    """The rules for templates of one output: `pdf`, `html`, `docx`, `md` or `txt`."""
    loader = Folders(shipped, own)
    if output in {"html", "docx"}:
        return TemplateEnvironment(loader)
    return SourceEnvironment(loader, _SOURCES[output])


@pass_context
def _printed(context: Context, value: Any) -> Any:
    """What `{{ value }}` prints before it is escaped.

    Asking for the context keeps Jinja from escaping constants as HTML while it compiles.
    """
    del context
    value = printable(value)
    if isinstance(value, str) and not isinstance(value, Source | Markup):
        return escape.clean(value)
    return value


def _small(value: Any, limit: int) -> bool:
    """Whether a number is within a limit, or a text or list within what may be built up."""
    if isinstance(value, int | float):
        return abs(value) <= limit
    return not isinstance(value, str | list | tuple) or len(value) <= MAX_TEXT


def _repeated(left: Any, right: Any) -> int:
    """How long a text or list becomes that is repeated so many times; 0 for two numbers."""
    longest = max(
        (len(each) for each in (left, right) if not isinstance(each, int | float)), default=0
    )
    times = max((abs(each) for each in (left, right) if isinstance(each, int)), default=1)
    return longest * times
