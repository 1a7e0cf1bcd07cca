"""The catalogue of documents, and what every document has to cope with."""

import builtins
import io

import page
import pypdf
import pypdfium2
import pytest

from ogpworkshop.errors import OgpError
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.path import PLAN, ROSTER
from ogpworkshop.model.plan import GroupPlan, Placement
from ogpworkshop.model.roster import Participant, Roster
from ogpworkshop.read.roster import read_roster
from ogpworkshop.render import documents
from ogpworkshop.render.reference import view_reference
from ogpworkshop.render.view import View


def choices_of(document):
    """The document as it is, and with each value of each of its options."""
    yield {}
    for name, choice in document.options.items():
        is_switch = isinstance(choice.default, bool)
        yield from ({name: value} for value in choice.values or (True, False)[:is_switch])


ALL = [
    (name, output, options)
    for name, document in documents.documents().items()
    for output in document.formats
    for options in choices_of(document)
]


def text_of(content):
    document = pypdfium2.PdfDocument(content)
    pages = [each.get_textpage().get_text_range() for each in document]
    document.close()
    return pages


def validated(content, folder):
    file = folder / "made.pdf"
    file.write_bytes(content)
    return page.validate_pdf(str(file), profile="ua1")


def test_the_catalogue_has_the_programme_and_the_group_lists():
    found = documents.documents()
    assert found["programme"].formats == ("pdf", "html", "docx", "md", "txt")
    assert found["group-lists"].formats[:2] == ("pdf", "html")
    assert {document.audience for document in found.values()} == {"public", "organiser"}
    for document in found.values():
        assert document.summary
        for output in document.formats:
            suffix = "docx" if output == "docx" else f"{documents.SUFFIXES[output]}.j2"
            template = f"{document.name}.{suffix}"
            assert (documents.shipped() / document.name / template).is_file()


@pytest.mark.parametrize(("name", "output", "options"), ALL)
def test_each_document_says_what_made_it(name, output, options, whole):
    made = documents.render(name, output, *whole, options=options)
    assert documents.MARK.encode() in made.content
    assert made.warnings == ()


@pytest.mark.parametrize(("name", "output", "options"), ALL)
def test_equal_content_gives_equal_bytes(name, output, options, whole):
    first, second = (
        documents.render(name, output, *whole, options=options).content for _ in range(2)
    )
    assert first == second


@pytest.mark.parametrize(("name", "output", "options"), ALL)
def test_an_empty_agenda_and_an_empty_plan_give_a_document(name, output, options, tmp_path):
    made = documents.render(name, output, Agenda(), Roster(), GroupPlan(), options=options)
    if output == "pdf":
        assert validated(made.content, tmp_path).is_compliant
        # the cards that show the time left need no workshop
        assert len(text_of(made.content)) == (4 if name == "cue-cards" else 1)
    assert made.content


AWKWARD = """
workshop: {timezone: Asia/Manila}
days:
  - title: Empty
  - date: 2026-11-02
    sessions:
      - {title: No time}
      - {time: 09:00-10:00}
      - {start: "11:00", title: Only a start}
      - {end: "13:00", title: Only an end}
      - {time: 14:00-14:00, marker: true, title: Family photo}
      - {time: 08:00-18:00, background: true, title: Registration desk}
      - {time: 15:00-16:00, parallel: true, title: A}
      - {time: 15:00-16:00, parallel: true, title: B, track: Health}
      - {time: 15:00-16:00, parallel: true, title: C}
      - {time: 15:00-16:00, parallel: true, title: D}
      - {time: 15:00-16:00, parallel: true, title: E}
      - {time: 15:00-16:00, parallel: true, title: F}
      - {time: 16:00-17:00, title: "TITLE"}
      - {time: 17:00-18:00, title: محادثات حول الحكومة المفتوحة, speakers: [NAMES]}
      - {time: 23:00-01:00, title: Night}
"""


