"""Windows of time and named dates as options give them."""

from datetime import date

import pytest

from ogpworkshop.model.care import named_dates, window


@pytest.mark.parametrize("text", ["12:15-12:45", "12:15 – 12:45", " 12:15-12:45 "])
def test_a_window_has_a_start_and_an_end(text):
    assert window(text) == (735, 765)


@pytest.mark.parametrize("text", ["noon", "12:45-12:15", "12:15", ""])
def test_what_is_no_window_is_none(text):
    assert window(text) is None


def test_dates_stand_alone_or_for_several_days_with_a_name_or_without():
    found = named_dates(("2018-11-07 Diwali", "2018-11-20/2018-11-21", "soon", "2018-13-01"))
    assert found == {
        date(2018, 11, 7): "Diwali",
        date(2018, 11, 20): "",
        date(2018, 11, 21): "",
    }


def test_a_slip_in_the_year_names_no_thousand_days():
    assert len(named_dates(("2018-01-01/2918-01-01",))) <= 401
