"""The agenda file's shape, declared once.

The reader binds a file to these types, and the JSON Schema, the reference page and the checks of
keys and types derive from them: the first sentence of a description is what an editor shows.
`model.agenda` says what a file means; this says what can be written in it.
"""

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from ogpworkshop.model.path import ROOT, Path
from ogpworkshop.model.time import WrittenDate, WrittenTime

Kind = Literal[
    "registration", "plenary", "talks", "panel", "group-work", "clinic", "break", "meal", "social",
    "ceremony", "closing", "other",
]  # fmt: skip
Text = Annotated[str, Meta(description="Any text")]
Slot = Annotated[WrittenTime, Meta(extra={"notation": "slot"}, examples=["09:30-11:00"])]
ClockTime = Annotated[WrittenTime, Meta(extra={"notation": "clock"}, examples=["09:30"])]
Duration = Annotated[WrittenTime, Meta(extra={"notation": "duration"}, examples=["30m", "1h30"])]
Date = Annotated[WrittenDate, Meta(extra={"notation": "date"}, examples=["2017-08-07"])]
Weight = Annotated[int, Meta(ge=1, le=10)]
Count = Annotated[int, Meta(ge=0)]


class Shape(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A mapping in the agenda file, and where in the file it stands."""

    path: Path = ROOT


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
        Meta(description="How many people are expected; the roster's number if left out."),
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


class Criterion(Shape, frozen=True, kw_only=True):
    """One wish about groups: exactly one key names it, from spread to then; the others say more about it."""

    spread: Annotated[
        str | None, Meta(description="Column whose values are spread evenly over the groups.")
    ] = None
    gather: Annotated[
        str | None, Meta(description="Column whose equal values come into the same group.")
    ] = None
    together: Annotated[
        str | tuple[str | tuple[str, ...], ...] | None,
        Meta(
            description="Roster ids or names of people in one group, or a list of such lists, or a column whose equal values are never parted.",
            examples=[["p03", "p17"], [["p03", "p17"], ["p20", "p21"]]],
        ),
    ] = None
    apart: Annotated[
        str | tuple[str | tuple[str, ...], ...] | None,
        Meta(
            description="Roster ids or names of people in different groups, or a list of such lists, or a column whose equal values never meet.",
            examples=[["p03", "p17"], [["p03", "p17"], ["p20", "p21"]]],
        ),
    ] = None
    need: Annotated[
        dict[str, Any] | None,
        Meta(
            description="Whom at_least, at_most or exactly count in every group: columns and values, which all have to fit. A value can be a list of which one has to fit, begin with “not”, be “empty”, or a range of numbers; any, all and not combine whole conditions.",
            examples=[
                {"role": "expert"},
                {"role": ["expert", "facilitator"], "experience": "10 or more"},
                {"any": [{"role": "expert"}, {"not": {"country": "Nepal"}}]},
            ],
        ),
    ] = None
    never_alone: Annotated[
        str | None,
        Meta(description="Column of which nobody is the only one of their value in a group."),
    ] = None
    balance: Annotated[
        str | None, Meta(description="Column of numbers that is kept alike in all groups.")
    ] = None
    prefer: Annotated[
        str | None,
        Meta(
            description="Column with each person's wished topics or groups, best first, parted by semicolons."
        ),
    ] = None
    friends: Annotated[
        str | None,
        Meta(
            description="Column with the ids or names of people whom each person wishes in the same group, parted by semicolons."
        ),
    ] = None
    foes: Annotated[
        str | None,
        Meta(
            description="Column with the ids or names of people with whom each person is not to share a group, parted by semicolons."
        ),
    ] = None
    meet: Annotated[
        str | tuple[str | tuple[str, ...], ...] | None,
        Meta(
            description="new: nobody sits with the same people again and again; most: as many distinct meetings as possible. Or people, as for apart, of whom every two meet as often as at_least, at_most or exactly say; or a column of ids or names.",
            examples=["new", ["p03", "p17"]],
        ),
    ] = None
    language: Annotated[
        str | None,
        Meta(
            description="Column with the languages that people speak: every group has one that all of its people speak."
        ),
    ] = None
    zones: Annotated[
        str | None,
        Meta(
            description="Column of time zones or UTC offsets: in a group they lie at_most so many hours apart, 6 if left out."
        ),
    ] = None
    rotate: Annotated[
        Literal["topics", "rooms"] | None,
        Meta(description="Nobody comes to the same topic, or into the same room, in two rounds."),
    ] = None
    place: Annotated[
        dict[str, Any] | None,
        Meta(
            description="People, by columns and values as for need, who have to be in the groups named by at.",
            examples=[{"access_needs": "step-free"}],
        ),
    ] = None
    then: Annotated[
        tuple["Criterion", ...] | None,
        Meta(
            description="Criteria that count only as far as those before cannot become better; each further then comes after the one above it.",
            examples=[[{"balance": "experience"}]],
        ),
    ] = None
    at_least: Annotated[
        Count | None,
        Meta(
            description="With need: how many such people every group has at the least; with friends: how many of those named suffice; with meet: how often."
        ),
    ] = None
    at_most: Annotated[
        Count | None,
        Meta(
            description="With need: how many such people a group has at the most; with meet: how often; with zones: how many hours."
        ),
    ] = None
    exactly: Annotated[
        Count | None,
        Meta(description="With need and meet: at_least and at_most in one."),
    ] = None
    target: Annotated[
        dict[str, str] | None,
        Meta(
            description="With spread: parts of a group that values are to have, instead of their part of the roster.",
            examples=[{"woman": "50 %"}],
        ),
    ] = None
    of: Annotated[
        Literal["mean", "range", "sum"] | None,
        Meta(
            description="With balance: whether the mean is alike in all groups, which it is if left out; or the range as well, so that every group has low and high numbers; or the sum."
        ),
    ] = None
    fair: Annotated[
        bool,
        Meta(
            description="With prefer: nobody goes without, and whoever got a poor wish in one round gets a better one in another."
        ),
    ] = False
    mutual: Annotated[
        bool, Meta(description="With friends: only wishes count that the other has, too.")
    ] = False
    sessions: Annotated[
        tuple[str, ...],
        Meta(
            description="With meet: ids of the sessions whose meetings count; all if left out.",
        ),
    ] = ()
    at: Annotated[
        tuple[str, ...],
        Meta(
            description="With place: names of groups, that is numbers, topics or rooms; with language: the languages of group 1, 2 and so on, which are chosen if left out.",
            examples=[["b1"], ["French", "English", "English"]],
        ),
    ] = ()
    only: Annotated[bool, Meta(description="With place: nobody else is in these groups.")] = False
    must: Annotated[bool, Meta(description="It has to hold, before all wishes.")] = False
    weight: Annotated[Weight, Meta(description="How much it counts beside the other wishes.")] = 1


class Breakouts(Shape, frozen=True, kw_only=True):
    """How a session's participants are divided into groups."""

    groups: Annotated[
        Annotated[int, Meta(ge=1)] | None,
        Meta(description="How many groups; one per topic or per room if left out."),
    ] = None
    sizes: Annotated[
        tuple[str, ...],
        Meta(
            description="How many people a group has: a number or a range for all, or one for each group; as even as can be if left out.",
            examples=["6-9", ["8", "8", "5-7"]],
        ),
    ] = ()
    rooms: Annotated[tuple[str, ...], Meta(description="One room per group, keys of rooms.")] = ()
    topics: Annotated[
        tuple[str, ...], Meta(description="Topics, shared out among the groups in turn.")
    ] = ()
    criteria: Annotated[
        tuple[Criterion, ...] | None,
        Meta(
            description="What the groups are to be like; those of the agenda's groups section if left out."
        ),
    ] = None
    rotates: Annotated[
        str | None,
        Meta(
            description="Id of an earlier session whose groups stay together and go on to the next topic and room, as at stations."
        ),
    ] = None
    who: Annotated[
        dict[str, Any],
        Meta(
            description="Who takes part, by columns and values as for need; everybody if left out.",
            examples=[{"role": "not facilitator"}],
        ),
    ] = {}
    without: Annotated[
        tuple[str, ...],
        Meta(description="Roster ids or names of people who do not take part in this session."),
    ] = ()
    sit_out: Annotated[
        bool,
        Meta(
            description="People for whom sizes leave no place sit out, in turn, so that all do equally often."
        ),
    ] = False
    roles: Annotated[
        dict[str, dict[str, Any]],
        Meta(
            description="Roles that somebody has in every group, and who can have them: columns and values as for need, or {} for everybody.",
            examples=[{"facilitator": {"role": "facilitator"}, "rapporteur": {}}],
        ),
    ] = {}


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
    ] = {}


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
    ] = {}
    people: Annotated[
        dict[str, Person],
        Meta(description="Speakers and facilitators who are not in the roster, by a short key."),
    ] = {}
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
    ] = {}
    check: Annotated[
        dict[str, Any],
        Meta(description="Settings of the checks: select, ignore, severity, and options by rule."),
    ] = {}


SHORT: dict[type[Shape], str] = {RosterColumn: "title"}
"""Shapes in whose place a text or a list may stand, and the key that it then is."""
