"""Groups for rows of a table, and the guide that shows them."""

import doctest
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ogpworkshop.groups
from ogpworkshop.errors import OgpError
from ogpworkshop.groups import assign_rows

ROOT = Path(__file__).parents[2]
PEOPLE = [
    {"id": f"p{i}", "country": "ABC"[i % 3], "role": ["expert", None][i % 4 > 0], "age": 20.0 + i}
    for i in range(24)
]


def test_the_examples_of_the_guide_do_what_they_say(monkeypatch):
    monkeypatch.chdir(ROOT)
    done = doctest.testfile(str(ROOT / "docs/guide/python.md"), module_relative=False)
    assert done.attempted > 20
    assert not done.failed


def test_the_examples_of_the_package_do_what_they_say():
    assert not doctest.testmod(ogpworkshop.groups).failed


def test_every_public_name_is_explained():
    for name in set(ogpworkshop.groups.__all__) - {"Level", "Plan"}:
        assert getattr(ogpworkshop.groups, name).__doc__


def test_rows_are_divided_as_asked():
    plan = assign_rows(
        PEOPLE, 4, 3, spread="country", balance=["age"], meet="new", need={"role": "expert"},
        apart=[["p1", "p2"]], effort="quick",
    )  # fmt: skip
    assert plan.array.shape == (3, 24)
    for groups in plan.array:
        assert np.bincount(groups).tolist() == [6, 6, 6, 6]
        assert groups[1] != groups[2]
        for g in range(4):
            members = [PEOPLE[i] for i in np.flatnonzero(groups == g)]
            assert any(each["role"] == "expert" for each in members)
            assert sorted(each["country"] for each in members) == list("AABBCC")


def test_columns_and_rows_give_the_same_groups():
    columns = {name: [row[name] for row in PEOPLE] for name in PEOPLE[0]}
    wishes = {"spread": "country", "effort": "quick", "seed": 3}
    assert (assign_rows(PEOPLE, 4, **wishes).array == assign_rows(columns, 4, **wishes).array).all()


def test_people_who_cancelled_have_no_group():
    rows = [{**row, "status": "cancelled" if row["id"] == "p3" else ""} for row in PEOPLE]
    plan = assign_rows(rows, 4, effort="quick")
    assert plan.array[0, 3] == -1
    assert plan.table()[3]["round 1"] is None
    assert sum(len(group) for group in plan.groups()) == 23


def test_earlier_plans_keep_people_apart():
    first = assign_rows(PEOPLE[:9], 3, meet="new", effort="quick")
    second = assign_rows(PEOPLE[:9], 3, meet="new", effort="quick", history=[first.plan])
    met = [plan.array[0][:, None] == plan.array[0][None, :] for plan in (first, second)]
    assert not np.triu(met[0] & met[1], 1).any()


def test_cells_of_all_sorts_are_read():
    rows = [{"x": [1, "a"]}, {"x": None}, {"x": float("nan")}, {"x": {"a", "b"}}, {"x": 2.0}]
    rows += [{"x": "=1+1"}, {"y": True}, {}]
    assert assign_rows(rows, 2, spread="x").array.shape == (1, 8)


@pytest.mark.parametrize(
    ("wishes", "message"),
    [
        ({"groups": 0}, "0 groups cannot be formed"),
        ({"groups": 99}, "99 groups, but only 24 people"),
        ({"groups": 2, "rounds": 0}, "0 rounds cannot be formed"),
        ({"groups": 2, "spread": "cuntry"}, "no column “cuntry”"),
        ({"groups": 2, "criteria": [{"spred": "country"}]}, "“spred” is no criterion"),
        ({"groups": 2, "criteria": [{"spread": 3}]}, "the value of “spread”"),
        ({"groups": 2, "key": "no"}, "no column no"),
        ({"groups": 2, "apart": [["p1", "p99"]]}, "p99"),
        ({"groups": 2, "balance": "country"}, "is not a number"),
        ({"groups": 2, "sizes": "3"}, "The sizes of “round 1”"),
        ({"groups": 2, "together": [[f"p{i}" for i in range(20)]]}, "must hold and cannot"),
    ],
)
def test_what_cannot_be_done_is_said(wishes, message):
    with pytest.raises(OgpError) as error:
        assign_rows(PEOPLE, **wishes)
    assert message in error.value.message


@pytest.mark.parametrize("rows", [[], [{"id": "a"}, {"id": "a"}], {"a": [1], "b": [1, 2]}])
def test_rows_that_make_no_roster_are_refused(rows):
    with pytest.raises(OgpError):
        assign_rows(rows, 1)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.fixed_dictionaries({"x": st.one_of(st.text(max_size=6), st.integers(), st.none())}),
        min_size=1,
        max_size=9,
    ),
    st.integers(1, 4),
)
def test_any_rows_get_groups_or_a_message(rows, groups):
    try:
        plan = assign_rows(rows, groups, spread="x", effort="quick")
    except OgpError:
        has_values = any(str(row["x"] or "").strip(" ;") for row in rows)
        assert groups > len(rows) or not has_values or ";" in str(rows)
    else:
        sizes = np.bincount(plan.array[0])
        assert sizes.max() - sizes.min() <= 1
