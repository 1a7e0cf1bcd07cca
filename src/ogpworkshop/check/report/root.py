"""Names of files as a repository's host knows them: from the root of the checkout."""

import os
from pathlib import Path

_CHECKOUTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")


def from_root(file: str) -> str:
    """A file's name from the root of the checkout, or from the current folder outside of CI.

    A name that leads out of both stays as it is.
    """
    path = Path(file).resolve()
    checkouts = [os.environ[name] for name in _CHECKOUTS if os.environ.get(name)]
    for root in (*checkouts, "."):
        folder = Path(root).resolve()
        if path.is_relative_to(folder):
            return path.relative_to(folder).as_posix()
    return file
