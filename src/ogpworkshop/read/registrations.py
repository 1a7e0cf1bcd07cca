"""Recognises rosters that registration systems export, by their headers."""

from collections.abc import Sequence

import msgspec

SYSTEMS: dict[str, tuple[frozenset[str], ...]] = {
    "pretix": (
        frozenset({"order_code", "attendee_name"}),
        frozenset({"order_code", "order_date", "status"}),
        frozenset({"order_code", "position_id"}),
        frozenset({"order_code", "secret"}),
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
    "Microsoft Forms": (frozenset({"start_time", "completion_time"}),),
    "Google Forms": (frozenset({"timestamp"}), frozenset({"zeitstempel"}), frozenset({"horodateur"}), frozenset({"marca_temporal"})),
    "Indico": (
        frozenset({"name", "email_address", "affiliation"}),
        frozenset({"name", "email", "affiliation"}),
        frozenset({"email_address", "registration_date"}),
        frozenset({"first_name", "last_name", "affiliation"}),
    ),
    "a sign-in sheet": (frozenset({"name", "signature"}), frozenset({"full_name", "signature"}), frozenset({"nama", "tanda_tangan"})),
}  # fmt: skip
"""Names of columns that only exports of a system have together, in small letters joined by _."""

_TITLES = {
    "id": "attendee_id attendee_# speaker_id registration_id order_position_id pseudonymization_id no no_ # number nomor",
    "name": "attendee_name full_name your_name your_full_name name_and_surname participant_name name_of_participant nom_complet nombre_completo nome_completo nama nama_lengkap имя фио",
    "given": "first_name firstname given_name attendee_first_name attendee_name:_given_name attendee_name_given_name prenom prénom nombre nome vorname forename",
    "family": "last_name lastname family_name surname attendee_last_name attendee_name:_family_name attendee_name_family_name nom apellido apellidos sobrenome nachname",
    "email": "attendee_email attendee_e_mail email_address e_mail_address your_email mail courriel correo correo_electrónico correo_electronico alamat_email surel e_mail электронная_почта",
    "organisation": "affiliation company institution organization employer organisation/institution agency attendee_company your_organization your_organisation name_of_organization name_of_organisation institución institucion organización organizacion instituição instansi lembaga организация",
    "organisation_type": "type_of_organization type_of_organisation organization_type sector_type",
    "country": "country_of_residence nationality country/region pays país pais negara land страна country_name",
    "role": "position job_title title designation function attendee_role jabatan cargo poste funktion должность",
    "gender": "sex sexe género genero jenis_kelamin geschlecht пол",
    "dietary": "dietary_requirements dietary_restrictions dietary_needs diet dietary_preferences food_preferences régime_alimentaire",
    "access_needs": "accessibility accessibility_needs access_requirements special_needs accessibility_requirements",
    "phone": "phone_number mobile telephone cell_phone whatsapp",
    "status": "attendee_status registration_state registration_status order_status",
    "languages": "language spoken_languages languages_spoken",
}  # fmt: skip
_KNOWN = {title: column for column, titles in _TITLES.items() for title in titles.split()}
_STATES = {
    "p": "confirmed", "paid": "confirmed", "attending": "confirmed", "completed": "confirmed",
    "complete": "confirmed", "checked in": "confirmed", "n": "registered", "pending": "registered",
    "c": "cancelled", "canceled": "cancelled", "not attending": "cancelled", "refunded": "cancelled",
    "deleted": "cancelled", "withdrawn": "withdrawn", "rejected": "rejected", "e": "cancelled", "expired": "cancelled",
}  # fmt: skip
"""States of registrations, as the roster's status has them."""


class Recognised(msgspec.Struct, frozen=True):
    """An export of a system.

    Attributes:
        system: its name.
        names: what each column is called in the roster, by position.
        given: position of the given names, None if names stand in one column.
        family: position of the family names.
    """

    system: str
    names: tuple[str, ...]
    given: int | None = None
    family: int | None = None


def recognised(columns: Sequence[str]) -> Recognised | None:
    """The system that a header is of; None for a roster of our own, and for any other table."""
    present = set(columns)
    system = next(
        (
            name
            for name, signatures in SYSTEMS.items()
            if any(signature <= present for signature in signatures)
        ),
        None,
    )
    if system is None and not ({"name", "id"} <= present or _is_ours(columns)):
        mapped = {_KNOWN.get(column, column) for column in columns}
        if "email" in mapped and ("name" in mapped or {"given", "family"} <= mapped):
            system = "a list of people"
    return _mapped(system, columns) if system else None


def _is_ours(columns: Sequence[str]) -> bool:
    return "name" in columns and not any(column in _KNOWN for column in columns)


def _mapped(system: str, columns: Sequence[str]) -> Recognised:
    taken: set[str] = set()
    names: list[str] = []
    given = family = None
    own = {column for column in columns if column not in _KNOWN}
    for position, column in enumerate(columns):
        meant = _KNOWN.get(column, column)
        if meant == "given" and given is None:
            given = position
        elif meant == "family" and family is None:
            family = position
        is_free = meant not in taken and (meant == column or meant not in own)
        name = meant if is_free and meant not in {"given", "family"} else column
        taken.add(name)
        names.append(name)
    if "name" in names or given is None or family is None:
        return Recognised(system, tuple(names))
    names[given] = "name"
    return Recognised(system, tuple(names), given, family)


def status_of(text: str) -> str:
    """A state of a registration as the roster's status; as it stands when it is not known."""
    return _STATES.get(text.strip().casefold(), text)
