"""The manual pages as files that an editor can open."""

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from ogpworkshop.check.catalogue import catalogue
from ogpworkshop.check.manual import markdown


class Pages:
    """Pages written where needed, into a folder that goes away with the server."""

    def __init__(self) -> None:
        """Write none yet."""
        self._folder: TemporaryDirectory[str] | None = None
        self._known: dict[str, str | None] = {}

    def address(self, code: str) -> str | None:
        """The address of a rule's page; None if it cannot be written."""
        if code not in self._known:
            self._known[code] = None
            known = catalogue().get(code)
            with suppress(OSError):
                if known is not None:
                    self._known[code] = self._write(code, markdown(known))
        return self._known[code]

    def close(self) -> None:
        """Take the pages away."""
        if self._folder is not None:
            self._folder.cleanup()
        self._folder = None
        self._known.clear()

    def _write(self, code: str, text: str) -> str:
        if self._folder is None:
            self._folder = TemporaryDirectory(prefix="ogp-pages-", ignore_cleanup_errors=True)
        page = Path(self._folder.name).resolve() / f"{code}.md"
        page.write_text(text, encoding="utf-8")
        return page.as_uri()
