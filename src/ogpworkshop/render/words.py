"""The fixed words of documents: English here, a table for each other language in `languages/`."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

LANGUAGES = Path(__file__).parent / "languages"
_KINDS = {
    "registration": "Registration",
    "plenary": "Plenary",
    "talks": "Talks",
    "panel": "Panel",
    "group-work": "Group work",
    "clinic": "Clinic",
    "break": "Break",
    "meal": "Meal",
    "social": "Social",
    "ceremony": "Ceremony",
    "closing": "Closing",
    "other": "Session",
}


_TASKS = {
    "speaker": "Speaker",
    "facilitator": "Facilitator",
    "chair": "Chair",
    "rapporteur": "Rapporteur",
    "interpreter": "Interpreter",
}
_COLUMNS = {
    "country": "Country",
    "organisation_type": "Kind of organisation",
    "role": "Role",
    "sector": "Sector",
    "gender": "Gender",
    "languages": "Languages",
    "dietary": "Food",
    "access_needs": "Access needs",
}


_ASKED = {
    "sex": "W / M",
    "gender": "W / M",
    "age": "Age",
    "contact": "E-mail or phone",
    "email": "E-mail",
    "phone": "Phone",
    "position": "Position",
    "signature": "Signature",
    "morning": "Morning",
    "afternoon": "Afternoon",
    "arrival": "Arrival",
    "departure": "Departure",
    "allowance": "Allowance",
    "notes": "Notes",
}


_ARABIC = frozenset({"fa", "ur", "ps", "sd", "ug", "ckb"})
"""Languages without a table here whose letters are Arabic."""


class Words(msgspec.Struct, frozen=True):
    """Words that documents print of their own accord."""

    programme: Annotated[str, Meta(description="Name of the document.")] = "Programme"
    group_lists: Annotated[str, Meta(description="Name of the document.")] = "Group lists"
    itinerary: Annotated[str, Meta(description="Name of the document.")] = "Personal programme"
    badges: Annotated[str, Meta(description="Name of the document.")] = "Badges"
    name_tents: Annotated[str, Meta(description="Name of the document.")] = "Name tents"
    door_signs: Annotated[str, Meta(description="Name of the document.")] = "Door signs"
    sign_in: Annotated[str, Meta(description="Name of the document.")] = "Sign-in sheet"
    worksheets: Annotated[str, Meta(description="Name of the document.")] = "Worksheets"
    run_sheet: Annotated[str, Meta(description="Name of the document.")] = "Run sheet"
    cue_cards: Annotated[str, Meta(description="Name of the document.")] = "Cue cards"
    certificate: Annotated[str, Meta(description="Heading of a certificate.")] = (
        "Certificate of participation"
    )
    attendance: Annotated[str, Meta(description="Name of the document.")] = "Attendance"
    table_plan: Annotated[str, Meta(description="Name of the document.")] = "Table plan"
    wall_chart: Annotated[str, Meta(description="Name of the document.")] = "Wall chart"
    where: Annotated[str, Meta(description="Head of a column of places.")] = "Where"
    companions: Annotated[str, Meta(description="Before the others of one's group.")] = "With"
    no_people: Annotated[str, Meta(description="In documents about people without any.")] = (
        "Nobody is in the roster yet"
    )
    no_rooms: Annotated[str, Meta(description="In door signs without a room.")] = (
        "No session has a room yet"
    )
    number: Annotated[str, Meta(description="Head of a column of numbers.")] = "No."
    signature: Annotated[str, Meta(description="Head of a column to sign in.")] = "Signature"
    your_groups: Annotated[str, Meta(description="Heading of groups by person.")] = (
        "Find your groups"
    )
    test_sheet: Annotated[str, Meta(description="Heading of a printer's test sheet.")] = (
        "Printer test"
    )
    test_note: Annotated[str, Meta(description="What to do with a printer's test sheet.")] = (
        "Lay this sheet over the cards and hold both to the light. Measure by how much the cards "
        "lie to the right of the outlines and below them; print with --offset RIGHT,DOWN."
    )
    no_breakouts: Annotated[str, Meta(description="In worksheets without group work.")] = (
        "No session divides into groups yet"
    )
    notes: Annotated[str, Meta(description="Above room to write.")] = "Notes"
    layout: Annotated[str, Meta(description="Before how a room is set up.")] = "Room set-up"
    materials: Annotated[str, Meta(description="Before what has to be in the room.")] = "Materials"
    elapsed: Annotated[str, Meta(description="Head of a column: time since the start.")] = "Total"
    say_and_do: Annotated[str, Meta(description="Head of a column of notes.")] = "Say and do"
    slack: Annotated[str, Meta(description="Head of a column of spare time.")] = "Slack"
    began: Annotated[str, Meta(description="Head of a column to fill in: true start.")] = "Began"
    ended: Annotated[str, Meta(description="Head of a column to fill in: true end.")] = "Ended"
    talks: Annotated[str, Meta(description="Head of a column of contributions.")] = "Talks"
    length: Annotated[str, Meta(description="Head of a column of lengths.")] = "Length"
    minutes_left: Annotated[str, Meta(description="Below a number of minutes.")] = "minutes left"
    time_is_up: Annotated[str, Meta(description="On the last card of a chair.")] = "Time is up"
    certifies: Annotated[str, Meta(description="Before a name on a certificate.")] = (
        "This is to certify that"
    )
    took_part: Annotated[str, Meta(description="After a name on a certificate.")] = (
        "has taken part in"
    )
    now: Annotated[str, Meta(description="Beside the session that is on, in a web page.")] = "Now"
    show: Annotated[str, Meta(description="Before the choices of what a web page shows.")] = "Show"
    kind: Annotated[str, Meta(description="Label of a choice of kinds.")] = "Kind"
    person_shown: Annotated[str, Meta(description="Label of a choice of people.")] = "Person"
    everything: Annotated[str, Meta(description="In a choice: no limit.")] = "All"
    to_calendar: Annotated[str, Meta(description="Link that adds to a calendar.")] = (
        "Add to calendar"
    )
    all_to_calendar: Annotated[str, Meta(description="Link that adds everything.")] = (
        "Whole programme for your calendar"
    )
    shown_to_calendar: Annotated[
        str, Meta(description="Link that adds the sessions that a choice leaves.")
    ] = "These sessions for your calendar"
    own_time: Annotated[str, Meta(description="Choice of the reader's time zone.")] = (
        "Times where I am"
    )
    track: Annotated[str, Meta(description="Label of a choice of tracks.")] = "Track"
    your_number: Annotated[
        str, Meta(description="Label of the field for a participant's own number.")
    ] = "Your number"
    your_group: Annotated[str, Meta(description="Before the reader's own group.")] = "Your group"
    your_part: Annotated[
        str, Meta(description="At a session in which the reader speaks, chairs or helps.")
    ] = "You have a part in this"
    groups_and_rooms: Annotated[
        str, Meta(description="Heading of the groups of a session, in a web page.")
    ] = "Groups and rooms"
    show_everything: Annotated[str, Meta(description="Button that lifts all choices.")] = (
        "Show everything"
    )
    shown_of: Annotated[
        str, Meta(description="How much a web page shows, with {shown} and {all}.")
    ] = "{shown} of {all} sessions shown"
    number_unknown: Annotated[str, Meta(description="Answer to a number that nobody has.")] = (
        "Nobody in a group has this number"
    )
    link: Annotated[str, Meta(description="Link to one session, to be copied.")] = "Link"
    fewer: Annotated[str, Meta(description="In place of a number too small to be told.")] = (
        "fewer than 3"
    )
    not_told: Annotated[
        str, Meta(description="In place of a number from which a smaller one follows.")
    ] = "3 or more"
    dates: Annotated[str, Meta(description="Label above the dates.")] = "Dates"
    venue: Annotated[str, Meta(description="Label above the venue.")] = "Venue"
    organiser: Annotated[str, Meta(description="Label above the organiser.")] = "Organiser"
    objectives: Annotated[str, Meta(description="Heading of the workshop's objectives.")] = (
        "Objectives"
    )
    overview: Annotated[str, Meta(description="Heading of the days at a glance.")] = "At a glance"
    day: Annotated[str, Meta(description="Heading of a day, followed by its number.")] = "Day"
    days: Annotated[str, Meta(description="Label of the links to the days.")] = "Days"
    time: Annotated[str, Meta(description="Head of a column of times.")] = "Time"
    session: Annotated[str, Meta(description="Head of a column of sessions.")] = "Session"
    untitled: Annotated[str, Meta(description="In place of a title that is missing.")] = (
        "Title to be announced"
    )
    unplanned: Annotated[str, Meta(description="In place of a time that is not known.")] = (
        "Time to be announced"
    )
    no_sessions: Annotated[str, Meta(description="On a day without sessions.")] = "No sessions yet"
    no_days: Annotated[str, Meta(description="In a programme without days.")] = (
        "The programme is not published yet"
    )
    no_groups: Annotated[str, Meta(description="In group lists without a plan.")] = (
        "No groups have been formed yet"
    )
    no_members: Annotated[str, Meta(description="In a group without people.")] = "Nobody yet"
    until: Annotated[
        str, Meta(description="Before the end of a session whose start is not known.")
    ] = "until"
    next_day: Annotated[str, Meta(description="After a time past midnight.")] = "next day"
    continued: Annotated[
        str, Meta(description="After the title of a session that goes on with an earlier one.")
    ] = "continued"
    room: Annotated[str, Meta(description="One room.")] = "Room"
    rooms: Annotated[str, Meta(description="Before a range of rooms.")] = "Rooms"
    no_room: Annotated[str, Meta(description="Heading of groups whose room is not known.")] = (
        "Room to be announced"
    )
    group: Annotated[str, Meta(description="Before the number of a group.")] = "Group"
    groups: Annotated[str, Meta(description="After a number of groups.")] = "groups"
    person: Annotated[str, Meta(description="After the number one.")] = "person"
    people: Annotated[str, Meta(description="After a number of people.")] = "people"
    topics: Annotated[str, Meta(description="Before the topics of groups.")] = "Topics"
    questions: Annotated[str, Meta(description="Before the questions of a session.")] = "Questions"
    name: Annotated[str, Meta(description="Head of a column of names.")] = "Name"
    organisation: Annotated[str, Meta(description="Head of a column of organisations.")] = (
        "Organisation"
    )
    country: Annotated[str, Meta(description="Head of a column of countries.")] = "Country"
    page_of: Annotated[str, Meta(description="At the foot of a page, with {page} and {pages}.")] = (
        "Page {page} of {pages}"
    )
    times_are: Annotated[
        str, Meta(description="Time zone of the times, with {place} and {offset}.")
    ] = "Times are {place} time ({offset})"
    times_are_at: Annotated[
        str, Meta(description="The same where the distance from UTC is not known.")
    ] = "Times are {place} time"
    times_are_utc: Annotated[str, Meta(description="The same where the zone is UTC.")] = (
        "Times are UTC"
    )
    skip: Annotated[str, Meta(description="Link that jumps over the head of a web page.")] = (
        "Skip to the programme"
    )
    speakers: Annotated[str, Meta(description="Before the speakers.")] = "Speakers"
    facilitators: Annotated[str, Meta(description="Before those who lead the work.")] = (
        "Facilitators"
    )
    chair: Annotated[str, Meta(description="Before the chair.")] = "Chair"
    rapporteur: Annotated[str, Meta(description="Before the rapporteur.")] = "Rapporteur"
    interpreters: Annotated[str, Meta(description="Before the interpreters.")] = "Interpreters"
    presented_by: Annotated[str, Meta(description="Before organisations that present.")] = (
        "Presentations by"
    )
    same_groups: Annotated[str, Meta(description="Where groups of an earlier session go on.")] = (
        "Same groups as before"
    )
    hour: Annotated[str, Meta(description="After a number of hours.")] = "h"
    minute: Annotated[str, Meta(description="After a number of minutes.")] = "min"
    comma: Annotated[str, Meta(description="Between the parts of a list.")] = ", "
    colon: Annotated[str, Meta(description="Between a label and what it is of.")] = ": "
    made_with: Annotated[
        str, Meta(description="Before the name of the program, at the very end.")
    ] = "Made with"
    asked: Annotated[
        dict[str, str],
        Meta(description="Heads of columns to fill in, by what sign-in sheets can ask for."),
    ] = msgspec.field(default_factory=lambda: dict(_ASKED))
    kinds: Annotated[
        dict[str, str], Meta(description="Kinds of sessions, by their name in the agenda.")
    ] = msgspec.field(default_factory=lambda: dict(_KINDS))
    tasks: Annotated[
        dict[str, str],
        Meta(description="What people do in a session, by their name in the agenda."),
    ] = msgspec.field(default_factory=lambda: dict(_TASKS))
    columns: Annotated[
        dict[str, str], Meta(description="Columns of the roster that are counted, by their name.")
    ] = msgspec.field(default_factory=lambda: dict(_COLUMNS))


@cache
def words_in(language: str) -> Words:
    """The words of a language, told by its tag; English where nobody has translated them."""
    file = LANGUAGES / f"{language.replace('_', '-').partition('-')[0].casefold()}.toml"
    if not file.is_file():
        return Words(comma="، ") if file.stem in _ARABIC else Words()
    return msgspec.convert(tomllib.loads(file.read_text("utf-8")), Words)
