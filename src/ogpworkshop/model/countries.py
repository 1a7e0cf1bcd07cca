"""Which country a roster means: from codes, names, demonyms, and the ways in which people write them."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from ogpworkshop.model.country_names import TABLE, UNITED_NATIONS, UNNAMED
from ogpworkshop.model.demonyms import demonyms, foreign_names
from ogpworkshop.model.near import distance, nearest

_STYLES = tuple(
    sorted(
        (
            "republic of", "kingdom of", "state of", "islamic republic of", "commonwealth of",
            "federal republic of", "democratic republic of", "sultanate of", "principality of",
            "peoples republic of", "socialist republic of", "democratic socialist republic of",
            "federal democratic republic of", "peoples democratic republic of",
            "federative republic of", "bolivarian republic of", "independent state of",
            "cooperative republic of",
        ),
        key=len,
        reverse=True,
    )
)  # fmt: skip
"""How official names begin; without it, the common name remains."""


_SHORT = {"st": "saint", "rep": "republic", "dem": "democratic", "fed": "federated"}
_SIDES = {"s": "south", "n": "north"}
_WORDS = frozenset({"no", "na", "is", "so", "in", "it", "me", "my", "to", "as", "at", "be", "by"})
"""Codes that are words, or stand for “not available”: only capitals make a country of them."""
_SHARED = frozenset({"congolese", "dominican", "guianan", "virgin islander", "caribbean"})
"""What people of several countries call themselves."""


def _folded(text: str) -> str:
    """A name without case, accents, punctuation and articles, abbreviations written out."""
    letters = unicodedata.normalize("NFKD", text.casefold().replace("&", " and "))
    plain = "".join(letter for letter in letters if not _is_accent(letter))
    for apostrophe in "'’ʼ`.":
        plain = plain.replace(apostrophe, "")
    words = "".join(letter if _is_of_word(letter) else " " for letter in plain).split()
    if len(words) > 1:
        words = [_SIDES.get(words[0], words[0]), *(_SHORT.get(word, word) for word in words[1:])]
        words[0] = _SHORT.get(words[0], words[0])
    return " ".join(word for word in words if word != "the")


def _is_accent(letter: str) -> bool:
    """Marks of Latin, Arabic and Hebrew letters; those of India and its neighbours make the word."""
    order = unicodedata.combining(letter)
    return order >= 200 or 10 <= order <= 36


def _is_of_word(letter: str) -> bool:
    return letter.isalnum() or (ord(letter) > 0x8FF and unicodedata.category(letter)[0] == "M")


def _unflagged(text: str) -> str:
    """A flag as the two letters that it is made of."""
    letters = (ord(each) - 0x1F1E6 for each in text)
    return "".join(
        chr(65 + number) if 0 <= number < 26 else each
        for number, each in zip(letters, text, strict=True)
    )


def _read_table() -> tuple[dict[str, str], dict[str, str]]:
    """Codes by folded name, code or demonym, and common names by code."""
    codes: dict[str, str] = {}
    names: dict[str, str] = {}
    for line in TABLE.strip().splitlines():
        alpha2, alpha3, spellings = line.split(" ", 2)
        first, *others = spellings.split("|")
        names[alpha2] = first
        for spelling in (alpha2, alpha3, first, *others, UNITED_NATIONS.get(alpha2, first)):
            codes[_folded(spelling)] = alpha2
    for code, words in demonyms().items():
        for word in words:
            codes.setdefault(_folded(word), code)
    return codes, names


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, str], dict[str, str]]:
    return _read_table()


@lru_cache(maxsize=1)
def _foreign() -> dict[str, str]:
    """Codes by folded name in other languages than English."""
    known = _tables()[1]
    codes: dict[str, str] = {}
    for code, name in foreign_names():
        if code in known:
            codes.setdefault(_folded(name), code)
    return codes


@lru_cache(maxsize=4096)
def country_of(text: str) -> str | None:
    """The two-letter code of a country; None if unknown.

    From a code, a flag, a demonym, any usual English name, or the usual one in another language.
    """
    name = _folded(_unflagged(text))
    if not name or (name in _WORDS and text.strip() != name.upper()):
        return None
    before, _, within = text.partition("(")
    within = within.strip(" )")
    return (
        _english(name)
        or _foreign().get(name)
        or (_of_two(before, within) if within else None)
        or (_of_two(*text.split(" - ", 1)) if text.count(" - ") == 1 else None)
    )


def doubtful(written: Iterable[str]) -> set[str]:
    """Of the countries of a list, the codes that may mean “not available” as well: NA among names."""
    two_lettered = {text for text in written if len(text.strip()) == 2}
    return two_lettered if {text.strip() for text in two_lettered} == {"NA"} else set()


def _english(name: str) -> str | None:
    codes, _ = _tables()
    if name in codes:
        return codes[name]
    for style in _STYLES:
        if name.startswith(style + " "):
            rest = name.removeprefix(style + " ")
            return codes.get(rest) if len(rest) > 3 else None
    return None


def _of_two(one: str, other: str) -> str | None:
    """The code of a country that is written with its code or style behind it: Nepal (NP)."""
    found = {_english(_folded(one)), _english(_folded(other))}
    rest = found - {None}
    is_style = _folded(other) in _STYLES or _folded(other) in {"republic", "islamic republic"}
    return rest.pop() if len(rest) == 1 and (None not in found or is_style) else None


def country_name(code: str) -> str:
    """The name in common English use of a two-letter code; the code itself if it is not one."""
    return _tables()[1].get(code, code)


def countries() -> dict[str, str]:
    """Names in common English use by two-letter code, in the order of the codes."""
    return dict(_tables()[1])


def un_name(code: str) -> str:
    """The short name that the United Nations use for a code; "" where they have none."""
    return "" if code in UNNAMED else UNITED_NATIONS.get(code, country_name(code))


@lru_cache(maxsize=4096)
def nearest_country(text: str) -> str | None:
    """The common name of the country that a misspelt name most probably means.

    Of “Manila, Philippines” and “Philippines/Manila” it is the part that is a country.
    """
    codes, names = _tables()
    parts = {country_of(part) for part in re.split(r"[,;/|]", text) if len(part.strip()) > 3}
    if len(parts - {None}) == 1:
        return names[(parts - {None}).pop() or ""]
    name = _folded(text)
    known = {**_foreign(), **codes}
    if name in _SHARED:
        return None
    # shorter names are a few letters away from one another
    limit = min(3, (len(name) + 1) // 5)
    near = nearest(name, (each for each in known if len(each) > 3 and each.isascii()))
    is_near = near is not None and distance(name, near, limit) <= limit
    return names[known[near]] if near is not None and is_near else None
