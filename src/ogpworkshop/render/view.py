"""What templates see: one frozen view of a workshop, the same for every format.

Fields are declared here and nowhere else; `docs/view-reference.md` is made from them. Whatever a
document's readers may not see is not in the view that the document gets.
"""

from collections.abc import Iterator, Mapping
from typing import Annotated

import msgspec
from msgspec import Meta

from ogpworkshop.errors import OgpError
from ogpworkshop.render.words import Words

AUDIENCES = ("public", "organiser", "sensitive")
"""Who reads a document, from the widest to the narrowest circle."""


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


class Workshop(Shown, frozen=True):
    """The workshop as a whole."""

    title: Annotated[str, Meta(description="Its name.")]
    label: Annotated[str, Meta(description="A few words above the title; may be empty.")] = ""
    dates: Annotated[
        str, Meta(description="Its dates, for example 7–8 August 2017; empty if unknown.")
    ] = ""
    first_day: Annotated[
        str, Meta(description="Its first day as 2017-08-07; empty if unknown.")
    ] = ""
    last_day: Annotated[str, Meta(description="Its last day as 2017-08-08; empty if unknown.")] = ""
    venue: Annotated[str, Meta(description="Where it takes place.")] = ""
    organiser: Annotated[str, Meta(description="Who invites.")] = ""
    summary: Annotated[
        tuple[str, ...], Meta(description="Paragraphs printed below the title.")
    ] = ()
    objectives: Annotated[tuple[str, ...], Meta(description="What it is to achieve.")] = ()
    timezone: Annotated[
        str, Meta(description="Time zone, for example Asia/Manila; empty if unknown.")
    ] = ""
    zone_note: Annotated[
        str, Meta(description="A sentence about the time zone; empty if unknown.")
    ] = ""
    language: Annotated[str, Meta(description="Language of the documents, for example en.")] = "en"
    direction: Annotated[str, Meta(description="Direction of writing: ltr or rtl.")] = "ltr"
    paper: Annotated[str, Meta(description="Paper of printed documents: a4 or letter.")] = "a4"


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


class Role(Shown, frozen=True):
    """Who does something in a session."""

    label: Annotated[str, Meta(description="What they do, for example Facilitators.")]
    people: Annotated[tuple[Person, ...], Meta(description="Who they are.")]


class Talk(Shown, frozen=True):
    """One contribution within a session."""

    title: Annotated[str, Meta(description="What it is about.")]
    country: Annotated[str, Meta(description="Country it reports from.")] = ""
    speakers: Annotated[tuple[Person, ...], Meta(description="Who speaks.")] = ()


class Breakout(Shown, frozen=True):
    """How a session divides into groups, as the programme tells it."""

    n_groups: Annotated[int, Meta(description="How many groups.")]
    label: Annotated[str, Meta(description="6 groups.")]
    topics: Annotated[tuple[str, ...], Meta(description="Topics, each once.")] = ()
    rooms: Annotated[
        str, Meta(description="Rooms as one text, a range where they have numbers.")
    ] = ""


class Session(Shown, frozen=True):
    """One line of the programme."""

    id: Annotated[str, Meta(description="Id in the agenda.")]
    anchor: Annotated[
        str, Meta(description="Name of its place in a web page; stays the same while the id does.")
    ]
    title: Annotated[str, Meta(description="Its title; a few words of its own if that is missing.")]
    kind: Annotated[str, Meta(description="Kind as in the agenda, for example group-work.")]
    kind_label: Annotated[
        str,
        Meta(
            description="Kind as a word to print; empty where neither the agenda nor the title tells it."
        ),
    ]
    family: Annotated[
        str, Meta(description="Kind in one of four colours: plenary, group, social or logistics.")
    ]
    is_pause: Annotated[bool, Meta(description="Whether it is a break or a meal.")] = False
    start: Annotated[str, Meta(description="09:30; empty if unknown.")] = ""
    end: Annotated[str, Meta(description="11:00; empty if unknown.")] = ""
    slot: Annotated[str, Meta(description="09:30 – 11:00, or as much as is known.")] = ""
    starts_at: Annotated[
        str,
        Meta(
            description="2017-08-07T09:30+08:00; without the zone's offset if the zone is unknown."
        ),
    ] = ""
    ends_at: Annotated[str, Meta(description="As starts_at.")] = ""
    minutes: Annotated[int | None, Meta(description="Its length; none if unknown.")] = None
    is_alongside: Annotated[
        bool, Meta(description="Whether it starts when the one above it starts.")
    ] = False
    is_continuation: Annotated[
        bool, Meta(description="Whether it goes on with an earlier session.")
    ] = False
    summary: Annotated[tuple[str, ...], Meta(description="Paragraphs about what happens.")] = ()
    talks: Annotated[tuple[Talk, ...], Meta(description="Contributions in order.")] = ()
    questions: Annotated[
        tuple[str, ...], Meta(description="Questions for the discussion or the groups.")
    ] = ()
    presenters: Annotated[
        tuple[Person, ...], Meta(description="Speakers named by the session itself.")
    ] = ()
    roles: Annotated[
        tuple[Role, ...],
        Meta(description="Facilitators, chair, rapporteur, interpreters; those that are named."),
    ] = ()
    track: Annotated[str, Meta(description="Track it belongs to.")] = ""
    place: Annotated[
        str, Meta(description="Its rooms as one text, a range where they have numbers.")
    ] = ""
    breakout: Annotated[Breakout | None, Meta(description="Its groups; none if it has none.")] = (
        None
    )


