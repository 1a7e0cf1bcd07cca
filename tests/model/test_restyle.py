"""Times are written as those around them, and read back as the same."""

from hypothesis import given
from hypothesis import strategies as st

from ogpworkshop.model.restyle import slot, spelled
from ogpworkshop.model.time import DAY
from ogpworkshop.read.notation import read_slot

STYLES = ("24:", "24.", "24h", "24", "12:", "12.", "12")


def test_each_style_is_kept():
    written = [spelled(9 * 60 + 30, style) for style in STYLES]
    assert written == ["09:30", "09.30", "9h30", "09:30", "9:30 am", "9.30 am", "9:30 am"]


def test_noon_and_midnight_are_words_on_the_clock_of_twelve_hours():
    assert slot(12 * 60, DAY, "12:") == "12 noon-midnight"


@given(st.integers(0, DAY - 2), st.integers(1, 600), st.sampled_from(STYLES))
def test_what_is_written_is_read_back(start: int, minutes: int, style: str):
    end = min(start + minutes, DAY - 1)
    read = read_slot(slot(start, end, style))
    assert (read.start, read.end) == (start, end)
    assert read.style[2:] in {style[2:] or ":", ""}
