"""Rosters that registration systems export."""

import pytest

from ogpworkshop.model.path import Path, Place
from ogpworkshop.read.roster import COLUMNS, read_people, read_roster

EXPORTS = {
    "pretix orders": ("pretix", "Order code,Status,Email,Phone number,Order date,Company,Name,Country\nABC12,p,ana@example.org,,2026-01-02,Water Office,Ana Ruiz,Nepal\n"),
    "pretix positions": ("pretix", "Order code,Position ID,Status,Product,Attendee name,Attendee email,Company,Country\nABC12,1,p,Seat,Ana Ruiz,ana@example.org,Water Office,Nepal\n"),
    "pretix check-in": ("pretix", '"Order code";"Attendee name";"Product";"Secret";"E-mail";"Company";"Country"\n"ABC12";"Ana Ruiz";"Seat";"xyz";"ana@example.org";"Water Office";"Nepal"\n'),
    "Indico": ("Indico", "ID,Name,Email Address,Affiliation,Position,Country,Registration state\n7,Ana Ruiz,ana@example.org,Water Office,Chief,Nepal,Completed\n"),
    "Eventbrite before": ("Eventbrite", "Order #,Order Date,First Name,Last Name,Email,Ticket Type,Attendee #,Company,Country,Attendee Status\n1,2026-01-02,Ana,Ruiz,ana@example.org,Seat,77,Water Office,Nepal,Attending\n"),
    "Eventbrite now": ("Eventbrite", "Order ID,Order date,Attendee first name,Attendee last name,Attendee email,Attendee ID,Company,Country\n1,2026-01-02,Ana,Ruiz,ana@example.org,77,Water Office,Nepal\n"),
    "Sessionize": ("Sessionize", "Speaker Id,FirstName,LastName,Email,TagLine,Company,Country\ns1,Ana,Ruiz,ana@example.org,Engineer,Water Office,Nepal\n"),
    "Google Forms": ("Google Forms", "Timestamp,Full name,Email Address,Organization,Country\n2026-01-02,Ana Ruiz,ana@example.org,Water Office,Nepal\n"),
    "Google Forms, Indonesian": ("a list of people", "Nama Lengkap,Alamat Email,Email,Instansi,Country\nAna Ruiz,,ana@example.org,Water Office,Nepal\n"),
    "Microsoft Forms": ("Microsoft Forms", "ID,Start time,Completion time,Email,Full Name,Organisation,Country\n1,x,y,ana@example.org,Ana Ruiz,Water Office,Nepal\n"),
    "a sheet": ("a sign-in sheet", "No.,Name,Organization,Email,Country,Signature\n1,Ana Ruiz,Water Office,ana@example.org,Nepal,\n"),
    "Zoom": ("Zoom", "Registration Report\nTopic,Webinar ID\nWorkshop,987\nAttendee Details\nFirst Name,Last Name,Email,Country/Region,Organization,Registration Time,Approval Status\nAna,Ruiz,ana@example.org,Nepal,Water Office,x,approved\n"),
    "Teams": ("Microsoft Teams", "First name,Last name,Email,Registration status,Registration time,Organization,Country\nAna,Ruiz,ana@example.org,Registered,x,Water Office,Nepal\n"),
    "Cvent": ("Cvent", "Invitee ID,Full Name,Email Address,Work Company,Work Country,Invitee Status\nx,Ana Ruiz,ana@example.org,Water Office,Nepal,Accepted\n"),
    "Eventbrite, asked": ("Eventbrite", "Order ID,Buyer email,Attendee first name,Attendee last name,Attendee email,Purchaser country,Company,Which country do you represent?\n1,office@example.org,Ana,Ruiz,ana@example.org,Chile,Water Office,Nepal\n"),
    "Microsoft Forms, accounts": ("Microsoft Forms", "Id,Start time,Completion time,Email,Name,Full name,Your e-mail,Organisation,Country\n1,x,y,shared@example.org,Shared Account,Ana Ruiz,ana@example.org,Water Office;,Nepal\n"),
    "Google Forms, French": ("Google Forms", "Horodateur,Nom d'utilisateur,Nom,Prénom,Organisme,Pays de résidence\n1,ana@example.org,Ruiz,Ana,Water Office,Nepal\n"),
    "Google Forms, Spanish": ("Google Forms", "Marca temporal,Correo electrónico institucional,Nombre y apellidos,Institución a la que pertenece,País de procedencia\n1,ana@example.org,Ana Ruiz,Water Office,Nepal\n"),
    "Google Forms, Indonesian, long": ("Google Forms", "Cap waktu,Alamat surel,Nama lengkap beserta gelar,Asal Instansi,Negara asal\n1,ana@example.org,Ana Ruiz,Water Office,Nepal\n"),
    "a numbered form": ("Google Forms", "Timestamp,1. Your full name,2) Your e-mail,3. Ministry or agency,4. Country you come from\n1,Ana Ruiz,ana@example.org,Water Office,Nepal\n"),
    "a list": ("a list of people", "First name,Surname,Company,E-Mail,Country\nAna,Ruiz,Water Office,ana@example.org,Nepal\n"),
}  # fmt: skip


