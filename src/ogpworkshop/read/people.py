"""Names of several people in one text, parted where it is sure that several are meant."""

import re

from ogpworkshop.model.countries import country_of
from ogpworkshop.model.identity import names_organisation

_PARTED = re.compile(r"[;\n•、]")
_JOINT = re.compile(r",?\s+(?:and|&|et|y|e|und|dan|и)\s+|,\s*", re.IGNORECASE)
_AND = re.compile(r"\s(?:and|&|et|y|e|und|dan|и)\s", re.IGNORECASE)
_ASIDE = re.compile(r"\s*\([^()]*\)\s*$")
_HONORIFIC = re.compile(
    r"(?:(?:dr|prof|mr|mrs|ms|mx|m|mme|sr|sra|ir|hon|eng|ing|h\.?e|drs|pak|bapak|ibu|bu|fr|herr|frau)\b\.?\s+)+",
    re.IGNORECASE,
)
_SMALL = "de del della di da das do dos du la le van von der den ter bin binti al el bint ibn y"
_PARTICLES = frozenset(_SMALL.split())
_OTHER_WORDS = """
    director general manager officer chief head minister deputy assistant secretary president chair professor adviser
    advisor specialist coordinator senior lead consultant expert commissioner governor mayor senator member founder team
    analyst fellow researcher ceo staff all participants speakers panel open water rivers clean green save public policy
    global international national regional world asia africa europe pacific east west north south city new fund network
    alliance forum initiative project programme program services systems data civil society working unit division
    development rural urban land reform affairs finance health education environment energy climate
    trade planning statistics technology science tbc tba tbd
"""
_NO_NAME = frozenset(_OTHER_WORDS.split())
"""Words of positions, organisations and places, which no name is made of where it has to be sure."""
_TOKEN = re.compile(r"(?:[^\W\d_][.])+|[^\W\d_][^\W\d_'’.-]*(?:[-'’][^\W\d_]+)*\.?")
_LEAST_OF_COMMAS = 3
"""“Ana Reyes, Open Rivers” can be somebody and whom she works for; three names in a row are people."""


def parted(text: str) -> list[str]:
    """The parts of a list in one text, as semicolons, lines and bullets part them."""
    parts = (" ".join(part.split()) for part in _PARTED.split(text))
    return [part for part in parts if part]


def names_in(text: str) -> list[str]:
    """The names that a text lists, each on one line.

    Semicolons, lines and bullets always part names; commas and “and” where every part looks like the
    full name of somebody, and nothing like an organisation, a place or a position.
    """
    return [name for part in parted(text) for name in _several(part) or [part]]


def _several(text: str) -> list[str]:
    """The people of a text without semicolons; empty where it may be one name."""
    parts = _split(text)
    if len(parts) < 2 or not all(map(_is_full_name, parts)):
        return []
    is_told = all(_ASIDE.search(each) or _HONORIFIC.match(each) for each in parts)
    is_sure = is_told or len(parts) >= _LEAST_OF_COMMAS or _AND.search(text)
    return parts if is_sure else []


def _split(text: str) -> list[str]:
    """Parts between commas and “and” that do not stand in brackets."""
    parts, at = [], 0
    for found in _JOINT.finditer(text):
        before = text[: found.start()]
        if before.count("(") == before.count(")"):
            parts.append(text[at : found.start()])
            at = found.end()
    return [each.strip() for each in (*parts, text[at:])]


def _is_full_name(text: str) -> bool:
    """Whether a text looks like first and last name of a person: two to five words with capitals."""
    plain = _HONORIFIC.sub("", _ASIDE.sub("", text)).strip()
    words = plain.split()
    capitals = [each for each in words if each.casefold() not in _PARTICLES]
    if not 2 <= len(words) <= 5 or len(capitals) < 2:
        return False
    if not all(_TOKEN.fullmatch(each) and each[0].isupper() for each in capitals):
        return False
    is_acronym = not text.isupper() and any(
        each.isupper() and "." not in each[:2] for each in capitals if len(each) > 1
    )
    is_word = is_acronym or any(each.casefold().strip(".") in _NO_NAME for each in words)
    return not (is_word or names_organisation(plain) or country_of(plain))