@pytest.mark.parametrize("output", ["pdf", "html", "md", "txt"])
def test_awkward_agendas_are_printed_whole(output, agenda_of, tmp_path):
    names = [f"Chandrasekhara Venkata Subrahmanyan-Krishnamoorthy {n:02}" for n in range(40)]
    text = AWKWARD.replace("TITLE", "long " * 40).replace("NAMES", ", ".join(names))
    made = documents.render("programme", output, agenda_of(text))
    if output == "pdf":
        assert validated(made.content, tmp_path).is_compliant
        shown = "".join("".join(text_of(made.content)).split())
    else:
        shown = "".join(made.content.decode().split())
    for words in (
        "No sessions yet",
        "Title to be announced",
        "Time to be announced",
        "Night",
        *names,
    ):
        assert "".join(words.split()) in shown.replace("\\", "").replace("\ufffe", "-"), words
    assert made.warnings == ()


def test_a_session_longer_than_a_page_goes_on_on_the_next(agenda_of, tmp_path):
    words = " ".join(f"word{number}" for number in range(3000))
    made = documents.render(
        "programme", "pdf",
        agenda_of(f"days:\n- sessions:\n  - {{time: 09:00-10:00, title: Long, summary: {words}}}\n"),
    )  # fmt: skip
    pages = text_of(made.content)
    assert len(pages) > 2
    shown = "".join("".join(pages).split())
    assert all(f"word{number}" in shown for number in range(3000))
    assert validated(made.content, tmp_path).is_compliant


def crowd(count):
    people = [
        Participant(ROSTER / n, f"p{n}", f"Person Number {n}", {"organisation": f"Office {n % 40}"})
        for n in range(count)
    ]
    seats = [
        Placement(PLAN, "main", 1, n % 6 + 1, "", f"r{n % 6}", person.id, person.name)
        for n, person in enumerate(people)
    ]
    return Roster(("organisation",), tuple(people)), GroupPlan(tuple(seats))


@pytest.mark.parametrize("by", ["session", "room"])
@pytest.mark.parametrize("count", [1, 7, 60, 500])
def test_one_person_and_five_hundred_are_listed(count, by, agenda_of, tmp_path):
    agenda = agenda_of(
        "days:\n- sessions:\n  - {id: main, title: Main, time: 09:00-10:00, breakouts: {groups: 6}}\n"
    )
    roster, plan = crowd(count)
    made = documents.render("group-lists", "pdf", agenda, roster, plan, options={"by": by})
    shown = " ".join(" ".join(text_of(made.content)).split())
    assert all(person.name in shown for person in roster.participants)
    assert validated(made.content, tmp_path).is_compliant
    page_ = documents.render("group-lists", "html", agenda, roster, plan, options={"by": by})
    assert all(person.name in page_.content.decode() for person in roster.participants)


def test_the_programme_keeps_a_day_to_a_page(founding):
    pages = text_of(documents.render("programme", "pdf", founding).content)
    assert len(pages) == 3
    assert "At a glance" in pages[0]
    assert pages[1].count("Page 2 of 3") == 1
    assert "Arrival and Registration" in pages[1]
    assert "Wrap-up Discussion" in pages[1]
    assert "Closing" in pages[2]
    assert len(text_of(documents.render("programme", "pdf", founding, options={"compact": True}).content)) <= 3  # fmt: skip


def test_the_pdf_says_what_it_is(founding):
    made = documents.render("programme", "pdf", founding)
    reader = pypdf.PdfReader(io.BytesIO(made.content))
    assert reader.metadata.title == "Open Government for Improving Public Services in Asia"
    assert "ogpworkshop" in reader.metadata["/Keywords"]
    assert "/CreationDate" not in reader.metadata
    assert reader.trailer["/Root"]["/Lang"] == "en"
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert reader.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]


def test_the_outline_leads_to_each_day_and_session_once(founding):
    made = documents.render("programme", "pdf", founding)
    outline = pypdf.PdfReader(io.BytesIO(made.content)).outline
    titles = [each.title for each in flat(outline)]
    assert titles.count("The Elevator Pitch") == 1
    assert "Day 1 Monday 7 August" in titles
    work = [session for session in founding.sessions if not session.is_pause]
    assert len([each for each in titles if each]) == 1 + 2 + 2 + len(work)


