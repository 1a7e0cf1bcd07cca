"""Sessions as doors and walls show them: what is behind a door on a day, a day to scale."""

from collections.abc import Iterator, Mapping, Sequence

from ogpworkshop.model import agenda as model
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.path import Path
from ogpworkshop.render import view
from ogpworkshop.render.phrases import line
from ogpworkshop.render.words import Words

_HOUR = 60


def by_time(sessions: Sequence[model.Session]) -> list[model.Session]:
    """Sessions by their start; one without a start stays after the one before it."""
    keyed: list[tuple[int, model.Session]] = []
    start = -1
    for session in sessions:
        start = session.start if session.start is not None else start
        keyed.append((start, session))
    return [session for _, session in sorted(keyed, key=lambda pair: pair[0])]


def doors_of(
    agenda: Agenda, days: Sequence[view.Day], rounds: Sequence[view.Round], words: Words
) -> tuple[view.Door, ...]:
    """Every room on every day on which something happens in it; rooms in the order of the agenda."""
    behind = _Doors(agenda, rounds, words)
    return tuple(
        door for number, day in enumerate(days) for door in behind.on(agenda.days[number], day)
    )


class _Doors:
    def __init__(self, agenda: Agenda, rounds: Sequence[view.Round], words: Words) -> None:
        self.agenda = agenda
        self.words = words
        self.groups = {name: each.groups for each in rounds for name in each.sessions}
        self.breakouts = {each.session.id: each for each in agenda.breakouts}
        self.declared = {
            line(room.name or ref): line(room.location)
            for ref, room in agenda.written.rooms.items()
        }

    def on(self, kept: model.Day, day: view.Day) -> Iterator[view.Door]:
        uses: dict[str, list[view.DoorUse]] = {}
        for session, understood in zip(day.sessions, by_time(kept.sessions), strict=True):
            for name in self._names(understood.rooms):
                uses.setdefault(name, []).append(_use(session, ""))
            for name, detail in self._groups(session):
                uses.setdefault(name, []).append(_use(session, detail))
        order = [name for name in self.declared if name in uses]
        order += sorted(name for name in uses if name not in self.declared)
        for name in order:
            yield view.Door(
                room=name,
                location=self.declared.get(name, ""),
                title=day.title,
                date=day.date,
                date_label=day.date_label,
                uses=tuple(uses[name]),
            )

    def _names(self, uses: Sequence[model.RoomUse]) -> list[str]:
        return [name for use in uses if (name := line(self.agenda.room_name(use.ref)))]

    def _groups(self, session: view.Session) -> Iterator[tuple[str, str]]:
        """Rooms of the groups: as they have been formed, or as the agenda means to form them."""
        if session.id in self.groups:
            for group in self.groups[session.id]:
                if group.room:
                    yield group.room, _detail(group.label, group.topic)
            return
        breakout = self.breakouts.get(session.id)
        if breakout is None:
            return
        for number, use in enumerate(breakout.rooms[: breakout.n_groups]):
            label = f"{self.words.group} {number + 1}"
            yield (
                line(self.agenda.room_name(use.ref)),
                _detail(label, line(breakout.topics[number])),
            )


def _detail(label: str, topic: str) -> str:
    return f"{label}: {topic}" if topic else label


def _use(session: view.Session, detail: str) -> view.DoorUse:
    return view.DoorUse(
        start=session.start,
        slot=session.slot,
        title=session.title,
        detail=detail,
        family=session.family,
    )


def charts_of(agenda: Agenda, days: Sequence[view.Day]) -> tuple[view.Chart, ...]:
    """Every day to scale."""
    return tuple(_chart(kept, day) for kept, day in zip(agenda.days, days, strict=True))


def _chart(kept: model.Day, day: view.Day) -> view.Chart:
    timed = [each for each in kept.sessions if each.is_timed]
    # an id may stand twice, a path does not
    pairs = zip(by_time(kept.sessions), day.sessions, strict=True)
    shown = {understood.path: session for understood, session in pairs}
    bars = [bar for cluster in _clusters(timed) for bar in _laid_out(cluster, shown)]
    return view.Chart(
        title=day.title,
        date=day.date,
        date_label=day.date_label,
        start=min((bar.start for bar in bars), default=0) // _HOUR * _HOUR,
        end=-(-max((bar.end for bar in bars), default=0) // _HOUR) * _HOUR,
        bars=tuple(bars),
    )


def _clusters(timed: Sequence[model.Session]) -> Iterator[list[model.Session]]:
    """Sessions that hang together by running at the same time."""
    cluster: list[model.Session] = []
    until = 0
    for session in sorted(timed, key=lambda each: (each.start or 0, -(each.end or 0))):
        if cluster and (session.start or 0) >= until:
            yield cluster
            cluster = []
        cluster.append(session)
        until = max(until if len(cluster) > 1 else 0, session.end or 0)
    if cluster:
        yield cluster


def _laid_out(
    cluster: Sequence[model.Session], shown: Mapping[Path, view.Session]
) -> Iterator[view.Bar]:
    """Each session in the first column that is free."""
    free: list[int] = []
    placed: list[tuple[model.Session, int]] = []
    for session in cluster:
        start = session.start or 0
        lane = next((number for number, end in enumerate(free) if end <= start), len(free))
        free[lane : lane + 1] = [session.end or 0]
        placed.append((session, lane))
    for session, lane in placed:
        yield view.Bar(
            session=shown[session.path],
            start=session.start or 0,
            end=session.end or 0,
            lane=lane,
            lanes=len(free),
        )