class OrganiserSession(Session, frozen=True):
    """What organisers and facilitators see of a session besides."""

    notes: Annotated[str, Meta(description="Notes for organisers and facilitators.")] = ""
    materials: Annotated[tuple[str, ...], Meta(description="What has to be in the room.")] = ()


class Day(Shown, frozen=True):
    """One day of the programme."""

    anchor: Annotated[str, Meta(description="Name of its place in a web page.")]
    title: Annotated[str, Meta(description="Its heading, for example Day 1.")]
    date: Annotated[str, Meta(description="2017-08-07; empty if unknown.")] = ""
    date_label: Annotated[str, Meta(description="Monday 7 August; empty if unknown.")] = ""
    sessions: Annotated[
        tuple[Session, ...],
        Meta(description="Its sessions by time; those without a time stay after the one before."),
    ] = ()


class Group(Shown, frozen=True):
    """One group of a session."""

    number: Annotated[int, Meta(description="1 for the first group.")]
    label: Annotated[str, Meta(description="Group 1.")]
    topic: Annotated[str, Meta(description="What it works on; may be empty.")] = ""
    room: Annotated[str, Meta(description="Name of its room; may be empty.")] = ""
    size: Annotated[str, Meta(description="8 people.")] = ""
    members: Annotated[
        tuple[Member, ...], Meta(description="Those with a role first, then by name.")
    ] = ()


class Round(Shown, frozen=True):
    """The groups of one session, and of the sessions that keep them."""

    anchor: Annotated[str, Meta(description="Name of its place in a web page.")]
    title: Annotated[str, Meta(description="Title of the session.")]
    when: Annotated[
        tuple[str, ...],
        Meta(description="Day and time of each session that works in these groups."),
    ] = ()
    questions: Annotated[
        tuple[str, ...], Meta(description="Questions that the groups discuss.")
    ] = ()
    groups: Annotated[tuple[Group, ...], Meta(description="The groups by number.")] = ()


class RoomGroup(Shown, frozen=True):
    """A group that works in a room."""

    title: Annotated[str, Meta(description="Title of the session.")]
    when: Annotated[tuple[str, ...], Meta(description="Day and time of each session.")]
    group: Annotated[Group, Meta(description="The group.")]


class RoomGroups(Shown, frozen=True):
    """Everything that happens in a room in groups."""

    anchor: Annotated[str, Meta(description="Name of its place in a web page.")]
    name: Annotated[str, Meta(description="Name of the room.")]
    location: Annotated[str, Meta(description="How to find it.")] = ""
    uses: Annotated[
        tuple[RoomGroup, ...], Meta(description="Groups in the order of the programme.")
    ] = ()


class View(Shown, frozen=True):
    """The names that every template starts with."""

    workshop: Annotated[Workshop, Meta(description="The workshop as a whole.")]
    words: Annotated[Words, Meta(description="Words that documents print of their own accord.")]
    days: Annotated[tuple[Day, ...], Meta(description="The days in order.")] = ()
    rounds: Annotated[
        tuple[Round, ...], Meta(description="Groups by session; empty without a plan.")
    ] = ()
    rooms: Annotated[
        tuple[RoomGroups, ...], Meta(description="Groups by room; empty without a plan.")
    ] = ()
    generator: Annotated[str, Meta(description="Name and version of the program.")] = ""


HIDDEN: dict[type[Shown], frozenset[str]] = {
    Session: frozenset(OrganiserSession.__struct_fields__) - frozenset(Session.__struct_fields__)
}
"""Names that exist, but not for the readers of every document."""
