"""From what a breakout asks for, as written, to the criteria of the problem."""

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec
import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups.asked import Asked, MisaskedError
from ogpworkshop.groups.criteria import options, readers
from ogpworkshop.groups.problem import Criterion, Round
from ogpworkshop.groups.whom import whom
from ogpworkshop.model import written
from ogpworkshop.model.agenda import Agenda, Asking, Breakout, Fault
from ogpworkshop.model.path import ROOT, Path, Place
from ogpworkshop.model.roster import Participant, Roster

_ALWAYS = frozenset({"path", "must", "weight", "then"})
_OVER_ROUNDS = ("meet", "rotate", "prefer")
"""Criteria that look at a person's rounds together: asked alike twice, they are one."""


@dataclass(frozen=True, eq=False)
class Reading:
    """What criteria speak of.

    Attributes:
        agenda: with the breakouts.
        roster: all of it.
        people: those who come.
        leads: the first session of each round.
        rounds: of the problem.
        round_of: the round of each session with groups.
    """

    agenda: Agenda
    roster: Roster
    people: tuple[Participant, ...]
    leads: tuple[Breakout, ...]
    rounds: tuple[Round, ...]
    round_of: tuple[int, ...]

    def criteria(self, faults: list[Fault]) -> list[tuple[Criterion, Place]]:
        """Criteria of all rounds; what is asked alike of several rounds is one criterion."""
        made: list[tuple[Criterion, Place]] = []
        for asking, rounds in _collected(self.leads):
            try:
                name = _named(asking)
                asked = self._asked(name, asking, rounds)
                made.append((readers()[name](asked), Place(asking.path / name)))
            except MisaskedError as error:
                faults.append(error.fault)
        return made

    def roles(self, round_: int, faults: list[Fault]) -> tuple[tuple[str, NDArray[np.bool_]], ...]:
        """Roles in the groups of a round, with who can have them."""
        lead = self.leads[round_]
        everybody = np.ones(len(self.people), dtype=np.bool_)
        found = []
        for role, wanted in lead.written.roles.items():
            asking = Asking(written.Criterion(), lead.path / "roles")
            asked = self._asked(role, asking, (round_,))
            try:
                found.append((role, whom(asked, wanted)[0] if wanted else everybody))
            except MisaskedError as error:
                faults.append(error.fault)
        return tuple(found)

    def _asked(self, name: str, asking: Asking, rounds: tuple[int, ...]) -> Asked:
        leads = tuple(self.leads[r] for r in rounds)
        sessions = (each.session.id for each in self.agenda.breakouts)
        return Asked(
            name,
            asking.criterion,
            asking.path,
            self.roster.columns,
            self.people,
            rounds,
            tuple(tuple(self._names(lead, g) for g in range(lead.n_groups)) for lead in leads),
            tuple(self.rounds[r] for r in rounds),
            leads,
            dict(zip(sessions, self.round_of, strict=True)),
            asking.level,
            tuple(each for each in self.roster.participants if not each.is_coming),
        )

    def _names(self, breakout: Breakout, group: int) -> frozenset[str]:
        """Everything that a wish can call a group: number, topic, room."""
        names = {str(group + 1), f"group {group + 1}"}
        if group < len(breakout.topics) and breakout.topics[group]:
            names.add(breakout.topics[group].casefold())
        if group < len(breakout.rooms):
            ref = breakout.rooms[group].ref
            names |= {ref.casefold(), self.agenda.room_name(ref).casefold()}
        return frozenset(names)


def _named(asking: Asking) -> str:
    """The one wish that a criterion names, once nothing stands beside it that says nothing."""
    criterion, place = asking.criterion, Place(asking.path)
    named = [name for name in readers() if getattr(criterion, name) is not None]
    named += ["then"] if criterion.then is not None else []
    if len(named) != 1:
        message = f"A criterion has to name one wish, this names {' and '.join(named) or 'none'}"
        label = f"one of {', '.join(readers())}, or then"
        raise MisaskedError(Fault("criterion-unclear", place, message, label))
    unused = _given(criterion) - _ALWAYS - {named[0]} - set(options(named[0]))
    for name in sorted(unused):
        message = f"“{name}” says nothing beside “{named[0]}”"
        own = ", ".join((*options(named[0]), "must", "weight"))
        place = Place(asking.path / name)
        raise MisaskedError(Fault("criterion-unclear", place, message, f"beside it: {own}"))
    return named[0]


def _given(criterion: written.Criterion) -> set[str]:
    plain_one = written.Criterion()
    return {
        name
        for name in criterion.__struct_fields__
        if getattr(criterion, name) != getattr(plain_one, name)
    }


def _collected(leads: tuple[Breakout, ...]) -> Iterator[tuple[Asking, tuple[int, ...]]]:
    """Criteria with the rounds they are asked for; those over all rounds with the most weight."""
    found: dict[bytes, tuple[Asking, list[int]]] = {}
    for r, breakout in enumerate(leads):
        for asking in breakout.criteria:
            held = found.setdefault(_key(asking), (asking, []))
            if r not in held[1]:
                held[1].append(r)
            kept, criterion = held[0].criterion, asking.criterion
            if criterion.weight > kept.weight or criterion.must > kept.must:
                heavier = msgspec.structs.replace(
                    kept,
                    weight=max(kept.weight, criterion.weight),
                    must=kept.must or criterion.must,
                )
                kept_asking = msgspec.structs.replace(held[0], criterion=heavier)
                found[_key(asking)] = (kept_asking, held[1])
    return ((asking, tuple(rounds)) for asking, rounds in found.values())


def _key(asking: Asking) -> bytes:
    """What is alike: over rounds wherever it stands and whatever it weighs, else the same lines."""
    criterion, path = asking.criterion, asking.path
    if any(getattr(criterion, name) is not None for name in _OVER_ROUNDS[:2]):
        criterion, path = msgspec.structs.replace(criterion, weight=1, must=False), ROOT
    elif criterion.over_rounds or (criterion.prefer is not None and criterion.fair):
        path = ROOT
    criterion = msgspec.structs.replace(criterion, path=Path(path))
    return msgspec.json.encode((criterion, asking.level))
