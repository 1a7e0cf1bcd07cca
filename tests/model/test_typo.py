"""The slot that was probably meant, told from one wrong figure and the neighbours."""

from hypothesis import given
from hypothesis import strategies as st

from ogpworkshop.model.time import DAY
from ogpworkshop.model.typo import meant_slot

CLOCK = st.integers(0, DAY - 1)


def hm(text: str) -> int:
    hour, minute = text.split(":")
    return int(hour) * 60 + int(minute)


def test_a_wrong_hour_is_put_right_by_the_neighbours():
    assert meant_slot(hm("09:00"), hm("19:00"), None, hm("10:00")) == (hm("09:00"), hm("10:00"))
    assert meant_slot(hm("20:00"), hm("10:30"), hm("10:00"), hm("10:30")) == (600, 630)


def test_the_afternoon_is_found_twelve_hours_on():
    assert meant_slot(hm("01:00"), hm("02:00"), hm("13:00"), hm("15:00")) == (
        hm("13:00"),
        hm("14:00"),
    )


def test_two_slots_that_fit_alike_are_no_answer():
    assert meant_slot(hm("09:00"), hm("08:00"), None, None) is None


def test_nothing_fits_between_neighbours_that_touch():
    assert meant_slot(hm("15:00"), hm("16:00"), hm("10:00"), hm("10:00")) is None


@given(CLOCK, CLOCK, CLOCK, CLOCK)
def test_what_is_found_fits_and_has_a_length(start: int, end: int, after: int, before: int):
    found = meant_slot(start, end, after, before)
    assert found is None or after <= found[0] < found[1] <= before
