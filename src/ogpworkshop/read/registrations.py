"""Recognises rosters that registration systems export, by their headers."""

import re
from collections.abc import Callable, Mapping, Sequence

import msgspec

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
    "Google Forms": (frozenset({"timestamp"}), frozenset({"zeitstempel"}), frozenset({"horodateur"}), frozenset({"marca_temporal"}), frozenset({"carimbo_de_data_hora"}), frozenset({"stempel_waktu"})),
    "Indico": (
        frozenset({"name", "email_address", "affiliation"}),
        frozenset({"name", "email", "affiliation"}),
        frozenset({"email_address", "registration_date"}),
        frozenset({"name", "registration_state"}),
        frozenset({"first_name", "last_name", "affiliation"}),
    ),
    "a sign-in sheet": (frozenset({"name", "signature"}), frozenset({"full_name", "signature"}), frozenset({"nama", "tanda_tangan"}), frozenset({"nom", "signature"}), frozenset({"nombre", "firma"})),
}  # fmt: skip
"""Names of columns that only exports of a system have together, in small letters joined by _."""

_TITLES = {
    "id": "id registration_id no no_ no. nr number nomor s_no sl_no sr_no # №",
    "name": "attendee_name name full_name your_name your_full_name name_and_surname participant_name participant name_of_participant name_of_the_participant nom_complet nom_et_prénom nombre_completo nombre_y_apellido nombre_y_apellidos nome_completo nama nama_lengkap имя фио teilnehmername",
    "given": "attendee_first_name attendee_name:_given_name attendee_name_given_name first_name firstname given_name given_names forename prenom prénom nombre nombres nome vorname",
    "family": "attendee_last_name attendee_name:_family_name attendee_name_family_name last_name lastname family_name surname nom apellido apellidos sobrenome nachname",
    "email": "attendee_email attendee_e_mail email email_address e_mail_address your_email your_email_address email_id mail courriel adresse_e_mail correo correo_electrónico correo_electronico dirección_de_correo_electrónico endereço_de_e_mail alamat_email surel e_mail e_mail_adresse электронная_почта",
    "organisation": "organisation attendee_company affiliation company institution organization employer organisation_institution organization_institution agency your_organization your_organisation name_of_organization name_of_organisation organization_name organisation_name entreprise société institución institucion organización organizacion organização instituição instansi lembaga organisasi firma organisation_firma организация",
    "organisation_type": "organisation_type type_of_organization type_of_organisation organization_type sector_type",
    "country": "country country_region country_of_residence nationality citizenship pays país pais negara land страна country_name",
    "delegation": "delegation",
    "role": "role attendee_role participant_role role_in_the_workshop role_in_workshop",
    "position": "position job_title title designation function jabatan cargo poste fonction funktion должность",
    "gender": "gender sex sexe género genero jenis_kelamin geschlecht пол",
    "dietary": "dietary dietary_requirements dietary_restrictions dietary_needs diet dietary_preferences food_preferences régime_alimentaire",
    "access_needs": "access_needs accessibility accessibility_needs access_requirements special_needs accessibility_requirements",
    "phone": "phone phone_number mobile mobile_number telephone tel cell_phone whatsapp téléphone teléfono telepon telefon",
    "status": "status attendee_status registration_state registration_status order_status",
    "languages": "languages language spoken_languages languages_spoken langues idiomas bahasa sprachen",
}  # fmt: skip
_KNOWN = {
    title: (column, rank)
    for column, titles in _TITLES.items()
    for rank, title in enumerate(titles.split())
}
_ASKED = (
    ("email", re.compile(r"e_?mail"), re.compile(r"emergency|verified|buyer|invoice|supervisor|billing")),
    ("given", re.compile(r"first_name|given_name|forename"), re.compile(r"buyer|emergency|supervisor")),
    ("family", re.compile(r"last_name|family_name|surname"), re.compile(r"buyer|emergency|supervisor|name_and_surname")),
    ("organisation_type", re.compile(r"(?:type|kind|category)_of_(?:your_)?(?:organi[sz]ation|institution|employer)"), None),
    ("organisation", re.compile(r"organi[sz]ation|affiliation|institution|employer|company"), re.compile(r"type|address|website|phone|size|country|billing")),
    ("country", re.compile(r"country|nationality|citizenship"), re.compile(r"issu|code|manager|office|visa|other|birth")),
    ("dietary", re.compile(r"diet|allerg|halal|vegetarian"), None),
    ("access_needs", re.compile(r"accessib|disabilit|special_needs|special_assistance|access_needs"), None),
    ("gender", re.compile(r"\bgender|_gender|^sex_|_sex$"), None),
    ("phone", re.compile(r"phone|mobile|whatsapp|contact_number"), re.compile(r"emergency|supervisor")),
    ("languages", re.compile(r"languages?"), re.compile(r"programming|event|locale|interpretation")),
    ("position", re.compile(r"job_title|designation|your_position|your_title"), None),
    ("name", re.compile(r"full_name|^(?:what_is_)?(?:your_)?name(?:$|_)|name_of_(?:the_)?(?:participant|delegate|nominee)|^(?:participant|delegate)s?_name"), re.compile(r"organi|company|emergency|event|badge|user|institution|supervisor|file|product|first|last|family|given")),
)  # fmt: skip
"""How questions ask for it: what their titles hold, and what they do not."""
_STATES = {
    "p": "confirmed", "paid": "confirmed", "attending": "confirmed", "completed": "confirmed",
    "complete": "confirmed", "checked in": "confirmed", "bezahlt": "confirmed", "n": "registered", "pending": "registered",
    "awaiting payment": "registered", "unpaid": "registered", "payment pending": "registered", "approval pending": "registered", "ausstehend": "registered",
    "c": "cancelled", "canceled": "cancelled", "not attending": "cancelled", "refunded": "cancelled", "storniert": "cancelled",
    "deleted": "cancelled", "withdrawn": "withdrawn", "rejected": "rejected", "e": "cancelled", "expired": "cancelled",
}  # fmt: skip
"""States of registrations, as the roster's status has them."""
_NUMBERED = re.compile(r"_\(\d+\)$")
"""Indico puts the number of a question behind titles that come twice."""
LISTED = frozenset({"languages", "preferences", "days"})
"""Columns whose cells hold several values; forms part them in ways of their own."""
_PARTS = re.compile(r"\s*[;,/|\n]\s*")


