"""What an agenda means: every session with its day, its start and end, its kind, its people.

Built by `model.resolve` from the file's shape (`model.written`). Rules, groups and documents see
only this.
"""

from datetime import date

import msgspec

from ogpworkshop.model import written
from ogpworkshop.model.path import ROOT, Path, Place
from ogpworkshop.model.time import Remark, WrittenTime, span
from ogpworkshop.model.written import AgendaFile, Workshop

LOGISTICS = frozenset({"registration", "break", "meal"})
PAUSES = frozenset({"break", "meal"})
GROUP_WORK = frozenset({"group-work", "clinic"})


class Fault(msgspec.Struct, frozen=True):
    """Something a reader could not take as it stands; the rule named by `kind` reports it.

    Attributes:
        kind: code of the rule, for example `key-unknown`.
        place: where.
        message: one sentence without a full stop, in the user's words.
        label: what is wrong at the place, a few words.
        instead: text that should stand at the place, if that is known.
        target: where that text goes, when it is not the place itself.
        title: what the replacement does, an imperative; empty without `instead`.
        safe: whether the replacement can be made without asking.
        related: a second place, for example the first of two equal keys, with a few words about it.
    """

    kind: str
    place: Place
    message: str
    label: str = ""
    instead: str | None = None
    title: str = ""
    safe: bool = False
    target: Place | None = None
    related: tuple[tuple[Place, str], ...] = ()


class Appearance(msgspec.Struct, frozen=True):
    """Someone named by a session.

    Attributes:
        ref: as written: a roster id, a key of `people`, or a name.
        role: speaker, facilitator, chair, rapporteur or interpreter.
        path: where.
    """

    ref: str
    role: str
    path: Path


class RoomUse(msgspec.Struct, frozen=True):
    """A room named by a session or its breakouts: the reference as written, and where."""

    ref: str
    path: Path


class Session(msgspec.Struct, frozen=True):
    """One line of the programme, understood.

    Attributes:
        path: where it stands: `days[0].sessions[2]`.
        id: its id, given or made from the title; unique within the agenda unless given twice.
        title: as written, "" if missing.
        kind: given, or told from the title.
        is_kind_given: whether the kind was written.
        date: of its day, if known.
        start: minutes after the midnight that begins the day, None when it cannot be known.
        end: likewise; above 1440 past the next midnight.
        is_start_given: a written start, not one computed from the session before.
        is_end_given: a written end or length.
        time: the notation of its slot, start, end or length, the first that is written.
        rooms: rooms named by the session itself.
        people: everyone it names, talks included.
        remarks: what was remarkable about how its times are written, and where.
        written: the session as it stands in the file.
    """

    path: Path
    id: str
    title: str
    kind: written.Kind
    is_kind_given: bool
    date: date | None
    start: int | None
    end: int | None
    is_start_given: bool
    is_end_given: bool
    time: WrittenTime | None
    rooms: tuple[RoomUse, ...]
    people: tuple[Appearance, ...]
    remarks: tuple[tuple[Place, Remark], ...]
    written: written.Session

    @property
    def name(self) -> str:
        """How messages call it: its title, or its time when it has none."""
        return self.title or (
            f"the session at {self.slot}" if self.slot else "a session without a title"
        )

    @property
    def slot(self) -> str:
        """09:30-11:00, or "" when start or end is unknown."""
        return "" if self.start is None or self.end is None else span(self.start, self.end)

    @property
    def minutes(self) -> int | None:
        """Its length in minutes; None when start or end is unknown."""
        return None if self.start is None or self.end is None else self.end - self.start

    @property
    def is_timed(self) -> bool:
        """Whether start and end are known and in order, so that it takes up time."""
        return self.start is not None and self.end is not None and self.end > self.start

    @property
    def is_pause(self) -> bool:
        """A break or a meal."""
        return self.kind in PAUSES

    @property
    def is_work(self) -> bool:
        """Neither a break nor registration: what people came for."""
        return self.kind not in LOGISTICS

    @property
    def is_aside(self) -> bool:
        """Outside the row of sessions: it runs in the background, marks a moment, or contains others."""
        return self.written.background or self.written.marker or self.written.container

    @property
    def time_place(self) -> Place:
        """Where its time is written; the title or the whole session when it is not."""
        for key in ("time", "start", "end", "duration", "title"):
            if getattr(self.written, key) is not None:
                return Place(self.path / key)
        return Place(self.path)

    @property
    def title_place(self) -> Place:
        """Where its title is written, or the whole session."""
        return Place(self.path / "title" if self.written.title is not None else self.path)


def talks_beside(session: Session) -> bool:
    """Whether its talks are heard at once: in several rooms, one in each group, within a container."""
    written = session.written
    n_groups = 0
    if written.breakouts is not None:
        n_groups = written.breakouts.groups or len(written.breakouts.rooms)
    return written.container or len(session.rooms) > 1 or 1 < len(written.talks) <= n_groups


class Asking(msgspec.Struct, frozen=True):
    """A criterion that a breakout asks for.

    Attributes:
        criterion: as written.
        path: where.
        level: 0, or how many times `then` stands before it: each level yields to those before.
    """

    criterion: written.Criterion
    path: Path
    level: int = 0


class Breakout(msgspec.Struct, frozen=True):
    """A session in which people work in groups; one round of the plan.

    Attributes:
        session: the session.
        path: of its `breakouts`, or of the session whose groups it keeps.
        n_groups: how many groups.
        rooms: one reference per group where given, else empty.
        topics: "" or the topic of each group, `n_groups` of them.
        criteria: from the session or from the agenda's `groups`, those behind `then` included.
        same_as: id of the session whose groups it keeps, None if it forms its own.
    """

    session: Session
    path: Path
    n_groups: int
    rooms: tuple[RoomUse, ...]
    topics: tuple[str, ...]
    criteria: tuple[Asking, ...]
    same_as: str | None

    @property
    def written(self) -> written.Breakouts:
        """As it stands in the file; empty for a session that only continues another."""
        return self.session.written.breakouts or written.Breakouts()


class Day(msgspec.Struct, frozen=True, weakref=True):
    """One day, its sessions in the order of the file."""

    path: Path
    title: str
    date: date | None
    written: written.Day
    sessions: tuple[Session, ...]

    def row(self) -> tuple[Session, ...]:
        """Sessions that follow each other: without those in the background, markers and containers."""
        return tuple(session for session in self.sessions if not session.is_aside)


class Agenda(msgspec.Struct, frozen=True):
    """The programme of a workshop.

    Attributes:
        written: the file's shape.
        days: in the order of the file.
        breakouts: sessions with groups, in order.
        remarks: what was remarkable about how times and dates are written, and where.
        faults: what the reader could not take, in the order of the file.
    """

    written: AgendaFile = AgendaFile()
    days: tuple[Day, ...] = ()
    breakouts: tuple[Breakout, ...] = ()
    remarks: tuple[tuple[Place, Remark], ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def path(self) -> Path:
        """The root of the file."""
        return ROOT

    @property
    def workshop(self) -> Workshop:
        """The workshop as a whole."""
        return self.written.workshop

    @property
    def sessions(self) -> tuple[Session, ...]:
        """All sessions of all days, in the order of the file."""
        return tuple(session for day in self.days for session in day.sessions)

    def room_name(self, ref: str) -> str:
        """The name on the door; the reference itself when the room is not declared."""
        room = self.written.rooms.get(ref)
        return (room.name if room else None) or ref
