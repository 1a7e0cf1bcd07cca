"""QR codes of badges: what is put together from bits is what the whole text would give."""

import re

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from ogpworkshop.render.qr import qr_code

ASCII = st.characters(min_codepoint=1, max_codepoint=127)


def _dark(drawing: str) -> set[tuple[int, int]]:
    """Row and column of every dark module."""
    runs = re.findall(r"M(\d+) (\d+)\.5h(\d+)", drawing)
    return {
        (int(row) - 2, int(column) - 2 + step)
        for column, row, length in runs
        for step in range(int(length))
    }


def _dark_of(code: segno.QRCode) -> set[tuple[int, int]]:
    return {(i, j) for i, row in enumerate(code.matrix) for j, bit in enumerate(row) if bit}


@given(st.text(ASCII, min_size=1, max_size=14))
def test_the_code_of_an_id_is_that_of_the_standard(text: str) -> None:
    whole = segno.make_qr(text.encode(), error="m", boost_error=False, mask=0, mode="byte")

    assert _dark(qr_code(text)) == _dark_of(whole)


@pytest.mark.parametrize("text", ["", "P-2017-000000000000123", "Өлзий", "BEGIN:VCARD\r\nFN:Ana"])
def test_any_other_text_has_a_code_with_its_best_mask(text: str) -> None:
    whole = segno.make_qr(text, error="m", boost_error=False, encoding="utf-8")

    assert _dark(qr_code(text)) == _dark_of(whole)
