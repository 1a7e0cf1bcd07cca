"""A clean agenda, and what can be done to its text."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path as File

from ogpworkshop.check.runner import Documents, PlacedFinding, check
from ogpworkshop.model.agenda import Day, Session
from ogpworkshop.model.path import Path, Place
from ogpworkshop.model.time import span
from ogpworkshop.read.agenda import read_agenda

ROOT = File(__file__).resolve().parent.parent
FILES = [
    ROOT / "data" / "agenda.yaml",
    *sorted((ROOT / "tests" / "cases" / "clean").glob("*.yaml")),
]

Triple = tuple[Session, Session, Session]
_TO_VALUE = re.compile(r"[^:]*:(?:\s|#[^\n]*\n)*")


class Clean:
    """An agenda without a fault; its methods give the text with one."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self.agenda, self.source = read_agenda(text.encode(), "agenda.yaml")

    def then(self, text: str) -> "Clean":
        """The agenda that was made of this one, to be changed further."""
        return Clean(self.name, text)

    def at(self, session: Session) -> Session:
        """The same session, in an agenda that was made of another."""
        return next(each for each in self.agenda.sessions if each.path == session.path)

    @cached_property
    def sessions(self) -> list[Session]:
        """Sessions of the row with a title and a plain slot."""
        return [each for day in self.agenda.days for each in day.row() if _is_plain(each)]

    @cached_property
    def work(self) -> list[Session]:
        """Those in which people work and that run beside no other."""
        return [each for _, each, _ in self.triples if each.is_work and each.kind != "social"]

    @cached_property
    def triples(self) -> list[Triple]:
        """Plain sessions that follow each other without a gap."""
        found = []
        for day in self.agenda.days:
            row = [each for each in day.row() if not each.written.parallel]
            for before, each, after in zip(row, row[1:], row[2:], strict=False):
                is_joined = before.end == each.start and each.end == after.start
                is_single = not any(one.written.track for one in (before, each, after))
                if is_joined and is_single and all(map(_is_plain, (before, each, after))):
                    found.append((before, each, after))
        return found

    @cached_property
    def dated(self) -> list[Day]:
        """Days with a date."""
        return [day for day in self.agenda.days if day.date and day.sessions]

    def put(self, path: Path, text: str) -> str:
        """The file with another value."""
        found = self.source.locate(Place(path))
        return self.text[: found.start] + text + self.text[found.end :]

    def key(self, path: Path, key: str, value: str) -> str:
        """The file with a key more in a mapping."""
        start = self.source.locate(Place(path)).start
        if isinstance(path[-1], str):  # the place of a mapping below a key is the key
            start = _TO_VALUE.match(self.text, start).end()
        if self.text[start] == "{":
            return f"{self.text[: start + 1]}{key}: {value}, {self.text[start + 1 :]}"
        column = start - self.text.rfind("\n", 0, start) - 1
        return f"{self.text[:start]}{key}: {value}\n{' ' * column}{self.text[start:]}"

    def set(self, session: Session, key: str, value: str) -> str:
        """The file with a key of a session, there before or not."""
        is_there = bool(getattr(session.written, key))
        path = session.path
        return self.put(path / key, value) if is_there else self.key(path, key, value)

    def retimed(self, session: Session, start: int, end: int) -> str:
        """The file with a session at another time."""
        return self.put(session.path / "time", f'"{span(start, end)}"')

    def squeezed(self, session: Session, after: Session, minutes: int) -> str:
        """The file with a shorter session; the one after it begins earlier."""
        start = session.start or 0
        cut = start + minutes
        longer = self.then(self.retimed(after, cut, after.end or 0))
        return longer.retimed(longer.at(session), start, cut)

    def line(self, session: Session) -> tuple[int, int]:
        """Start and end of the lines of a session in the style of one line."""
        start = self.source.locate(Place(session.path)).start
        return self.text.rfind("\n", 0, start) + 1, self.text.find("\n", start) + 1


def _is_plain(session: Session) -> bool:
    written = session.written
    is_alone = written.time is not None and not (written.start or written.end or written.duration)
    return bool(is_alone and session.is_end_given and session.is_timed and session.title and session.time and
                session.time.style == "24:" and (session.end or 0) < 24 * 60)  # fmt: skip


def findings(text: str) -> list[PlacedFinding]:
    """What the checks say of a text."""
    report = check(Documents(agenda=read_agenda(text.encode(), "agenda.yaml")))
    assert report.crashes == (), report.crashes
    return list(report.findings)


def clean_agendas() -> list[Clean]:
    """The founding agenda and the clean cases."""
    return [Clean(file.stem, file.read_text(encoding="utf-8")) for file in FILES]


Injector = Callable[[Clean], Iterator[str]]
INJECTORS: dict[str, list[Injector]] = {}


def fault(code: str) -> Callable[[Injector], Injector]:
    """Declare a function as one that puts the fault of a rule into an agenda."""

    def declare(injector: Injector) -> Injector:
        INJECTORS.setdefault(code, []).append(injector)
        return injector

    return declare
