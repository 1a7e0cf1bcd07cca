"""The part of the view that is about people: who they are, where they go, how many they are."""

from collections.abc import Iterator, Mapping
from typing import Annotated

import msgspec
from msgspec import Meta

from ogpworkshop.errors import OgpError


class Columns(Mapping[str, str]):
    """Columns of a person's row in the roster, as far as the document's readers may see them."""

    __slots__ = ("_hidden", "_values")

    def __init__(
        self, values: Mapping[str, str] | None = None, hidden: frozenset[str] = frozenset()
    ) -> None:
        """Keep what can be seen, and the names of what cannot."""
        self._values = dict(values or {})
        self._hidden = hidden

    def __getitem__(self, name: str) -> str:
        """The value; asking for a hidden column is an error, not an empty text."""
        if name in self._hidden:
            raise OgpError(
                f"the column “{name}” is not for the readers of this document",
                "Take it out of the template, or set the column's audience under roster: in the agenda.",
            )
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        """Names of the columns that can be seen."""
        return iter(self._values)

    def __len__(self) -> int:
        """How many columns can be seen."""
        return len(self._values)


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the view."""


class Person(Shown, frozen=True):
    """Someone with a part in a session, or a participant."""

    name: Annotated[str, Meta(description="Name, in the order and the letters given.")]
    organisation: Annotated[str, Meta(description="Whom the person works for.")] = ""
    country: Annotated[str, Meta(description="Country.")] = ""
    is_organisation: Annotated[
        bool, Meta(description="Whether it is an organisation that presents.")
    ] = False


class Member(Person, frozen=True):
    """A participant in a group."""

    id: Annotated[str, Meta(description="Id in the roster.")] = ""
    role: Annotated[str, Meta(description="What the person does in the group; empty for most.")] = (
        ""
    )
    columns: Annotated[
        Columns, Meta(description="Columns of the roster that the readers of the document may see.")
    ] = Columns()


class Stop(Shown, frozen=True):
    """One line of a participant's own programme."""

    title: Annotated[str, Meta(description="Title of the session.")]
    family: Annotated[str, Meta(description="Colour of the session.")]
    start: Annotated[str, Meta(description="09:30; empty if unknown.")] = ""
    slot: Annotated[str, Meta(description="09:30 – 11:00, or as much as is known.")] = ""
    is_pause: Annotated[bool, Meta(description="Whether it is a break or a meal.")] = False
    place: Annotated[str, Meta(description="Where the person goes: the room of the own group.")] = (
        ""
    )
    group: Annotated[str, Meta(description="Own group, for example Group 3; empty if none.")] = ""
    topic: Annotated[str, Meta(description="What the own group works on.")] = ""
    task: Annotated[
        str, Meta(description="What the person does in it, for example Facilitator.")
    ] = ""
    companions: Annotated[
        tuple[str, ...], Meta(description="Names of the others in the own group.")
    ] = ()


class OwnDay(Shown, frozen=True):
    """One day of a participant."""

    title: Annotated[str, Meta(description="Heading of the day.")]
    date_label: Annotated[str, Meta(description="Monday 7 August; empty if unknown.")] = ""
    stops: Annotated[tuple[Stop, ...], Meta(description="Where the person goes, by time.")] = ()


class Attendee(Member, frozen=True):
    """A participant of the workshop; `role` is the one in the roster."""

    first: Annotated[
        str, Meta(description="First word of the name, the large line of a badge.")
    ] = ""
    rest: Annotated[str, Meta(description="What is left of the name; empty for a single name.")] = (
        ""
    )
    family: Annotated[
        str, Meta(description="Role in one of four colours: plenary, group, social or logistics.")
    ] = "plenary"
    days: Annotated[
        tuple[OwnDay, ...], Meta(description="The days on which the person is there.")
    ] = ()


class Present(Shown, frozen=True):
    """Who is there on a day."""

    title: Annotated[str, Meta(description="Heading of the day.")]
    date: Annotated[str, Meta(description="2017-08-07; empty if unknown.")] = ""
    date_label: Annotated[str, Meta(description="Monday 7 August; empty if unknown.")] = ""
    people: Annotated[tuple[Attendee, ...], Meta(description="Who is expected, by name.")] = ()


class Count(Shown, frozen=True):
    """How many people share a value."""

    label: Annotated[str, Meta(description="The value, for example a country.")]
    count: Annotated[
        str, Meta(description="How many; fewer than 3 where a number would tell on somebody.")
    ]


class Tally(Shown, frozen=True):
    """People counted by one column of the roster."""

    title: Annotated[str, Meta(description="What is counted, for example Country.")]
    counts: Annotated[tuple[Count, ...], Meta(description="The largest first.")] = ()
