"""What every document on paper has to cope with: nobody, one, five hundred; hostile and long texts."""

import re
from itertools import product

import page
import pypdfium2
import pytest

from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.path import PLAN, ROSTER
from ogpworkshop.model.plan import GroupPlan, Placement
from ogpworkshop.model.roster import Participant, Roster
from ogpworkshop.render import documents

CATALOGUE = documents.documents()
PAPER = [name for name, document in CATALOGUE.items() if "pdf" in document.formats]


def shown_by(parts):
    """Documents on paper that list people one by one."""
    return [
        name
        for name in PAPER
        if parts & {*CATALOGUE[name].shows} and "tallies" not in CATALOGUE[name].shows
    ]


OF_PEOPLE = shown_by({"people", "itineraries"})
OF_ALL = shown_by({"people", "itineraries", "present"})
CHOICES = [
    (name, {option: value})
    for name in PAPER
    for option, choice in CATALOGUE[name].options.items()
    for value in choice.values
    if value != choice.default
]


def made(name, workshop, tmp_path, *, warned="", **more):
    """The pages of a document as text, after its PDF was found accessible."""
    rendered = documents.render(name, "pdf", *workshop, **more)
    assert all(warned and each.startswith(warned) for each in rendered.warnings)
    file = tmp_path / "made.pdf"
    file.write_bytes(rendered.content)
    # By itself the checker follows a chain of no more than 256 bookmarks.
    limits = page.SafetyLimits(max_reference_depth=10_000)
    report = page.validate_pdf(str(file), profile="ua1", limits=limits)
    assert report.is_compliant, str(report)
    document = pypdfium2.PdfDocument(rendered.content)
    pages = [each.get_textpage().get_text_range() for each in document]
    document.close()
    return pages


def squeezed(text):
    return re.sub(r"[\s\u200b\u00ad\ufffe\ufffd-]", "", text)


@pytest.mark.parametrize("name", PAPER)
def test_the_founding_workshop_is_printed(name, whole, tmp_path):
    assert all(text.strip() for text in made(name, whole, tmp_path))


@pytest.mark.parametrize("name", PAPER)
def test_a_workshop_without_anything_gives_a_page_that_says_so(name, tmp_path):
    pages = made(name, (Agenda(), Roster(), GroupPlan()), tmp_path)
    # the cards that show the time left need no workshop
    assert len(pages) == (4 if name == "cue-cards" else 1)
    assert pages[0].strip()


@pytest.mark.parametrize(("name", "options"), CHOICES)
def test_every_choice_is_printed(name, options, whole, tmp_path):
    assert made(name, whole, tmp_path, options=options)


@pytest.mark.parametrize("name", PAPER)
def test_hostile_texts_are_printed_and_change_nothing(
    name, hostile_workshop, plain_workshop, tmp_path
):
    hostile = made(name, hostile_workshop, tmp_path)
    assert len(hostile) == pytest.approx(len(made(name, plain_workshop, tmp_path)), abs=2, rel=0.1)
    if name in OF_PEOPLE:
        shown = squeezed("".join(hostile))
        for person in hostile_workshop[1].participants:
            assert squeezed(person.name) in shown, person.name


@pytest.mark.parametrize("name", OF_PEOPLE)
def test_texts_of_templates_do_not_show_what_is_not_public(name, hostile_workshop):
    content = documents.render(name, "pdf", *hostile_workshop).content
    assert b"secret-" not in content


def crowd(count):
    """So many people in six groups of one session."""
    people = tuple(
        Participant(ROSTER / n, f"p{n}", f"Person Number{n}", {"organisation": f"Office {n % 40}"})
        for n in range(count)
    )
    seats = tuple(
        Placement(PLAN, "main", 1, n % 6 + 1, "", f"r{n % 6}", person.id, person.name)
        for n, person in enumerate(people)
    )
    return Roster(("organisation",), people), GroupPlan(seats)


MAIN = """
days:
- date: 2026-11-02
  sessions:
  - {id: main, title: Main, time: 09:00-10:00, room: hall, breakouts: {groups: 6}}
"""


@pytest.mark.parametrize(("name", "count"), [*product(OF_ALL, (1, 500))])
def test_one_person_and_five_hundred_are_all_there(name, count, agenda_of, tmp_path):
    pages = made(name, (agenda_of(MAIN), *crowd(count)), tmp_path)
    shown = squeezed("".join(pages))
    assert all(f"Number{n}" in shown for n in range(count))


LONG = "Chandrasekhara Venkata Subrahmanyan-Krishnamoorthy Wijesekera Mudiyanselage"
NAMES = (LONG, "Sukarno", "Ma", "Nguyễn Thị Minh Khai", "X" * 60, "Өнөрбаатар Цэцэгмаа")


@pytest.mark.parametrize("name", OF_ALL)
def test_long_short_and_single_names_stay_whole(name, founding, tmp_path):
    people = tuple(
        Participant(
            ROSTER / n, f"p{n}", text,
            {"organisation": "Ministry of Education, Science and Technology " * 3, "country": LONG},
        )
        for n, text in enumerate(NAMES)
    )  # fmt: skip
    workshop = (founding, Roster(("organisation", "country"), people), GroupPlan())
    pages = made(name, workshop, tmp_path, warned="letters too small to read easily")
    shown = squeezed("".join(pages))
    assert all(squeezed(text) in shown for text in NAMES)


@pytest.mark.parametrize("name", PAPER)
def test_on_letter_paper_and_from_right_to_left(name, participants, grouped, agenda_of, tmp_path):
    agenda = agenda_of("workshop: {title: A, language: ar, paper: letter}\n" + MAIN.lstrip())
    assert made(name, (agenda, participants, grouped), tmp_path)
