"""Rosters as people have them."""

import csv
from pathlib import Path as FilePath

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ogpworkshop.errors import OgpError
from ogpworkshop.model.path import Place
from ogpworkshop.model.roster import Roster
from ogpworkshop.read.roster import COLUMNS, read_roster
from ogpworkshop.source.text import Source

FOUNDING = FilePath(__file__).parents[2] / "data" / "participants.csv"
PEOPLE = "id,name,country\np1,José,Timor-Leste\np2,Sarantuya,Mongolia\n"


def read(content: bytes | str) -> tuple[Roster, Source]:
    return read_roster(content.encode() if isinstance(content, str) else content, "people.csv")


def rows(content: bytes | str) -> list[list[str]]:
    return [list(person.values.values()) for person in read(content)[0].participants]


def faults(content: bytes | str) -> list[tuple[str, str]]:
    """Kind of each fault, and the text at its place."""
    roster, source = read(content)
    spans = [(fault.kind, source.locate(fault.place)) for fault in roster.faults]
    return [(kind, source.lines.text[span.start : span.end]) for kind, span in spans]


def test_the_founding_roster_has_48_people_and_no_faults():
    roster, _ = read(FOUNDING.read_bytes())
    assert roster.columns == COLUMNS
    assert roster.faults == ()
    with FOUNDING.open(encoding="utf-8", newline="") as file:
        assert [person.values for person in roster.participants] == list(csv.DictReader(file))
    assert len(roster.coming) == 48
    assert sum(person.values["role"] == "expert" for person in roster.participants) >= 6


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_unicode_delimiters_and_line_ends_are_told_by_themselves(encoding, delimiter, end):
    text = PEOPLE.replace(",", delimiter).replace("\n", end)
    roster, _ = read(text.encode(encoding))
    assert roster.columns == ("id", "name", "country")
    assert [person.name for person in roster.participants] == ["José", "Sarantuya"]
    assert roster.faults == ()


def test_an_older_encoding_is_read_and_reported_at_the_first_letter_in_doubt():
    content = PEOPLE.encode("cp1252")
    assert read(content)[0].participants[0].name == "José"
    assert faults(content) == [("encoding-legacy", "José")]


def test_bytes_of_no_encoding_at_all_are_marked_and_the_rest_is_read():
    content = "id,name\np1,José\np2,Bo\n".encode("cp1252") + b"p3,\x81na\xff\xfe\n"
    assert rows(content)[1] == ["p2", "Bo"]
    assert "encoding-legacy" in [kind for kind, _ in faults(content)]


def test_a_nul_is_reported_and_dropped():
    assert rows("id,name\np1,Bo\0b\n") == [["p1", "Bob"]]
    assert faults("id,name\np1,Bo\0b\n") == [("encoding-damaged", "Bo\0b")]


def test_semicolons_within_cells_are_no_delimiters():
    assert rows("id,name,languages\n1,A,Urdu; English; Dari\n2,B,Tetum; Hindi\n")[0] == [
        "1", "A", "Urdu; English; Dari",
    ]  # fmt: skip


def test_a_spreadsheets_hint_about_the_delimiter_is_followed():
    assert rows("sep=;\nid;name\n1;A\n") == [["1", "A"]]


def test_names_of_columns_lose_capitals_and_spaces():
    roster, _ = read(" ID , Full Name,E-mail,Organization Type ,Access-Needs\n1,A,,,\n")
    assert roster.columns == ("id", "name", "email", "organisation_type", "access_needs")


def test_other_columns_are_kept():
    assert read("id,name,T-shirt size\n1,A,M\n")[0].participants[0].values == {
        "id": "1", "name": "A", "t_shirt_size": "M",
    }  # fmt: skip


def test_quoted_cells_may_hold_delimiters_marks_and_line_ends():
    text = 'id,name,organisation\n1,"Cruz, Maria","The ""Forum""\nManila"\n'
    assert rows(text) == [["1", "Cruz, Maria", 'The "Forum"\nManila']]
    assert faults(text) == []


def test_a_row_is_counted_by_its_place_after_the_header_empty_rows_included():
    roster, _ = read("id,name\n1,A\n,\n2,B\n")
    assert [str(person.path) for person in roster.participants] == [
        "participants[0]",
        "participants[2]",
    ]


def test_empty_rows_are_reported_once_for_each_run_of_them():
    assert faults("id,name\n1,A\n,\n\n , \n2,B\n\n\n") == [("row-empty", ",")]
    assert faults("id,name\n1,A\n,\n") == [("row-empty", ",")]
    assert faults("id,name\n1,A\n\n2,B\n") == [("row-empty", "")]


def test_ragged_rows_are_reported_and_filled_up():
    text = "id,name,country\n1,A\n2,B,Nepal,x\n3,C,Nepal,,\n"
    assert faults(text) == [("row-ragged", "1,A"), ("row-ragged", "2,B,Nepal,x")]
    assert rows(text) == [["1", "A", ""], ["2", "B", "Nepal"], ["3", "C", "Nepal"]]


