"""Word documents: whole, editable, and nothing in them acts."""

import builtins
import io
import re
import zipfile

import docx
import pytest

from ogpworkshop.errors import OgpError
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.plan import GroupPlan
from ogpworkshop.model.roster import Roster
from ogpworkshop.render import documents
from ogpworkshop.render.viewing import view_of

NAMES = [name for name, each in documents.documents().items() if "docx" in each.formats]


def opened(name, workshop, **more):
    return docx.Document(io.BytesIO(documents.render(name, "docx", *workshop, **more).content))


def texts(document):
    """Every paragraph, those in tables too."""
    paragraph, text = (docx.oxml.ns.qn(name) for name in ("w:p", "w:t"))
    return [
        "".join(part.text or "" for part in each.iter(text))
        for each in document.element.body.iter(paragraph)
    ]


def tags(document):
    return [
        (each.tag, each.get(docx.oxml.ns.qn("w:val")))
        for each in document.element.body.iter()
        if not each.tag.endswith("}t")
    ]


@pytest.mark.parametrize("name", NAMES)
def test_hostile_texts_are_text(name, hostile_workshop, plain_workshop):
    hostile, plain = (opened(name, workshop) for workshop in (hostile_workshop, plain_workshop))
    assert tags(hostile) == tags(plain)
    shown = re.sub(r"\s", "", "".join(texts(hostile)))
    if name != "programme":
        for person in hostile_workshop[1].participants:
            assert re.sub(r"[\s]", "", person.name) in shown, person.name
    assert "secret-" not in shown


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_workshop_gives_a_document_that_says_so(name):
    assert any(text.strip() for text in texts(opened(name, (Agenda(), Roster(), GroupPlan()))))


def test_the_programme_has_a_heading_for_each_day_and_a_row_for_each_session(founding):
    document = opened("programme", (founding, None, None))
    heads = [each.text for each in document.paragraphs if each.style.name == "Heading 1"]
    assert heads == ["Day 1 Monday 7 August", "Day 2 Tuesday 8 August"]
    rows = [row for table in document.tables for row in table.rows]
    assert len(rows) == len(founding.sessions) + 2
    assert document.core_properties.title == founding.workshop.title
    headers = document.element.body.iter(docx.oxml.ns.qn("w:tblHeader"))
    assert len(list(headers)) == 2


def test_the_sign_in_sheet_has_everybody_and_blank_lines(whole):
    document = opened("sign-in", whole, options={"blank": 3})
    seen = view_of(*whole, parts=["present"])
    assert [len(table.rows) for table in document.tables] == [
        1 + len(day.people) + 3 for day in seen.present
    ]


def test_the_file_tells_no_time_and_can_be_told_to_be_ours(founding):
    first, second = (documents.render("programme", "docx", founding).content for _ in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as made:
        assert made.testzip() is None
        assert made.comment == documents.MARK.encode()


def own(folder, text):
    """A template of one's own with this text."""
    target = folder / "programme"
    target.mkdir()
    document = docx.Document()
    document.add_paragraph(text)
    document.save(target / "programme.docx")
    return [folder]


def test_a_template_made_in_word_is_filled(founding, tmp_path):
    made = opened("programme", (founding,), templates=own(tmp_path, "At {{ workshop.venue }}"))
    assert texts(made) == ["At ADB Headquarters, Manila"]


MISTAKES = [
    ("{{ workshop.venu }}", "a workshop has no “venu”", "“venue”"),
    ("{% for %}", "", ""),
    ("{{ days[0].sessions[1].notes }}", "notes", ""),
    ("{{ ''.__class__.__mro__ }}", "", ""),
]


@pytest.mark.parametrize(("text", "said", "meant"), MISTAKES)
def test_a_mistake_in_a_template_is_said(text, said, meant, founding, tmp_path):
    with pytest.raises(OgpError, match=r"programme\.docx") as caught:
        documents.render("programme", "docx", founding, templates=own(tmp_path, text))
    assert said in caught.value.message
    assert meant in caught.value.remedy


def test_a_template_that_is_no_word_document_is_said(founding, tmp_path):
    (tmp_path / "programme").mkdir()
    for content in (b"", b"plain text", b"PK\x03\x04broken"):
        (tmp_path / "programme" / "programme.docx").write_bytes(content)
        with pytest.raises(OgpError, match="no Word document"):
            documents.render("programme", "docx", founding, templates=[tmp_path])


def test_without_the_package_it_is_said_how_to_get_it(founding, monkeypatch):
    real = builtins.__import__

    def without(name, *rest, **more):
        if name.startswith("docx"):
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(OgpError, match="not installed") as caught:
        documents.render("programme", "docx", founding)
    assert "ogpworkshop[docx]" in caught.value.remedy
