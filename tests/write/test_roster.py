"""Rosters written, and brought up to date."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ogpworkshop.read.roster import read_roster
from ogpworkshop.write import imported
from ogpworkshop.write.merging import joined
from ogpworkshop.write.roster import roster_csv, sensitive
from ogpworkshop.write.tidying import tidied

OLD = "id,name,email,organisation\np01,Ana Ruiz,ana@example.org,Water\np02,Bo Li,,Rivers\np03,Cy Dee,cy@example.org,\n"
NEW = "Timestamp,Full name,Email address,Organization\nx,Ana M. Ruiz,ANA@example.org,Water\nx,Bo Li,,Rivers\nx,Bo Lee,bo@example.org,Rivers\nx,Eve Fox,eve@example.org,\n"
FORM = "Timestamp,Full name,Email address,Organization,Status\n"


def read(text):
    return read_roster(text.encode(), "x.csv")[0]


def written(result):
    return read_roster(roster_csv(result.columns, result.rows), "participants.csv")[0]


def test_people_keep_their_ids_and_nobody_is_merged_in_silence():
    result = joined(read(OLD), read(NEW))
    assert [row["id"] for row in result.rows] == ["p01", "p02", "p03", "p04", "p05"]
    assert result.added == ("p04", "p05")
    assert result.missing == ("p03",)
    assert ("p04", "p02", "near") in result.doubles or result.doubles == ()


def test_without_an_earlier_import_the_roster_wins_and_the_difference_is_told():
    result = joined(read(OLD), read(NEW))
    assert result.rows[0]["name"] == "Ana Ruiz"
    assert ("p01", "name", "Ana Ruiz", "Ana M. Ruiz") in result.kept
    taken = joined(read(OLD), read(NEW), take=["name"])
    assert taken.rows[0]["name"] == "Ana M. Ruiz"
    assert ("p01", "name", "Ana Ruiz", "Ana M. Ruiz") in taken.changed


def test_what_was_edited_by_hand_stays_and_what_the_export_has_new_is_taken():
    first = joined(None, read(FORM + "x,Ana Ruiz,ana@example.org,Water,Attending\n"))
    edited = read(
        roster_csv(first.columns, first.rows).decode().replace("Ana Ruiz", "Ana Ruiz Vega")
    )
    later = read(FORM + "x,Ana Ruiz,ana@example.org,Water Office,Attending\n")
    result = joined(edited, later, first.imported)
    assert result.rows[0]["name"] == "Ana Ruiz Vega"
    assert result.rows[0]["organisation"] == "Water Office"
    assert result.kept == ()
    assert [(column, after) for _, column, _, after in result.changed] == [
        ("organisation", "Water Office")
    ]


def test_a_cancellation_stays_whichever_side_it_comes_from():
    first = joined(None, read(FORM + "x,Ana Ruiz,ana@example.org,Water,Attending\n"))
    by_hand = read(roster_csv(first.columns, first.rows).decode().replace("confirmed", "cancelled"))
    again = read(FORM + "x,Ana Ruiz,ana@example.org,Water,Attending\n")
    assert joined(by_hand, again, first.imported).rows[0]["status"] == "cancelled"
    assert joined(by_hand, again).rows[0]["status"] == "cancelled"
    gone = read(FORM + "x,Ana Ruiz,ana@example.org,Water,Not attending\n")
    assert joined(written(first), gone, first.imported).rows[0]["status"] == "cancelled"
    assert joined(written(first), gone).rows[0]["status"] == "cancelled"


def test_somebody_with_another_address_and_a_name_edited_by_hand_is_still_known():
    first = joined(None, read(FORM + "x,Bo Li,bo@a.org,Water,\n"))
    edited = read(roster_csv(first.columns, first.rows).decode().replace("Bo Li", "Bobby Li"))
    result = joined(edited, read(FORM + "x,Bo Li,bo@b.org,Water,\n"), first.imported)
    assert [(row["id"], row["name"], row["email"]) for row in result.rows] == [
        ("p01", "Bobby Li", "bo@b.org")
    ]


def test_whoever_was_taken_out_of_the_roster_does_not_come_back():
    first = joined(None, read(FORM + "x,Ana Ruiz,ana@a.org,Water,\nx,Bo Li,bo@a.org,Water,\n"))
    shorter = read(roster_csv(first.columns, first.rows[:1]).decode())
    again = read(FORM + "x,Ana Ruiz,ana@a.org,Water,\nx,Bo Li,bo@a.org,Water,\n")
    result = joined(shorter, again, first.imported)
    assert (len(result.rows), result.removed) == (1, ("Bo Li",))


def test_two_registrations_under_one_address_are_two_and_told():
    result = joined(None, read(FORM + "x,Ana Ruiz,ana@a.org,Water,\nx,Ana R,ana@a.org,Water,\n"))
    assert [row["id"] for row in result.rows] == ["p01", "p02"]
    assert result.doubles == (("p02", "p01", "address"),)


def test_an_export_imported_again_changes_nothing_even_where_people_registered_twice():
    form = read(FORM + "x,Ana Ruiz,ana@example.org,Water,\n" * 3 + "x,Bo Li,bo@example.org,,\n")
    first = joined(None, form)
    again = joined(written(first), form, first.imported)
    assert again.rows == first.rows
    assert (again.added, again.changed, again.kept, again.missing) == ((), (), (), ())


def test_colleagues_with_one_address_are_told_by_their_names():
    first = joined(
        None, read(FORM + "x,Ana Ruiz,office@example.org,,\nx,Bo Li,office@example.org,,\n")
    )
    later = read(FORM + "x,Cy Dee,office@example.org,,\nx,Bo Li,office@example.org,Rivers,\n")
    result = joined(written(first), later, first.imported)
    assert [(row["name"], row["organisation"]) for row in result.rows] == [
        ("Ana Ruiz", ""),
        ("Bo Li", "Rivers"),
        ("Cy Dee", ""),
    ]
    assert result.missing == ("p01",)


def test_a_column_that_an_export_has_lost_stays_is_told_and_may_come_back():
    first = joined(None, read(FORM + "x,Ana Ruiz,ana@example.org,Water,\n"))
    without = read("Timestamp,Full name,Email address\nx,Ana Ruiz,ana@example.org\n")
    second = joined(written(first), without, first.imported)
    assert second.rows[0]["organisation"] == "Water"
    assert second.lost == ("organisation",)
    moved = read("Email address,Organization,Full name\nana@example.org,Lakes,Ana Ruiz\n")
    third = joined(written(second), moved, second.imported)
    assert third.rows[0]["organisation"] == "Lakes"


def test_what_is_remembered_of_an_import_names_nobody():
    first = joined(None, read(FORM + "x,Ana Ruiz,ana@a.org,Water,\n"))
    content = first.imported.content()
    assert imported.read(content) == first.imported
    assert imported.is_imported(content)
    assert not any(word in content for word in (b"Ana", b"ana@", b"Water"))
    assert imported.read(b"{}") is None
    assert imported.read(b"[") is None


def test_countries_get_the_names_of_the_united_nations_and_what_is_unclear_stays():
    text = (
        "id,name,country\n1,A,Filipino\n2,B,Congolese\n3,C,Taiwan\n4,D,Phillipines\n5,E,Viet Nam\n"
    )
    clean = tidied(read(text), repair=False)
    names = [person.values["country"] for person in clean.roster.participants]
    assert names == ["Philippines", "Congolese", "Taiwan", "Phillipines", "Viet Nam"]
    assert clean.countries == (("Filipino", "Philippines", 1),)
    assert clean.unknown == (("Congolese", ""), ("Phillipines", "Philippines"))


def test_another_way_to_write_the_same_country_is_no_change():
    old = read("id,name,email,country\np1,Ana,ana@a.org,South Korea\n")
    new = read("id,name,email,country\np1,Ana,ana@a.org,Republic of Korea\n")
    result = joined(old, new)
    assert (result.changed, result.kept) == ((), ())


def test_garbled_letters_are_mended_where_asked_and_counted_where_not():
    people = read("id,name\np1,JosÃ© Ruiz\np2,José Ruiz\n")
    asked, unasked = tidied(people, repair=True), tidied(people, repair=False)
    assert [person.name for person in asked.roster.participants] == ["José Ruiz", "José Ruiz"]
    assert [(str(path), after) for path, _, after in asked.repaired] == [
        ("participants[0].name", "José Ruiz")
    ]
    assert unasked.roster.participants[0].name == "JosÃ© Ruiz"
    assert len(unasked.garbled) == 1


def test_what_an_export_leaves_empty_stays():
    result = joined(
        read(OLD),
        read("Timestamp,Full name,Email address,Organization\nx,Ana Ruiz,ana@example.org,\n"),
    )
    assert result.rows[0]["organisation"] == "Water"


def test_columns_that_hold_confidences_are_known_by_many_names():
    columns = ["name", "Passport number", "mobile_number", "allergies", "date_of_birth", "country"]
    assert sensitive(columns, {"country": "sensitive"}) == columns[1:]
    assert sensitive(columns, {"mobile_number": "public"}) == columns[1:2] + columns[3:5]


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.text(alphabet=st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=12),
        min_size=1,
        max_size=5,
    )
)
def test_a_roster_comes_back_as_it_was_written(names):
    rows = [{"id": f"p{number}", "name": name} for number, name in enumerate(names)]
    first = roster_csv(["id", "name"], rows)
    again = read_roster(first, "x.csv")[0]
    assert roster_csv(["id", "name"], [person.values for person in again.participants]) == first
