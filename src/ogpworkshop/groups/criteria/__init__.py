"""One criterion per module, named by the word it has in the agenda.

A module holds the criterion (a frozen class that keeps to `problem.Criterion`) and `read`, which
makes it of what stands in the agenda; `OPTIONS` are the keys that it takes beside its own, if any.
Nothing is registered: `readers` finds the modules.
"""

import importlib
import pkgutil
from collections.abc import Callable
from functools import cache

from ogpworkshop.groups.asked import Asked
from ogpworkshop.groups.problem import Criterion

Read = Callable[[Asked], Criterion]


@cache
def readers() -> dict[str, Read]:
    """`read` of every criterion by its name, in the order of the names."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {name: importlib.import_module(f"{__name__}.{name}").read for name in names}


@cache
def options(name: str) -> tuple[str, ...]:
    """The keys that a criterion takes beside its own and those that all take."""
    module = importlib.import_module(f"{__name__}.{name}")
    return tuple(getattr(module, "OPTIONS", ()))
