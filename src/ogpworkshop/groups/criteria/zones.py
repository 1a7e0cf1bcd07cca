"""People of a group are awake at the same time: their clocks lie only so many hours apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups import discord
from ogpworkshop.groups.asked import Asked
from ogpworkshop.groups.kinds import pairs_within, where, worst
from ogpworkshop.groups.problem import Bound, Plan, Problem, Wish
from ogpworkshop.groups.tables import Ints, Tables
from ogpworkshop.model.zones import nearest_zone, zone

OPTIONS = ("at_most",)
_OFFSET = re.compile(
    r"(?:UTC|GMT|Z)?\s*(?:([+\-−–]?)\s*(\d{1,2})(?::?([0-5]\d)|[.,](\d{1,2}))?)?", re.IGNORECASE
)
_DAY = 24 * 60
_FARTHEST = 14 * 60
_USUAL = 6


@dataclass(frozen=True, eq=False)
class Zones:
    """Hours between the clocks of people in a group, beyond a limit.

    Attributes:
        wish: title, rounds, weight.
        offsets: of each person, minutes ahead of UTC.
        is_known: whether the person has a zone; others go with everybody.
        hours: the limit.
    """

    wish: Wish
    offsets: Ints
    is_known: NDArray[np.bool_]
    hours: int

    @property
    def unit(self) -> str:
        """What its cost counts."""
        return "hours too far apart, over pairs"

    @property
    def _between(self) -> Ints:
        """Minutes between the clocks of every two people; a day has two ways round."""
        ahead = np.abs(self.offsets[:, None] - self.offsets[None, :]) % _DAY
        between: Ints = np.minimum(ahead, _DAY - ahead)
        return between

    @property
    def beyond(self) -> Ints:
        """Hours beyond the limit, begun ones counted whole, `[person, person]`."""
        over = np.maximum(0, -(-(self._between - 60 * self.hours) // 60))
        beyond: Ints = over * (self.is_known[:, None] & self.is_known[None, :])
        return beyond

    def cost(self, problem: Problem, plan: Plan) -> int:
        """Hours beyond the limit, over pairs that share a group."""
        return sum(pairs_within(plan, r, self.beyond) for r in problem.rounds_of(self.wish))

    def contribute(self, problem: Problem, tables: Tables, weight: int) -> None:
        """Every such pair in one group has its hours."""
        tables.add_pairs(problem.rounds_of(self.wish), weight * self.beyond)

    def bound(self, problem: Problem) -> Bound:
        """What the cheapest neighbours, or whole groups of people who go together, leave over."""
        rounds = problem.rounds_of(self.wish)
        costs = [discord.least(problem.rounds[r], self.beyond) for r in rounds]
        return Bound(sum(costs), self._why(problem, rounds[int(np.argmax(costs))], max(costs)))

    def _why(self, problem: Problem, r: int, cost: int) -> str:
        if not cost:
            return ""
        round_ = problem.rounds[r]
        near = (self.beyond == 0)[np.ix_(round_.people, round_.people)]
        fewest, others = int(near.sum(axis=1).min()) - 1, int(round_.low.min()) - 1
        if fewest < others:
            name = problem.people[round_.people[int(near.sum(axis=1).argmin())]]
            who = f"{name} has {fewest} people within {self.hours} hours"
            return f"{who}, a group has {others} others"
        return f"people within {self.hours} hours of each other do not fill whole groups"

    def binds(self) -> tuple[NDArray[np.bool_], bool]:
        """The pairs that it parts."""
        return self.beyond > 0, False

    def explain(self, problem: Problem, plan: Plan) -> tuple[str, ...]:
        """Groups whose clocks lie too far apart."""
        return worst(self._far(problem, plan))

    def _far(self, problem: Problem, plan: Plan) -> Iterator[tuple[int, str]]:
        for r in problem.rounds_of(self.wish):
            for g in range(problem.rounds[r].n_groups):
                here = np.flatnonzero(plan[r] == g)
                among = np.ix_(here, here)
                if len(here) and self.beyond[among].any():
                    between = self._between[among] * (self.beyond[among] > 0)
                    i, j = divmod(int(between.argmax()), len(here))
                    pair = f"{problem.people[here[i]]} and {problem.people[here[j]]}"
                    apart = between[i, j] / 60
                    text = f"{pair} in {where(problem, r, g)} are {apart:g} hours apart, {self.hours} at most asked"
                    yield int(self.beyond[among].sum()), text


def minutes_ahead(text: str, day: date) -> int | None:
    """Minutes ahead of UTC of a zone's name, or of `UTC+7`, `+05:30`, `-3`; None for neither."""
    match = _OFFSET.fullmatch(text.strip())
    if match and text.strip():
        sign = -1 if match[1] and match[1] != "+" else 1
        part = int(match[3] or 0) + (round(60 * float(f"0.{match[4]}")) if match[4] else 0)
        minutes = sign * (60 * int(match[2] or 0) + part)
        return minutes if abs(minutes) <= _FARTHEST else None
    there = zone(text.strip().replace(" ", "_"))
    if there is None:
        return None
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC).astimezone(there).utcoffset()
    return None if noon is None else int(noon.total_seconds()) // 60


def read(asked: Asked) -> Zones:
    """From `zones: timezone` with `at_most: 4` hours; 6 if nothing is said."""
    asked.among_few()
    cells = asked.column(asked.text)
    dates = [each.session.date for each in asked.breakouts if each.session.date]
    day = dates[0] if dates else date(2000, 1, 1)
    offsets = np.zeros(len(cells), dtype=np.int64)
    for i, cell in enumerate(cells):
        for text in cell[:1]:
            minutes = minutes_ahead(text, day)
            if minutes is None:
                raise _unknown(asked, text, i)
            offsets[i] = minutes
    hours = asked.criterion.at_most
    hours = _USUAL if hours is None else hours
    title = f"zones {asked.text} at most {hours} hours apart"
    return Zones(asked.wish(title), offsets, np.array([bool(cell) for cell in cells]), hours)


def _unknown(asked: Asked, text: str, i: int) -> Exception:
    who = asked.people[i].name or asked.people[i].id
    meant = nearest_zone(text)
    label = f"did you mean {meant}?" if meant else "a name like Asia/Manila, or UTC+8"
    return asked.misasked(f"“{text}” in “{asked.text}” of {who} is no time zone", label)
