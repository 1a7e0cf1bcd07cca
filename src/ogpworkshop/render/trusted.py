"""Makes Jinja escape for formats other than HTML.

Jinja's compiled templates call a handful of functions of `jinja2.runtime` by name: `escape` for
each expression, `Markup` for what a macro or a captured block returns. A template of ours gets its
own ones, bound to a `Source`: text that a template wrote itself, or that has been escaped. Any
other operation on a `Source` (a slice, a filter) gives plain text, which is escaped when it is
printed, so that nothing half-escaped can slip through.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from types import GeneratorType
from typing import Any, Self

import msgspec
from jinja2 import Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import Environment
from jinja2.exceptions import SecurityError
from jinja2.runtime import BlockReference, Context, Macro, TemplateReference, Undefined

from ogpworkshop.render import escape

MAX_TEXT = 1_000_000
"""Characters of the longest text that a template can build up."""


def bounded(parts: Iterable[str], between: str = "") -> str:
    """All parts after each other, if that does not fill the memory.

    Raises:
        SecurityError: they are longer than any text of a document.
    """
    known = list(parts)
    if sum(map(len, known)) + len(between) * len(known) > MAX_TEXT * 50:
        raise SecurityError("a text this long is not made in a template")
    return between.join(known)


def printable(value: Any) -> Any:
    """What can be printed: texts, numbers and the like; "" for none.

    Raises:
        SecurityError: it is a list or has parts: nobody means to print those, and lists in lists
            can be longer than they look.
    """
    if isinstance(value, Mapping | msgspec.Struct):
        raise SecurityError("this has several parts and cannot be printed; name one of them")
    if isinstance(value, list | tuple | set | frozenset | GeneratorType):
        raise SecurityError("a list cannot be printed; loop over it, or join it")
    return "" if value is None else value


class Source(str):
    """Text that means what it says in the format of the template."""

    __slots__ = ()

    @staticmethod
    def escaped(text: str) -> str:
        """The text as characters that mean themselves in the format."""
        raise NotImplementedError

    @classmethod
    def of(cls, value: Any) -> Self:
        """The value as it is when it is source already, else escaped."""
        if isinstance(value, cls):
            return value
        # str() of a missing name raises, which is how Jinja reports it.
        return cls(cls.escaped(str(printable(value))))

    @classmethod
    def joined(cls, parts: Iterable[Any], between: str = "") -> str:
        """All parts after each other: source if one of them is, with the others escaped."""
        known = [printable(part) for part in parts]
        if any(isinstance(part, cls) for part in (*known, between)):
            return cls(bounded([cls.of(part) for part in known], cls.of(between)))
        return bounded([str(part) for part in known], between)

    def __add__(self, other: str) -> str:
        """Source followed by escaped text."""
        return self.joined((self, other))

    def __radd__(self, other: str) -> str:
        """Escaped text followed by source."""
        return self.joined((other, self))


class TypstSource(Source):
    """Typst markup or code."""

    __slots__ = ()
    escaped = staticmethod(escape.typst)


class MarkdownSource(Source):
    """Markdown."""

    __slots__ = ()
    escaped = staticmethod(escape.markdown)


class TextSource(Source):
    """Lines of text."""

    __slots__ = ()
    escaped = staticmethod(escape.plain)


class _Block(BlockReference):
    """A block of the template that is extended: what it prints is source."""

    @property
    def super(self) -> BlockReference | Undefined:
        """The same block one template further up."""
        above = super().super
        return _block(self._context, above) if isinstance(above, BlockReference) else above

    def __call__(self) -> str:
        source: type[Source] = self._context.environment.source  # type: ignore[attr-defined]
        return source(self._context.environment.concat(self._stack[self._depth](self._context)))


def _block(context: Context, found: BlockReference) -> _Block:
    return _Block(found.name, context, found._stack, found._depth)  # noqa: SLF001


class SourceContext(Context):
    """Names of a template; `super()` gives source."""

    def super(
        self, name: str, current: Callable[[Context], Iterator[str]]
    ) -> BlockReference | Undefined:
        """The block of the template that is extended."""
        found = super().super(name, current)
        return _block(self, found) if isinstance(found, BlockReference) else found


class _Blocks(TemplateReference):
    """`self` in templates; `self.title()` gives source."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._of = context

    def __getitem__(self, name: str) -> BlockReference:
        return _block(self._of, super().__getitem__(name))


def _macro(source: type[Source]) -> type[Macro]:
    class SourceMacro(Macro):
        def _invoke(self, arguments: list[Any], autoescape: bool) -> str:
            del autoescape
            return source(super()._invoke(arguments, autoescape=False))

    return SourceMacro


def names_for(source: type[Source]) -> dict[str, Any]:
    """What compiled templates are to find under these names instead of Jinja's own."""
    return {
        "escape": source.of,
        "Markup": source,
        "markup_join": source.joined,
        "str_join": source.joined,
        "Macro": _macro(source),
        "TemplateReference": _Blocks,
    }


class BoundTemplate(Template):
    """A template that finds its environment's functions in place of Jinja's own."""

    @classmethod
    def _from_namespace(
        cls,
        environment: Environment,
        namespace: MutableMapping[str, Any],
        globals: MutableMapping[str, Any],  # noqa: A002  # Jinja's own name
    ) -> "Template":
        ours: dict[str, Any] = environment.names  # type: ignore[attr-defined]
        missing = ours.keys() - namespace.keys()
        if missing:
            raise AssertionError(f"Jinja's templates no longer use {', '.join(sorted(missing))}")
        namespace.update(ours)
        return super()._from_namespace(environment, namespace, globals)


class CarefulGenerator(CodeGenerator):
    """Compiles templates; nothing in a template can turn escaping off."""

    def visit_ScopedEvalContextModifier(  # noqa: N802  # Jinja names visitors after nodes
        self, node: nodes.ScopedEvalContextModifier, frame: Frame
    ) -> None:
        """Refuse `{% autoescape false %}`."""
        del frame
        self.fail("escaping cannot be switched off", node.lineno)


class SourceGenerator(CarefulGenerator):
    """Compiles templates; escapes also what Jinja prints as it comes: filter and call blocks."""

    def visit_FilterBlock(self, node: nodes.FilterBlock, frame: Frame) -> None:  # noqa: N802
        """`{% filter … %}`: a filter may give plain text."""
        inner = frame.inner()
        inner.symbols.analyze_node(node)
        self.enter_frame(inner)
        self.buffer(inner)
        self.blockvisit(node.body, inner)
        self.start_write(frame, node)
        self.write("escape(")
        self.visit_Filter(node.filter, inner)
        self.write(")")
        self.end_write(frame)
        self.leave_frame(inner)

    def visit_CallBlock(self, node: nodes.CallBlock, frame: Frame) -> None:  # noqa: N802
        """`{% call … %}`: what is called need not be a macro."""
        inner, macro = self.macro_body(node, frame)
        self.writeline("caller = ")
        self.macro_def(macro, inner)
        self.start_write(frame, node)
        self.write("escape(")
        self.visit_Call(node.call, frame, forward_caller=True)
        self.write(")")
        self.end_write(frame)
