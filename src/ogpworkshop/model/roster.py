"""Who comes: the participants with all their columns, and who may see which column."""

import re
from typing import Literal

import msgspec

from ogpworkshop.model.agenda import Fault
from ogpworkshop.model.path import ROSTER, Path

Audience = Literal["public", "organiser", "sensitive"]

CODE = "code"
"""Column with a secret for each participant, by which the web page knows its reader."""

AUDIENCES: dict[str, Audience] = {
    "email": "sensitive", "gender": "sensitive", "dietary": "sensitive", "access_needs": "sensitive",
    "passport": "sensitive", "phone": "sensitive", "birth_date": "sensitive",
    "experience": "organiser", "preferences": "organiser", "status": "organiser", "days": "organiser",
    CODE: "organiser",
}  # fmt: skip
"""Columns that are not public unless the agenda says so; every other column is."""
_CONFIDENTIAL = re.compile(
    r"e_?mail|gender|\bsex|diet|allerg|halal|vegetarian|access(?:ib|_need)|disab|special_need"
    r"|passport|visa_|birth|phone|mobile|whatsapp|emergency|medical|health|religio|ethnic"
    r"|(?:home|street|postal|mailing|billing)_address|^address|zip_code|iban|bank|account_number"
    r"|id_number|identity_card|signature|secret"
)
"""What forms call such columns."""


def audience_of(column: str) -> Audience:
    """Who may see a column, as long as the agenda says nothing else."""
    known = AUDIENCES.get(column.casefold())
    if known is not None:
        return known
    return "sensitive" if _CONFIDENTIAL.search(column.casefold()) else "public"


ABSENT = frozenset({"cancelled", "canceled", "declined", "withdrawn", "no-show", "rejected"})
"""Values of `status` of people who do not come."""


class Participant(msgspec.Struct, frozen=True, gc=False):
    """One person of the roster.

    Attributes:
        path: `participants[3]` for the fourth row after the header.
        id: as written; "" if missing.
        name: in the order and the letters given.
        values: every column of the row by its name, as written, "" where empty.
    """

    path: Path
    id: str
    name: str
    values: dict[str, str]

    @property
    def is_coming(self) -> bool:
        """Whether the status does not say that the person stays away."""
        return self.values.get("status", "").strip().casefold() not in ABSENT

    def listed(self, column: str) -> tuple[str, ...]:
        """The parts of a cell that holds several values parted by semicolons."""
        return tuple(
            part.strip() for part in self.values.get(column, "").split(";") if part.strip()
        )


class Roster(msgspec.Struct, frozen=True):
    """Everybody who is registered.

    Attributes:
        columns: names in the order of the file.
        participants: in the order of the file.
        faults: what the reader could not take.
        titles: of the columns in the file, as written there.
    """

    columns: tuple[str, ...] = ()
    participants: tuple[Participant, ...] = ()
    faults: tuple[Fault, ...] = ()
    titles: tuple[str, ...] = ()

    @property
    def path(self) -> Path:
        """The root of the roster."""
        return ROSTER

    @property
    def coming(self) -> tuple[Participant, ...]:
        """Everybody but those who cancelled or declined."""
        return tuple(person for person in self.participants if person.is_coming)

    def by_id(self) -> dict[str, Participant]:
        """Participants by id; of two with one id, the first."""
        people: dict[str, Participant] = {}
        for person in self.participants:
            if person.id:
                people.setdefault(person.id, person)
        return people
