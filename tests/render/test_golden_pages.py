"""What stands on every page of every document of the founding workshop, kept in `tests/files/golden`.

`pytest tests/render/test_golden_pages.py --update-expected` writes it anew.
"""

from pathlib import Path

import pypdfium2
import pytest

from ogpworkshop import __version__
from ogpworkshop.render import documents
from ogpworkshop.render.selecting import narrowing

GOLDEN = Path(__file__).resolve().parents[1] / "files" / "golden"
CATALOGUE = documents.documents()
PAGES = [
    *((name, "pdf", {}) for name, each in CATALOGUE.items() if "pdf" in each.formats),
    ("programme", "pdf", {"layout": "days"}),
    ("programme", "pdf", {"layout": "pocket"}),
    ("group-lists", "pdf", {"by": "room"}),
    ("group-lists", "pdf", {"by": "person"}),
    ("itineraries", "pdf", {"size": "card"}),
    ("badges", "pdf", {"back": "programme"}),
    ("badges", "pdf", {"test": True}),
    ("sign-in", "pdf", {"columns": "donor"}),
    ("name-tents", "pdf", {"stock": "avery-5305"}),
    *(
        (name, output, {})
        for name, each in CATALOGUE.items()
        for output in ("md", "txt")
        if output in each.formats
    ),
]
_FEW = 6


def called(name, output, options):
    chosen = "-".join(str(value) for value in options.values() if value is not True)
    parts = (name, chosen, *(key for key, value in options.items() if value is True))
    return f"{'-'.join(part for part in parts if part)}.{output}.txt"


def pages_of(content, output):
    if output != "pdf":
        return content.decode()
    document = pypdfium2.PdfDocument(content)
    pages = [each.get_textpage().get_text_range().replace("\r\n", "\n") for each in document]
    document.close()
    return "".join(
        f"--- page {number}\n{text.rstrip()}\n" for number, text in enumerate(pages, 1)
    ).replace("\ufffe", "-")


@pytest.mark.parametrize(
    ("name", "output", "options"), PAGES, ids=[called(*each) for each in PAGES]
)
def test_pages_say_what_they_said(name, output, options, whole, update_expected):
    few = narrowing("person", [each.id for each in whole[1].coming[:_FEW]])
    selection = few if "person" in CATALOGUE[name].narrowed else None
    made = documents.render(name, output, *whole, options=options, selection=selection)
    assert made.warnings == ()
    found = pages_of(made.content, output).replace(__version__, "VERSION")
    file = GOLDEN / called(name, output, options)
    if update_expected:
        file.parent.mkdir(exist_ok=True)
        file.write_text(found, "utf-8")
    assert found == file.read_text("utf-8"), f"--update-expected writes {file.name} anew"


def test_every_page_that_is_kept_is_compared():
    assert {file.name for file in GOLDEN.glob("*")} == {called(*each) for each in PAGES}
