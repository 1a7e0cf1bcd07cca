"""Participants as their own documents show them: itineraries, presence by day, counts."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ogpworkshop.model import agenda as model
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.attendance import days_of, named_days
from ogpworkshop.model.roster import Participant, Roster
from ogpworkshop.render import view
from ogpworkshop.render.people import Directory
from ogpworkshop.render.phrases import by_name, line
from ogpworkshop.render.words import Words

_FAMILIES = {
    "speaker": "social", "expert": "social", "resource person": "social", "panellist": "social",
    "facilitator": "group", "moderator": "group", "chair": "group", "interpreter": "group",
    "organiser": "logistics", "organizer": "logistics", "staff": "logistics",
    "observer": "logistics", "press": "logistics", "secretariat": "logistics",
}  # fmt: skip
_COUNTED = (
    "country", "organisation_type", "role", "sector", "gender", "languages", "dietary", "access_needs",
)  # fmt: skip
FEWEST = 3
"""A count of a sensitive value below this is not told."""


class Seat(NamedTuple):
    """Somebody's place in a session."""

    group: view.Group
    member: view.Member


class Attending:
    """Looks at the roster on behalf of one audience."""

    def __init__(
        self, agenda: Agenda, roster: Roster, seen: view.View, directory: Directory
    ) -> None:
        """Tell of the days and the groups of this view."""
        self.roster = roster
        self.days = seen.days
        self.directory = directory
        self.words = seen.words
        self.order = by_name(seen.workshop.language)
        self.named = named_days(agenda)
        self.tasks = _tasks(agenda, seen.words)
        self.seats: dict[str, dict[str, Seat]] = {}
        for each in seen.rounds:
            found = {
                member.id: Seat(group, member) for group in each.groups for member in group.members
            }
            self.seats.update(dict.fromkeys(each.sessions, found))

    def people(self, *, with_days: bool) -> tuple[view.Attendee, ...]:
        """Everybody who comes, by name; with their own days where a document shows them."""
        found = [self._attendee(person, with_days=with_days) for person in self.roster.coming]
        return tuple(sorted((each for each in found if each.name), key=self.order))

    def present(self) -> tuple[view.Present, ...]:
        """Everybody who is expected on each day."""
        shown = {person.id: person for person in self.people(with_days=False)}
        return tuple(
            view.Present(
                title=day.title,
                date=day.date,
                date_label=day.date_label,
                people=tuple(
                    sorted(
                        (
                            shown[person.id]
                            for person in self._there(position)
                            if person.id in shown
                        ),
                        key=self.order,
                    )
                ),
            )
            for position, day in enumerate(self.days)
        )

    def tallies(self) -> tuple[view.Tally, ...]:
        """Counts by day, and by each column that groups people; nothing tells on a single person."""
        days = [
            (day.date_label or day.title, len(list(self._there(position))))
            for position, day in enumerate(self.days)
        ]
        found = [
            view.Tally(title=self.words.days, counts=tuple(_plain_counts(days))),
            *(self._tally(column) for column in _COUNTED if column in self.roster.columns),
        ]
        return tuple(tally for tally in found if tally.counts)

    def _tally(self, column: str) -> view.Tally:
        counted: Counter[str] = Counter()
        for person in self.roster.coming:
            counted.update(dict.fromkeys(map(line, person.listed(column)), 1))
        pairs = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
        is_told = self.directory.is_public(column)
        counts = _plain_counts(pairs) if is_told else self._careful_counts(pairs)
        title = self.words.columns.get(column, column.replace("_", " ").capitalize())
        return view.Tally(title=title, counts=tuple(counts))

    def _careful_counts(self, pairs: Sequence[tuple[str, int]]) -> Iterator[view.Count]:
        """Small numbers are not told, nor a larger one from which a single small one follows."""
        hidden = {label for label, count in pairs if count < FEWEST}
        told = [label for label, _ in pairs if label not in hidden]
        if len(hidden) == 1 and told:
            hidden.add(told[-1])
        for label, count in pairs:
            shown = self.words.not_told if count >= FEWEST else self.words.fewer
            yield view.Count(label=label, count=shown if label in hidden else str(count))

    def _there(self, position: int) -> Iterator[Participant]:
        for person in self.roster.coming:
            days = days_of(person, self.named)
            if days is None or position in days:
                yield person

    def _attendee(self, person: Participant, *, with_days: bool) -> view.Attendee:
        member = self.directory.member(person.id, person.name, person.values.get("role", ""))
        first, rest = _parted(member.name, person.values)
        return view.Attendee(
            id=member.id,
            name=member.name,
            organisation=member.organisation,
            country=member.country,
            role=member.role if "role" not in self.directory.hidden else "",
            columns=member.columns,
            first=first,
            rest=rest,
            family=_FAMILIES.get(member.role.casefold(), "plenary"),
            days=tuple(self._days(person)) if with_days else (),
        )

    def _days(self, person: Participant) -> Iterator[view.OwnDay]:
        there = days_of(person, self.named)
        names = {person.id, person.name}
        for position, day in enumerate(self.days):
            if there is None or position in there:
                stops = tuple(self._stop(session, person.id, names) for session in day.sessions)
                yield view.OwnDay(title=day.title, date_label=day.date_label, stops=stops)

    def _stop(self, session: view.Session, ident: str, names: set[str]) -> view.Stop:
        seat = self.seats.get(session.id, {}).get(ident)
        own = [label for ref, label in self.tasks.get(session.id, ()) if ref in names]
        if seat and seat.member.role:
            own.append(seat.member.role)
        group = seat.group if seat else None
        return view.Stop(
            start=session.start,
            slot=session.slot,
            title=session.title,
            family=session.family,
            is_pause=session.is_pause,
            place=(group.room if group else "") or session.place,
            group=group.label if group else "",
            topic=group.topic if group else "",
            task=self.words.comma.join(dict.fromkeys(own)),
            companions=tuple(each.name for each in group.members if each.id != ident)
            if group
            else (),
        )


def _tasks(agenda: Agenda, words: Words) -> dict[str, tuple[tuple[str, str], ...]]:
    def of(session: model.Session) -> tuple[tuple[str, str], ...]:
        return tuple((each.ref, words.tasks.get(each.role, each.role)) for each in session.people)

    return {session.id: of(session) for session in agenda.sessions}


def _parted(name: str, values: Mapping[str, str]) -> tuple[str, str]:
    """The large and the small line of a name: given and family name, or its first word and the rest."""
    given, family = line(values.get("given_name")), line(values.get("family_name"))
    if given and family:
        return given, family
    first, _, rest = name.partition(" ")
    return first, rest


def _plain_counts(pairs: Iterable[tuple[str, int]]) -> Iterator[view.Count]:
    return (view.Count(label=label, count=str(count)) for label, count in pairs)
