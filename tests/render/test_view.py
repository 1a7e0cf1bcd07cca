"""What templates see of a workshop, and what stays hidden from whom."""

from datetime import date

import pytest

from ogpworkshop.errors import OgpError
from ogpworkshop.model.path import PLAN
from ogpworkshop.model.plan import GroupPlan, Placement
from ogpworkshop.model.roster import Roster
from ogpworkshop.render.dates import calendar
from ogpworkshop.render.phrases import span_of
from ogpworkshop.render.view import HIDDEN, Session
from ogpworkshop.render.viewing import view_of
from ogpworkshop.render.words import Words


def test_the_founding_workshop_is_told_in_words(founding):
    seen = view_of(founding)
    assert seen.workshop.dates == "7–8 August 2017"
    assert seen.workshop.zone_note == "Times are Manila time (UTC+8)"
    assert [day.date_label for day in seen.days] == ["Monday 7 August", "Tuesday 8 August"]
    pitch = seen.days[0].sessions[2]
    assert (pitch.slot, pitch.kind_label, pitch.place) == ("09:30 – 11:00", "Talks", "Auditorium")
    assert (pitch.breakout.label, pitch.breakout.rooms) == ("6 groups", "Rooms 1–6")
    assert pitch.starts_at == "2017-08-07T09:30+08:00"
    assert [talk.country for talk in pitch.talks][:2] == ["Pakistan", "Mongolia"]
    assert pitch.roles[0].people[0].name == "Lualhati Reyes"


def test_a_kind_that_nobody_told_is_not_printed(agenda_of):
    seen = view_of(agenda_of("days:\n- sessions:\n  - {title: Morning}\n  - {title: Panel}\n"))
    assert [session.kind_label for session in seen.days[0].sessions] == ["", "Panel"]


def test_a_continued_session_keeps_its_title_without_the_word(founding):
    again = view_of(founding).days[0].sessions[8]
    assert (again.title, again.is_continuation) == ("Challenge Clinics", True)


@pytest.mark.parametrize(
    "title",
    ["Lab, continued", "Lab (contd.)", "Lab – Continued", "Lab cont’d", "Lab continuation", "LAB"],
)
def test_words_for_going_on_are_taken_off_a_title(title, agenda_of):
    seen = view_of(
        agenda_of(
            "days:\n- sessions:\n"
            "  - {title: Lab, id: lab, start: '09:00'}\n"
            f"  - {{title: '{title}', start: '10:00', continues: lab}}\n"
        )
    )
    assert seen.days[0].sessions[1].title.casefold() == "lab"


@pytest.mark.parametrize(
    ("session", "slot", "start", "end"),
    [
        ("time: 09:00-10:30", "09:00 – 10:30", "09:00", "10:30"),
        ("start: '09:00'", "09:00", "09:00", ""),
        ("end: '10:00'", "until 10:00", "", "10:00"),
        ("title: x", "", "", ""),
        ("time: 09:00-09:00, marker: true", "09:00", "09:00", ""),
        ("time: 23:00-01:00", "23:00 – 01:00", "23:00", "01:00"),
    ],
)
def test_as_much_of_a_time_is_printed_as_is_known(session, slot, start, end, agenda_of):
    seen = view_of(agenda_of(f"days:\n- date: 2026-11-02\n  sessions:\n  - {{{session}}}\n"))
    first = seen.days[0].sessions[0]
    assert (first.slot, first.start, first.end) == (slot, start, end)


def test_a_night_ends_on_the_next_day(agenda_of):
    seen = view_of(
        agenda_of(
            "workshop: {timezone: Asia/Kathmandu}\n"
            "days:\n- date: 2026-12-31\n  sessions:\n  - {time: 23:00-01:00, title: x}\n"
        )
    )
    assert seen.days[0].sessions[0].ends_at == "2027-01-01T01:00+05:45"


@pytest.mark.parametrize(
    ("zone", "language", "note"),
    [
        ("UTC", "en", "Times are UTC"),
        ("Asia/Kathmandu", "en", "Times are Kathmandu time (UTC+5:45)"),
        ("America/Port_of_Spain", "en", "Times are Port of Spain time (UTC−4)"),
        ("Asia/Manila", "fr", "Heure locale de Manille (UTC+8)"),
    ],
)
def test_the_zone_is_told_by_its_city_and_its_distance_from_utc(zone, language, note, agenda_of):
    text = f"workshop: {{timezone: {zone}, language: {language}}}\ndays: [{{date: 2026-11-02}}]\n"
    assert view_of(agenda_of(text)).workshop.zone_note == note