def flat(outline):
    for each in outline:
        if isinstance(each, list):
            yield from flat(each)
        else:
            yield each


def test_headings_lists_and_links_of_the_pdf_are_tagged(founding):
    made = documents.render("programme", "pdf", founding)
    reader = pypdf.PdfReader(io.BytesIO(made.content))
    tags = list(tags_of(reader.trailer["/Root"]["/StructTreeRoot"]))
    assert tags.count("/H1") == 1
    assert tags.count("/H2") == 4
    assert tags.count("/H3") == len([each for each in founding.sessions if not each.is_pause])
    assert tags.count("/L") > 8


def tags_of(node):
    node = node.get_object()
    if "/S" in node:
        yield node["/S"]
    children = node.get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        if hasattr(child.get_object(), "get"):
            yield from tags_of(child)


def test_all_fonts_are_in_the_pdf_and_are_those_that_came_along(whole):
    for name in ("programme", "group-lists"):
        made = documents.render(name, "pdf", *whole)
        reader = pypdf.PdfReader(io.BytesIO(made.content))
        fonts = {}
        for each in reader.pages:
            for font in each["/Resources"]["/Font"].values():
                inner = font["/DescendantFonts"][0]
                fonts[str(inner["/BaseFont"])] = inner["/FontDescriptor"]
        assert fonts
        for name_, descriptor in fonts.items():
            assert "SourceSans3" in name_ or "SourceSerif4" in name_
            assert {"/FontFile2", "/FontFile3"} & set(descriptor)


def test_letters_that_no_font_has_are_a_warning_that_names_the_person(agenda_of):
    # Letters for private use, which fonts of a machine do not draw.
    lost = "\U000fa1b2\U000fa1b3"
    agenda = agenda_of(
        f"days:\n- sessions:\n  - {{title: x, time: 09:00-10:00, speakers: ['Ana {lost}', Bo]}}\n"
    )
    made = documents.render("programme", "pdf", agenda)
    assert made.content.startswith(b"%PDF")
    assert len(made.warnings) == 1
    assert f"“Ana {lost}”" in made.warnings[0]
    assert "Bo" not in made.warnings[0]


def test_letters_that_no_font_has_are_printed_as_code_numbers_and_never_as_boxes(
    agenda_of, tmp_path
):
    agenda = agenda_of(
        "days:\n- sessions:\n  - {title: x, time: 09:00-10:00, speakers: ['Ana \U000fa1b2é']}\n"
    )
    made = documents.render("programme", "pdf", agenda)
    text = pypdf.PdfReader(io.BytesIO(made.content)).pages[0].extract_text()
    assert "Ana FA1B2" in text.replace("\u00a0", " ")
    assert "é" in text
    file = tmp_path / "made.pdf"
    file.write_bytes(made.content)
    assert page.validate_pdf(str(file), profile="ua1").is_compliant


def test_a_warning_about_a_member_says_the_id(agenda_of):
    lost = "\U000fa1b2"
    agenda = agenda_of("days:\n- sessions:\n  - {id: main, title: x, time: 09:00-10:00}\n")
    people = tuple(Participant(ROSTER / n, f"p{n}", name, {}) for n, name in enumerate(("A", lost)))
    plan = GroupPlan(tuple(
        Placement(PLAN, "main", 1, 1, "", "", person.id, person.name) for person in people
    ))  # fmt: skip
    made = documents.render("group-lists", "pdf", agenda, Roster((), people), plan)
    assert f"“p1 {lost}”" in made.warnings[0]


