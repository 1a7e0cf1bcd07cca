"""The agenda file's shape, declared once.

The reader binds a file to these types, and the JSON Schema, the reference page and the checks of
keys and types derive from them: the first sentence of a description is what an editor shows.
`model.agenda` says what a file means; this says what can be written in it. What is said of groups
stands in `model.grouping`.
"""

from typing import Annotated, Any, Literal

from msgspec import Meta, field
from msgspec.structs import fields

from ogpworkshop.model.grouping import Breakouts, Criterion
from ogpworkshop.model.shape import ClockTime, Count, Date, Duration, Shape, Slot

__all__ = [
    "SHORT",
    "AgendaFile",
    "Breakouts",
    "Criterion",
    "Day",
    "Groups",
    "Kind",
    "Person",
    "Room",
    "RosterColumn",
    "RosterSettings",
    "Session",
    "Shape",
    "Talk",
    "Theme",
    "Workshop",
]

Kind = Literal[
    "registration", "plenary", "talks", "panel", "group-work", "clinic", "break", "meal", "social",
    "ceremony", "closing", "other",
]  # fmt: skip


class Workshop(Shape, frozen=True, kw_only=True):
    """The workshop as a whole: its name, its place, what it is for."""

    title: Annotated[
        str | None, Meta(description="Name of the workshop, as printed on the programme.")
    ] = None
    id: Annotated[
        str | None,
        Meta(
            description="Short name that stays when the title changes: calendars know the sessions by it.",
            examples=["manila-2017"],
        ),
    ] = None
    label: Annotated[
        str | None, Meta(description="A few words above the title, for example Regional workshop.")
    ] = None
    venue: Annotated[str | None, Meta(description="Where it takes place.")] = None
    organiser: Annotated[str | None, Meta(description="Who invites.")] = None
    timezone: Annotated[
        str | None,
        Meta(description="Time zone of all times, an IANA name.", examples=["Asia/Manila"]),
    ] = None
    language: Annotated[str, Meta(description="Language of the documents, an ISO 639 code.")] = "en"
    summary: Annotated[
        str | None, Meta(description="Two or three sentences, printed below the title.")
    ] = None
    objectives: Annotated[
        tuple[str, ...], Meta(description="What the workshop is to achieve, a sentence each.")
    ] = ()
    start: Annotated[Date | None, Meta(description="First day, if stated apart from the days.")] = (
        None
    )
    end: Annotated[Date | None, Meta(description="Last day, if stated apart from the days.")] = None
    expected: Annotated[
        Count | None,
        Meta(
            description="How many people are expected; the roster's number if left out. Breakout groups keep places open for those who are not in the roster yet."
        ),
    ] = None
    holidays: Annotated[
        tuple[Date, ...],
        Meta(
            description="Public holidays at the venue around these days, which no day should fall on."
        ),
    ] = ()
    paper: Annotated[Literal["a4", "letter"], Meta(description="Paper of printed documents.")] = (
        "a4"
    )


class Room(Shape, frozen=True, kw_only=True):
    """A room that sessions and breakout groups can use."""

    name: Annotated[str | None, Meta(description="Name on the door; the key if left out.")] = None
    seats: Annotated[Count | None, Meta(description="How many people can sit in it.")] = None
    location: Annotated[str | None, Meta(description="How to find it: floor, building.")] = None
    parallel: Annotated[
        bool,
        Meta(description="Several sessions may use it at once, as a foyer or an online lobby."),
    ] = False
    available: Annotated[
        Slot | None, Meta(description="When it can be used on every day; at any time if left out.")
    ] = None
    features: Annotated[
        tuple[str, ...],
        Meta(description="What it has: projector, booth, step-free, in words of your own."),
    ] = ()


class Person(Shape, frozen=True, kw_only=True):
    """Someone who speaks or facilitates without being in the roster, or an organisation that presents."""

    name: Annotated[str | None, Meta(description="Name as printed; the key if left out.")] = None
    kind: Annotated[
        Literal["person", "organisation"],
        Meta(description="Whether one person or an organisation."),
    ] = "person"
    organisation: Annotated[str | None, Meta(description="Whom the person works for.")] = None
    country: Annotated[str | None, Meta(description="Country, a name or an ISO 3166 code.")] = None
    timezone: Annotated[
        str | None,
        Meta(
            description="Time zone the person takes part from, when not at the venue; an IANA name."
        ),
    ] = None