def test_a_distance_from_utc_that_changes_or_is_not_known_is_not_told(agenda_of):
    zone = "workshop: {timezone: Europe/Paris}\n"
    over_the_change = zone + "days: [{date: 2026-10-24}, {date: 2026-10-26}]\n"
    for text in (zone, over_the_change):
        assert view_of(agenda_of(text)).workshop.zone_note == "Times are Paris time"


@pytest.mark.parametrize("zone", ["Asia/Nowhere", "../../etc/passwd", "", "x" * 5000, "\\0"])
def test_a_zone_that_nobody_knows_is_left_out(zone, agenda_of):
    seen = view_of(
        agenda_of(
            f"workshop: {{timezone: '{zone}'}}\n"
            "days:\n- date: 2026-11-02\n  sessions:\n  - {time: 09:00-10:00, title: x}\n"
        )
    )
    assert seen.workshop.zone_note == ""
    assert seen.days[0].sessions[0].starts_at == "2026-11-02T09:00"


def test_sessions_stand_in_the_order_of_time_and_one_without_stays_where_it_is(agenda_of):
    seen = view_of(
        agenda_of(
            "days:\n- sessions:\n"
            "  - {time: 11:00-12:00, title: c}\n"
            "  - {title: d}\n"
            "  - {time: 09:00-10:00, title: a}\n"
            "  - {time: 09:00-10:30, title: b, parallel: true}\n"
        )
    )
    day = seen.days[0]
    assert [session.title for session in day.sessions] == ["a", "b", "c", "d"]
    assert [session.is_alongside for session in day.sessions] == [False, True, False, False]


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["Room 1", "Room 2", "Room 3"], "Rooms 1–3"),
        (["Room B1", "Room B2", "Room B3"], "Rooms B1–B3"),
        (["Salle 4", "Salle 5", "Salle 6"], "Salle 4–6"),
        (["Room 1", "Room 2"], "Room 1, Room 2"),
        (["Room 1", "Room 3", "Room 4"], "Room 1, Room 3, Room 4"),
        (["Narra", "Molave", "Room 3"], "Narra, Molave, Room 3"),
        (["1", "2", "3"], "1–3"),
        ([], ""),
    ],
)
def test_rooms_with_numbers_in_a_row_are_a_range(names, told):
    assert span_of(names, Words()) == told


@pytest.mark.parametrize(
    ("language", "first", "last", "told"),
    [
        ("en", date(2017, 8, 7), date(2017, 8, 8), "7–8 August 2017"),
        ("en", date(2017, 8, 31), date(2017, 9, 1), "31 August – 1 September 2017"),
        ("en", date(2017, 12, 31), date(2018, 1, 1), "31 December 2017 – 1 January 2018"),
        ("en", date(2017, 8, 7), date(2017, 8, 7), "7 August 2017"),
        ("en-AU", date(2017, 8, 7), date(2017, 8, 8), "7–8 August 2017"),
        ("fr", date(2017, 8, 7), date(2017, 8, 8), "7–8 août 2017"),
        ("es", date(2017, 8, 7), date(2017, 8, 8), "7–8 de agosto de 2017"),
        ("es", date(2017, 8, 31), date(2017, 9, 1), "31 de agosto – 1 de septiembre de 2017"),
        ("en-US", date(2017, 8, 7), date(2017, 8, 8), "August 7–8, 2017"),
        ("en-US", date(2017, 8, 31), date(2017, 9, 1), "August 31 – September 1, 2017"),
        ("ja", date(2017, 8, 7), date(2017, 8, 8), "2017年8月7–8日"),
        ("xx-nowhere", date(2017, 8, 7), date(2017, 8, 8), "7–8 August 2017"),
        ("", date(2017, 8, 7), date(2017, 8, 8), "7–8 August 2017"),
    ],
)
def test_what_two_dates_share_is_written_once(language, first, last, told):
    plain = calendar(language).dates(first, last).replace("\u2009", " ").replace("\xa0", " ")
    assert plain == told


def test_languages_have_their_direction_and_their_days():
    assert calendar("ar").direction == "rtl"
    assert calendar("id").day(date(2017, 8, 7)) == "Senin, 7 Agustus"
    assert calendar("en-US").day(date(2017, 8, 7)) == "Monday, August 7"


def test_participants_documents_have_no_notes_and_organisers_documents_do(founding):
    public = view_of(founding).days[0].sessions[1]
    inside = view_of(founding, audience="organiser").days[0].sessions[1]
    assert not hasattr(public, "notes")
    assert "cards" in inside.notes
    assert inside.materials[0] == "cards"
    assert HIDDEN[Session] >= {"notes", "materials"}
    assert not HIDDEN[Session] & set(public.__struct_fields__)


