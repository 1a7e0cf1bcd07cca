"""Documents about people: itineraries, badges, name tents, sign-in sheets."""

import io
import re

import pypdf
import pypdfium2
import segno

from ogpworkshop.render import documents
from ogpworkshop.render.filters import filters_for
from ogpworkshop.render.selecting import Selection, each_of, select
from ogpworkshop.render.trusted import TypstSource
from ogpworkshop.render.view import Member
from ogpworkshop.render.viewing import view_of

FILTERS = filters_for(TypstSource)


def pages_of(rendered):
    document = pypdfium2.PdfDocument(rendered.content)
    pages = [each.get_textpage().get_text_range() for each in document]
    document.close()
    return pages


def test_an_itinerary_tells_group_room_and_companions_of_each_session(whole):
    agenda, _, plan = whole
    seen = view_of(*whole, parts=["itineraries"])
    person = next(each for each in seen.people if each.id == "p01")
    stops = {stop.title: stop for day in person.days for stop in day.stops}
    own = next(
        seat
        for seat in plan.placements
        if (seat.session, seat.participant) == ("what-works", "p01")
    )
    stop = stops["What Works? What Doesn't and Why?"]
    assert stop.group == f"Group {own.group}"
    assert stop.topic == own.topic
    assert stop.place == agenda.room_name(own.room)
    beside = {
        seat.name
        for seat in plan.placements
        if (seat.session, seat.group) == ("what-works", own.group) and seat.participant != "p01"
    }
    assert set(stop.companions) == beside


def test_an_itinerary_names_what_somebody_does(founding, participants):
    seen = view_of(founding, participants, parts=["itineraries"])
    chair = next(each for each in seen.people if each.name == "Maya Tamang")
    tasks = {stop.title: stop.task for day in chair.days for stop in day.stops}
    assert tasks["Wrap-up Discussion"] == "Chair"
    assert tasks["Coffee Break"] == ""


def test_whoever_comes_on_one_day_has_that_day_alone(agenda_of, participants):
    agenda = agenda_of(
        "days:\n- {date: 2017-08-07, sessions: [{time: 09:00-10:00, title: One}]}\n"
        "- {date: 2017-08-08, sessions: [{time: 09:00-10:00, title: Two}]}\n"
    )
    seen = view_of(agenda, participants, parts=["itineraries", "present"])
    partly = [each for each in seen.people if len(each.days) == 1]
    assert partly
    for person in partly:
        there = [day.date for day in seen.present if person.id in {each.id for each in day.people}]
        assert len(there) == 1


def test_each_participant_has_one_page(whole):
    pages = pages_of(documents.render("itineraries", "pdf", *whole))
    coming = whole[1].coming
    assert len(pages) == len(coming)
    for person in coming:
        assert sum(text.lstrip().startswith(person.name) for text in pages) == 1


def test_one_person_alone_is_printed(whole):
    chosen = select(whole[0], whole[1], people=["sadia anjum"])
    pages = pages_of(documents.render("itineraries", "pdf", *whole, selection=chosen))
    assert len(pages) == 1
    assert "Sadia Anjum" in pages[0]


