"""Which encoding a table of names is stored in."""

import pytest

from ogpworkshop.source.charset import decode_mixed, told


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "id,name\np1,José Muñoz\np2,Øystein Åsen\n"),
        ("cp1252", "François Lefèvre,São Tomé\n"),
        ("cp1252", "“quoted” – dash\n"),
        ("cp1252", "O’Brien,José\n"),
        ("cp1252", "JOSÉ MUÑOZ\nANDRÉ\n"),
        ("cp1250", "Łukasz Dvořák\nJán Šťastný,Győr\n"),
        ("cp1251", "id,name\np1,Иван Петров\np2,Анна Смирнова\n"),
        ("koi8_r", "Иван Петров\n"),
        ("cp932", "id,name\np1,山田太郎\np2,たなか\n"),
        ("gb18030", "id,name\np1,王小明\np2,李华\n"),
        ("big5", "id,name\np1,王小明\np2,李華\n"),
        ("euc_kr", "id,name\np1,김민수\np2,이영희\n"),
        ("cp1256", "محمد علي\nفاطمة\n"),
        ("cp874", "สมชาย ใจดี\n"),
        ("mac_roman", "id,name\np1,José Muñoz\n"),
    ],
)
def test_names_tell_the_encoding_they_are_stored_in(encoding, text):
    assert told(text.encode(encoding)) == encoding


def test_lines_of_another_encoding_in_a_file_of_utf_8_are_read_each_as_it_is():
    content = "José\nÅsa\nÖzlem\n".encode() + "Muñoz\n".encode("cp1252")
    assert told(content) == "mixed"
    assert decode_mixed(content) == "José\nÅsa\nÖzlem\nMuñoz\n"
