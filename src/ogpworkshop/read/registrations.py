"""Recognises rosters that registration systems export, by their headers."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from ogpworkshop.read.titles import meaning, plain_names

SYSTEMS: dict[str, tuple[frozenset[str], ...]] = {
    "pretix": (
        frozenset({"order_code", "attendee_name"}),
        frozenset({"order_code", "order_date", "status"}),
        frozenset({"order_code", "position_id"}),
        frozenset({"order_code", "secret"}),
        frozenset({"bestellnummer", "bestelldatum"}),
    ),
    "Eventbrite": (
        frozenset({"order_#", "first_name"}),
        frozenset({"order_id", "attendee_first_name"}),
        frozenset({"order_no", "first_name"}),
    ),
    "Sessionize": (
        frozenset({"speaker_id", "firstname"}),
        frozenset({"speaker_id", "first_name"}),
        frozenset({"tagline", "firstname"}),
        frozenset({"tag_line", "first_name"}),
    ),
    "Microsoft Forms": (
        frozenset({"start_time", "completion_time"}),
        frozenset({"startzeit", "fertigstellungszeit"}),
        frozenset({"heure_de_début", "heure_de_fin"}),
        frozenset({"hora_de_inicio", "hora_de_finalización"}),
    ),
    "Google Forms": (frozenset({"timestamp"}), frozenset({"zeitstempel"}), frozenset({"horodateur"}), frozenset({"marca_temporal"}), frozenset({"carimbo_de_data_hora"}), frozenset({"stempel_waktu"}), frozenset({"cap_waktu"})),
    "Indico": (
        frozenset({"name", "email_address", "affiliation"}),
        frozenset({"name", "email", "affiliation"}),
        frozenset({"email_address", "registration_date"}),
        frozenset({"name", "registration_state"}),
        frozenset({"first_name", "last_name", "affiliation"}),
    ),
    "Zoom": (
        frozenset({"approval_status", "registration_time"}),
        frozenset({"approval_status", "join_url"}),
    ),
    "Microsoft Teams": (frozenset({"registration_status", "registration_time"}),),
    "Cvent": (
        frozenset({"invitee_status"}),
        frozenset({"registration_type", "confirmation_number"}),
    ),
    "a sign-in sheet": (frozenset({"name", "signature"}), frozenset({"full_name", "signature"}), frozenset({"nama", "tanda_tangan"}), frozenset({"nom", "signature"}), frozenset({"nombre", "firma"})),
}  # fmt: skip
"""Names of columns that only exports of a system have together, in small letters joined by _."""

STATES = {
    "p": "confirmed", "paid": "confirmed", "attending": "confirmed", "completed": "confirmed",
    "complete": "confirmed", "checked in": "confirmed", "bezahlt": "confirmed", "n": "registered", "pending": "registered",
    "awaiting payment": "registered", "unpaid": "registered", "payment pending": "registered", "approval pending": "registered", "ausstehend": "registered",
    "c": "cancelled", "canceled": "cancelled", "not attending": "cancelled", "refunded": "cancelled", "storniert": "cancelled",
    "accepted": "confirmed", "approved": "confirmed", "denied": "rejected", "pending approval": "registered",
    "deleted": "cancelled", "withdrawn": "withdrawn", "rejected": "rejected", "e": "cancelled", "expired": "cancelled",
}  # fmt: skip
"""States of registrations, as the roster's status has them."""
LISTED = frozenset({"languages", "preferences", "days"})
"""Columns whose cells hold several values; forms part them in ways of their own."""
_PARTS = re.compile(r"\s*[;,/|\n]\s*")
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_SALUTATIONS = frozenset({"mr", "mrs", "ms", "miss", "dr", "prof", "mx", "m", "mme", "sr", "sra"})
_NOTHING = {"Eventbrite": "info requested", "Microsoft Forms": "anonymous"}
"""What systems write where nobody has answered."""
_OTHER = {"Microsoft Forms": "account", "pretix": "order", "Eventbrite": "order"}
"""Whose a column is that comes beside that of the person under one title."""
Cells = Callable[[int], Sequence[str]]
"""Some cells of a column, by its position: those that are not empty."""


class Recognised(msgspec.Struct, frozen=True):
    """An export of a system, or a table whose titles the agenda tells.

    Attributes:
        system: its name; "" where only the agenda speaks.
        names: what each column is called in the roster, by position.
        joined: columns that are made of several, by name: positions in order.
        kept: names of columns that nobody has named otherwise.
    """

    system: str
    names: tuple[str, ...]
    joined: dict[str, tuple[int, ...]] = {}
    kept: tuple[str, ...] = ()


def recognised(
    columns: Sequence[str],
    wanted: Mapping[str, Sequence[int]] | None = None,
    cells: Cells = lambda _position: (),
    titles: Sequence[str] = (),
) -> Recognised | None:
    """What a header is of; None for a roster of our own, and for any other table.

    Args:
        columns: names of the columns.
        wanted: positions of columns whose names in the roster the agenda tells.
        cells: what stands in a column: of two that fit, one that is not empty is taken.
        titles: as they stand in the file. No system writes id and name in small letters: a roster
            that was imported keeps the columns by which its system would be known.
    """
    present = set(columns)
    is_written = {"id", "name"} <= set(titles)
    system = (
        ""
        if is_written
        else next(
            (
                name
                for name, signatures in SYSTEMS.items()
                if any(signature <= present for signature in signatures)
            ),
            "",
        )
    )
    own = {"name", "id"} <= present or ("name" in present and not _has_synonyms(columns))
    if not system and own:
        return _overridden(columns, wanted) if wanted else None
    found = _mapped(system or "a list of people", columns, dict(wanted or {}), cells)
    is_list = wanted or "name" in found.names or "email" in found.names
    return found if system or is_list else None


