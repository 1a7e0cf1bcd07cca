"""Every document, every format, hostile text in every field: all of it is printed, none of it acts.

The oracle is structure: a document of hostile texts has exactly the elements of one of plain words.
"""

import io
import json
import re
import unicodedata
from html.parser import HTMLParser

import page
import pypdf
import pypdfium2
import pytest
from markdown_it import MarkdownIt

from ogpworkshop.render import documents
from ogpworkshop.render.viewing import view_of

PAGES = [("programme", {}), ("group-lists", {"by": "session"}), ("group-lists", {"by": "room"})]


class Structure(HTMLParser):
    """Elements with the names of their attributes, and the text that stands in them."""

    def __init__(self, content):
        super().__init__()
        self.elements = []
        self.text = []
        self.data = []
        self.inside = ""
        self.feed(content.decode())
        self.close()

    def handle_starttag(self, tag, attrs):
        self.inside = tag
        self.elements.append((tag, *(name for name, _ in attrs)))

    def handle_endtag(self, tag):
        del tag
        self.inside = ""

    def handle_comment(self, data):
        self.elements.append(("comment", data))

    def handle_data(self, data):
        (self.data if self.inside in {"script", "style"} else self.text).append(data)


def squeezed(text):
    return " ".join(text.split())


@pytest.mark.parametrize(("document", "options"), PAGES)
def test_a_page_of_hostile_texts_has_the_elements_of_a_plain_one(
    document, options, hostile_workshop, plain_workshop
):
    made = [
        Structure(documents.render(document, "html", *workshop, options=options).content)
        for workshop in (hostile_workshop, plain_workshop)
    ]
    assert made[0].elements == made[1].elements


def test_the_page_shows_every_text_as_it_is(hostile_workshop, texts_of):
    made = Structure(documents.render("programme", "html", *hostile_workshop).content)
    shown = squeezed(" ".join(made.text))
    for text in titles(hostile_workshop, texts_of):
        assert squeezed(text) in shown


def titles(workshop, texts_of):
    agenda = workshop[0]
    seen = view_of(agenda)
    return texts_of(tuple((each.title, each.summary) for day in seen.days for each in day.sessions))


def test_linked_data_is_one_script_that_holds_json(hostile_workshop):
    made = Structure(documents.render("programme", "html", *hostile_workshop).content)
    assert made.elements.count(("script", "type")) == 1
    # the page's script, the workshop as schema.org tells it, and the numbers of groups
    assert sum(element[0] == "script" for element in made.elements) == 3
    told = json.loads(next(text for text in made.data if text.startswith("{")))
    assert told["@type"] == "Event"
    assert len(told["subEvent"]) == 6
    assert told["subEvent"][0]["startDate"] == "2017-08-07T20:40:00+08:00"


def test_markdown_of_hostile_texts_has_the_blocks_of_plain_ones(hostile_workshop, plain_workshop):
    made = [
        documents.render("programme", "md", *workshop).content.decode()
        for workshop in (hostile_workshop, plain_workshop)
    ]
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    first, second = ([token.type for token in walk(parser.parse(text))] for text in made)
    assert first == second


def walk(tokens):
    for token in tokens:
        yield token
        yield from token.children or ()


def test_markdown_shows_every_text_as_it_is(hostile_workshop, texts_of):
    made = documents.render("programme", "md", *hostile_workshop).content.decode()
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    shown = " ".join(token.content for token in walk(parser.parse(made)) if token.type == "text")
    shown = re.sub(r"\s", "", shown)
    for text in titles(hostile_workshop, texts_of):
        assert re.sub(r"\s", "", text) in shown


def test_text_has_no_control_characters_and_no_turned_direction(filled):
    bad = "".join(
        map(chr, [*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), 0x2066, 0x2069])
    )
    agenda = filled([f"a{bad}b", "\x1b[31mred\x1b[0m", "a\r\nb", "\u202egnp.exe", "\ud800"])
    for output in ("txt", "md", "html"):
        made = documents.render("programme", output, agenda).content.decode()
        kept = {char for char in made if unicodedata.category(char) == "Cc"} - {"\n"}
        assert kept == set()
    assert "\u202e" not in documents.render("programme", "txt", agenda).content.decode()


def test_text_fits_78_columns(hostile_workshop, founding, filled):
    wide = filled(["漢字" * 60, "x" * 200, "a " * 150])
    for agenda in (hostile_workshop[0], founding, wide):
        for line in documents.render("programme", "txt", agenda).content.decode().splitlines():
            assert sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line) <= 78


@pytest.mark.parametrize(("document", "options"), PAGES)
def test_a_pdf_of_hostile_texts_shows_them_all_and_stays_accessible(
    document, options, hostile_workshop, tmp_path
):
    made = documents.render(document, "pdf", *hostile_workshop, options=options)
    assert made.warnings == ()
    report = page.validate_pdf(_saved(made, tmp_path), profile="ua1")
    assert report.is_compliant, str(report)
    shown = re.sub(r"[\s\u200b\ufffe]", "", _text(made.content))
    for text in hostile_workshop[0].sessions if document == "programme" else ():
        assert re.sub(r"[\s\u00ad]", "", text.title) in shown
    for person in hostile_workshop[1].participants if document == "group-lists" else ():
        assert re.sub(r"[\s\u00ad]", "", person.name) in shown


def _saved(made, folder):
    file = folder / "made.pdf"
    file.write_bytes(made.content)
    return str(file)


def _text(content):
    document = pypdfium2.PdfDocument(content)
    text = "".join(each.get_textpage().get_text_range() for each in document)
    document.close()
    return text


@pytest.mark.parametrize(("document", "options"), PAGES)
def test_the_outline_of_hostile_texts_is_that_of_plain_ones(
    document, options, hostile_workshop, plain_workshop
):
    made = [
        pypdf.PdfReader(
            io.BytesIO(documents.render(document, "pdf", *workshop, options=options).content)
        )
        for workshop in (hostile_workshop, plain_workshop)
    ]
    first, second = (shape(reader.outline) for reader in made)
    assert first == second


def shape(outline):
    return [shape(each) if isinstance(each, list) else 1 for each in outline]
