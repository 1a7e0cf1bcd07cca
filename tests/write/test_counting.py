"""Tables of who comes."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ogpworkshop.read.roster import read_roster
from ogpworkshop.write.counting import FEW, counts, tables


def roster(**numbers):
    rows = [value for value, number in numbers.items() for _ in range(number)]
    text = "id,name,gender,country\n" + "".join(
        f"p{at},N,{value},Nepal\n" for at, value in enumerate(rows)
    )
    return read_roster(text.encode(), "x.csv")[0]


def told(**numbers):
    return dict(counts(roster(**numbers), "gender").rows)


def test_a_small_count_takes_the_next_smallest_with_it():
    assert told(woman=9, man=5, other=1) == {"woman": "9", "man": FEW, "other": FEW}


@pytest.mark.parametrize("numbers", [{"woman": 9, "x": 1, "y": 1}, {"woman": 9, "x": 2, "y": 2}])
def test_small_counts_that_follow_from_their_sum_take_another_with_them(numbers):
    assert set(told(**numbers).values()) == {FEW}


def test_where_any_count_would_tell_none_is_told():
    assert counts(roster(x=1, y=1), "gender").is_withheld
    assert counts(roster(x=2), "gender").is_withheld


def test_what_is_not_told_is_in_the_order_of_the_alphabet():
    assert list(told(a=9, z=2, m=1)) == ["a", "m", "z"]


def test_what_is_public_is_counted_as_it_is_unless_the_agenda_says_otherwise():
    people = roster(woman=3)
    assert counts(people, "country").rows == (("Nepal", "3"),)
    text = "id,name,country\n1,A,Nepal\n2,B,India\n"
    assert counts(read_roster(text.encode(), "x.csv")[0], "country", "sensitive").is_withheld


def test_a_cell_with_several_values_counts_in_each():
    text = "id,name,languages\n1,A,Urdu; English\n2,B,English\n3,C,\n"
    found = counts(read_roster(text.encode(), "x.csv")[0], "languages")
    assert found.rows == (("English", "2"), ("Urdu", "1"), ("not given", "1"))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.integers(1, 6), min_size=1, max_size=5))
def test_no_hidden_count_follows_from_the_sum(numbers):
    """Whoever knows the sum of what is hidden finds two values at least for each."""
    people = {f"v{at}": number for at, number in enumerate(numbers)}
    found = counts(roster(**people), "gender")
    if found.is_withheld:
        assert any(number < 3 for number in numbers)
        return
    shown = dict(found.rows)
    assert all(shown[value] == str(people[value]) for value in shown if shown[value] != FEW)
    assert all(shown[value] == FEW for value, number in people.items() if number < 3)
    hidden = [value for value in shown if shown[value] == FEW]
    total = sum(people[value] for value in hidden)
    possible = [
        split
        for split in itertools.product(range(1, total + 1), repeat=len(hidden))
        if sum(split) == total and len(hidden) < 5
    ]
    for at in range(len(hidden)) if possible else ():
        assert len({split[at] for split in possible}) > 1


def test_tables_are_written_for_people_for_programs_and_for_pages():
    found = [counts(roster(woman=4, man=3), "gender")]
    assert tables(found, "7 people", "csv") == "column,value,people\ngender,woman,4\ngender,man,3\n"
    assert "| woman | 4 |" in tables(found, "7 people", "md")
    assert "woman" in tables(found, "7 people", "text")


def test_one_country_written_in_two_ways_is_counted_as_one():
    text = "id,name,country\np1,A,Viet Nam\np2,B,vietnam\np3,C,Viet Nam\np4,D,nepal\np5,E,Nepal\n"
    rows = counts(read_roster(text.encode(), "x.csv")[0], "country").rows
    assert rows == (("Viet Nam", "3"), ("Nepal", "2"))
