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


def test_every_column_of_an_export_is_kept():
    for _, text in EXPORTS.values():
        roster, _ = read_roster(text.encode(), "x.csv")
        n_cells = len(text.splitlines()[0].replace(";", ",").split(","))
        assert len(set(roster.participants[0].values) - {"id"}) >= n_cells - 1


def test_a_roster_of_our_own_is_taken_as_it_is():
    text = ",".join(COLUMNS) + "\n" + "p1,Ana" + "," * (len(COLUMNS) - 2) + "\n"
    assert read_people(text.encode(), "x.csv").system == ""
    assert read_people(b"name,country\nAna,Nepal\n", "x.csv").system == ""
