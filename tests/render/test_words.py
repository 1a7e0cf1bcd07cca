"""The fixed words of documents in other languages."""

import re
import tomllib
from html.parser import HTMLParser

import msgspec
import pytest

from ogpworkshop.model.path import PLAN
from ogpworkshop.model.plan import GroupPlan, Placement
from ogpworkshop.read.agenda import read_agenda
from ogpworkshop.read.roster import read_roster
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
            assert own
            assert own == own.strip() or name in {"comma", "colon"}
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


def told(language, document="programme", output="txt"):
    """A document in a language, of a workshop whose texts do not matter."""
    agenda = read_agenda(DAYS.format(language).encode(), "agenda.yaml")[0]
    roster = read_roster("id,name\n1,ก\n2,ข\n".encode(), "participants.csv")[0]
    plan = GroupPlan(
        tuple(
            Placement(PLAN, "groups", 1, 1, "", "ห้อง", str(n), name)
            for n, name in ((1, "ก"), (2, "ข"))
        )
    )
    return documents.render(document, output, agenda, roster, plan).content.decode()


DAYS = """
workshop: {{title: ห, language: {}, timezone: Asia/Bangkok, venue: ก, organiser: ข, objectives: [ค]}}
days:
- date: 2026-11-30
  title: ก
  sessions:
  - {{time: 09:00-10:30, title: ข, kind: plenary, room: ห้อง, chair: ก, facilitators: [ก, ข], layout: ค}}
  - {{time: 23:00-00:30, id: groups, title: ค, materials: [ก, ข], breakouts: {{groups: 1, topics: [ก]}}}}
- {{date: 2026-12-01, title: ข, sessions: []}}
"""


def test_the_first_of_a_month_is_counted_in_french():
    assert "30 novembre – 1er décembre 2026" in told("fr")
    assert "mardi 1er décembre" in told("fr")
    assert "lundi 30 novembre" in told("fr")


def test_a_colon_has_a_space_before_it_in_french_alone():
    assert "Présidence\u00a0: </span>ก" in told("fr", output="html")
    assert "Preside: </span>ก" in told("es", output="html")


@pytest.mark.parametrize(("language", "listed"), [("ar", "ก، ข"), ("ur", "ก، ข"), ("id", "ก, ข")])
def test_the_parts_of_a_list_are_parted_as_in_its_language(language, listed):
    assert listed in re.sub("[\u2066-\u2069]", "", told(language))


@pytest.mark.parametrize(("language", "slot"), [("id", "09.00 – 10.30"), ("fr", "09:00 – 10:30")])
def test_hours_and_minutes_are_parted_as_in_the_language(language, slot):
    assert slot in told(language)


def test_lengths_are_in_the_words_of_the_language():
    assert "1 jam 30 menit" in told("id", "run-sheet")
    assert "1 س 30 د" in re.sub("[\u2066-\u2069]", "", told("ar", "run-sheet"))


class Spoken(HTMLParser):
    """The texts of a page, each with the language in which it is read out."""

    def __init__(self, page):
        super().__init__()
        self.open, self.texts = [("", "")], []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        if tag not in {"meta", "input", "br", "link", "img"}:
            self.open.append((tag, dict(attributes).get("lang", self.open[-1][1])))

    def handle_endtag(self, tag):
        while self.open.pop()[0] != tag:
            pass

    def handle_data(self, text):
        if self.open[-1][0] not in {"script", "style", "title"}:
            self.texts.append((text.strip(" :\n"), self.open[-1][1]))


PAGES = [name for name, each in documents.documents().items() if "html" in each.formats]


@pytest.mark.parametrize("name", PAGES)
def test_words_of_another_language_are_marked_on_every_page(name):
    spoken = Spoken(told("th", name, "html")).texts
    words = {each for each in ENGLISH.values() if isinstance(each, str)}
    words |= {each for table in ("kinds", "tasks", "asked") for each in ENGLISH[table].values()}
    fixed = [(text, language) for text, language in spoken if text in words]
    assert fixed
    assert [text for text, language in fixed if language != "en-GB"] == []
    assert {language for text, language in spoken if text in {"ก", "ข", "ค"}} <= {"th"}
