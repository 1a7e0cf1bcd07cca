"""Latin texts in Arabic documents: their punctuation stays where it was written."""

import io
import zipfile

import page
import pytest

from ogpworkshop.render import documents
from ogpworkshop.render.bidi import isolate

APART = "\u2066What works?\u2069"


@pytest.mark.parametrize(
    "text", ["What works?", "1 h 30 min", "(draft) Plan", "Open بحث data", "Jr."]
)
def test_a_latin_text_that_would_be_shuffled_is_kept_apart(text):
    assert isolate(text) == f"\u2066{text}\u2069"


@pytest.mark.parametrize("text", ["", "Plan", "من يدفع؟", "بحث (Open)", "10:30", "ADB, Manila"])
def test_any_other_text_is_left_as_it_is(text):
    assert isolate(text) == text


def _agenda(agenda_of, language):
    return agenda_of(
        f"workshop: {{title: Open, language: {language}}}\n"
        "days:\n- sessions:\n  - {time: 09:00-10:00, title: What works?}\n"
    )


def _text(output, content):
    if output == "docx":
        return zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()
    return content.decode()


@pytest.mark.parametrize("output", ["html", "docx"])
def test_an_arabic_document_keeps_a_latin_title_together(output, agenda_of):
    made = documents.render("programme", output, _agenda(agenda_of, "ar"))
    assert APART in _text(output, made.content)


@pytest.mark.parametrize(("output", "language"), [("txt", "ar"), ("md", "ar"), ("html", "fr")])
def test_there_are_no_marks_where_they_would_be_seen_or_are_not_needed(output, language, agenda_of):
    made = documents.render("programme", output, _agenda(agenda_of, language))
    assert "What works?" in made.content.decode()
    assert "\u2066" not in made.content.decode()


def test_an_arabic_document_with_marks_is_accessible(agenda_of, tmp_path):
    made = documents.render("programme", "pdf", _agenda(agenda_of, "ar"))
    (tmp_path / "made.pdf").write_bytes(made.content)
    assert page.validate_pdf(str(tmp_path / "made.pdf"), profile="ua1").is_compliant


def test_names_with_marks_stand_where_they_stood(agenda_of, template):
    agenda = agenda_of(
        "workshop: {language: ar}\ndays:\n- sessions:\n"
        "  - {time: 09:00-10:00, title: B, questions: [Zoe, (Ana), Bo?]}\n"
    )
    made = template("{{ days[0].sessions[0].questions|sort|join(' ') }}", "txt", agenda)
    assert made.content.decode().split() == ["(Ana)", "Bo?", "Zoe"]
