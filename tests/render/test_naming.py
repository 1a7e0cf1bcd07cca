"""Names of files that come from data."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ogpworkshop.render.naming import distinct, file_name

CASES = [
    ("p01 Sadia Anjum", "p01-sadia-anjum"),
    ("../../etc/passwd", "etc-passwd"),
    ("..", "unnamed"),
    ("", "unnamed"),
    ("C:\\Windows\\system32", "c-windows-system32"),
    ("CON", "con-"),
    ("com1", "com1-"),
    ("Ørsted Ñandú", "ørsted-ñandú"),
    ("শেখ রাহমান", "শেখ-রাহমান"),
    ("a\x00b\nc", "a-b-c"),
    ("-rf", "rf"),
]


@pytest.mark.parametrize(("text", "name"), CASES)
def test_a_name_keeps_letters_and_digits(text, name):
    assert file_name(text) == name


@given(st.text())
def test_no_text_leads_out_of_the_folder(text):
    name = file_name(text)
    assert name
    assert Path(name).name == name
    assert not set(name) & set('/\\:*?"<>|. \x00')
    assert len(name.encode()) <= 81


@given(st.lists(st.text(alphabet="aAée\u0301-2", max_size=4)))
def test_no_two_names_are_one_on_any_system(texts):
    names = list(distinct(map(file_name, texts)))
    assert len(names) == len(texts)
    folded = {unicodedata.normalize("NFD", name.casefold()) for name in names}
    assert len(folded) == len(names)
