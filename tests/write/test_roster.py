"""Rosters written, brought up to date, counted."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ogpworkshop.read.roster import read_roster
from ogpworkshop.write.roster import counts, joined, roster_csv, sensitive

OLD = "id,name,email,organisation\np01,Ana Ruiz,ana@example.org,Water\np02,Bo Li,,Rivers\np03,Cy Dee,cy@example.org,\n"
NEW = "Timestamp,Full name,Email address,Organization\nx,Ana M. Ruiz,ANA@example.org,Water\nx,Bo Li,,Rivers\nx,Bo Lee,bo@example.org,Rivers\nx,Eve Fox,eve@example.org,\n"


def read(text):
    return read_roster(text.encode(), "x.csv")[0]


def test_people_keep_their_ids_and_nobody_is_merged_in_silence():
    result = joined(read(OLD), read(NEW))
    assert [row["id"] for row in result.rows] == ["p01", "p02", "p03", "p04", "p05"]
    assert result.added == ("p04", "p05")
    assert ("p01", "name", "Ana Ruiz", "Ana M. Ruiz") in result.changed
    assert result.missing == ("p03",)


def test_people_with_nearly_one_name_at_one_employer_are_named():
    names = NEW.replace("Bo Lee", "Oyuunchimeg B").replace("Bo Li,", "Oyunchimeg B,")
    assert joined(None, read(names)).doubles == (("p03", "p02"),)


def test_what_an_export_leaves_empty_stays():
    result = joined(
        read(OLD),
        read("Timestamp,Full name,Email address,Organization\nx,Ana Ruiz,ana@example.org,\n"),
    )
    assert result.rows[0]["organisation"] == "Water"


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


def test_small_counts_of_what_is_sensitive_are_not_told():
    people = "id,name,gender,country\n" + "".join(
        f"p{number},N,{gender},Nepal\n"
        for number, gender in enumerate(["woman"] * 9 + ["man"] * 5 + ["other"])
    )
    roster = read(people)
    assert counts(roster, "gender") == [("woman", "9"), ("man", "few"), ("other", "few")]
    assert counts(roster, "country") == [("Nepal", "15")]
    assert counts(roster, "country", "sensitive") == [("Nepal", "15")]
    assert sensitive(roster.columns, {"country": "sensitive"}) == ["gender", "country"]