class Talk(Shape, frozen=True, kw_only=True):
    """One contribution within a session."""

    title: Annotated[str | None, Meta(description="What it is about.")] = None
    country: Annotated[str | None, Meta(description="Country it reports from.")] = None
    speakers: Annotated[
        tuple[str, ...], Meta(description="Who speaks: roster ids, keys of people, or names.")
    ] = ()
    duration: Annotated[Duration | None, Meta(description="How long it takes.")] = None


class Session(Shape, frozen=True, kw_only=True):
    """One line of the programme: a session, a break, a meal."""

    time: Annotated[Slot | None, Meta(description="Start and end.")] = None
    start: Annotated[ClockTime | None, Meta(description="Start, when written apart.")] = None
    end: Annotated[ClockTime | None, Meta(description="End, when written apart.")] = None
    duration: Annotated[
        Duration | None,
        Meta(description="Length; with no start, it begins when the session before ends."),
    ] = None
    title: Annotated[str | None, Meta(description="Title as printed.")] = None
    id: Annotated[
        str | None,
        Meta(
            description="Short name for references and calendars; made from the title if left out."
        ),
    ] = None
    kind: Annotated[
        Kind | None, Meta(description="What sort of session; told from the title if left out.")
    ] = None
    summary: Annotated[str | None, Meta(description="What happens in it, for the programme.")] = (
        None
    )
    room: Annotated[str | None, Meta(description="Room it takes place in, a key of rooms.")] = None
    rooms: Annotated[tuple[str, ...], Meta(description="Rooms, when it uses several.")] = ()
    track: Annotated[
        str | None, Meta(description="Track it belongs to; tracks run beside each other.")
    ] = None
    talks: Annotated[tuple[Talk, ...], Meta(description="Contributions in order.")] = ()
    questions: Annotated[
        tuple[str, ...], Meta(description="Questions for the discussion or the group work.")
    ] = ()
    speakers: Annotated[
        tuple[str, ...], Meta(description="Who speaks: roster ids, keys of people, or names.")
    ] = ()
    facilitators: Annotated[tuple[str, ...], Meta(description="Who leads the work.")] = ()
    chair: Annotated[str | None, Meta(description="Who chairs.")] = None
    rapporteur: Annotated[str | None, Meta(description="Who reports.")] = None
    interpreters: Annotated[tuple[str, ...], Meta(description="Who interprets.")] = ()
    language: Annotated[
        str | None,
        Meta(description="Language it is held in, when not the workshop's; an ISO 639 code."),
    ] = None
    breakouts: Annotated[Breakouts | None, Meta(description="Its division into groups.")] = None
    continues: Annotated[
        str | None,
        Meta(description="Id of the session it goes on with; keeps its topics and groups."),
    ] = None
    conflicts: Annotated[
        tuple[str, ...],
        Meta(description="Ids of sessions that must not take place at the same time."),
    ] = ()
    layout: Annotated[
        str | None,
        Meta(
            description="How the room is set up: theatre, islands, boardroom, in words of your own."
        ),
    ] = None
    needs: Annotated[
        tuple[str, ...], Meta(description="What the room must have, in the words of its features.")
    ] = ()
    report_back: Annotated[bool, Meta(description="Groups report their results in it.")] = False
    expected: Annotated[Count | None, Meta(description="How many people are expected in it.")] = (
        None
    )
    parallel: Annotated[bool, Meta(description="It is meant to run beside other sessions.")] = False
    background: Annotated[
        bool, Meta(description="It runs behind everything, as a registration desk does all day.")
    ] = False
    marker: Annotated[
        bool, Meta(description="It marks a moment and is meant to have no length.")
    ] = False
    container: Annotated[bool, Meta(description="Other sessions take place within it.")] = False
    notes: Annotated[
        str | None,
        Meta(description="For organisers and facilitators only; never printed for participants."),
    ] = None
    materials: Annotated[
        tuple[str, ...], Meta(description="What has to be in the room; for organisers only.")
    ] = ()


FLAGS = tuple(each.name for each in fields(Session) if each.default is False)
"""What a session is or is not: parallel, background, marker and the like."""