def test_a_column_that_comes_twice_is_kept_under_another_name():
    text = "id,name,Name,name\n1,A,B,C\n"
    assert faults(text) == [("column-duplicate", "Name"), ("column-duplicate", "name")]
    assert read(text)[0].columns == ("id", "name", "name_2", "name_3")
    assert read(text)[0].participants[0].name == "A"


def test_nameless_columns_at_the_end_are_left_out_and_others_reported():
    assert read("id,name,,\n1,A,,\n")[0].columns == ("id", "name")
    assert faults("id,,name\n1,x,A\n") == [("column-unnamed", "")]
    assert faults("id,name,,\n1,A,x,\n") == [("row-ragged", "1,A,x,")]


def test_a_mark_that_is_not_closed_is_reported_at_its_cell():
    text = 'id,name,x\n1,"Juan,3\n2,Ana,4\n'
    assert faults(text) == [("row-stray-quote", '"Juan')]
    assert len(rows(text)) == 2


def test_a_file_without_names_of_columns_is_read_by_what_stands_in_them():
    text = "p1,Maria,maria@example.org,Nepal\np2,Imran,imran@example.org,India\n"
    assert faults(text) == [("header-missing", "p1,Maria,maria@example.org,Nepal")]
    assert read(text)[0].columns == ("id", "name", "email", "country")
    assert rows(text)[0] == ["p1", "Maria", "maria@example.org", "Nepal"]
    assert [str(each.path) for each in read(text)[0].participants] == [
        "participants[0]",
        "participants[1]",
    ]


def test_a_file_in_which_nothing_can_be_told_apart_has_this_one_fault():
    text = "17,18\n19,20\n"
    assert faults(text) == [("header-missing", "17,18")]
    assert rows(text) == []


def test_a_header_in_another_language_is_a_header():
    roster, _ = read("nom;prénom\nReyes;Ana\n")
    assert roster.participants[0].name == "Ana Reyes"


def test_the_titles_of_a_list_may_stand_below_its_heading():
    text = "List of participants,,\n,,\nNo.,Name,Country\n1,Ana,Nepal\n"
    roster, source = read(text)
    assert [(each.name, each.values["country"]) for each in roster.participants] == [
        ("Ana", "Nepal")
    ]
    span = source.locate(Place(roster.participants[0].path / "name"))
    assert source.lines.text[span.start : span.end] == "Ana"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b" \n\n\t\n", "is empty"),
        (b'""\n', "is empty"),
        (b",,\n,,\n", "is empty"),
        (b"PK\x03\x04" + bytes(100), "damaged"),
        (b"%PDF-1.7\n", "a PDF"),
        (bytes(range(256)) * 20, "not a table of text"),
        (bytes(4096), "not a table of text"),
        (b"x" * (64 * 1024 * 1024 + 1), "too large"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_table_is_refused_in_one_sentence(content, words):
    with pytest.raises(OgpError, match=words):
        read(content)


def check_all(content: bytes) -> None:
    """Read it, and find the place of everything that is reported and of every cell."""
    try:
        roster, source = read(content)
    except OgpError:
        return
    text = source.lines.text
    for fault in roster.faults:
        for place in (fault.place, *(each for each, _ in fault.related)):
            span = source.locate(place)
            assert 0 <= span.start <= span.end <= len(text)
            source.lines.position(span.start)
    for person in roster.participants:
        assert tuple(person.values) == roster.columns


@given(st.binary(max_size=400))
@example(b'id,name\n1,"\n')
@example(b"\xff\xfea")
@example(b"sep=,\n")
@example(b"sep=,")
def test_reading_any_bytes_ends_in_a_roster_or_in_one_sentence(content):
    check_all(content)


@given(st.text(st.sampled_from('idname@12 ,;|\t"\r\n=\0é'), max_size=200))
def test_reading_any_table_ends_in_a_roster_or_in_one_sentence(text):
    check_all(b"id,name,email\n" + text.encode())
    check_all(text.encode("utf-16"))


LETTERS = st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffd\ufeff")
CELLS = st.text(LETTERS | st.sampled_from("\n\r\t"), max_size=8)


@given(st.lists(st.tuples(CELLS, CELLS), max_size=6), st.sampled_from(",;\t"))
def test_every_cell_is_found_at_its_place(people, delimiter):
    quoted = [['"' + cell.replace('"', '""') + '"' for cell in row] for row in people]
    lines = [delimiter.join(("id", "name")), *(delimiter.join(row) for row in quoted)]
    roster, source = read("\n".join(lines))
    for person in roster.participants:
        for column, value in person.values.items():
            span = source.locate(Place(person.path / column))
            written = source.lines.text[span.start : span.end]
            assert written[1:-1].replace('""', '"').strip() == value
