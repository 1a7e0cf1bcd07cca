"""How much a template may do: its loops and calls are counted, and so is the text that it makes.

Every loop is compiled with a filter that counts it, and every call of a sandboxed template goes
through its environment. Steps are counted rather than seconds, so that a template that comes to
an end does so on every machine; the clock is only a last resort against single steps that are slow.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Sized
from functools import wraps
from typing import Any

from jinja2 import Environment, nodes
from jinja2.exceptions import SecurityError

COUNTED = " counted"
"""Name of the filter around what loops go over; no template can write it."""

MAX_STEPS = 4_000_000
"""Five thousand itineraries, the longest document there is, take three million."""
MAX_RANGE = 1_000_000
MAX_LETTERS = 200_000_000
MAX_SECONDS = 120
_PER_STEP = 64
"""Letters that are as much work as one step."""
_LOOKS = 1000


class Budget:
    """What is left of a document's steps, letters and time."""

    def __init__(self) -> None:
        """Begin to count."""
        self.steps = MAX_STEPS
        self.range = MAX_RANGE
        self.letters = MAX_LETTERS
        self.end = time.process_time() + MAX_SECONDS
        self.look = _LOOKS

    def spend(self, steps: int = 1) -> None:
        """Count steps.

        Raises:
            SecurityError: they are more than any document needs, or take too long.
        """
        self.steps -= steps
        if self.steps < 0:
            raise SecurityError(f"it takes more than {MAX_STEPS:,} steps")
        self.look -= 1
        if self.look < 0:
            self.look = _LOOKS
            if time.process_time() > self.end:
                raise SecurityError(f"it computes for more than {MAX_SECONDS} seconds")

    def made(self, value: Any) -> Any:
        """Count a value that was made; give it back."""
        if isinstance(value, str | list | tuple):
            size = len(value)
            self.letters -= size
            if self.letters < 0:
                raise SecurityError("it makes more text than fits into a document")
            self.spend(1 + size // _PER_STEP)
        return value

    def counted(self, rows: Any) -> Any:
        """What a loop goes over, each of its rounds counted."""
        if isinstance(rows, Sized):
            self.spend(1 + len(rows))
            return rows
        # anything else is iterated once, as Jinja's own generators are
        return self._each(rows) if isinstance(rows, Iterable) else rows

    def _each(self, rows: Iterable[Any]) -> Iterator[Any]:
        for row in rows:
            self.spend()
            yield row

    def counting(self, apply: Callable[..., Any]) -> Callable[..., Any]:
        """A filter whose uses and results are counted."""

        @wraps(apply)
        def counted(*given: Any, **more: Any) -> Any:
            self.spend()
            return self.made(apply(*given, **more))

        return counted

    def steps_of(self, *bounds: int) -> range:
        """`range` for templates, with a budget of its own for a whole document."""
        steps = range(*bounds)
        self.range -= len(steps)
        if self.range < 0:
            raise SecurityError("its loops take more than a million steps")
        return steps


def with_counted_loops(tree: nodes.Template, environment: Environment) -> nodes.Template:
    """A parsed template in which every loop goes through the filter that counts it."""
    for loop in list(tree.find_all(nodes.For)):
        if not (isinstance(loop.iter, nodes.Filter) and loop.iter.name == COUNTED):
            loop.iter = nodes.Filter(
                loop.iter, COUNTED, [], [], None, None, lineno=loop.lineno, environment=None
            )
            loop.iter.set_environment(environment)
    return tree