class Day(Shape, frozen=True, kw_only=True):
    """One day of the programme."""

    date: Annotated[Date | None, Meta(description="Its date.")] = None
    title: Annotated[str | None, Meta(description="Its heading, for example Day 1.")] = None
    start: Annotated[
        ClockTime | None, Meta(description="When the venue opens; sessions lie after it.")
    ] = None
    end: Annotated[
        ClockTime | None, Meta(description="When the venue closes; sessions lie before it.")
    ] = None
    sessions: Annotated[
        tuple[Session, ...], Meta(description="Sessions, breaks and meals in the order of the day.")
    ] = ()


class RosterColumn(Shape, frozen=True, kw_only=True):
    """What is special about a column of the roster; a text alone is its title in the file."""

    title: Annotated[
        tuple[str, ...],
        Meta(
            description="Its title in the file, where it is not recognised; of several titles the cells are joined.",
            examples=["Full name (as on passport)", ["First name", "Last name"]],
        ),
    ] = ()
    audience: Annotated[
        Literal["public", "organiser", "sensitive"] | None, Meta(description="Who may see it.")
    ] = None


class RosterSettings(Shape, frozen=True, kw_only=True):
    """How the roster is read, and who may see what."""

    file: Annotated[
        str | None,
        Meta(description="Roster file, beside the agenda; participants.csv if left out."),
    ] = None
    sheet: Annotated[
        str | None,
        Meta(description="Sheet of a workbook; the one most like a roster if left out."),
    ] = None
    encoding: Annotated[
        str | None,
        Meta(
            description="How the file stores its letters, where that is told wrongly.",
            examples=["windows-1251", "shift_jis"],
        ),
    ] = None
    columns: Annotated[
        dict[str, RosterColumn],
        Meta(
            description="Columns with a title or an audience of their own.",
            examples=[{"name": "Full name (as on passport)", "country": "Nationality"}],
        ),
    ] = field(default_factory=dict)


class Theme(Shape, frozen=True, kw_only=True):
    """How documents look, for a house that has a look of its own."""

    logo: Annotated[
        str | None,
        Meta(description="Picture file in the workshop's folder: PNG, JPEG or SVG."),
    ] = None
    colour: Annotated[
        str | None,
        Meta(
            description="Colour of headings and plenaries, dark enough to be read on white.",
            examples=["#1d4477"],
        ),
    ] = None
    second_colour: Annotated[
        str | None, Meta(description="Colour of group work.", examples=["#0b6b62"])
    ] = None
    heading_font: Annotated[str | None, Meta(description="Typeface of headings.")] = None
    text_font: Annotated[str | None, Meta(description="Typeface of everything else.")] = None


class Groups(Shape, frozen=True, kw_only=True):
    """What holds for the breakout groups of all sessions."""

    criteria: Annotated[
        tuple[Criterion, ...],
        Meta(description="Criteria of every breakout that does not list its own."),
    ] = ()


class AgendaFile(Shape, frozen=True, kw_only=True):
    """A workshop: its programme, its rooms, the people it names."""

    workshop: Annotated[Workshop, Meta(description="The workshop as a whole.")] = Workshop()
    rooms: Annotated[
        dict[str, Room], Meta(description="Rooms by a short key that sessions use.")
    ] = field(default_factory=dict)
    people: Annotated[
        dict[str, Person],
        Meta(description="Speakers and facilitators who are not in the roster, by a short key."),
    ] = field(default_factory=dict)
    days: Annotated[tuple[Day, ...], Meta(description="The days in order.")] = ()
    groups: Annotated[Groups, Meta(description="What holds for all breakout groups.")] = Groups()
    roster: Annotated[RosterSettings, Meta(description="How the roster is read.")] = (
        RosterSettings()
    )
    theme: Annotated[Theme, Meta(description="How documents look.")] = Theme()
    print: Annotated[
        dict[str, dict[str, str | tuple[str, ...]]],
        Meta(
            description="Options of documents by the name of the document, as `ogp print` lists them.",
            examples=[{"badges": {"stock": "avery-l4785", "back": "programme"}}],
        ),
    ] = field(default_factory=dict)
    check: Annotated[
        dict[str, Any],
        Meta(description="Settings of the checks: select, ignore, severity, and options by rule."),
    ] = field(default_factory=dict)


SHORT: dict[type[Shape], str] = {RosterColumn: "title"}
"""Shapes in whose place a text or a list may stand, and the key that it then is."""
