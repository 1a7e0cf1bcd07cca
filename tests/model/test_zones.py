"""Time zones: names, changes of the clock, and the hour elsewhere."""

from datetime import date

import pytest

from ogpworkshop.model.zones import is_unknown, local, nearest_zone, shift, zone


@pytest.mark.parametrize("name", ["Asia/Manila", "UTC", "America/Argentina/Buenos_Aires"])
def test_names_of_the_database_are_known(name):
    assert not is_unknown(name)


@pytest.mark.parametrize(
    "name", ["Manila", "Asia/Manilla", "PST8", "+08:00", "../etc/passwd", "", "\0"]
)
def test_anything_else_is_not(name):
    assert is_unknown(name)


@pytest.mark.parametrize(
    ("text", "meant"),
    [("Manila", "Asia/Manila"), ("Asia/Manilla", "Asia/Manila"), ("asia/manila", "Asia/Manila"),
     ("New York", "America/New_York"), ("Atlantis", None), ("GMT+8", None)],
)  # fmt: skip
def test_a_city_or_a_slip_leads_to_the_zone(text, meant):
    assert nearest_zone(text) == meant


@pytest.mark.parametrize(
    ("day", "minutes"),
    [(date(2017, 3, 26), 60), (date(2017, 10, 29), -60), (date(2017, 8, 7), 0), (date.max, 0)],
)
def test_the_day_on_which_clocks_change_is_told(day, minutes):
    assert shift("Europe/Brussels", day) == minutes


def test_without_a_zone_no_clock_changes():
    assert shift(None, date(2017, 3, 26)) == 0
    assert zone(None) is None


def test_an_hour_is_shown_as_clocks_elsewhere_show_it():
    assert local("Asia/Manila", date(2017, 8, 7), 9 * 60, "America/Bogota") == 20 * 60
    assert local("Asia/Manila", date(2017, 8, 7), 9 * 60, "Atlantis") is None
