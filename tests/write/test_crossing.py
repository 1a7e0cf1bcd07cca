"""Tables of two columns at once tell on nobody."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from ogpworkshop.read.roster import read_roster
from ogpworkshop.write.counting import FEW, counts
from ogpworkshop.write.crossing import crossed


def roster(numbers):
    """A roster with so many people of each (country, gender)."""
    people = [pair for pair, number in numbers.items() for _ in range(number)]
    lines = [f"p{at},N,{country},{gender}" for at, (country, gender) in enumerate(people)]
    text = "\n".join(["id,name,country,gender", *lines]) + "\n"
    return read_roster(text.encode(), "x.csv")[0]


def told(numbers, **audiences):
    """(country, gender) → count, and the sums of both, as the table tells them."""
    table = crossed(roster(numbers), ("country", "gender"), audiences)
    return {
        (row[0], of): number
        for row in table.rows
        for of, number in zip(table.across, row[1:], strict=True)
    }


def test_large_counts_are_told_with_their_sums():
    shown = told(
        {("Nepal", "woman"): 4, ("Nepal", "man"): 5, ("India", "woman"): 3, ("India", "man"): 6}
    )
    assert shown["Nepal", "woman"] == "4"
    assert (shown["Nepal", "all"], shown["all", "woman"], shown["all", "all"]) == ("9", "7", "18")


def test_a_small_count_takes_others_of_its_row_and_its_column_with_it():
    shown = told(
        {
            ("Nepal", "woman"): 1,
            ("Nepal", "man"): 5,
            ("India", "woman"): 4,
            ("India", "man"): 6,
            ("Fiji", "woman"): 7,
            ("Fiji", "man"): 9,
        }
    )
    hidden = {cell for cell, number in shown.items() if number == FEW}
    assert hidden == {("Nepal", "woman"), ("Nepal", "man"), ("India", "woman"), ("India", "man")}


def test_that_all_of_a_country_are_women_is_not_told():
    shown = told(
        {
            ("Nepal", "woman"): 5,
            ("India", "woman"): 6,
            ("India", "man"): 8,
            ("Fiji", "woman"): 7,
            ("Fiji", "man"): 9,
        }
    )
    assert shown["Nepal", "man"] == shown["Nepal", "woman"] == FEW


def test_where_every_count_would_tell_nothing_is_told():
    people = roster({("Nepal", "woman"): 1, ("India", "man"): 1})
    assert crossed(people, ("country", "gender"), {}).is_withheld


def test_what_is_public_is_crossed_as_it_is():
    shown = told({("Nepal", "woman"): 1, ("India", "man"): 2}, gender="public")
    assert shown["Nepal", "man"] == "0"
    assert shown["India", "man"] == "2"


cells = st.dictionaries(
    st.sampled_from(list(itertools.product("ABC", "xyz"))), st.integers(1, 5), min_size=1
)


def possible(shown, down, across, people):
    """All tables of whole numbers that agree with every count and every sum that is told."""
    free = [cell for cell in itertools.product(down, across) if shown[cell] == FEW]
    most = {cell: min(bound(shown, cell, people), 8) for cell in free}
    for values in itertools.product(*(range(most[cell] + 1) for cell in free)):
        whole = dict(zip(free, values, strict=True))
        filled = {
            cell: whole[cell] if cell in whole else int(shown[cell])
            for cell in itertools.product(down, across)
        }
        rows = ((f"{sum(filled[row, to] for to in across)}", shown[row, "all"]) for row in down)
        columns = ((f"{sum(filled[row, to] for row in down)}", shown["all", to]) for to in across)
        if sum(filled.values()) == people and all(
            number in {FEW, total} for total, number in itertools.chain(rows, columns)
        ):
            yield whole


def bound(shown, cell, people):
    sums = (shown[cell[0], "all"], shown["all", cell[1]])
    return min(people if each == FEW else int(each) for each in sums)


@settings(max_examples=60, deadline=None)
@given(cells)
def test_no_hidden_count_follows_from_the_sums_of_rows_and_columns(numbers):
    people = roster(numbers)
    table = crossed(people, ("country", "gender"), {})
    if table.is_withheld:
        return
    shown = told(numbers)
    down = [value for value, _ in counts(people, "country").rows]
    across = [value for value, _ in counts(people, "gender").rows]
    hidden = [cell for cell in itertools.product(down, across) if shown[cell] == FEW]
    assert all(
        shown[cell] == FEW for cell in itertools.product(down, across) if numbers.get(cell, 0) < 3
    )
    if len(hidden) > 4:
        return
    found = list(possible(shown, down, across, sum(numbers.values())))
    for cell in hidden:
        assert len({each[cell] for each in found}) > 1
