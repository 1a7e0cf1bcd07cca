"""Answers about a day that many ask for: found once, and kept as long as the day is."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import ref

from ogpworkshop.model.agenda import Day

Answer = TypeVar("Answer")


def once_a_day(compute: Callable[[Day], Answer]) -> Callable[[Day], Answer]:
    """Keep what a function says of a day; it must depend on nothing else, and nobody changes it.

    Days are told apart by being the same object: to compare them would take longer than to
    compute most answers.
    """
    known: dict[int, tuple[ref[Day], Answer]] = {}

    @wraps(compute)
    def answered(day: Day) -> Answer:
        key = id(day)
        if key not in known:
            known[key] = (ref(day, lambda _: known.pop(key, None)), compute(day))
        return known[key][1]

    return answered
