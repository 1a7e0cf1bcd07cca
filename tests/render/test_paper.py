"""What is asked of documents on paper: folding, cutting, fonts, warnings, options in the agenda."""

import io

import page
import pypdf
import pypdfium2
import pytest

from ogpworkshop.errors import OgpError
from ogpworkshop.model.path import ROSTER
from ogpworkshop.model.plan import GroupPlan
from ogpworkshop.model.roster import Participant, Roster
from ogpworkshop.render import documents
from ogpworkshop.render.compacting import compacted
from ogpworkshop.render.typefaces import Faces


def crowd(*names, **columns):
    people = tuple(
        Participant(ROSTER / n, f"p{n}", name, {"name": name, **columns})
        for n, name in enumerate(names)
    )
    return Roster(("name", *columns), people)


def places(content, number=0):
    """Each word of a page, its place from the upper left in millimetres, and whether it stands."""
    document = pypdfium2.PdfDocument(content)
    sheet = document[number]
    height = sheet.get_height()
    text = sheet.get_textpage()
    found = {}
    for at in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(at)
        word = text.get_text_bounded(left, bottom, right, top).strip()
        found.setdefault(word, ((left + right) / 2 / 72 * 25.4, (height - top) / 72 * 25.4))
    document.close()
    return found


def test_a_pocket_programme_is_one_sheet_in_the_order_that_folding_needs(agenda_of):
    days = "".join(
        f"- date: 2026-11-0{n}\n  sessions: [{{time: 09:00-10:00, title: Only{n}}}]\n"
        for n in range(1, 7)
    )
    agenda = agenda_of(f"workshop: {{title: Cover, venue: Here}}\ndays:\n{days}")
    made = documents.render("programme", "pdf", agenda, options={"layout": "pocket"})
    assert len(pypdf.PdfReader(io.BytesIO(made.content)).pages) == 1
    found = places(made.content)
    # pages 1 to 3 stand in the lower row behind the last one, 4 to 7 on their heads above, backwards
    quarter, middle = 297 / 4, 105
    rows = {"Cover": (1, True), "Only1": (2, True), "Only2": (3, True), "Only3": (3, False),
            "Only4": (2, False), "Only5": (1, False), "Only6": (0, False)}  # fmt: skip
    for word, (column, is_lower) in rows.items():
        x, y = found[word]
        assert (int(x // quarter), y > middle) == (column, is_lower), word


def test_a_programme_too_long_for_a_pocket_says_so(agenda_of):
    sessions = "".join(f"  - {{title: Session number {n}}}\n" for n in range(900))
    agenda = agenda_of(f"workshop: {{title: Much}}\ndays:\n- sessions:\n{sessions}")
    made = documents.render("programme", "pdf", agenda, options={"layout": "pocket"})
    assert made.warnings == ("not all of the text fits for “Much”; shorten it, or take more room",)


def test_days_alone_begin_a_page_each_without_a_cover(founding):
    made = documents.render("programme", "pdf", founding, options={"layout": "days"})
    pages = pypdf.PdfReader(io.BytesIO(made.content)).pages
    assert ["Day 1" in pages[0].extract_text(), "Day 2" in pages[1].extract_text()] == [True, True]
    assert len(pages) == 2


def test_groups_by_person_name_everybody_once_with_group_and_room(whole):
    made = documents.render("group-lists", "txt", *whole, options={"by": "person"})
    text = made.content.decode()
    person = whole[1].coming[0]
    assert text.count(f"\n{person.name}\n") == 1
    seats = [each for each in whole[2].placements if each.participant == person.id]
    assert seats
    block = text.split(f"\n{person.name}\n")[1].split("\n\n")[0]
    assert block.count("Group ") >= 1
    assert whole[0].room_name(seats[0].room) in block


@pytest.mark.parametrize("nudge", ["", "2,1"])
def test_the_back_of_a_badge_lies_behind_its_front(nudge, whole):
    options = {"back": "name", "stock": "avery-l4785", "nudge": nudge}
    made = documents.render("badges", "pdf", *whole, options=options)
    front, back = places(made.content, 0), places(made.content, 1)
    # turned over its long edge, the sheet is mirrored; what the printer is off by is not
    assert back["Abdul"][0] - front["Abdul"][0] == pytest.approx((210 - 18 - 80) - 18, abs=0.2)
    assert back["Adérito"][0] - front["Adérito"][0] == pytest.approx(
        (210 - 113 - 80) - 113, abs=0.2
    )
    assert back["Abdul"][1] == pytest.approx(front["Abdul"][1], abs=0.2)


@pytest.mark.parametrize("stock", ["butterfly-82x203", "avery-5305"])
def test_folded_stock_has_front_and_back_on_one_side(stock, whole):
    name = "badges" if stock.startswith("butterfly") else "name-tents"
    made = documents.render(name, "pdf", *whole, options={"stock": stock})
    per_page = 1 if name == "badges" else 2
    count = len(pypdf.PdfReader(io.BytesIO(made.content)).pages)
    assert count == -(-len(whole[1].coming) // per_page)


def test_uncertain_stock_is_told(whole):
    made = documents.render("badges", "pdf", *whole, options={"stock": "avery-l7418"})
    assert made.warnings[0].startswith("the measures of “Avery L7418, 55 x 86” are not certain")


def test_a_name_that_has_to_be_made_small_is_told_with_the_person(agenda_of):
    people = crowd("Ana", "Bo " + "Featherstonehaugh-Cholmondeley-Marjoribanks " * 3)
    made = documents.render("badges", "pdf", agenda_of("workshop: {title: A}"), people)
    assert len(made.warnings) == 1
    assert "Featherstonehaugh" in made.warnings[0]
    assert "Ana" not in made.warnings[0]


def test_a_sign_in_sheet_fills_in_what_all_may_see_and_asks_for_the_rest(agenda_of):
    people = crowd("Ana", position="Director", gender="nonbinary", email="ana@example.org")
    agenda = agenda_of(
        "days: [{date: 2026-11-02}]\nprint: {sign-in: {columns: [position, gender, email]}}"
    )
    made = documents.render("sign-in", "pdf", agenda, people)
    text = pypdf.PdfReader(io.BytesIO(made.content)).pages[0].extract_text()
    assert "Director" in text
    assert "W / M" in text
    assert "nonbinary" not in text
    assert "example.org" not in text


def test_the_agenda_sets_options_and_the_command_line_wins(agenda_of):
    agenda = agenda_of("print: {badges: {stock: dymo-99015, skip: 3}}")
    document = documents.documents()["badges"]
    chosen = documents.chosen_for(document, agenda, {"skip": "1"})
    assert (chosen["stock"], chosen["skip"], chosen["back"]) == ("dymo-99015", 1, "none")


MISTAKES = [
    ("{badges: {stok: a}}", "“badges” has no option “stok”", "“stock”"),
    ("{badge: {stock: a}}", "there is no document “badge”, which the agenda names", "“badges”"),
    ("{badges: {stock: avery}}", "there is no stock “avery”", "avery-"),
    ("{badges: {back: both}}", "“back” cannot be “both”", "programme"),
]


@pytest.mark.parametrize(("settings", "said", "meant"), MISTAKES)
def test_a_mistake_under_print_is_said(settings, said, meant, agenda_of):
    with pytest.raises(OgpError, match=said) as caught:
        documents.render("badges", "pdf", agenda_of(f"print: {settings}"), crowd("Ana"))
    assert meant in caught.value.remedy


def test_compact_pdfs_are_much_smaller_and_as_accessible(whole, tmp_path):
    plain = documents.render("itineraries", "pdf", *whole).content
    made = documents.render("itineraries", "pdf", *whole, is_compact=True).content
    assert len(made) < len(plain) / 3
    assert made == compacted(plain)
    file = tmp_path / "made.pdf"
    file.write_bytes(made)
    assert page.validate_pdf(str(file), profile="ua1").is_compliant
    assert b"ogpworkshop" in made


def test_fonts_of_a_folder_come_before_those_of_the_machine(tmp_path):
    faces = Faces((tmp_path,), is_wide=False)
    chain = faces.inputs(("", ""), "ja")["sans"]
    assert chain.startswith('["Source Sans 3", "Source Serif 4"')


def test_japanese_and_korean_workshops_get_their_own_letters_first():
    faces = Faces((), is_wide=False)
    faces.known = frozenset(
        {*faces.known, "Noto Sans CJK SC", "Noto Sans CJK JP", "Noto Sans CJK KR"}
    )
    order = {
        language: faces.inputs(("", ""), language)["sans"].partition("CJK ")[2][:2]
        for language in ("en", "ja", "ko")
    }
    assert order == {"en": "SC", "ja": "JP", "ko": "KR"}


def test_signatures_stand_on_certificates_from_the_workshops_folder_alone(whole, tmp_path):
    (tmp_path / "ana.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>')
    options = {"signed": "Ana Cruz, Director, ana.svg; Bo Li"}
    made = documents.render("certificates", "pdf", *whole, options=options, folder=tmp_path)
    text = pypdf.PdfReader(io.BytesIO(made.content)).pages[0].extract_text()
    assert "Director" in text
    assert "Bo Li" in text
    with pytest.raises(OgpError, match=r"the signature “\.\./ana\.svg” is outside"):
        documents.render(
            "certificates",
            "pdf",
            *whole,
            options={"signed": "A, ../ana.svg"},
            folder=tmp_path / "x",
        )


def test_cards_for_the_pocket_stand_several_to_a_sheet(founding, participants):
    counts = {
        size: len(
            pypdf.PdfReader(
                io.BytesIO(
                    documents.render(
                        "itineraries",
                        "pdf",
                        founding,
                        participants,
                        GroupPlan(),
                        options={"size": size},
                    ).content
                )
            ).pages
        )
        for size in ("card", "small")
    }
    people = len(participants.coming)
    assert counts == {"card": -(-people // 4), "small": -(-people // 8)}
