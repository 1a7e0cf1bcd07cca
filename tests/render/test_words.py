"""The fixed words of documents in other languages."""

import re
import tomllib

import msgspec
import pytest

from ogpworkshop.render import documents
from ogpworkshop.render.words import LANGUAGES, Words, words_in

TABLES = sorted(LANGUAGES.glob("*.toml"))
ENGLISH = msgspec.to_builtins(Words())


def test_french_spanish_indonesian_and_arabic_come_along():
    assert [table.stem for table in TABLES] == ["ar", "es", "fr", "id"]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_every_word_is_translated_and_none_is_left_over(table):
    words = tomllib.loads(table.read_text("utf-8"))
    assert set(words) == set(ENGLISH)
    for name, english in ENGLISH.items():
        own = words[name]
        if isinstance(english, dict):
            assert set(own) == set(english)
            assert all(own.values())
        else:
            assert own.strip() == own != ""
            assert sorted(re.findall(r"\{\w+\}", own)) == sorted(re.findall(r"\{\w+\}", english))


@pytest.mark.parametrize("tag", ["fr", "fr-CA", "FR_ca"])
def test_a_country_shares_the_words_of_its_language(tag):
    assert words_in(tag).room == "Salle"


@pytest.mark.parametrize("tag", ["en", "", "mn", "../secrets", "xx-YY", "a" * 300])
def test_a_language_without_words_has_the_english_ones(tag):
    assert words_in(tag[:200]) == Words()


SHOWN = {
    "fr": ("Heure locale de Manille", "Plénière", "lundi 7 août"),
    "es": ("Hora local de Manila", "Plenaria", "lunes, 7 de agosto"),
    "id": ("Waktu Manila", "Pleno", "Senin, 7 Agustus"),
    "ar": ("الأوقات بتوقيت", "جلسة عامة", "أغسطس"),
}


@pytest.mark.parametrize("language", SHOWN)
def test_a_programme_is_in_the_language_of_the_workshop(language, agenda_of):
    agenda = agenda_of(
        f"workshop: {{language: {language}, timezone: Asia/Manila}}\n"
        "days:\n- date: 2017-08-07\n  sessions:\n  - {time: 09:00-10:00, title: A, kind: plenary}\n"
    )
    made = documents.render("programme", "html", agenda).content.decode()
    for text in SHOWN[language]:
        assert text in made
    for english in ("Times are", "Plenary", "Made with"):
        assert english not in made
