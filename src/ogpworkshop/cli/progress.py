"""A bar on standard error while many files are made; nothing where nobody watches."""

import shutil
import sys
from typing import Self

_WIDTH = 24


class Progress:
    """Says on a terminal how far it is, and which file is being made."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.done = 0
        self.is_shown = sys.stderr.isatty()

    def __enter__(self) -> Self:
        """Nothing is shown yet."""
        return self

    def __exit__(self, *_: object) -> None:
        """Clear the line."""
        self._write("")

    def show(self, name: str) -> None:
        """Begin with a file."""
        self._write(bar(self.done, self.total, name, shutil.get_terminal_size().columns))
        self.done += 1

    def _write(self, text: str) -> None:
        if self.is_shown:
            sys.stderr.write(f"\r\x1b[K{text}")
            sys.stderr.flush()


def bar(done: int, total: int, name: str, columns: int) -> str:
    """One line no wider than the terminal: `[######..................] 5/20 badges.pdf`."""
    full = _WIDTH * done // max(total, 1)
    line = f"[{'#' * full}{'.' * (_WIDTH - full)}] {done + 1}/{total} {name}"
    return line[: max(columns - 1, 1)]
