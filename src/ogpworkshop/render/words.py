"""The fixed words of documents, and dates as the readers of a language write them."""

import re
from datetime import date, datetime
from functools import lru_cache
from typing import Annotated

import msgspec
from babel import Locale, UnknownLocaleError
from babel.dates import get_timezone_location, match_skeleton, parse_pattern
from msgspec import Meta

# International English: day before month, and the clock with 24 hours.
_DEFAULTS = {"en": "en_GB"}


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


class Words(msgspec.Struct, frozen=True):
    """Words that documents print of their own accord."""

    programme: Annotated[str, Meta(description="Name of the document.")] = "Programme"
    group_lists: Annotated[str, Meta(description="Name of the document.")] = "Group lists"
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
    made_with: Annotated[
        str, Meta(description="Before the name of the program, at the very end.")
    ] = "Made with"
    kinds: Annotated[
        dict[str, str], Meta(description="Kinds of sessions, by their name in the agenda.")
    ] = msgspec.field(default_factory=lambda: dict(_KINDS))


class Calendar:
    """Dates in one language."""

    def __init__(self, language: str) -> None:
        """An unknown language is written as English."""
        self.locale = _locale(language)

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return str(self.locale.text_direction)

    def day(self, day: date) -> str:
        """Monday 7 August."""
        return self._in_pattern(day, self._widened("MMMMEEEEd"))

    def dates(self, first: date, last: date) -> str:
        """7–8 August 2017, with what both dates share written once."""
        pattern = str(self.locale.date_formats["long"].pattern)
        if first == last:
            return self._in_pattern(first, pattern)
        if (first.year, first.month) == (last.year, last.month):
            days = _unquoted(r"d+", f"'{first.day}–'d", pattern)
            return self._in_pattern(last, days)
        ends_in_year = pattern.rstrip().endswith("y")
        if first.year == last.year and ends_in_year:
            start = self._in_pattern(first, self._widened("MMMMd"))
        else:
            start = self._in_pattern(first, pattern)
        return f"{start} – {self._in_pattern(last, pattern)}"

    def _in_pattern(self, day: date, pattern: str) -> str:
        return str(parse_pattern(pattern).apply(day, self.locale))

    def _widened(self, skeleton: str) -> str:
        """The locale's pattern for a skeleton, with names of days and months in full."""
        known = self.locale.datetime_skeletons
        name = match_skeleton(skeleton, known)
        pattern = str(known[name].pattern) if name else "EEEE d MMMM"
        pattern = _unquoted(r"(?<![Ec])[Ec]{1,3}(?![Ec])", "EEEE", pattern)
        return _unquoted(r"(?<![ML])[ML]{3}(?![ML])", "MMMM", pattern)

    def place(self, moment: datetime) -> str:
        """The city that a time zone is named after."""
        return str(get_timezone_location(moment, locale=self.locale, return_city=True))


def _unquoted(old: str, new: str, pattern: str) -> str:
    """Replaces in a date pattern, but not in the words between quotes."""
    parts = re.split(r"('[^']*')", pattern)
    return "".join(part if part.startswith("'") else re.sub(old, new, part) for part in parts)


@lru_cache(maxsize=8)
def _locale(language: str) -> Locale:
    try:
        return Locale.parse(_DEFAULTS.get(language, language.replace("-", "_")))
    except (UnknownLocaleError, ValueError, TypeError):
        return Locale.parse("en_GB")


def offset(moment: datetime) -> str:
    """UTC+8, UTC+5:45 or UTC."""
    shift = moment.utcoffset()
    minutes = int(shift.total_seconds() // 60) if shift else 0
    hours, rest = divmod(abs(minutes), 60)
    sign = "+" if minutes > 0 else "−"
    return f"UTC{sign}{hours}" + f":{rest:02d}" * bool(rest) if minutes else "UTC"
