"""Cells of a table of text: their values, and where they stand."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ogpworkshop.model.path import Path, Place
from ogpworkshop.source.table import TableSource, defused, quoted, records, restored, scan
from ogpworkshop.source.text import Lines, Span

SIGNS = st.text(st.sampled_from("ab ,;\t\"\n\ré=+@-'"), max_size=12)


def source_of(text: str, columns: tuple[str, ...], delimiter: str = ",") -> TableSource:
    rows = [line for line, _, _ in records(Lines(text), delimiter)]
    return TableSource("t.csv", Lines(text), delimiter, columns, rows[0], rows[1:])


def at(*steps: str | int, key: bool = False, within: tuple[int, int] | None = None) -> Place:
    return Place(Path(("participants", *steps)), key=key, within=within)


def shown(source: TableSource, place: Place) -> str:
    span = source.locate(place)
    return source.lines.text[span.start : span.end]


@given(st.lists(st.lists(SIGNS, min_size=2, max_size=4), min_size=1, max_size=5))
def test_what_csv_writes_is_read_back_without_the_spaces_around_it(rows):
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)
    found = [cells for _, cells, _ in records(Lines(out.getvalue()), ",")]
    assert found == [[cell.strip() for cell in row] for row in rows]


@given(st.text(st.sampled_from('ab ,"\n\r\t;'), max_size=60), st.sampled_from(",;\t"))
def test_scanning_one_record_finds_the_cells_that_reading_all_of_them_found(text, delimiter):
    lines = Lines(text)
    for line, cells, strays in records(lines, delimiter):
        scanned, _ = scan(text, lines.starts[line], delimiter)
        assert [cell.value for cell in scanned] == (cells or [""])
        assert tuple(n for n, cell in enumerate(scanned) if cell.is_stray) == strays


@given(st.text(max_size=200))
def test_every_line_belongs_to_one_record_whatever_the_text(text):
    lines = [line for line, _, _ in records(Lines(text), ",")]
    assert lines == sorted(set(lines))


def test_a_quote_that_is_never_closed_costs_only_its_own_cell():
    text = 'id,name,x\n1,"Juan,3\n2,Ana,4\n3,Bo,5\n'
    found = [(cells, strays) for _, cells, strays in records(Lines(text), ",")]
    assert found[1:] == [
        (["1", '"Juan', "3"], (1,)),
        (["2", "Ana", "4"], ()),
        (["3", "Bo", "5"], ()),
    ]


def test_a_cell_beyond_the_limit_of_the_csv_module_is_read():
    long = "x" * 200_000
    found = [cells for _, cells, _ in records(Lines(f'a,b\n"{long}",2\n3,4\n'), ",")]
    assert found == [["a", "b"], [long, "2"], ["3", "4"]]


def test_a_place_leads_to_its_cell_its_row_its_header_and_its_column():
    source = source_of("id,name\n1, Juan \n\n2,Ana\n", ("id", "name"))
    assert shown(source, at(0, "name")) == "Juan"
    assert shown(source, at(2, "name")) == "Ana"
    assert shown(source, at(2)) == "2,Ana"
    assert shown(source, at()) == "id,name"
    assert shown(source, at("name")) == "name"
    assert shown(source, at(2, "name", key=True)) == "name"
    assert shown(source, at(0, "country")) == "1, Juan"
    assert shown(source, at(99)) == "id,name"


def test_characters_of_a_quoted_cell_are_found_behind_doubled_marks():
    source = source_of('id,name\n1,"a ""b"" cd"\n', ("id", "name"))
    assert shown(source, at(0, "name", within=(6, 8))) == "cd"


def test_a_row_over_several_lines_is_one_row():
    source = source_of('id,name\n1,"a\nb"\n2,c\n', ("id", "name"))
    assert shown(source, at(0)) == '1,"a\nb"'
    assert source.lines.position(source.locate(at(1, "name")).start).line == 4


@pytest.mark.parametrize(
    ("written", "value", "expected"),
    [
        ("Juan", "Ana", "Ana"),
        ("Juan", "Cruz, Ana", '"Cruz, Ana"'),
        ('"Juan"', "Ana", '"Ana"'),
        ("", "Ana", "Ana"),
        ("Juan", 'the "boss"', '"the ""boss"""'),
    ],
)
def test_a_new_value_is_quoted_where_the_file_needs_it(written, value, expected):
    source = source_of(f"id,name,x\n1,{written},2\n", ("id", "name", "x"))
    assert source.replace(at(0, "name"), value) == (Span(12, 12 + len(written)), expected)


def test_rows_and_cells_that_are_not_there_cannot_be_replaced():
    source = source_of("id,name,x\n1,Ana\n", ("id", "name", "x"))
    assert source.replace(at(0), "y") is None
    assert source.replace(at(0, "x"), "y") is None
    assert source.replace(at(0, "country"), "y") is None


@given(SIGNS)
def test_disarming_a_formula_can_be_undone(value):
    assert restored(defused(value)) == value
    assert defused(value)[:1] not in {"=", "+", "-", "@", "\t", "\r"}


@given(st.lists(SIGNS, min_size=2, max_size=4))
def test_a_quoted_cell_holds_what_was_quoted(cells):
    line = ",".join(quoted(cell) for cell in cells) + "\n"
    assert next(csv.reader(io.StringIO(line, newline=""))) == cells
