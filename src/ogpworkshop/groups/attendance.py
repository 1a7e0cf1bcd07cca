"""On which days people are there, as the roster's `days` column says."""

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.model.agenda import Agenda, Fault, Session
from ogpworkshop.model.attendance import COLUMN, day_words, named_days
from ogpworkshop.model.path import Place
from ogpworkshop.model.roster import Participant


class Attendance:
    """Who is there on which day.

    Attributes:
        faults: cells that name no day of the agenda.
    """

    def __init__(self, agenda: Agenda, people: tuple[Participant, ...]) -> None:
        self.faults: list[Fault] = []
        self._names = named_days(agenda)
        self._day_of = {
            session.path: d for d, day in enumerate(agenda.days) for session in day.sessions
        }
        self._days = [self._read(person) for person in people]

    def of(self, session: Session) -> NDArray[np.bool_]:
        """Who takes part in a session, a boolean for each person."""
        day = self._day_of.get(session.path)
        return np.array([days is None or day in days for days in self._days], dtype=np.bool_)

    def _read(self, person: Participant) -> frozenset[int] | None:
        """The days of a person, None for all of them."""
        days: set[int] = set()
        for word in day_words(person):
            if word not in self._names:
                message = f"“{word}” of {person.name or person.id} is no day of the agenda"
                label = "a day's number, its date, or all"
                self.faults.append(
                    Fault("days-unknown", Place(person.path / COLUMN), message, label)
                )
                return None
            days.add(self._names[word])
        return frozenset(days) or None
