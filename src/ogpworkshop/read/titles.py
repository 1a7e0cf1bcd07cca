"""Titles of columns as lists of people and forms have them, and the roster's columns they mean."""

import re
from functools import lru_cache

from ogpworkshop.read.months import folded

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
    "position": "position job_title designation function work_title jabatan cargo puesto poste fonction funktion должность title",
    "gender": "gender sex sexe genre género genero jenis_kelamin geschlecht пол",
    "dietary": "dietary dietary_requirements dietary_restrictions dietary_needs diet dietary_preferences food_preferences régime_alimentaire",
    "access_needs": "access_needs accessibility accessibility_needs access_requirements special_needs accessibility_requirements",
    "phone": "phone phone_number mobile mobile_number telephone tel cell_phone whatsapp téléphone teléfono telepon telefon",
    "status": "status attendee_status registration_state registration_status order_status invitee_status approval_status rsvp rsvp_status response_status participation_status",
    "languages": "languages language spoken_languages languages_spoken langues langues_parlées idiomas bahasa sprachen",
}  # fmt: skip
_KNOWN = {
    folded(title): (column, rank)
    for column, titles in _TITLES.items()
    for rank, title in enumerate(titles.split())
}
_OTHERS = (
    r"emergency|supervisor|buyer|purchaser|invoice|billing|owner|accompan|spouse|nominat|referee"
)
# texts, compiled when a title is first looked for: most lists have plain ones
_ASKED = tuple(
    (column, asked, "|".join(filter(None, (_OTHERS, other))))
    for column, asked, other in (
        ("email", r"e_?mail|courriel|correo|surel", "verified|consent"),
        ("name", r"full_name|^(?:what_is_|please_(?:enter|write|type)_)?(?:your_)?name(?:$|_)|name_of_(?:the_)?(?:participant|delegate)|^(?:participant|delegate)s?_name|noms?_(?:complet|et_prenom)|prenoms?_et_nom|nombres?_(?:y_apellidos?|completo)|apellidos?_y_nombres?|nome_completo|^nama_(?:lengkap|peserta|anda)|vor_und_nachname|имя_и_фамилия", "organi|company|event|badge|user|institution|file|product|first|last|family|given"),
        ("given", r"first_name|given_name|forename|^prenoms?(?:_|$)|vorname", "name_and|et_nom"),
        ("family", r"last_name|family_name|surname|^nom_de_famille|nachname", "name_and"),
        ("organisation_type", r"(?:type|kind|category)_of_(?:your_)?(?:organi[sz]ation|institution|employer)|type_d_?organi|tipo_de_(?:organi|institu)|jenis_(?:instansi|lembaga|organisasi)", ""),
        ("organisation", r"organi[sz]a(?:tion|cion|cao)|organisme|affiliation|institu(?:tion|cion|icao)|employer|employeur|company|entreprise|empresa|instansi|lembaga|ministry|minister(?:e|io)(?:_|$)|agency", "type|tipo|address|website|phone|size|country|position|title|role"),
        ("country", r"country|nationalit[ye]|citizenship|nacionalidad|(?:^|_)(?:pays|pais|negara)(?:_|$)|kewarganegaraan", "issu|code|manager|office|visa|other|birth|naissance|nacimiento"),
        ("dietary", r"diet|allerg|halal|vegetarian|alimen(?:taire|tari|tic)|makanan|ernahrung", ""),
        ("access_needs", r"accessib|disabilit|discapacidad|disabilitas|handicap|wheelchair|special_needs|special_assistance|access_needs|besoins_particuliers|necesidades_especiales|kebutuhan_khusus", ""),
        ("gender", r"\bgender|_gender|^sex_|_sex$|jenis_kelamin|genero", "minist"),
        ("phone", r"phone|mobile|whatsapp|contact_n(?:umber|o)(?:_|$)|telefono|celular|telepon|(?:no|nomor)_hp", ""),
        ("languages", r"languages?|langues?_|idiomas", "programming|event|locale|interpret|sign_"),
        ("position", r"job_title|designation|your_position|your_title|current_position|^cargo_|^puesto_|^fonction_|^jabatan_", ""),
    )
)  # fmt: skip
"""How questions ask for it: what their titles hold, and what they do not."""
_NUMBERED = re.compile(r"_\(\d+\)$")
"""Indico puts the number of a question behind titles that come twice."""
_COUNTED = re.compile(r"\(?\d{1,3}[_)]+(?=\w)")
"""Forms put numbers before their questions."""


@lru_cache(maxsize=4096)
def meaning(column: str) -> tuple[str, int] | None:
    """The roster's column that a title means, and how far it is from the plain word for it."""
    plain = _NUMBERED.sub("", folded(column))
    asked = _COUNTED.sub("", plain.lstrip("_¿"))
    for title in (plain, asked):
        if title in _KNOWN:
            return _KNOWN[title]
    for name, pattern, not_this in _ASKED:
        if re.search(pattern, asked) and not re.search(not_this, asked):
            return name, 100 + len(asked)
    return None


def is_title(column: str) -> bool:
    """Whether a column's name is one that rosters have, in whatever words."""
    return meaning(column) is not None


def plain_names(columns: tuple[str, ...]) -> tuple[str, ...]:
    """Names without the punctuation and the numbers of questions, where they stay distinct."""
    for change in (lambda name: _COUNTED.sub("", _words(name)), _words):
        names = tuple(change(name) or name for name in columns)
        if len(set(names)) == len(columns):
            return names
    return columns


def _words(name: str) -> str:
    return re.sub(r"(?:[^\w#%+&]|_)+", "_", name).strip("_")