def _has_synonyms(columns: Sequence[str]) -> bool:
    return any((target := meaning(column)) and target[0] != column for column in columns)


def _overridden(columns: Sequence[str], wanted: Mapping[str, Sequence[int]]) -> Recognised:
    """A table of our own, some columns of which are called something else."""
    return _found("", columns, {name: list(positions) for name, positions in wanted.items()})


def _mapped(
    system: str, columns: Sequence[str], taken: dict[str, Sequence[int]], cells: Cells
) -> Recognised:
    held = {position for positions in taken.values() for position in positions}
    offers: dict[str, list[tuple[bool, int, int]]] = {}
    for position, column in enumerate(columns):
        target = meaning(column)
        if target and position not in held and target[0] not in taken:
            rank = _rank(system, column, target[1])
            offers.setdefault(target[0], []).append((False, rank, position))
    for name, offered in offers.items():
        if len(offered) > 1 or name == "name":
            offered[:] = [(not cells(at), rank, at) for _, rank, at in offered]
        taken[name] = [min(offered)[2]]
    _by_content(columns, taken, cells)
    given, family = taken.pop("given", None), taken.pop("family", None)
    has_name = "name" in taken and not (offers.get("name") and min(offers["name"])[0])
    if not has_name and given and family:
        taken["name"] = [*given, *family]
        if "family_name" not in columns:
            taken["family_name"] = family
    elif "name" not in taken and (given or family):
        taken["name"] = given or family or ()
    return _found(system, columns, taken)


def _found(system: str, columns: Sequence[str], taken: Mapping[str, Sequence[int]]) -> Recognised:
    names = _named(columns, taken, system)
    joined = {name: tuple(positions) for name, positions in taken.items() if len(positions) > 1}
    plain = plain_names(tuple(columns)) if system else columns
    kept = (name for name, own in zip(names, plain, strict=True) if name == own)
    return Recognised(system, names, joined, tuple(kept if system else ()))


def _rank(system: str, column: str, rank: int) -> int:
    """Microsoft Forms knows whose account it was; what people are asked for is nearer."""
    is_account = system == "Microsoft Forms" and column in {"email", "name"}
    return rank + 1000 if is_account else rank


def _by_content(columns: Sequence[str], taken: dict[str, Sequence[int]], cells: Cells) -> None:
    """What titles do not tell: addresses in a column of another name; Dr. and Ms. are no position."""
    if "email" not in taken:
        free = set(range(len(columns))) - {at for each in taken.values() for at in each}
        found = next(
            (at for at in sorted(free) if not meaning(columns[at]) and _are(cells(at), _ADDRESS.fullmatch)),
            None,
        )  # fmt: skip
        if found is not None:
            taken["email"] = [found]
    position = taken.get("position")
    if position and _are(
        cells(position[0]), lambda cell: cell.strip(". ").casefold() in _SALUTATIONS
    ):
        del taken["position"]


def _are(cells: Sequence[str], test: Callable[[str], object]) -> bool:
    """Whether most cells are of a kind."""
    return sum(bool(test(cell)) for cell in cells) * 2 > len(cells)


def _named(
    columns: Sequence[str], taken: Mapping[str, Sequence[int]], system: str
) -> tuple[str, ...]:
    """What each column is called: as it was found, else by its own name, each name once."""
    first = {positions[0]: name for name, positions in taken.items() if positions}
    own = plain_names(tuple(columns)) if system else columns
    names: list[str] = []
    used = set(first.values())
    for position, column in enumerate(own):
        name = first.get(position)
        if name == "id" and system:
            name = "registration_id"
        if name is None:
            name = column if column not in used else f"{_OTHER.get(system, 'other')}_{column}"
            while name in used:
                name += "_2"
        used.add(name)
        names.append(name)
    return tuple(names)


def plain_values(values: dict[str, str], system: str) -> None:
    """Cells of an export as a roster has them: states, lists, and nothing where nobody answered."""
    nothing = _NOTHING.get(system)
    for name, value in values.items():
        if nothing and value.casefold() == nothing:
            values[name] = ""
        elif system == "Microsoft Forms" and value.endswith(";"):
            values[name] = _parted(value, ";")
    if "status" in values:
        values["status"] = STATES.get(values["status"].strip().casefold(), values["status"])
    for name in LISTED & values.keys():
        values[name] = _parted(values[name])
    if values.get("name"):
        values["name"] = values["name"].rstrip(" ,")


def _parted(text: str, at: str = "") -> str:
    """A cell with several values, parted by semicolons whatever parts them in the export."""
    parts: Iterable[str] = text.split(at) if at else _PARTS.split(text)
    return "; ".join(filter(None, (part.strip(" ;,/|\n") for part in parts)))