def test_pocket_cards_are_four_to_a_page(whole):
    pages = pages_of(documents.render("itineraries", "pdf", *whole, options={"size": "card"}))
    assert len(pages) == -(-len(whole[1].coming) // 4)


def test_badges_begin_where_the_sheet_is_still_whole(whole):
    sheets = pages_of(documents.render("badges", "pdf", *whole, options={"stock": "a4-8xa7"}))
    assert len(sheets) == 6
    used = pages_of(
        documents.render("badges", "pdf", *whole, options={"stock": "a4-8xa7", "skip": 5})
    )
    assert len(used) == 7
    assert used[0].count("Regional workshop") == 3


def test_badges_for_a_label_printer_are_one_to_a_page(whole):
    made = documents.render("badges", "pdf", *whole, options={"stock": "dymo-99015"})
    box = pypdf.PdfReader(io.BytesIO(made.content)).pages[0].mediabox
    assert (round(box.width / 72 * 25.4), round(box.height / 72 * 25.4)) == (70, 54)


def test_backs_follow_their_fronts(whole):
    pages = pages_of(
        documents.render("badges", "pdf", *whole, options={"back": "programme", "qr": "id"})
    )
    assert len(pages) == 10
    assert "Elevator Pitch" in pages[1]
    assert "Elevator Pitch" not in pages[0]


def test_a_code_holds_the_id_or_a_card_without_an_address(founding, participants):
    made = documents.render("badges", "pdf", founding, participants, options={"qr": "vcard"})
    assert b"example.org" not in made.content
    card = FILTERS["vcard"](Member(name="Ana; Bo, Jr", organisation="A\\B\nC", id="p1"))
    assert card.split("\r\n") == [
        "BEGIN:VCARD", "VERSION:3.0", r"FN:Ana\; Bo\, Jr", r"N:Ana\; Bo\, Jr;;;;", r"ORG:A\\B C",
        "END:VCARD",
    ]  # fmt: skip


def test_a_code_is_a_picture_in_a_string_that_nothing_can_end():
    for text in ("p01", 'a"b\\', "शेख", "<svg>"):
        code = FILTERS["qr"](text)
        assert code.startswith("\"<svg xmlns='http://www.w3.org/2000/svg' ")
        assert code.endswith('</svg>"')
        assert not re.search(r'(?<!\\)"', code[1:-1])


def test_a_code_draws_the_modules_it_is_made_of():
    matrix = segno.make_qr("p01", error="m", boost_error=False, encoding="utf-8", mask=0).matrix
    drawn = set()
    for x, y, length in re.findall(r"M(\d+) (\d+)\.5h(\d+)", FILTERS["qr"]("p01")):
        drawn |= {(int(y) - 2, int(x) - 2 + step) for step in range(int(length))}
    assert drawn == {
        (y, x) for y, row in enumerate(matrix) for x, module in enumerate(row) if module
    }


def test_tents_have_the_name_once_for_those_who_listen(whole):
    made = documents.render("name-tents", "pdf", *whole)
    outline = pypdf.PdfReader(io.BytesIO(made.content)).outline
    assert len(outline) == len(whole[1].coming)


def test_sign_in_sheets_are_alphabetical_with_room_for_five_more(whole):
    made = documents.render("sign-in", "pdf", *whole)
    text = " ".join(pages_of(made))
    day = text.split("Day 2")[0]
    numbers = [int(each) for each in re.findall(r"^(\d+)\b", day, re.MULTILINE)]
    expected = view_of(*whole, parts=["present"]).present[0].people
    assert max(numbers) == len(expected) + 5


def test_days_and_rooms_are_found_by_whatever_they_are_called(whole):
    agenda, roster, _ = whole
    chosen = select(agenda, roster, rooms=["HALL", "room 1"], days=["tuesday"])
    assert chosen == Selection(rooms=frozenset({"Auditorium", "Room 1"}), days=frozenset({1}))
    pages = pages_of(documents.render("door-signs", "pdf", *whole, selection=chosen))
    assert len(pages) == 2


def test_there_is_a_selection_for_each(whole):
    agenda, roster, _ = whole
    everybody = list(each_of("person", agenda, roster, Selection()))
    assert len(everybody) == len(roster.coming)
    assert [name for name, _ in each_of("day", agenda, roster, Selection())] == [
        "2017-08-07",
        "2017-08-08",
    ]


def test_doors_tell_the_groups_of_the_plan_and_without_one_those_of_the_agenda(whole):
    for plan in (whole[2], None):
        seen = view_of(whole[0], whole[1], plan, parts=["doors"])
        door = next(each for each in seen.doors if each.room == "Room 1")
        details = [use.detail for use in door.uses]
        assert "Group 1: Agenda setting" in details
        starts = [use.start for use in door.uses]
        assert starts == sorted(starts)
