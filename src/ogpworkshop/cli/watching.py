"""Making documents once more whenever a file they are made from is saved."""

import time
from collections.abc import Callable, Iterable
from pathlib import Path

from ogpworkshop.cli import files, say
from ogpworkshop.errors import OgpError

PAUSE = 0.02
"""Seconds between two looks at the files: unnoticed by a reader, and by the machine."""

_Stamp = tuple[int, int] | None


class Sources:
    """Every file that what is made depends on: agenda, roster, plan, own templates, pictures.

    What the agenda names, its roster and its logo, is looked up whenever the agenda is saved; while
    it cannot be read, what it named before is watched on.
    """

    def __init__(
        self, agenda: Path | None, named: Iterable[Path | None], templates: Path | None
    ) -> None:
        """Find the agenda once: an editor may take it away for a moment to save it."""
        self.agenda = files.agenda_path(agenda)
        self.given = [each for each in named if each is not None]
        self.templates = templates or self.agenda.with_name("templates")
        self.read: _Stamp = None
        self.told: list[Path] = []

    def __call__(self) -> list[Path]:
        """The files as they stand now."""
        stamp = _stamp(self.agenda)
        if stamp is not None and stamp != self.read:
            self.read = stamp
            self.told = self._told()
        beside = [self.agenda.with_name(name) for name in ("participants.csv", "groups.csv")]
        templates = sorted(each for each in self.templates.rglob("*") if each.is_file())
        return [self.agenda, *beside, *self.given, *self.told, *templates]

    def _told(self) -> list[Path]:
        try:
            written = files.read_agenda(self.agenda)[0].written
        except OgpError:
            return self.told
        names = (written.roster.file, written.theme.logo)
        return [self.agenda.parent / name for name in names if name]


def watch(make: Callable[[], object], watched: Callable[[], Iterable[Path]]) -> int:
    """Make, and make again after every save, until it is interrupted.

    A mistake in a file is told, and waits for the next save.
    """
    try:
        while True:
            before = _stamps(watched())
            _tried(make)
            while _stamps(watched()) == before:
                time.sleep(PAUSE)
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
