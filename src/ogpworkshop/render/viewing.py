"""Makes the view that templates see out of an agenda, a roster and a plan."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta, tzinfo
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from msgspec.structs import asdict, replace

from ogpworkshop import __version__
from ogpworkshop.model import agenda as model
from ogpworkshop.model import written
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.plan import GroupPlan
from ogpworkshop.model.roster import Roster
from ogpworkshop.model.time import DAY, clock, length
from ogpworkshop.render import view
from ogpworkshop.render.attending import Attending
from ogpworkshop.render.dates import calendar, offset
from ogpworkshop.render.grouping import rooms_of, rounds_of, seated_of
from ogpworkshop.render.people import Directory
from ogpworkshop.render.phrases import line, lines, paragraphs, span_of
from ogpworkshop.render.placing import by_time, charts_of, doors_of
from ogpworkshop.render.theme import theme_of
from ogpworkshop.render.words import words_in

_FAMILIES = {
    "registration": "logistics", "break": "logistics", "meal": "logistics",
    "group-work": "group", "clinic": "group", "social": "social",
}  # fmt: skip
_UTC = frozenset({"UTC", "Etc/UTC", "Etc/UCT", "UCT", "Zulu", "Etc/Zulu", "Universal"})
_CONTINUED = re.compile(
    r"[\s,;:–—-]*\(?\b(?:cont(?:inued|inuation|d|’d|'d)?)\b\.?\)?$", re.IGNORECASE
)


def view_of(
    agenda: Agenda,
    roster: Roster | None = None,
    plan: GroupPlan | None = None,
    *,
    audience: str = "public",
    parts: Collection[str] = (),
) -> view.View:
    """What a document for this audience can show of a workshop.

    Args:
        agenda: the programme.
        roster: who comes.
        plan: who is in which group.
        audience: readers of the document.
        parts: `people`, `itineraries`, `present`, `tallies`, `doors`, `charts`, `seated`: those parts of the
            view that only some documents show, and that cost time.
    """
    directory = Directory(agenda, roster, audience)
    seen = _Viewer(agenda, directory, audience).shown(plan)
    return replace(seen, **_parts(agenda, roster, seen, directory, frozenset(parts)))


def _parts(
    agenda: Agenda,
    roster: Roster | None,
    seen: view.View,
    directory: Directory,
    parts: frozenset[str],
) -> dict[str, Sequence[view.Shown]]:
    """The parts of the view that only some documents show."""
    found: dict[str, Sequence[view.Shown]] = {}
    if "doors" in parts:
        found["doors"] = doors_of(agenda, seen.days, seen.rounds, seen.words)
    if "charts" in parts:
        found["charts"] = charts_of(agenda, seen.days)
    if "seated" in parts:
        found["seated"] = seated_of(seen.rounds, seen.workshop.language)
    if roster is None or parts.isdisjoint({"people", "itineraries", "present", "tallies"}):
        return found
    attending = Attending(agenda, roster, seen, directory)
    if parts & {"people", "itineraries"}:
        found["people"] = attending.people(with_days="itineraries" in parts)
    if "present" in parts:
        found["present"] = attending.present()
    if "tallies" in parts:
        found["tallies"] = attending.tallies()
    return found


class _Viewer:
    """Looks at one agenda on behalf of one audience."""

    def __init__(self, agenda: Agenda, directory: Directory, audience: str) -> None:
        self.agenda = agenda
        self.directory = directory
        self.is_for_organisers = audience != "public"
        self.calendar = calendar(agenda.workshop.language)
        self.words = words_in(self.calendar.language)
        is_theirs = self.calendar.language.startswith("en") or self.words != words_in("en")
        self.words_calendar = self.calendar if is_theirs else calendar("en")
        self.breakouts = {each.session.path: each for each in agenda.breakouts}

    def shown(self, plan: GroupPlan | None) -> view.View:
        days = tuple(self._day(number, day) for number, day in enumerate(self.agenda.days, 1))
        workshop = self.agenda.workshop
        rounds = rounds_of(self.agenda, plan, days, self.directory, self.words) if plan else ()
        return view.View(
            workshop=self._workshop(),
            words=self.words,
            theme=theme_of(
                self.agenda.written.theme,
                line(workshop.organiser or workshop.title) or self.words.organiser,
            ),
            days=days,
            rounds=rounds,
            rooms=rooms_of(self.agenda, rounds, self.words),
            generator=f"ogpworkshop {__version__}",
        )

    @cached_property
    def zone(self) -> tzinfo | None:
        """The time zone, None when there is none or nobody knows it."""
        try:
            return ZoneInfo(self.agenda.workshop.timezone or "")
        except (OSError, ValueError, KeyError):
            return None

    def _workshop(self) -> view.Workshop:
        workshop = self.agenda.workshop
        dates = self._dates()
        return view.Workshop(
            title=line(workshop.title) or self.words.programme,
            label=line(workshop.label),
            dates=self.calendar.dates(dates[0], dates[-1]) if dates else "",
            first_day=dates[0].isoformat() if dates else "",
            last_day=dates[-1].isoformat() if dates else "",
            venue=line(workshop.venue),
            organiser=line(workshop.organiser),
            summary=paragraphs(workshop.summary),
            objectives=lines(workshop.objectives),
            timezone=workshop.timezone or "" if self.zone else "",
            zone_note=self._zone_note(dates),
            language=self.calendar.language,
            words_language=self.words_calendar.language,
            direction=self.calendar.direction,
            time_mark=self.calendar.time_mark,
            paper=workshop.paper,
        )

    def _dates(self) -> list[date]:
        workshop = self.agenda.workshop
        stated = (workshop.start, workshop.end)
        days = [day.date for day in self.agenda.days if day.date]
        return sorted(days or [each.day for each in stated if each and each.day])

    def _zone_note(self, dates: Sequence[date]) -> str:
        name = self.agenda.workshop.timezone or ""
        if self.zone is None:
            return ""
        if name in _UTC:
            return self.words.times_are_utc
        moments = [datetime.combine(day, time(12), self.zone) for day in dates]
        offsets = {offset(moment) for moment in moments}
        place = self.words_calendar.place(name)
        if len(offsets) != 1:
            return self.words.times_are_at.format(place=place)
        return self.words.times_are.format(place=place, offset=offsets.pop())

    def _day(self, number: int, day: model.Day) -> view.Day:
        ordered = by_time(day.sessions)
        sessions = [self._session(session) for session in ordered]
        if self.is_for_organisers:
            sessions = [
                view.OrganiserSession(**asdict(seen), **kept)
                for seen, kept in zip(sessions, self._kept(ordered), strict=True)
            ]
        return view.Day(
            anchor=f"d-{day.date.isoformat()}" if day.date else f"day-{number}",
            title=line(day.title) or f"{self.words.day} {number}",
            date=day.date.isoformat() if day.date else "",
            date_label=self.calendar.day(day.date) if day.date else "",
            sessions=tuple(_alongside(sessions)),
        )

    def _session(self, session: model.Session) -> view.Session:
        kept = session.written
        kind = session.kind
        # Nobody said plenary, and no word of the title spoke of another kind.
        is_guess = kind == "plenary" and not session.is_kind_given
        return view.Session(
            id=session.id,
            anchor=f"s-{session.id}",
            title=self._title(session),
            kind=kind,
            kind_label="" if is_guess else self.words.kinds.get(kind, ""),
            family=_FAMILIES.get(kind, "plenary"),
            is_pause=session.is_pause,
            start="" if session.start is None else self._clock(session.start),
            end=self._end(session),
            slot=self._slot(session),
            starts_at=self._moment(session.date, session.start),
            ends_at=self._moment(session.date, session.end),
            minutes=session.minutes,
            is_continuation=kept.continues is not None,
            summary=paragraphs(kept.summary),
            talks=tuple(self._talks(kept.talks)),
            questions=lines(kept.questions),
            presenters=self.directory.people(kept.speakers),
            roles=tuple(self._roles(kept)),
            track=line(kept.track),
            place=self._place([use.ref for use in session.rooms]),
            breakout=self._breakout(session),
        )

    def _kept(self, sessions: Sequence[model.Session]) -> Iterator[dict[str, Any]]:
        """What organisers see of each session of a day besides."""
        starts = [each.start for each in sessions if each.start is not None and not each.is_aside]
        first = min(starts, default=None)
        for session in sessions:
            following = min((each for each in starts if each >= (session.end or 0)), default=None)
            is_placed = session.end is not None and first is not None and not session.is_aside
            elapsed = (session.end or 0) - (first or 0) if is_placed else None
            slack = following - (session.end or 0) if is_placed and following is not None else 0
            yield {
                "length": self._length(session.minutes)
                if session.minutes and session.minutes > 0
                else "",
                "elapsed": "" if elapsed is None else f"{elapsed // 60}:{elapsed % 60:02d}",
                "slack": self._length(slack) if slack > 0 else "",
                "layout": line(session.written.layout),
                "notes": " ".join(paragraphs(session.written.notes)),
                "materials": lines(session.written.materials),
            }

    def _title(self, session: model.Session) -> str:
        title = line(session.title)
        if session.written.continues is not None:
            title = _CONTINUED.sub("", title) or title
        return title or self.words.untitled

    def _end(self, session: model.Session) -> str:
        if session.end is None or (session.minutes is not None and session.minutes <= 0):
            return ""
        return self._clock(session.end)

    def _clock(self, minute: int) -> str:
        return clock(minute, self.calendar.time_mark)

    def _length(self, minutes: int) -> str:
        return length(minutes, self.words.hour, self.words.minute)

    def _slot(self, session: model.Session) -> str:
        start = "" if session.start is None else self._clock(session.start)
        end = self._end(session)
        if start and end:
            return f"{start} – {end}"
        return start or (f"{self.words.until} {end}" if end else "")

    def _moment(self, day: date | None, minutes: int | None) -> str:
        if day is None or minutes is None:
            return ""
        days, rest = divmod(minutes, DAY)
        try:
            naive = datetime.combine(day + timedelta(days=days), time(*divmod(rest, 60)))
        except OverflowError:
            return ""
        return naive.replace(tzinfo=self.zone).isoformat(timespec="minutes")

    def _talks(self, talks: Sequence[written.Talk]) -> Iterator[view.Talk]:
        for talk in talks:
            yield view.Talk(
                title=line(talk.title) or self.words.untitled,
                country=line(talk.country),
                speakers=self.directory.people(talk.speakers),
                length=self._length(minutes) if (minutes := _minutes(talk)) else "",
            )

    def _roles(self, session: written.Session) -> Iterator[view.Role]:
        words = self.words
        for label, refs in (
            (words.chair, (session.chair,)),
            (words.facilitators, session.facilitators),
            (words.rapporteur, (session.rapporteur,)),
            (words.interpreters, session.interpreters),
        ):
            people = self.directory.people([ref for ref in refs if ref])
            if people:
                yield view.Role(label=label, people=people)

    def _breakout(self, session: model.Session) -> view.Breakout | None:
        breakout = self.breakouts.get(session.path)
        if breakout is None:
            return None
        return view.Breakout(
            n_groups=breakout.n_groups,
            label=f"{breakout.n_groups} {self.words.groups}",
            topics=lines(dict.fromkeys(topic for topic in breakout.topics if topic)),
            rooms=self._place([use.ref for use in breakout.rooms]),
        )

    def _place(self, refs: Sequence[str]) -> str:
        names = [line(self.agenda.room_name(ref)) for ref in dict.fromkeys(refs)]
        return span_of(names, self.words)


def _minutes(talk: written.Talk) -> int:
    return (talk.duration.minutes if talk.duration else None) or 0


def _alongside(sessions: Iterable[view.Session]) -> Iterator[view.Session]:
    before = ""
    for session in sessions:
        is_alongside = bool(session.start) and session.start == before
        before = session.start or before
        yield replace(session, is_alongside=True) if is_alongside else session
