"""What an import changes in an export's cells, each of which is told: countries, garbled letters."""

from collections.abc import Iterator

import msgspec

from ogpworkshop.model.countries import country_of, doubtful, nearest_country, un_name
from ogpworkshop.model.path import Path
from ogpworkshop.model.roster import Participant, Roster
from ogpworkshop.source.garbled import ungarbled


class Tidied(msgspec.Struct, frozen=True):
    """An export as it goes into the roster.

    Attributes:
        roster: the people.
        repaired: (path of the cell, before, after) of letters that were mended.
        garbled: cells whose letters look wrong and were left, as nobody asked.
        countries: names that were written as the United Nations write them: before, after, how often.
        unknown: names that are no country, and the country that may be meant, "" if none.
    """

    roster: Roster
    repaired: tuple[tuple[Path, str, str], ...] = ()
    garbled: tuple[tuple[Path, str, str], ...] = ()
    countries: tuple[tuple[str, str, int], ...] = ()
    unknown: tuple[tuple[str, str], ...] = ()


def tidied(roster: Roster, *, repair: bool) -> Tidied:
    """A roster with countries under their usual names, and with letters mended where asked."""
    wrong = tuple(_garbled(roster))
    if repair:
        mended = {path: after for path, _, after in wrong}
        roster = _with(roster, [_mended(person, mended) for person in roster.participants])
    renamed: dict[tuple[str, str], int] = {}
    unknown: dict[str, str] = {}
    people = []
    unsure = doubtful({person.values.get("country", "") for person in roster.participants})
    for person in roster.participants:
        written = person.values.get("country", "")
        code = country_of(written) if written and written not in unsure else None
        name = (un_name(code) if code else "") or written
        if name != written:
            renamed[written, name] = renamed.get((written, name), 0) + 1
            people.append(_changed(person, {"country": name}))
        else:
            people.append(person)
            if written and code is None:
                sure = country_of(written)  # known, but for others who write names
                unknown[written] = un_name(sure) if sure else nearest_country(written) or ""
    return Tidied(
        _with(roster, people),
        wrong if repair else (),
        () if repair else wrong,
        tuple((before, after, times) for (before, after), times in renamed.items()),
        tuple(unknown.items()),
    )


def _garbled(roster: Roster) -> Iterator[tuple[Path, str, str]]:
    for person in roster.participants:
        for column, value in person.values.items():
            if not value.isascii() and (meant := ungarbled(value)) != value:
                yield person.path / column, value, meant


def _mended(person: Participant, mended: dict[Path, str]) -> Participant:
    new = {
        column: mended[person.path / column]
        for column in person.values
        if person.path / column in mended
    }
    return _changed(person, new) if new else person


def _changed(person: Participant, new: dict[str, str]) -> Participant:
    values = {**person.values, **new}
    return msgspec.structs.replace(person, name=values.get("name", ""), values=values)


def _with(roster: Roster, people: list[Participant]) -> Roster:
    return msgspec.structs.replace(roster, participants=tuple(people))
