"""The manual pages as files that an editor can open."""

import os
import sys
from contextlib import suppress
from pathlib import Path

from ogpworkshop.check.catalogue import catalogue
from ogpworkshop.check.manual import markdown


class Pages:
    """Pages written where needed, into the user's cache."""

    def __init__(self) -> None:
        """Write none yet."""
        self._known: dict[str, str | None] = {}

    def address(self, code: str) -> str | None:
        """The address of a rule's page; None if there is no such rule, or nowhere to write."""
        if code not in self._known:
            self._known[code] = None
            known = catalogue().get(code)
            with suppress(OSError, RuntimeError):
                if known is not None:
                    self._known[code] = _written(code, markdown(known))
        return self._known[code]


def _written(code: str, text: str) -> str:
    page = _folder() / f"{code}.md"
    if not page.is_file() or page.read_text(encoding="utf-8") != text:
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, encoding="utf-8")
    return page.as_uri()


def _folder() -> Path:
    """Where programs keep what they can make anew, on each system."""
    if sys.platform == "win32":
        cache = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        cache = Path.home() / "Library" / "Caches"
    else:
        cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return cache.absolute() / "ogp" / "rules"