class Recognised(msgspec.Struct, frozen=True):
    """An export of a system, or a table whose titles the agenda tells.

    Attributes:
        system: its name; "" where only the agenda speaks.
        names: what each column is called in the roster, by position.
        joined: columns that are made of several, by name: positions in order.
    """

    system: str
    names: tuple[str, ...]
    joined: dict[str, tuple[int, ...]] = {}


def is_title(column: str) -> bool:
    """Whether a column's name is one that rosters have, in whatever words."""
    return _target(column) is not None


def recognised(
    columns: Sequence[str],
    wanted: Mapping[str, Sequence[int]] | None = None,
    is_filled: Callable[[int], bool] = lambda _position: True,
    titles: Sequence[str] = (),
) -> Recognised | None:
    """What a header is of; None for a roster of our own, and for any other table.

    Args:
        columns: names of the columns.
        wanted: positions of columns whose names in the roster the agenda tells.
        is_filled: whether a column has anything in it: of two that fit, such a one is taken.
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
    found = _mapped(system or "a list of people", columns, dict(wanted or {}), is_filled)
    is_list = wanted or "name" in found.names or "email" in found.names
    return found if system or is_list else None


def _has_synonyms(columns: Sequence[str]) -> bool:
    return any((target := _target(column)) and target[0] != column for column in columns)


def _overridden(columns: Sequence[str], wanted: Mapping[str, Sequence[int]]) -> Recognised:
    """A table of our own, some columns of which are called something else."""
    taken = {name: list(positions) for name, positions in wanted.items()}
    return Recognised("", _named(columns, taken, ""), _joined(taken))


def _target(column: str) -> tuple[str, int] | None:
    """The roster's column that a title means, and how far it is from the plain word for it."""
    plain = _NUMBERED.sub("", column)
    if plain in _KNOWN:
        return _KNOWN[plain]
    for name, pattern, not_this in _ASKED:
        if pattern.search(plain) and not (not_this and not_this.search(plain)):
            return name, 100 + len(plain)
    return None


def _mapped(
    system: str,
    columns: Sequence[str],
    taken: dict[str, Sequence[int]],
    is_filled: Callable[[int], bool],
) -> Recognised:
    held = {position for positions in taken.values() for position in positions}
    offers: dict[str, list[tuple[bool, int, int]]] = {}
    for position, column in enumerate(columns):
        target = _target(column)
        if target and position not in held and target[0] not in taken:
            offers.setdefault(target[0], []).append((False, target[1], position))
    for name, offered in offers.items():
        if len(offered) > 1 or name == "name":
            offered[:] = [(not is_filled(at), rank, at) for _, rank, at in offered]
        taken[name] = [min(offered)[2]]
    given, family = taken.pop("given", None), taken.pop("family", None)
    has_name = "name" in taken and not (offers.get("name") and min(offers["name"])[0])
    if not has_name and given and family:
        taken["name"] = [*given, *family]
    elif "name" not in taken and (given or family):
        taken["name"] = given or family or ()
    return Recognised(system, _named(columns, taken, system), _joined(taken))


def _named(
    columns: Sequence[str], taken: Mapping[str, Sequence[int]], system: str
) -> tuple[str, ...]:
    """What each column is called: as it was found, else by its own name, each name once."""
    first = {positions[0]: name for name, positions in taken.items() if positions}
    names: list[str] = []
    used = set(first.values())
    for position, column in enumerate(columns):
        name = first.get(position)
        if name == "id" and system:
            name = "registration_id"
        if name is None:
            name = column if column not in used else f"order_{column}"
            while name in used:
                name += "_2"
        used.add(name)
        names.append(name)
    return tuple(names)


def _joined(taken: Mapping[str, Sequence[int]]) -> dict[str, tuple[int, ...]]:
    return {name: tuple(positions) for name, positions in taken.items() if len(positions) > 1}


def status_of(text: str) -> str:
    """A state of a registration as the roster's status; as it stands when it is not known."""
    return _STATES.get(text.strip().casefold(), text)


def parts_of(text: str) -> str:
    """A cell with several values, parted by semicolons whatever parts them in the export."""
    return "; ".join(part for part in _PARTS.split(text.strip(" ;,/|\n")) if part)
