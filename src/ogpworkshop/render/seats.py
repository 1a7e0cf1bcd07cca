"""Who is in which group, as a published page can tell it to each reader without telling names.

A page can be read by anybody. So it holds no name and no number: what it tells somebody is sealed
with the own number, and found by a digest of it. Numbers such as p14 can be tried one after the
other; so whoever has nothing better is told no more than a list on the wall tells, the groups. Own
days and own parts, which lead from a number to a name, are for those whose roster has a secret.
"""

from base64 import b64encode
from collections.abc import Collection, Iterator, Mapping
from hashlib import sha256
from typing import Annotated

from msgspec import Meta

from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.attendance import days_of, named_days
from ogpworkshop.model.roster import CODE, Participant, Roster
from ogpworkshop.render.view import Group, Session, View
from ogpworkshop.render.view_people import Shown

_DIGITS = 12
_BLOCK = 32


class Seats(Shown, frozen=True):
    """Groups of every session, and the own ones of whoever knows a participant's number."""

    salt: Annotated[str, Meta(description="What a number is mixed with before it is looked up.")]
    of: Annotated[
        Mapping[str, str],
        Meta(description="By a number that was mixed, what its owner is told, sealed with it."),
    ]
    rounds: Annotated[Mapping[str, int], Meta(description="By a session's id, its round.")]
    groups: Annotated[tuple[tuple[Group, ...], ...], Meta(description="The groups of each round.")]
    places: Annotated[Mapping[str, int], Meta(description="By a session's id, its number.")]

    def round(self, session: Session) -> int | None:
        """The round of a session; none if it has no groups."""
        return self.rounds.get(session.id)

    def place(self, session: Session) -> int:
        """The number of a session, by which its readers find what they are told of it."""
        return self.places[session.id]


def seats_of(seen: View, agenda: Agenda, roster: Roster | None) -> Seats | None:
    """What the page tells each participant; None where it could tell nobody anything."""
    salt = f"{seen.workshop.title} {seen.workshop.first_day}"
    people = roster.by_id() if roster else {}
    placed = _groups(seen)
    codes = {ref: each.values.get(CODE, "").strip() for ref, each in people.items()}
    coming = {each.id for each in roster.coming} if roster else set()
    told = [*placed, *(ref for ref in coming - placed.keys() if codes.get(ref))]
    if not told:
        return None
    sessions = [each.id for day in seen.days for each in day.sessions]
    own = _Own(agenda, sessions)
    nowhere = [0] * len(seen.rounds)
    of = {}
    for ref in told:
        code = codes.get(ref, "")
        groups = b"".join(each.to_bytes(2, "big") for each in placed.get(ref, nowhere))
        payload = groups + own.of(people[ref] if code else None)
        of[digest(code or ref, salt)] = sealed(payload, code or ref, salt)
    return Seats(
        salt=salt,
        of=dict(sorted(of.items())),
        rounds={name: number for number, each in enumerate(seen.rounds) for name in each.sessions},
        groups=tuple(each.groups for each in seen.rounds),
        places={name: number for number, name in enumerate(sessions)},
    )


def _groups(seen: View) -> dict[str, list[int]]:
    """By participant, the number of the group in each round; 0 where there is none."""
    placed: dict[str, list[int]] = {}
    for number, each in enumerate(seen.rounds):
        for group in each.groups:
            for member in group.members:
                placed.setdefault(member.id, [0] * len(seen.rounds))[number] = group.number
    return placed


class _Own:
    """Sessions on days when somebody is away, and sessions in which somebody has a part."""

    def __init__(self, agenda: Agenda, sessions: list[str]) -> None:
        self.sessions = sessions
        self.named = named_days(agenda)
        self.day = {each.id: at for at, day in enumerate(agenda.days) for each in day.sessions}
        self.parts = {each.id: {one.ref for one in each.people} for each in agenda.sessions}

    def of(self, person: Participant | None) -> bytes:
        """A bit for each session, twice; none set where nothing is told."""
        return bytes([*self._bits(self._away(person)), *self._bits(self._parts(person))])

    def _away(self, person: Participant | None) -> set[str]:
        days = days_of(person, self.named) if person else None
        if days is None:
            return set()
        return {each for each in self.sessions if self.day[each] not in days}

    def _parts(self, person: Participant | None) -> set[str]:
        if person is None:
            return set()
        return {each for each in self.sessions if {person.id, person.name} & self.parts[each]}

    def _bits(self, chosen: Collection[str]) -> Iterator[int]:
        for first in range(0, len(self.sessions), 8):
            eight = self.sessions[first : first + 8]
            yield sum(1 << at for at, each in enumerate(eight) if each in chosen)


def digest(number: str, salt: str) -> str:
    """What stands in the page in place of a number; capitals and spaces around do not matter."""
    return sha256(_mixed(number, salt)).hexdigest()[:_DIGITS]


def sealed(payload: bytes, number: str, salt: str) -> str:
    """What can be read by whoever has the number, and by nobody else."""
    blocks = range(-(-len(payload) // _BLOCK))
    key = b"".join(sha256(_mixed(number, salt) + f"\n{at}".encode()).digest() for at in blocks)
    return b64encode(bytes(a ^ b for a, b in zip(payload, key, strict=False))).decode()


def _mixed(number: str, salt: str) -> bytes:
    return f"{number.strip().lower()}\n{salt}".encode()
