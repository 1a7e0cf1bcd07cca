"""Documents about sessions: worksheets, run sheets, cue cards, certificates, counts, tables, charts."""

import re
from itertools import pairwise

import pypdfium2

from ogpworkshop.model.path import ROSTER
from ogpworkshop.model.roster import Participant, Roster
from ogpworkshop.render import documents
from ogpworkshop.render.selecting import select
from ogpworkshop.render.viewing import view_of


def pages_of(name, workshop, **more):
    document = pypdfium2.PdfDocument(documents.render(name, "pdf", *workshop, **more).content)
    pages = [" ".join(each.get_textpage().get_text_range().split()) for each in document]
    document.close()
    return pages


def test_each_group_has_a_worksheet_with_its_people_and_the_questions(whole):
    seen = view_of(*whole)
    pages = pages_of("worksheets", whole)
    sheets = [(each, group) for each in seen.rounds for group in each.groups]
    assert len(pages) == len(sheets)
    for text, (each, group) in zip(pages, sheets, strict=True):
        assert group.label in text
        assert all(member.name in text for member in group.members)
        assert all(question.split(",")[0][:30] in text for question in each.questions)


def test_without_groups_there_is_a_worksheet_for_each_session_that_divides(founding):
    pages = pages_of("worksheets", (founding, None, None))
    assert len(pages) == len([each for each in founding.breakouts if each.same_as is None])


def test_one_session_alone_has_its_worksheets(whole):
    chosen = select(whole[0], None, sessions=["The Elevator Pitch"])
    pages = pages_of("worksheets", whole, selection=chosen)
    assert len(pages) == 6
    assert all("The Elevator Pitch" in text for text in pages)


def test_the_run_sheet_has_notes_materials_and_the_time_since_the_start(founding):
    first, second = pages_of("run-sheet", (founding, None, None))
    assert "Collect expectations on cards" in first
    assert "cards, pens, two pin boards" in first
    assert re.search(r"17:00 – 17:30 30 min 9:00 Wrap-up Discussion", first)
    assert "Innovation Lab" in second


def test_slack_is_what_is_free_before_the_next_session(agenda_of):
    agenda = agenda_of(
        "days:\n- sessions:\n  - {time: 09:00-10:00, title: A}\n  - {time: 10:15-11:00, title: B}\n"
        "  - {time: 08:00-18:00, title: Desk, background: true}\n  - {title: C}\n"
    )
    sessions = view_of(agenda, audience="organiser").days[0].sessions
    told = {each.title: (each.length, each.elapsed, each.slack) for each in sessions}
    assert told["A"] == ("1 h", "1:00", "15 min")
    assert told["B"] == ("45 min", "2:00", "")
    assert told["Desk"] == ("10 h", "", "")


def test_chairs_have_a_card_for_each_session_and_cards_for_the_time_left(founding):
    pages = pages_of("cue-cards", (founding, None, None))
    assert pages[-1] == "Time is up"
    assert [min(text.split()) for text in pages[-4:-1]] == ["10", "5", "2"]
    cards = " ".join(pages[:-4])
    assert "Chair: Maya Tamang" in cards
    assert "Citizen Satisfaction Index, Pakistan 8 min" in cards


def test_certificates_name_those_who_sign(whole):
    pages = pages_of("certificates", whole, options={"signed": "Ana Cruz, Director, Asia; Bo Li"})
    assert len(pages) == len(whole[1].coming)
    assert "Ana Cruz Director, Asia" in pages[0]
    assert "Bo Li" in pages[0]


def roster_of(column, values):
    people = (
        Participant(ROSTER / n, f"p{n}", f"P {n}", {column: value})
        for n, value in enumerate(values)
    )
    return Roster((column,), tuple(people))


def counted(agenda, column, values):
    seen = view_of(agenda, roster_of(column, values), audience="organiser", parts=["tallies"])
    return [(each.label, each.count) for tally in seen.tallies[1:] for each in tally.counts]


def test_public_columns_are_counted_as_they_are(founding):
    assert counted(founding, "country", ["Nepal", "Nepal", "India", ""]) == [
        ("Nepal", "2"),
        ("India", "1"),
    ]


def test_small_numbers_of_sensitive_columns_are_not_told(founding):
    values = ["halal"] * 5 + ["vegan"] * 3 + ["no nuts"] * 2 + ["no fish"]
    assert counted(founding, "dietary", values) == [
        ("halal", "5"),
        ("vegan", "3"),
        ("no nuts", "fewer than 3"),
        ("no fish", "fewer than 3"),
    ]


def test_a_single_small_number_does_not_follow_from_the_others(founding):
    assert counted(founding, "gender", ["woman"] * 5 + ["man"] * 4 + ["other"]) == [
        ("woman", "5"),
        ("man", "3 or more"),
        ("other", "fewer than 3"),
    ]


def test_the_table_plan_seats_everybody_once_on_each_page(whole):
    pages = pages_of("table-plan", whole)
    seen = view_of(*whole)
    assert len(pages) == len(seen.rounds)
    for text, each in zip(pages, seen.rounds, strict=True):
        squeezed = text.replace(" ", "")
        for group in each.groups:
            assert all(member.name.replace(" ", "") in squeezed for member in group.members)


def test_the_wall_chart_is_to_scale_and_no_bar_covers_another(agenda_of):
    agenda = agenda_of(
        "days:\n- sessions:\n"
        + "".join(f"  - {{time: 09:{n}0-1{n}:00, title: T{n}, parallel: true}}\n" for n in range(6))
        + "  - {time: 16:00-17:00, title: Alone}\n  - {time: 17:00-17:00, title: Photo, marker: true}\n"
    )
    chart = view_of(agenda, parts=["charts"]).charts[0]
    assert (chart.start, chart.end) == (9 * 60, 17 * 60)
    bars = {bar.session.title: bar for bar in chart.bars}
    assert set(bars) == {"T0", "T1", "T2", "T3", "T4", "T5", "Alone"}
    assert (bars["Alone"].lane, bars["Alone"].lanes) == (0, 1)
    for lane in range(6):
        own = sorted((bar for bar in chart.bars if bar.lane == lane), key=lambda bar: bar.start)
        assert all(before.end <= after.start for before, after in pairwise(own))


def test_the_wall_chart_is_a_picture_too(hostile_workshop):
    made = documents.render("wall-chart", "svg", *hostile_workshop).content
    assert made.startswith(b"<svg ")
    assert documents.MARK.encode() in made
    assert b"<script" not in made
    assert b'role="img"><title>' in made