@pytest.mark.parametrize("kind", EXPORTS)
def test_each_export_gives_the_same_person(kind):
    system, text = EXPORTS[kind]
    assert read_people(text.encode(), "x.csv").system == system
    roster, source = read_roster(text.encode(), "x.csv")
    (person,) = roster.participants
    assert person.name == "Ana Ruiz"
    assert person.id
    found = {name: person.values[name] for name in ("email", "organisation", "country")}
    assert found == {"email": "ana@example.org", "organisation": "Water Office", "country": "Nepal"}
    span = source.locate(Place(Path(("participants", 0, "email"))))
    assert source.lines.text[span.start : span.end].strip('"') == "ana@example.org"


def test_states_of_registrations_are_those_of_a_roster():
    text = EXPORTS["pretix orders"][1] + "ABD,c,bo@example.org,,,,Bo Li,\n"
    roster, _ = read_roster(text.encode(), "x.csv")
    assert [person.values["status"] for person in roster.participants] == ["confirmed", "cancelled"]
    assert len(roster.coming) == 1


@pytest.mark.parametrize(
    ("state", "status"),
    [("Accepted", "confirmed"), ("Declined", "Declined"), ("No Response", "No Response")],
)
def test_who_declined_an_invitation_does_not_come(state, status):
    text = EXPORTS["Cvent"][1].replace("Accepted", state)
    (person,) = read_roster(text.encode(), "x.csv")[0].participants
    assert person.values["status"] == status
    assert person.is_coming is (state != "Declined")


def test_what_nobody_answered_is_empty():
    text = EXPORTS["Eventbrite before"][1].replace("Ruiz", "Info Requested")
    text = text.replace("Water Office", "Info Requested")
    (person,) = read_roster(text.encode(), "x.csv")[0].participants
    assert (person.name, person.values["organisation"]) == ("Ana", "")


def test_the_family_name_of_a_name_in_two_columns_is_kept_under_one_name():
    for kind in ("a list", "Zoom", "Sessionize", "Google Forms, French"):
        roster, _ = read_roster(EXPORTS[kind][1].encode(), "x.csv")
        assert roster.participants[0].values["family_name"] == "Ruiz", kind


def test_questions_become_names_of_columns_without_their_punctuation():
    text = EXPORTS["Google Forms"][1].replace("Country", "Country,8. Which topics (max. 3)?")
    roster, _ = read_roster(text.replace("Nepal", "Nepal,Water").encode(), "x.csv")
    assert roster.participants[0].values["which_topics_max_3"] == "Water"


def test_dr_and_ms_are_no_position():
    text = "Title,Name,Designation,Agency\nDr.,Ana Ruiz,Chief,Water Office\n"
    (person,) = read_roster(text.encode(), "x.csv")[0].participants
    assert (person.values["title"], person.values["position"]) == ("Dr.", "Chief")


def test_without_titles_ministries_are_not_taken_for_people():
    text = 'Ministry of Water,"RUIZ, Ana",ana@example.org\nBank of Nepal,"LI, Bo",bo@example.org\n'
    roster, _ = read_roster(text.encode(), "x.csv")
    assert [person.name for person in roster.participants] == ["RUIZ, Ana", "LI, Bo"]


def test_every_column_of_an_export_is_kept():
    for _, text in EXPORTS.values():
        roster, _ = read_roster(text.encode(), "x.csv")
        n_cells = len(text.splitlines()[0].replace(";", ",").split(","))
        assert len(set(roster.participants[0].values) - {"id"}) >= n_cells - 1


def test_a_roster_of_our_own_is_taken_as_it_is():
    text = ",".join(COLUMNS) + "\n" + "p1,Ana" + "," * (len(COLUMNS) - 2) + "\n"
    assert read_people(text.encode(), "x.csv").system == ""
    assert read_people(b"name,country\nAna,Nepal\n", "x.csv").system == ""
