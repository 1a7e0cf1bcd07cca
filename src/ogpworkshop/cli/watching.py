"""Making documents once more whenever a file they are made from is saved."""

import time
from collections.abc import Callable, Iterable
from pathlib import Path

from ogpworkshop.cli import say
from ogpworkshop.errors import OgpError

_PAUSE = 0.02
"""Seconds between two looks at the files: unnoticed by a reader, and by the machine."""

_Stamp = tuple[int, int] | None


def watch(make: Callable[[], object], watched: Callable[[], Iterable[Path]]) -> int:
    """Make, and make again after every save, until it is interrupted.

    A mistake in a file is told, and waits for the next save.
    """
    try:
        while True:
            before = _stamps(watched())
            _tried(make)
            while _stamps(watched()) == before:
                time.sleep(_PAUSE)
    except KeyboardInterrupt:
        return 0


def _tried(make: Callable[[], object]) -> None:
    try:
        make()
    except OgpError as error:
        say(error.message, error.remedy)


def _stamps(paths: Iterable[Path]) -> dict[Path, _Stamp]:
    """When each file was last written, and how long it is; None for one that is not there."""
    return {path: _stamp(path) for path in paths}


def _stamp(path: Path) -> _Stamp:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
