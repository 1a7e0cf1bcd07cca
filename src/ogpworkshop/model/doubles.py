"""People who may be in a roster twice: under one address, or under nearly one name."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Literal

import msgspec

from ogpworkshop.model.identity import plain
from ogpworkshop.model.near import distance
from ogpworkshop.model.roster import Participant

_NICKNAMES = """
alexander alex sasha aleksandr alexandre|alexandra sandra|andrew andy andreas andre|anthony tony antonio
benjamin ben|catherine kate katherine kathy katharine cathy|christopher chris|christina tina cristina
daniel dan danny|david dave|deborah debbie|dmitry dmitri dima dmitriy|edward ed eddie ted|elizabeth liz beth
francisco paco francis|frederick fred freddy|gregory greg|ignacio nacho|james jim jimmy jaime|jennifer jen
john johnny jon|jonathan jonny|jose pepe joseph joe|joshua josh|juan juanito|kenneth ken|lawrence larry
margaret maggie meg peggy|maria marie mary ma|matthew matt|michael mike mick mikhail miguel
muhammad mohammed mohammad mohamed muhammed mohd md mohamad|nicholas nick nicolas|pamela pam|patricia pat trish
patrick paddy|peter pete|philip phil phillip|rebecca becky|richard dick rick|robert bob rob bobby
ronald ron|samuel sam|sergey sergei|stephen steve steven stephan|susan sue|theresa teresa tess|thomas tom
timothy tim|victoria vicky|william bill will liam|yevgeny evgeny eugene|yusuf yousuf yousef joseph|zachary zach
"""
_NAMED = {
    name: line.split()[0]
    for line in _NICKNAMES.replace("\n", "|").split("|")
    for name in line.split()[1:]
}
_ABBREVIATED = {"min": "ministry", "dept": "department", "univ": "university", "inst": "institute", "natl": "national", "govt": "government", "org": "organisation", "organization": "organisation", "intl": "international", "assoc": "association", "dev": "development"}  # fmt: skip
_NOT_LETTERS = re.compile(r"[\W_]+")
_LARGEST = 300
"""People of one organisation who are compared with each other."""
_SAME_NAMES = 20

Why = Literal["address", "name", "near", "elsewhere"]


class Double(msgspec.Struct, frozen=True):
    """Two rows that may be one person.

    Attributes:
        one: the later of them.
        other: the earlier.
        why: one address; one name; nearly one name in one organisation; one name in two of them.
    """

    one: Participant
    other: Participant
    why: Why


def doubles(people: Sequence[Participant]) -> Iterator[Double]:
    """Every row that may be the person of an earlier row, with the first such row."""
    found: set[int] = set()
    for double in (*_by_address(people), *_by_name(people), *_by_near_name(people)):
        if id(double.one) not in found:
            found.add(id(double.one))
            yield double


def _by_address(people: Iterable[Participant]) -> Iterator[Double]:
    first: dict[str, Participant] = {}
    for person in people:
        address = _address(person)
        other = first.setdefault(address, person)
        if address and other is not person:
            yield Double(person, other, "address")


def _by_name(people: Iterable[Participant]) -> Iterator[Double]:
    first: dict[tuple[str, ...], list[Participant]] = {}
    for person in people:
        words = name_words(person.name)
        alike = first.setdefault(words, [])
        if alike and len(words) > 1:
            whys = ((_why_of_same_name(person, each), each) for each in alike)
            best = min(
                ((why, each) for why, each in whys if why),
                key=lambda pair: pair[0] != "name",
                default=None,
            )
            if best:
                yield Double(person, best[1], best[0])
        if len(alike) < _SAME_NAMES:
            alike.append(person)


def _why_of_same_name(one: Participant, other: Participant) -> Literal["name", "elsewhere"] | None:
    """Why two people of one name may be one; None where addresses tell them apart."""
    organisations = {organisation_key(each.values.get("organisation", "")) for each in (one, other)}
    addresses = {_address(one), _address(other)} - {""}
    if len(addresses) < 2:
        return "name" if len(organisations - {""}) < 2 else "elsewhere"
    return "name" if len(organisations) == 1 and organisations != {""} else None


def _by_near_name(people: Iterable[Participant]) -> Iterator[Double]:
    """People of one organisation whose names differ by a letter, a nickname, a middle name."""
    groups: dict[str, list[Participant]] = {}
    for person in people:
        organisation = person.values.get("organisation", "")
        if organisation:
            groups.setdefault(organisation, []).append(person)
    merged: dict[str, list[Participant]] = {}
    for organisation, members in groups.items():
        merged.setdefault(organisation_key(organisation), []).extend(members)
    for members in merged.values():
        if 1 < len(members) <= _LARGEST:
            yield from _near_among(members)


def _near_among(members: Sequence[Participant]) -> Iterator[Double]:
    by_part: dict[str, list[Participant]] = {}
    for person in members:
        words = canonical(person.name)
        parts = (
            {part for word in words for part in (word[:3], word[-3:])} if len(words) > 1 else set()
        )
        earlier = {id(each): each for part in parts for each in by_part.get(part, ())}
        for other in earlier.values():
            if (
                is_near(words, canonical(other.name))
                and len({_address(person), _address(other)} - {""}) < 2
            ):
                yield Double(person, other, "near")
                break
        for part in parts:
            by_part.setdefault(part, []).append(person)


def is_near(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names, as canonical words in order of the alphabet, may be those of one person."""
    if min(len(one), len(other)) < 2:
        return False
    if one == other or set(one) < set(other) or set(other) < set(one):
        return True
    if len(one) == len(other) and _differ_by_initials(one, other):
        return True
    a, b = " ".join(one), " ".join(other)
    if [x for x in a if x.isdigit()] != [x for x in b if x.isdigit()]:
        return False
    limit = 1 if min(len(a), len(b)) < 12 else 2
    return distance(a, b, limit) <= limit


def _differ_by_initials(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether every word is the other's, or its first letter, and one of some length is equal."""
    left, right = set(one) - set(other), set(other) - set(one)
    shared = set(one) & set(other)
    pairs = list(zip(sorted(left), sorted(right), strict=False))
    return (
        any(len(word) > 2 for word in shared)
        and len(left) == len(right)
        and all(a[0] == b[0] and min(len(a), len(b)) == 1 for a, b in pairs)
    )


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name in the order of the alphabet: some write the family name first."""
    words = plain(name)
    if "," in words or "." in words:
        words = words.replace(",", " ").replace(".", " ")
    return tuple(sorted(words.split()))


@lru_cache(maxsize=4096)
def canonical(name: str) -> tuple[str, ...]:
    """The words of a name, nicknames as the names that they stand for."""
    words = _NOT_LETTERS.sub(" ", plain(name)).split()
    return tuple(sorted(_NAMED.get(word, word) for word in words))


@lru_cache(maxsize=4096)
def organisation_key(name: str) -> str:
    """An organisation's name without articles, abbreviations and punctuation."""
    words = _NOT_LETTERS.sub(" ", plain(name)).split()
    return " ".join(
        _ABBREVIATED.get(word, word) for word in words if word not in {"the", "of", "for", "and"}
    )


def _address(person: Participant) -> str:
    return person.values.get("email", "").strip().casefold()
