"""Who is in which group, as a published page can tell it to each reader without telling names."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Annotated

from msgspec import Meta

from ogpworkshop.model.roster import Roster
from ogpworkshop.render.view import Group, Session, View
from ogpworkshop.render.view_people import Shown

_DIGITS = 12
_CODE = "code"
"""Column of the roster with a secret for each participant, who is found by it instead of the id."""


class Seats(Shown, frozen=True):
    """Groups of every session, and the own ones of whoever knows a participant's number."""

    salt: Annotated[str, Meta(description="What a number is mixed with before it is looked up.")]
    of: Annotated[
        Mapping[str, str],
        Meta(description="By a number that was mixed, the number of the group in each round."),
    ]
    rounds: Annotated[Mapping[str, int], Meta(description="By a session's id, its round.")]
    groups: Annotated[tuple[tuple[Group, ...], ...], Meta(description="The groups of each round.")]

    def round(self, session: Session) -> int | None:
        """The round of a session; none if it has no groups."""
        return self.rounds.get(session.id)


def seats_of(seen: View, roster: Roster | None) -> Seats | None:
    """Places in groups by number; None without a plan.

    A page can be read by anybody. So it holds no name and no number: a number, or the secret of the
    roster's column “code”, is mixed with the workshop and told as a digest, beside bare numbers of
    groups. Whoever knows neither learns only that somebody is in groups 3, 1 and 4.
    """
    if not seen.rounds:
        return None
    salt = f"{seen.workshop.title} {seen.workshop.first_day}"
    people = roster.by_id() if roster else {}
    places: dict[str, list[int]] = {}
    for number, each in enumerate(seen.rounds):
        for group in each.groups:
            for member in group.members:
                own = places.setdefault(member.id, [0] * len(seen.rounds))
                own[number] = group.number
    codes = {ref: people[ref].values.get(_CODE, "") if ref in people else "" for ref in places}
    return Seats(
        salt=salt,
        of=dict(
            sorted(
                (digest(codes[ref] or ref, salt), " ".join(map(str, own)))
                for ref, own in places.items()
            )
        ),
        rounds={name: number for number, each in enumerate(seen.rounds) for name in each.sessions},
        groups=tuple(each.groups for each in seen.rounds),
    )


def digest(number: str, salt: str) -> str:
    """What stands in the page in place of a number; capitals and spaces around do not matter."""
    return sha256(f"{number.strip().lower()}\n{salt}".encode()).hexdigest()[:_DIGITS]
