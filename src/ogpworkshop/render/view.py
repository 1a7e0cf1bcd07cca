"""What templates see: one frozen view of a workshop, the same for every format.

Fields are declared here and in `view_people`, and nowhere else; `docs/view.md` is made from them. Whatever a
document's readers may not see is not in the view that the document gets.
"""

from typing import Annotated

from msgspec import Meta

from ogpworkshop.render.theme import Theme
from ogpworkshop.render.view_people import (
    Attendee,
    Columns,
    Count,
    Member,
    OwnDay,
    Person,
    Present,
    Shown,
    Stop,
    Tally,
)
from ogpworkshop.render.words import Words

__all__ = [
    "Attendee",
    "Columns",
    "Count",
    "Member",
    "OwnDay",
    "Person",
    "Present",
    "Shown",
    "Stop",
    "Tally",
]

AUDIENCES = ("public", "organiser", "sensitive")
"""Who reads a document, from the widest to the narrowest circle."""


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
    words_language: Annotated[
        str, Meta(description="Language of `words`: en where they are not translated.")
    ] = "en"
    direction: Annotated[str, Meta(description="Direction of writing: ltr or rtl.")] = "ltr"
    time_mark: Annotated[
        str, Meta(description="Between hours and minutes: a colon, or a point as in Indonesian.")
    ] = ":"
    paper: Annotated[str, Meta(description="Paper of printed documents: a4 or letter.")] = "a4"


class Role(Shown, frozen=True):
    """Who does something in a session."""

    label: Annotated[str, Meta(description="What they do, for example Facilitators.")]
    people: Annotated[tuple[Person, ...], Meta(description="Who they are.")]


class Talk(Shown, frozen=True):
    """One contribution within a session."""

    title: Annotated[str, Meta(description="What it is about.")]
    country: Annotated[str, Meta(description="Country it reports from.")] = ""
    speakers: Annotated[tuple[Person, ...], Meta(description="Who speaks.")] = ()
    length: Annotated[str, Meta(description="8 min; empty if unknown.")] = ""


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

    length: Annotated[str, Meta(description="1 h 30 min; empty if unknown.")] = ""
    elapsed: Annotated[
        str,
        Meta(description="Since the day's first start until its end, as 3:30; empty if unknown."),
    ] = ""
    slack: Annotated[
        str, Meta(description="Free until the next session, for example 15 min; empty if none.")
    ] = ""
    layout: Annotated[str, Meta(description="How the room is set up.")] = ""
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
    sessions: Annotated[
        tuple[str, ...], Meta(description="Ids of the sessions that work in these groups.")
    ] = ()
    when: Annotated[
        tuple[str, ...],
        Meta(description="Day and time of each session that works in these groups."),
    ] = ()
    questions: Annotated[
        tuple[str, ...], Meta(description="Questions that the groups discuss.")
    ] = ()
    groups: Annotated[tuple[Group, ...], Meta(description="The groups by number.")] = ()


class Seat(Shown, frozen=True):
    """Somebody's group in a round."""

    number: Annotated[int, Meta(description="1 for the first group.")]
    label: Annotated[str, Meta(description="Group 1.")]
    topic: Annotated[str, Meta(description="What it works on; may be empty.")] = ""
    room: Annotated[str, Meta(description="Name of its room; may be empty.")] = ""
    role: Annotated[str, Meta(description="What the person does in it; empty for most.")] = ""


class Seated(Member, frozen=True):
    """A participant with the own groups; `role` is empty."""

    seats: Annotated[
        tuple[Seat | None, ...],
        Meta(description="The own group of each round, in their order; none where there is none."),
    ] = ()


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


class DoorUse(Shown, frozen=True):
    """What happens behind a door at one time of a day."""

    title: Annotated[str, Meta(description="Title of the session.")]
    family: Annotated[str, Meta(description="Colour of the session.")]
    start: Annotated[str, Meta(description="09:30; empty if unknown.")] = ""
    slot: Annotated[str, Meta(description="09:30 – 11:00, or as much as is known.")] = ""
    detail: Annotated[str, Meta(description="Group and topic; empty for a whole session.")] = ""


class Door(Shown, frozen=True):
    """A room on a day."""

    room: Annotated[str, Meta(description="Name of the room.")]
    title: Annotated[str, Meta(description="Heading of the day.")]
    location: Annotated[str, Meta(description="How to find it.")] = ""
    date: Annotated[str, Meta(description="2017-08-07; empty if unknown.")] = ""
    date_label: Annotated[str, Meta(description="Monday 7 August; empty if unknown.")] = ""
    uses: Annotated[tuple[DoorUse, ...], Meta(description="What happens in it, by time.")] = ()


class Bar(Shown, frozen=True):
    """A session drawn to scale."""

    session: Annotated[Session, Meta(description="The session.")]
    start: Annotated[int, Meta(description="Minutes after midnight.")]
    end: Annotated[int, Meta(description="Minutes after midnight.")]
    lane: Annotated[int, Meta(description="0 for the first column.")]
    lanes: Annotated[int, Meta(description="How many columns run beside each other just then.")]


class Chart(Shown, frozen=True):
    """A day drawn to scale."""

    title: Annotated[str, Meta(description="Heading of the day.")]
    date: Annotated[str, Meta(description="2017-08-07; empty if unknown.")] = ""
    date_label: Annotated[str, Meta(description="Monday 7 August; empty if unknown.")] = ""
    start: Annotated[int, Meta(description="The full hour at its top, in minutes.")] = 0
    end: Annotated[int, Meta(description="The full hour at its foot, in minutes.")] = 0
    bars: Annotated[tuple[Bar, ...], Meta(description="Its sessions.")] = ()


class View(Shown, frozen=True):
    """The names that every template starts with."""

    workshop: Annotated[Workshop, Meta(description="The workshop as a whole.")]
    words: Annotated[Words, Meta(description="Words that documents print of their own accord.")]
    theme: Annotated[Theme, Meta(description="How documents look.")] = Theme()
    days: Annotated[tuple[Day, ...], Meta(description="The days in order.")] = ()
    rounds: Annotated[
        tuple[Round, ...], Meta(description="Groups by session; empty without a plan.")
    ] = ()
    rooms: Annotated[
        tuple[RoomGroups, ...], Meta(description="Groups by room; empty without a plan.")
    ] = ()
    seated: Annotated[
        tuple[Seated, ...],
        Meta(description="Groups by person; for documents that show seated."),
    ] = ()
    people: Annotated[
        tuple[Attendee, ...],
        Meta(description="Participants by name; for documents that show people."),
    ] = ()
    present: Annotated[
        tuple[Present, ...],
        Meta(description="Participants by day; for documents that show present."),
    ] = ()
    tallies: Annotated[
        tuple[Tally, ...],
        Meta(description="Participants counted; for documents that show tallies."),
    ] = ()
    doors: Annotated[
        tuple[Door, ...],
        Meta(description="Rooms by day, as doors show them; for documents that show doors."),
    ] = ()
    charts: Annotated[
        tuple[Chart, ...], Meta(description="Days to scale; for documents that show charts.")
    ] = ()
    generator: Annotated[str, Meta(description="Name and version of the program.")] = ""


HIDDEN: dict[type[Shown], frozenset[str]] = {
    Session: frozenset(OrganiserSession.__struct_fields__) - frozenset(Session.__struct_fields__)
}
"""Names that exist, but not for the readers of every document."""
