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
    # of values counted there can be fewer: some of the texts are lists
    as_told = set if name == "attendance" else list
    assert as_told(tags(hostile)) == as_told(tags(plain))
    shown = re.sub(r"\s", "", "".join(texts(hostile)))
    if name not in {"programme", "attendance", "run-sheet"}:
        for person in hostile_workshop[1].participants:
            assert re.sub(r"[\s]", "", person.name) in shown, person.name
    assert "secret-" not in shown


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_workshop_gives_a_document_that_says_so(name):
    assert any(text.strip() for text in texts(opened(name, (Agenda(), Roster(), GroupPlan()))))


def test_the_programme_has_a_heading_for_each_day_and_a_row_for_each_session(founding):
    document = opened("programme", (founding, None, None))
    heads = [each.text for each in document.paragraphs if each.style.name == "Heading 1"]
    assert heads == ["Objectives", "Day 1 Monday 7 August", "Day 2 Tuesday 8 August"]
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


@pytest.fixture
def in_word(tmp_path):
    """Fills a Word document made of paragraphs, each in pieces as Word keeps them, and of rows."""

    def fill(agenda, paragraphs, rows=()):
        made = docx.Document()
        for pieces in paragraphs:
            paragraph = made.add_paragraph()
            for piece in pieces:
                paragraph.add_run(piece)
        table = made.add_table(rows=0, cols=2)
        for cells in rows:
            for cell, text in zip(table.add_row().cells, cells, strict=True):
                cell.text = text
        (tmp_path / "programme").mkdir(exist_ok=True)
        made.save(str(tmp_path / "programme" / "programme.docx"))
        return opened("programme", (agenda, None, None), templates=[tmp_path])

    return fill


def test_tags_in_word_can_be_in_pieces_and_loops_stand_on_lines_of_their_own(in_word, founding):
    made = in_word(
        founding,
        [
            ("{{ work", "shop.ti", "tle }}"),
            ("{% for day", " in days %}"),
            ("{{ day", ".title }}"),
            ("{% endfor %}",),
            ("{% if workshop.venue %}",),
            ("In {{ workshop.venue }}",),
            ("{% endif %}",),
        ],
    )  # fmt: skip
    shown = [founding.workshop.title, "Day 1", "Day 2", f"In {founding.workshop.venue}"]
    assert [each.text for each in made.paragraphs] == shown


def test_a_loop_around_the_cells_of_a_row_repeats_the_row(in_word, founding):
    rows = [
        ("Time", "What"),
        ("{% for each in days[0].sessions %}{{ each.start }}", "{{ each.title }}{% endfor %}"),
    ]
    made = in_word(founding, [], rows)
    found = [tuple(cell.text for cell in row.cells) for row in made.tables[0].rows]
    seen = view_of(founding).days[0].sessions
    assert found == [("Time", "What"), *((each.start, each.title) for each in seen)]


MISTAKES = [
    ("To {{ workshop.titel }}, all", "a workshop has no “titel”", "Did you mean “title”?"),
    ("{{ workshop.title | nofilter }}", "there is no filter “nofilter”", ""),
    ("{% for day in days %}", "this “for” is opened and never closed", "End it: {% endfor %}."),
    ("Half {{ workshop.title", "a bracket too many or too few stands here", ""),
]


@pytest.mark.parametrize(("text", "said", "meant"), MISTAKES)
def test_a_mistake_in_word_is_shown_with_its_paragraph_and_the_nearest_name(
    text, said, meant, in_word, founding
):
    with pytest.raises(OgpError) as caught:
        in_word(founding, [("Before",), (text,), ("After {{ workshop.venue }}",)])
    assert f"programme.docx, in “{text}”: {said}" in caught.value.message
    assert caught.value.remedy == meant


def test_word_writes_arabic_from_right_to_left_on_the_paper_asked_for(agenda_of):
    agenda = agenda_of(
        "workshop: {title: A, language: ar, paper: letter}\n"
        "theme: {colour: '#7a1f1f'}\n"
        "days: [{sessions: [{time: 09:00-10:00, title: B}]}]\n"
    )
    made = opened("programme", (agenda, None, None))
    w = docx.oxml.ns.qn
    assert all(each.pPr.find(w("w:bidi")) is not None for each in made.element.body.iter(w("w:p")))
    assert made.tables[0]._tbl.tblPr.find(w("w:bidiVisual")) is not None  # noqa: SLF001
    assert round(made.sections[0].page_width.inches, 1) == 8.5
    assert "7A1F1F" in made.styles.element.xml
    assert "1D4477" not in made.styles.element.xml


def test_signatures_and_logo_of_the_folder_stand_in_word_documents(whole, tmp_path):
    pixel = bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154"
        "789c63606060000000040001f61738550000000049454e44ae426082"
    )
    (tmp_path / "ana.png").write_bytes(pixel)
    options = {"signed": "Ana Cruz, Director, ana.png; Bo Li"}
    made = opened("certificates", whole, options=options, folder=tmp_path)
    assert len(made.inline_shapes) == len(whole[1].coming)
    assert 'descr="Ana Cruz"' in made.element.xml
    with pytest.raises(OgpError, match="outside the workshop's folder"):
        opened("certificates", whole, options={"signed": "A, ../ana.png"}, folder=tmp_path / "x")