def test_an_arabic_programme_runs_from_right_to_left(agenda_of):
    agenda = agenda_of(
        "workshop: {title: الحكومة المفتوحة, language: ar, timezone: Asia/Riyadh}\n"
        "days:\n- date: 2026-11-02\n  sessions:\n  - {time: 09:00-10:00, title: الافتتاح, room: القاعة}\n"
    )
    made = documents.render("programme", "html", agenda).content.decode()
    assert '<html lang="ar" dir="rtl">' in made
    pdf = documents.render("programme", "pdf", agenda)
    reader = pypdf.PdfReader(io.BytesIO(pdf.content))
    assert reader.trailer["/Root"]["/Lang"] == "ar"


def test_letter_paper_is_letter_paper(agenda_of):
    made = documents.render("programme", "pdf", agenda_of("workshop: {paper: letter}\n"))
    box = pypdf.PdfReader(io.BytesIO(made.content)).pages[0].mediabox
    assert (round(box.width), round(box.height)) == (612, 792)


MISUSES = [
    (("programm", "pdf"), {}, "there is no document “programm”", "Did you mean “programme”?"),
    (("badge-wall", "pdf"), {}, "there is no document “badge-wall”", "There are: "),
    (("programme", "odt"), {}, "“programme” is not made as “odt”", "It is made as pdf, html"),
    (("group-lists", "pdf"), {}, "“group-lists” cannot be made without a plan", ""),
    (("programme", "pdf"), {"compakt": True}, "has no option “compakt”", "“compact”"),
    (("programme", "pdf"), {"compact": "perhaps"}, "“compact” is either given or not", ""),
    (("group-lists", "pdf"), {"by": "colour"}, "“by” cannot be “colour”", "session, room"),
]


@pytest.mark.parametrize(("what", "options", "said", "meant"), MISUSES)
def test_a_misuse_is_answered_with_what_there_is(what, options, said, meant, founding):
    plan = GroupPlan() if options else None
    with pytest.raises(OgpError, match=said) as caught:
        documents.render(*what, founding, None, plan, options=options)
    assert meant in caught.value.remedy


def test_without_the_pdf_engine_the_web_page_is_offered(founding, monkeypatch):
    real = builtins.__import__

    def without_typst(name, *rest, **more):
        if name == "typst":
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without_typst)
    with pytest.raises(OgpError, match="PDF engine is not installed") as caught:
        documents.render("programme", "pdf", founding)
    assert "--format html" in caught.value.remedy


def test_a_folder_of_ones_own_adds_a_document(founding, tmp_path):
    folder = tmp_path / "poster"
    folder.mkdir()
    (folder / "document.toml").write_text(
        'title = "Poster"\naudience = "organiser"\nformats = ["txt"]\n'
    )
    (folder / "poster.txt.j2").write_text("{{ days[0].sessions[1].notes }}")
    assert "poster" in documents.documents([tmp_path])
    made = documents.render("poster", "txt", founding, templates=[tmp_path])
    assert made.content.startswith(b"Collect expectations")


@pytest.mark.parametrize(
    ("manifest", "said"),
    [
        ("title = ", "cannot be read as TOML"),
        ('title = "x"', "“formats” is missing"),
        ('title = "x"\nformats = ["doc"]', "“formats"),
        ('title = "x"\nformats = ["txt"]\ncolour = "red"', "“colour” is missing, misspelt"),
    ],
)
def test_a_manifest_with_a_mistake_is_named(manifest, said, tmp_path):
    folder = tmp_path / "poster"
    folder.mkdir()
    (folder / "document.toml").write_text(manifest)
    with pytest.raises(OgpError, match=said):
        documents.documents([tmp_path])


def test_every_field_of_the_view_is_described_on_the_reference_page():
    reference = view_reference()
    for name in View.__struct_fields__:
        assert f"| `{name}` |" in reference
    rows = [row for row in reference.splitlines() if row.startswith("| `")]
    assert len(rows) > 100
    assert all(row.split("|")[2].strip() for row in rows)


@pytest.mark.parametrize("output", ["html", "pdf"])
def test_people_without_ids_are_printed_by_name_alone(output, founding):
    roster, _ = read_roster(b"name\nMononym\n", "participants.csv")
    assert documents.render("programme", output, founding, roster).content
    assert documents.render("itineraries", output, founding, roster).content
