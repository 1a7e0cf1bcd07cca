"""Paper for badges."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ogpworkshop.errors import OgpError
from ogpworkshop.render.stock import known, stock_of


@pytest.mark.parametrize("name", known())
def test_every_stock_fits_on_its_sheet_and_no_card_covers_another(name):
    stock = known()[name]
    assert stock.left + (stock.columns - 1) * stock.pitch_x + stock.width <= stock.paper_width
    assert stock.top + (stock.rows - 1) * stock.pitch_y + stock.height <= stock.paper_height
    assert stock.pitch_x >= stock.width
    assert stock.pitch_y >= stock.height


@given(st.integers(30, 297), st.integers(30, 297), st.sampled_from(["a4", "letter"]))
def test_any_size_that_fits_is_laid_out_inside_the_paper(width, height, paper):
    try:
        stock = stock_of(f"{width}x{height}", paper)
    except OgpError:
        assert width > 210 or height > 279
        return
    assert min(stock.left, stock.top) >= -1e-9
    assert stock.left * 2 + stock.columns * width == pytest.approx(stock.paper_width)
    assert not stock.is_cut


def test_a_printer_that_is_off_is_answered_by_a_nudge():
    moved = stock_of("avery-l4785", "a4", "1.5,-0.5")
    assert (moved.left, moved.top) == (18, 13)
    assert (moved.nudge_x, moved.nudge_y) == (1.5, -0.5)


def test_eight_measures_describe_any_stock():
    stock = stock_of("60,40,3,6,10,15,64,44", "a4")
    assert (stock.columns, stock.rows, stock.pitch_y) == (3, 6, 44)


WRONG = [
    ("avery-l4875", "", "there is no stock", "“avery-l4785”"),
    ("10x10", "", "10 × 10 mm are not printed", "30 mm"),
    ("400x50", "", "400 × 50 mm are not printed", "paper"),
    ("60,40,3,6,10,15,50,44", "", "do not fit on the sheet, or cover each other", "pitch_x"),
    ("60,40,3,9,10,15,64,44", "", "do not fit on the sheet", "mm"),
    ("86x55", "much", "“much” does not say how far", "1.5,-0.5"),
    ("86x55", "99,0", "“99,0” does not say how far", "1.5,-0.5"),
]


@pytest.mark.parametrize(("name", "nudge", "said", "meant"), WRONG)
def test_what_cannot_be_cut_from_the_paper_is_said(name, nudge, said, meant):
    with pytest.raises(OgpError, match=said) as caught:
        stock_of(name, "a4", nudge)
    assert meant in caught.value.remedy
