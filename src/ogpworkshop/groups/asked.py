"""A criterion as it stands in the agenda, beside the roster that it speaks of."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups.kinds import Kinds
from ogpworkshop.groups.problem import LARGE, Round, Wish
from ogpworkshop.model import written
from ogpworkshop.model.agenda import Breakout, Fault
from ogpworkshop.model.near import nearest
from ogpworkshop.model.path import Path, Place
from ogpworkshop.model.roster import Participant

_SHOWN = 4
_MOST_CELLS = 30_000_000
"""People times values of a column, each of which is a number in memory."""
_NUMBER = re.compile(r"\s*([+-]?\d+)(?:[.,](\d+))?\s*")


Value = str | tuple[str | tuple[str, ...], ...] | dict[str, Any]


class MisaskedError(Exception):
    """A criterion that cannot be understood or cannot hold; caught where criteria are read."""

    def __init__(self, fault: Fault) -> None:
        """Carry the fault to where it is collected."""
        super().__init__(fault.message)
        self.fault = fault


@dataclass(frozen=True, eq=False)
class Asked:
    """What a criterion's module makes its criterion of.

    Attributes:
        name: of the criterion: `spread`.
        criterion: as written.
        path: where it stands.
        columns: of the roster.
        people: those who take part in any round, in the order of the problem.
        rounds: positions of the rounds that it was asked for.
        places: for each of these rounds, the names that each group goes by, in small letters.
        held: these rounds.
        breakouts: their sessions.
        round_of: the round of every session with groups, by its id.
        level: how many `then` stand before it.
        absent: those in the roster who do not come.
    """

    name: str
    criterion: written.Criterion
    path: Path
    columns: tuple[str, ...]
    people: tuple[Participant, ...]
    rounds: tuple[int, ...]
    places: tuple[tuple[frozenset[str], ...], ...]
    held: tuple[Round, ...] = ()
    breakouts: tuple[Breakout, ...] = ()
    round_of: Mapping[str, int] = field(default_factory=dict)
    level: int = 0
    absent: tuple[Participant, ...] = ()

    @property
    def value(self) -> Value:
        """What stands behind the criterion's name."""
        value: Value = getattr(self.criterion, self.name)
        return value

    @property
    def text(self) -> str:
        """The same, where it is one word."""
        return str(self.value)

    def wish(self, title: str) -> Wish:
        """Title, rounds, weight, level."""
        if self.level and len(self.people) > LARGE:
            message = f"Criteria behind “then” are understood for {LARGE} people at the most"
            raise self.misasked(message, f"{len(self.people)} people take part")
        shown = f"{title} (priority {self.level + 1})" if self.level else title
        return Wish(
            shown, self.rounds, self.criterion.weight, self.criterion.must, level=self.level
        )

    def among_few(self) -> None:
        """Refuse what weighs every two people, or whole rounds, for thousands of them."""
        if len(self.people) > LARGE:
            message = f"“{self.name}” is understood for {LARGE} people at the most"
            raise self.misasked(message, f"{len(self.people)} people take part")

    def misasked(
        self,
        message: str,
        label: str = "",
        instead: str | None = None,
        *,
        known: str = "",
    ) -> MisaskedError:
        """The error to raise for what stands behind the criterion's name.

        Args:
            message: what is wrong.
            label: what is meant, in a few words.
            instead: text that should stand there.
            known: what the check, which needs no groups for it, calls it in a criterion.
        """
        place = Place(self.path / self.name)
        title = f"write {instead}" if instead else ""
        kind = known if known and "criteria" in self.path else "criterion-unclear"
        return MisaskedError(Fault(kind, place, message, label, instead, title))

    def positions(
        self, kinds: Kinds, names: Iterable[str], does: Callable[[str], str], others: str
    ) -> list[int]:
        """Which of a column's values are named, whatever their capitals.

        Args:
            kinds: the column's values among those who take part.
            names: as written.
            does: what nobody does, if a name is unknown: speaks “Lao”.
            others: begins the list of the values that there are.
        """
        known = {name.casefold(): v for v, name in enumerate(kinds.names)}
        for name in names:
            if name.casefold() not in known:
                meant = nearest(name, kinds.names)
                listed = f"{others} {', '.join(kinds.names[:6])}"
                label = f"did you mean {meant}?" if meant else listed
                raise self.misasked(f"Nobody who takes part {does(name)}", label)
        return [known[name.casefold()] for name in names]

    def column(self, name: str) -> list[tuple[str, ...]]:
        """The values of each person in a column, several where semicolons part them."""
        if name not in self.columns:
            meant = nearest(name, self.columns)
            label = f"did you mean {meant}?" if meant else f"columns are {', '.join(self.columns)}"
            message = f"The roster has no column “{name}”"
            raise self.misasked(message, label, meant, known="criterion-column-missing")
        cells = [person.listed(name) for person in self.people]
        if not any(cells):
            raise self.misasked(f"Nobody in the roster has a value in “{name}”", "an empty column")
        return cells

    def kinds(self, name: str) -> Kinds:
        """People by the values of a column."""
        cells = self.column(name)
        self._bounded(name, len({value.casefold() for cell in cells for value in cell}))
        return Kinds.of(name, cells)

    def _bounded(self, name: str, number: int) -> None:
        """Refuse more values, or lists of people, than there is memory for."""
        most = _MOST_CELLS // max(1, len(self.people))
        if number > most:
            message = f"“{name}” has {number} different values, for {len(self.people)} people {most} can be counted"
            raise self.misasked(message, "a column with fewer values is needed")

    def numbers(self, name: str) -> tuple[NDArray[np.int64], NDArray[np.bool_], int]:
        """A column of numbers: in whole units, known or not, units in one."""
        self.column(name)
        read: list[tuple[str, str] | None] = []
        for person in self.people:
            cell = person.values.get(name, "").strip()
            match = _NUMBER.fullmatch(cell)
            if cell and not match:
                message = f"“{name}” is to be balanced, but “{cell}” of {person.name or person.id} is not a number"
                raise self.misasked(message, "a column of numbers is needed")
            read.append((match[1], (match[2] or "")[:4]) if match else None)
        places = max(len(each[1]) for each in read if each)
        whole = [int(each[0] + each[1].ljust(places, "0")) if each else 0 for each in read]
        if max(map(abs, whole)) > 10**9:
            raise self.misasked(
                f"“{name}” has numbers too large to be balanced", "at most nine digits"
            )
        known = np.array([each is not None for each in read])
        return np.array(whole, dtype=np.int64), known, 10**places

    def ids(self, refs: Iterable[str], *, fewest: int = 2) -> tuple[int, ...]:
        """Positions of people named by their roster ids or their names."""
        named = dict.fromkeys(refs)
        if len(named) < fewest:
            message = f"“{self.name}” needs two people or more"
            raise self.misasked(message, "ids of two people or more")
        coming = (each for each in named if plain(each) not in self._gone)
        return tuple(dict.fromkeys(self._person(each) for each in coming))

    def _person(self, ref: str) -> int:
        position = self._known.get(plain(ref))
        if position is None:
            meant = self._near(ref)
            label = f"did you mean {meant}?" if meant else "no such id among those who come"
            message = f"Nobody who takes part has the id “{ref}”"
            raise self.misasked(message, label, known="criterion-person-unknown")
        if position < 0:
            raise self.misasked(f"Several people are called “{ref}”", "ids tell them apart")
        return position

    @cached_property
    def _known(self) -> dict[str, int]:
        """People by name and id, -1 where a name is that of several; an id goes before a name."""
        known: dict[str, int] = {}
        for i, person in enumerate(self.people):
            if person.name:
                known[plain(person.name)] = -1 if plain(person.name) in known else i
        return known | {plain(person.id): i for i, person in enumerate(self.people)}

    @cached_property
    def _gone(self) -> frozenset[str]:
        """Ids and names of people who do not come, unless somebody who comes is called so."""
        names = {plain(text) for each in self.absent for text in (each.id, each.name)}
        return frozenset(names - set(self._known))

    def _near(self, ref: str) -> str | None:
        """The id or the name that was probably meant."""
        return nearest(ref, [each for p in self.people for each in (p.id, p.name) if each])

    def sets_or_column(self) -> Kinds:
        """People who share something: a column's value, or that they are listed together."""
        if isinstance(self.value, str):
            return self.kinds(self.value)
        lists = [each for each in self.value if not isinstance(each, str)]
        plain = [each for each in self.value if isinstance(each, str)]
        if lists and plain:
            message = f"“{plain[0]}” stands beside lists of ids in “{self.name}”"
            raise self.misasked(message, "a list of ids, or a list of lists")
        sets = [self.ids(each) for each in lists or [tuple(plain)]]
        self._bounded(self.name, len(sets))
        members = np.zeros((len(self.people), len(sets)), dtype=np.int64)
        for column, ids in enumerate(sets):
            members[list(ids), column] = 1
        names = [_listed([self.people[i].name or self.people[i].id for i in ids]) for ids in sets]
        return Kinds("", tuple(names), members)

    def named(self, column: str) -> NDArray[np.int64]:
        """Whom people name in a column, by id or by name: `[person, person]`."""
        self.among_few()
        names = np.zeros((len(self.people), len(self.people)), dtype=np.int64)
        unknown: list[tuple[str, str]] = []
        for i, cell in enumerate(self.column(column)):
            for word in cell:
                known = self._known.get(plain(word))
                if known is None and plain(word) not in self._gone:
                    unknown.append((word, self.people[i].name or self.people[i].id))
                elif known is not None and known < 0:
                    who = self.people[i].name or self.people[i].id
                    message = f"“{word}” in “{column}” of {who} is the name of several people"
                    raise self.misasked(message, "ids tell them apart")
                elif known is not None:
                    names[i, known] = 1
        if unknown:
            raise self._misspelt(column, unknown)
        np.fill_diagonal(names, 0)
        return names

    def _misspelt(self, column: str, unknown: list[tuple[str, str]]) -> MisaskedError:
        """The first of words that stand for nobody, and what all of them may have meant."""
        word, who = unknown[0]
        others = len(unknown) - 1
        more = f", and {others} more like it" if others else ""
        message = f"“{word}” in “{column}” of {who} is nobody who takes part{more}"
        guesses = [(each, self._near(each)) for each, _ in unknown[:_SHOWN]]
        hints = [f"{each}: {meant}?" for each, meant in guesses if meant]
        meant = guesses[0][1]
        if not others and meant:
            return self.misasked(message, f"did you mean {meant}?")
        label = f"perhaps {', '.join(hints)}" if hints else "an id or a whole name is needed"
        return self.misasked(message, label)


def limits(asked: Asked) -> tuple[int | None, int | None]:
    """`at_least` and `at_most`, or `exactly` as both."""
    criterion = asked.criterion
    at_least, at_most, exactly = criterion.at_least, criterion.at_most, criterion.exactly
    if exactly is not None:
        if at_least is not None or at_most is not None:
            raise asked.misasked("“exactly” stands beside at_least or at_most", "exactly says both")
        return exactly, exactly
    if at_least is not None and at_most is not None and at_least > at_most:
        raise asked.misasked(f"at least {at_least} and at most {at_most} cannot both hold")
    return at_least, at_most


def plain(name: str) -> str:
    """A name as people type it: without capitals, accents, points and double spaces."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    kept = "".join(each for each in letters if not unicodedata.combining(each))
    return " ".join(kept.replace(".", " ").replace(",", " ").split())


def _listed(names: list[str]) -> str:
    if len(names) < 2:  # the others do not come
        return "".join(names)
    if len(names) > 4:
        names = [*names[:3], f"{len(names) - 3} others"]
    return f"{', '.join(names[:-1])} and {names[-1]}"
