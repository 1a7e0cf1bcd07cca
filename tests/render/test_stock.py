"""Paper for badges."""

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ogpworkshop.errors import OgpError
from ogpworkshop.render import documents
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


@pytest.mark.parametrize(("paper", "size"), [("a4", (105, 148.5)), ("letter", (107.95, 139.7))])
def test_a_quarter_is_the_lower_right_of_a_sheet_that_stands(paper, size):
    stock = stock_of("quarter", paper)
    assert (stock.width, stock.height) == (stock.left, stock.top) == pytest.approx(size)
    assert stock.paper_width < stock.paper_height


def test_a_folded_sheet_has_the_badge_in_front_and_the_own_programme_behind(founding, participants):
    options = {"stock": "quarter", "back": "programme"}
    made = documents.render("badges", "pdf", founding, participants, options=options)
    first = pypdfium2.PdfDocument(made.content)[0]
    width, height = (side / 2 for side in first.get_size())
    text = first.get_textpage()

    def place(words):
        found = text.search(words).get_next()
        left, bottom, _, _ = text.get_charbox(found[0])
        return left, bottom

    assert place("Abdul") > (width, 0)
    assert place("Day 1") < (width, 0)
    assert max(place("Abdul")[1], place("Day 1")[1]) < height
    assert made.warnings == ()