def everything(value):
    match value:
        case str():
            yield value
        case tuple():
            for each in value:
                yield from everything(each)
        case _ if hasattr(value, "__struct_fields__"):
            for name in value.__struct_fields__:
                yield from everything(getattr(value, name))
        case _ if hasattr(value, "values"):
            yield from everything(tuple(value.values()))


@pytest.mark.parametrize(
    ("audience", "seen", "hidden"),
    [
        ("public", {"country"}, {"email", "gender", "dietary", "access_needs", "experience", "languages"}),
        ("organiser", {"country", "experience", "languages"}, {"email", "gender", "dietary"}),
        ("sensitive", {"country", "experience", "email", "dietary"}, set()),
    ],
)  # fmt: skip
def test_columns_reach_only_their_audience(audience, seen, hidden, whole):
    view = view_of(*whole, audience=audience)
    member = view.rounds[0].groups[0].members[0]
    assert seen <= set(member.columns)
    assert hidden.isdisjoint(member.columns)
    for column in hidden:
        with pytest.raises(OgpError, match=column):
            member.columns[column]
        with pytest.raises(OgpError, match=column):
            member.columns.get(column)
    texts = " ".join(everything(view))
    addresses = any(person.values["email"] in texts for person in whole[1].participants)
    assert addresses == (audience == "sensitive")


def test_a_public_document_that_asks_for_a_sensitive_column_is_refused(
    template, founding, participants, grouped
):
    text = "{{ rounds[0].groups[0].members[0].columns.dietary }}"
    with pytest.raises(OgpError, match=r"programme.txt.j2:1: the column “dietary” is not for"):
        template(text, "txt", founding, roster=participants, plan=grouped)


def test_a_person_of_the_roster_named_by_id_is_printed_by_name(agenda_of, participants):
    agenda = agenda_of("days:\n- sessions:\n  - {title: x, speakers: [p01], chair: p02}\n")
    session = view_of(agenda, participants).days[0].sessions[0]
    assert session.presenters[0].name == "Sadia Anjum"
    assert session.presenters[0].organisation == "Provincial Service Delivery Unit"
    assert session.roles[0].people[0].name == "Imran Bukhari"
    assert view_of(agenda).days[0].sessions[0].presenters[0].name == "p01"


def test_two_parts_of_a_session_in_the_same_groups_are_one_list(founding, participants, grouped):
    rounds = view_of(founding, participants, grouped).rounds
    clinics = [each for each in rounds if each.title == "Challenge Clinics"]
    assert len(rounds) in {6, 8}
    assert clinics[0].when[0] == "Monday 7 August, 14:30 – 15:30"


def seats(session, people, room="hall"):
    return [
        Placement(PLAN, session, 1, number % 2 + 1, "", room, person, person)
        for number, person in enumerate(people)
    ]


def test_a_continuation_without_rows_of_its_own_shares_the_list(founding):
    plan = GroupPlan(tuple(seats("challenge-clinics", ["a", "b", "c"])))
    rounds = view_of(founding, None, plan).rounds
    assert len(rounds) == 1
    assert rounds[0].when == ("Monday 7 August, 14:30 – 15:30", "Monday 7 August, 16:00 – 17:00")


def test_a_continuation_that_moved_somebody_has_its_own_list(founding):
    rows = seats("challenge-clinics", "abc") + seats("challenge-clinics-2", "bac")
    rounds = view_of(founding, None, GroupPlan(tuple(rows))).rounds
    assert [len(each.when) for each in rounds] == [1, 1]


def test_a_plan_for_a_session_that_is_gone_is_still_printed(founding):
    rounds = view_of(founding, Roster(), GroupPlan(tuple(seats("gone", "ab", "")))).rounds
    assert (rounds[0].title, rounds[0].when) == ("gone", ())
    assert [group.members[0].name for group in rounds[0].groups] == ["a", "b"]
    assert view_of(founding, None, GroupPlan(tuple(seats("gone", "ab", "")))).rooms[0].name == (
        "Room to be announced"
    )


def test_rooms_stand_in_the_order_of_the_agenda(founding, participants, grouped):
    rooms = view_of(founding, participants, grouped).rooms
    assert [room.name for room in rooms] == [f"Room {number}" for number in range(1, 7)]
    assert rooms[0].location == "first floor"
    assert rooms[0].uses[0].title == "The Elevator Pitch"


def test_members_stand_by_name_with_roles_first(founding, participants, grouped):
    group = view_of(founding, participants, grouped).rounds[0].groups[0]
    assert group.members[0].role == "facilitator"
    names = [member.name for member in group.members if not member.role]
    assert names == sorted(names)
    assert group.size == "8 people"
