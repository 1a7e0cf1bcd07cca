"""Who is meant by a name in the agenda: someone of the roster, of `people`, or a name alone."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.near import distance, nearest
from ogpworkshop.model.roster import Roster

_TITLE = re.compile(
    r"^(?:(?:dr|prof|professor|mr|mrs|ms|mx|hon|honou?rable|h\.? ?e|amb|ambassador|atty|engr|sir"
    r"|dame|mme|sra?|ir|drs|dra)\b\.?,? )+"
)
_ASIDE = re.compile(r"\s*\([^)]*\)\s*$")
_NOBODY = re.compile(
    r"^(?:t\.?b\.?[acd]\.?|n\.? ?n\.?|to be (?:confirmed|announced|determined|decided|invited)"
    r"|invited|[?.…_-]+|(?:all|every(?:one|body)|various|several)\b.*"
    r"|(?:the )?(?:(?:group|country|delegation|table|project|guest|resource) )?"
    r"(?:participants?|organi[sz]ers?|hosts?|facilitators?|moderators?|speakers?|chairs?"
    r"|panell?ists?|rapporteurs?|groups?|delegations?|delegates|leads?|leaders|experts?|persons?"
    r"|teams?|staff|secretariat|interpreters?|plenary))$"
)
_ORGANISATION = re.compile(
    r"\b(?:ministry|ministère|ministerio|kementerian|department|agency|bureau|office|commission"
    r"|council|bank|fund|foundation|institute|university|college|centre|center|network|alliance"
    r"|coalition|association|federation|organi[sz]ation|secretariat|government|delegation|embassy"
    r"|partnership|society|authority|municipality|labs?|group|team|union|programme)\b"
    r"|^[A-Z]{2,}(?:[-/][A-Z]{2,})*$"
)
_MOST_COMPARED = 100_000
"""Comparisons of names in all: whoever misspells thousands is not kept waiting for hints."""
_MOST = 200
"""Names compared with a misspelt one, of those that share a part with it."""


class Identities:
    """Tells which references name the same person, with a roster or without one."""

    def __init__(self, agenda: Agenda, roster: Roster | None = None) -> None:
        """Collect everybody who can be named, the roster first."""
        self.has_roster = roster is not None
        self.names: dict[str, str] = {}
        self.organisations: set[str] = set()
        self._keys: list[str] = []
        self._by_ref: dict[str, str] = {}
        self._by_name: dict[str, str] = {}
        self._by_part: dict[str, list[str]] = {}
        self._found: dict[str, str | None] = {}
        self._compared = 0
        self._near: dict[str, str | None] = {}
        for participant in roster.participants if roster else ():
            key = f"roster {participant.id or participant.path}"
            self._know(key, participant.id, participant.name)
        for ref, person in agenda.written.people.items():
            name = person.name or ref
            key = self._by_name.get(plain(name), f"people {ref}")
            self._know(key, ref, name)
            self._keys.append(ref)
            if person.kind == "organisation":
                self.organisations.add(key)

    def _know(self, key: str, ref: str, name: str) -> None:
        self.names.setdefault(key, name or ref)
        if ref:
            self._by_ref.setdefault(ref.strip().casefold(), key)
        if name:
            self._by_name.setdefault(plain(name), key)

    def find(self, ref: str) -> str | None:
        """The person behind a reference, None when it is neither an id, a key nor a known name."""
        if ref not in self._found:
            self._found[ref] = self._find(ref)
        return self._found[ref]

    def _find(self, ref: str) -> str | None:
        folded = ref.strip().casefold()
        name = plain(ref)
        return (
            self._by_ref.get(folded)
            or self._by_name.get(name)
            or self._by_name.get(plain(ref.partition(",")[0]))
        )

    def of(self, ref: str) -> str:
        """The same text for all references to one person; for an unknown name, the name."""
        key = self.find(ref)
        return key if key is not None else f"name {plain(ref)}"

    def name(self, ref: str) -> str:
        """What to call the person in a message."""
        key = self.find(ref)
        return (self.names[key] if key else "") or ref.strip()

    def is_organisation(self, ref: str) -> bool:
        """An organisation can be in two sessions at once; a person cannot."""
        key = self.find(ref)
        return names_organisation(ref.strip()) if key is None else key in self.organisations

    def nearest(self, ref: str) -> str | None:
        """The key or name that a reference nobody is known by was probably meant to be.

        Ids of the roster are left out: one figure away is somebody else.
        """
        word = plain(ref)
        if word not in self._near:
            if self._compared >= _MOST_COMPARED:
                return None
            self._near[word] = self._nearest(ref.strip(), word)
        return self._near[word]

    def _nearest(self, ref: str, word: str) -> str | None:
        if ref == ref.casefold() and len(ref) > 3:
            near = nearest(ref, (key for key in self._keys if distance(ref, key, 1) < 2))
            if near is not None:
                return near
        limit = 1 if len(word) < 10 else 2
        alike = {plain(name): name for name in self._alike(word)}
        self._compared += len(alike) + len(self._keys)
        near = nearest(word, (name for name in alike if distance(word, name, limit) <= limit))
        return alike[near] if near is not None else None

    def _alike(self, word: str) -> Iterator[str]:
        """Known names that share the beginning or the end of a word with this one."""
        if not self._by_part:
            for name in self.names.values():
                for part in _parts(plain(name)):
                    self._by_part.setdefault(part, []).append(name)
        for part in _parts(word):
            yield from self._by_part.get(part, ())[:_MOST]


def _parts(name: str) -> set[str]:
    return {part for word in name.split() for part in (word[:3], word[-3:])}


@lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """A name without accents, capitals, titles and what stands in brackets behind it."""
    letters = _ASIDE.sub("", name).casefold() if "(" in name else name.casefold()
    if not letters.isascii():
        letters = unicodedata.normalize("NFKD", letters)
        letters = "".join(letter for letter in letters if not unicodedata.combining(letter))
    words = " ".join(letters.split())
    return _TITLE.sub("", words) or words


@lru_cache(maxsize=4096)
def names_nobody(ref: str) -> bool:
    """Whether a reference leaves open who it is: TBC, N.N., all participants, facilitators."""
    return _NOBODY.match(" ".join(ref.casefold().split())) is not None


@lru_cache(maxsize=4096)
def names_organisation(name: str) -> bool:
    """Whether a name that nobody is known by sounds like one."""
    return any(_ORGANISATION.search(text) for text in (name, name.casefold()))


def headcount(agenda: Agenda, roster: Roster | None = None) -> int | None:
    """How many people the workshop expects: as stated, else all of the roster who are coming."""
    if agenda.workshop.expected is not None:
        return agenda.workshop.expected
    return len(roster.coming) if roster else None
