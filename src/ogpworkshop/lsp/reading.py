"""One state of an agenda in the editor, read and checked with the roster beside it."""

import codecs
import re
from pathlib import Path

import msgspec

from ogpworkshop.check.runner import Documents, Report, check
from ogpworkshop.errors import OgpError
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.roster import Roster
from ogpworkshop.model.written import RosterSettings
from ogpworkshop.read.agenda import read_agenda
from ogpworkshop.read.roster import read_roster
from ogpworkshop.source.text import Lines, Source
from ogpworkshop.source.yaml import SCALAR, Node, YamlSource

_Stamp = tuple[int, int, RosterSettings]
_AGENDA = re.compile(r"^(?:days|workshop)\s*:|agenda\.schema\.json", re.MULTILINE)


class Reading(msgspec.Struct, frozen=True):
    """What became of a text.

    Attributes:
        uri: of the document; also the name of the file in every finding.
        text: the text.
        agenda: what it means.
        source: where everything stands.
        report: what is found in it.
        refusal: why nothing of it could be read, "" otherwise.
    """

    uri: str
    text: str
    agenda: Agenda
    source: YamlSource
    report: Report
    refusal: str = ""

    @property
    def is_broken(self) -> bool:
        """Whether the text is no YAML as it stands, half typed say."""
        return bool(self.refusal) or any(
            fault.kind == "yaml-syntax" for fault in self.agenda.faults
        )


def is_agenda(uri: str, text: str) -> bool:
    """Whether a document is an agenda: by its name, its keys, or the schema that it names."""
    return "agenda" in uri.rpartition("/")[2].casefold() or bool(_AGENDA.search(text))


class Rosters:
    """Rosters as they stand on the disk, read again when they change."""

    def __init__(self) -> None:
        """Know none yet."""
        self._known: dict[Path, tuple[_Stamp, tuple[Roster, Source] | None]] = {}

    def beside(self, path: Path | None, agenda: Agenda) -> tuple[Roster, Source] | None:
        """The roster of an agenda that stands at a path; None if it has none that can be read."""
        if path is None:
            return None
        try:
            file = path.parent / (agenda.written.roster.file or "participants.csv")
            state = file.stat()
            settings = agenda.written.roster
            stamp = (state.st_mtime_ns, state.st_size, settings)
            if file not in self._known or self._known[file][0] != stamp:
                self._known[file] = (stamp, _read_roster(file, settings))
            return self._known[file][1]
        except (OSError, ValueError):
            return None


def _read_roster(file: Path, settings: RosterSettings) -> tuple[Roster, Source] | None:
    try:
        return read_roster(file.read_bytes(), file.absolute().as_uri(), settings)
    except OgpError:
        return None


def read(
    uri: str, text: str, path: Path | None, rosters: Rosters, before: Agenda | None = None
) -> Reading:
    """Read and check a text.

    Args:
        uri: of the document.
        text: what stands in it.
        path: its file, if it has one.
        rosters: those read so far.
        before: what it meant a keystroke ago: days that are the same keep what is known of them.
    """
    try:
        # a mark of our own, so that one which stands in the text keeps its place
        content = codecs.BOM_UTF8 + text.encode("utf-8", "replace")
        agenda, source = read_agenda(content, uri)
    except OgpError as error:
        return _refused(uri, text, error.message)
    agenda = _with_known_days(agenda, before)
    roster = rosters.beside(path, agenda)
    report = check(Documents((agenda, source), roster), only="agenda")
    if not isinstance(source, YamlSource):
        raise TypeError(source)
    return Reading(uri, text, agenda, source, report)


def _with_known_days(agenda: Agenda, before: Agenda | None) -> Agenda:
    if before is None:
        return agenda
    known = dict(zip((day.path for day in before.days), before.days, strict=True))
    days = (known[day.path] if known.get(day.path) == day else day for day in agenda.days)
    return msgspec.structs.replace(agenda, days=tuple(days))


def _refused(uri: str, text: str, message: str) -> Reading:
    """A text of which nothing can be read; the message stands at its line, without the address."""
    found = re.match(rf"{re.escape(uri)}(?::(\d+))?:? *", message)
    lines = Lines(text)
    number = min(int(found[1] or 1) if found else 1, len(lines.starts))
    start = lines.starts[number - 1]
    source = YamlSource(uri, text, Node(SCALAR, start, start + len(lines.line(number))))
    sentence = message[found.end() :] if found else message
    return Reading(uri, text, Agenda(), source, Report(()), sentence[:1].upper() + sentence[1:])
