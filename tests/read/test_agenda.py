"""Reading agenda.yaml: what is sound is kept, everything else is a fault with its place."""

import random
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ogpworkshop.errors import OgpError
from ogpworkshop.model.path import Place
from ogpworkshop.read.agenda import LARGEST, read_agenda

FOUNDING = Path(__file__).parents[2] / "data" / "agenda.yaml"
PUBLISHED = Path(__file__).parents[1] / "files" / "manila-2017-as-published.yaml"


def read(text):
    return read_agenda(text.encode(), "agenda.yaml")


def placed(text):
    """Faults as (kind, line, the text at the place)."""
    agenda, source = read(text)
    found = []
    for fault in agenda.faults:
        span = source.locate(fault.place)
        found.append(
            (
                fault.kind,
                source.lines.position(span.start).line,
                source.lines.text[span.start : span.end],
            )
        )
    return found


def test_the_founding_agenda_is_read_whole():
    agenda, _ = read_agenda(FOUNDING.read_bytes(), "agenda.yaml")
    assert agenda.faults == ()
    assert [len(day.sessions) for day in agenda.days] == [10, 8]
    assert [day.date.isoformat() for day in agenda.days] == ["2017-08-07", "2017-08-08"]
    assert agenda.sessions[2].slot == "09:30-11:00"
    assert [talk.country for talk in agenda.sessions[2].written.talks] == [
        "Pakistan", "Mongolia", "Afghanistan", "Sri Lanka", "Philippines",
    ]  # fmt: skip
    assert len(agenda.breakouts) == 8
    assert agenda.breakouts[3].same_as == agenda.breakouts[2].session.id


def test_scalars_are_taken_as_written():
    agenda, _ = read(
        "people: {x: {name: 1_000, country: NO}}\ndays: [{sessions: [{time: 0900-0930, title: 007}]}]"
    )
    assert agenda.written.people["x"].country == "NO"
    assert agenda.written.people["x"].name == "1_000"
    assert agenda.sessions[0].title == "007"
    assert agenda.sessions[0].slot == "09:00-09:30"


def test_a_start_follows_from_the_session_before():
    agenda, _ = read(
        "days: [{sessions: [{time: 09:00-10:30, title: A}, {duration: 30m, title: Break},"
        " {duration: 1h, title: B}, {start: 13:00, end: 14:00, title: C}]}]"
    )
    assert [session.slot for session in agenda.sessions] == [
        "09:00-10:30", "10:30-11:00", "11:00-12:00", "13:00-14:00",
    ]  # fmt: skip


def test_a_list_of_starts_ends_where_the_next_one_begins():
    agenda, _ = read("days: [{sessions: [{time: 09:00, title: A}, {time: 10:00, title: B}]}]")
    assert [session.slot for session in agenda.sessions] == ["09:00-10:00", ""]
    assert not agenda.sessions[0].is_end_given


def test_an_afternoon_without_a_marker_is_told_from_the_row_and_remarked():
    agenda, _ = read(
        "days: [{sessions: [{time: '9:00 - 12:30', title: A}, {time: '1:30 - 3:00', title: B},"
        " {time: '3:00 - 5:00', title: C}]}]"
    )
    assert [session.slot for session in agenda.sessions] == [
        "09:00-12:30",
        "13:30-15:00",
        "15:00-17:00",
    ]
    assert [remark.kind for _, remark in agenda.remarks] == ["time-no-marker", "time-no-marker"]


def test_a_misspelt_key_is_placed_with_the_nearest_known_one():
    text = "workshop:\n  titel: Water\n"
    agenda, _ = read(text)
    assert placed(text) == [("key-unknown", 2, "titel")]
    assert agenda.faults[0].instead == "title"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("timezone: Asia/Manila\n", "“timezone” is not a key of the agenda but of its “workshop”"),
        (
            "days:\n- sessions:\n  - {title: Stations, topics: [Water, Soil], breakouts: {groups: 2}}\n",
            "“topics” is not a key of a session but of its “breakouts”",
        ),
        (
            "days:\n- sessions:\n  - {title: Cases, breakouts: {groups: 2, spread: country}}\n",
            "“spread” is not a key of “breakouts” but of its “criteria”",
        ),
        ("path: here\n", "“path” is not a key of the agenda"),
    ],
)
def test_a_key_one_level_too_high_is_told_where_it_belongs(text, message):
    agenda, _ = read_agenda(text.encode(), "agenda.yaml")
    assert [fault.message for fault in agenda.faults] == [message]


def test_the_second_of_two_equal_keys_is_placed():
    text = "workshop:\n  title: A\n  title: B\n"
    assert placed(text) == [("key-duplicate", 3, "title")]
    assert read(text)[0].workshop.title == "A"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("days:\n  sessions: Lunch\n", 1),
        ("days:\n  - sessions:\n    - Lunch\n", 3),
        ("days:\n  - sessions:\n    - {time: [9, 10], title: A}\n", 3),
        ("rooms:\n  a: {seats: many}\n", 2),
        ("rooms:\n  a: {seats: -3}\n", 2),
        ("workshop: hello\n", 1),
        ("- a\n- b\n", 1),
        ("days:\n  - sessions:\n    - title: A\n      parallel: perhaps\n", 4),
    ],
)
def test_a_value_of_another_kind_is_reported_where_it_stands(text, line):
    found = placed(text)
    assert [(kind, at) for kind, at, _ in found] == [("type-wrong", line)]


def test_a_session_that_cannot_be_read_costs_only_itself():
    agenda, _ = read("days:\n  - sessions:\n    - Lunch\n    - {time: 09:00-10:00, title: B}\n")
    assert [session.title for session in agenda.sessions] == ["B"]
    assert str(agenda.sessions[0].path) == "days[0].sessions[1]"


@pytest.mark.parametrize(
    "text",
    [
        "a: [1, 2\n",
        "a: b: c\n",
        "\tdays: []\n",
        "workshop:\n  title: 'open\n",
        "days: [\n",
        "%YAML 9.9\n---\n{",
        "a: *nothing\n",
        "a: 1\n---\nb: 2\n",
        "&a [*a]\n",
        "x: !<tag:y> {\n",
    ],
)
def test_text_that_is_no_yaml_gets_one_fault_with_a_place(text):
    found = placed(text)
    assert [kind for kind, _, _ in found] == ["yaml-syntax"]


def test_deep_nesting_is_refused_without_exhausting_the_stack():
    assert [kind for kind, _, _ in placed("[" * 100_000)] == ["yaml-syntax"]
    assert [kind for kind, _, _ in placed("- " * 100_000)] == ["yaml-syntax"]


def test_an_alias_bomb_is_refused():
    names = "abcdefghij"
    text = "x: &a [l, l, l, l, l, l, l, l, l]\n"
    for before, after in pairwise(names):
        text += f"{after}x: &{after} [" + ", ".join([f"*{before}"] * 9) + "]\n"
    agenda, _ = read(text + "check: {x: *j}\n")
    assert [fault.kind for fault in agenda.faults if fault.kind != "key-unknown"] == ["alias-limit"]


def test_anchors_and_merges_are_understood():
    agenda, _ = read(
        "rooms: {a: &room {name: A, seats: 10}, b: {<<: *room, name: B}}\n"
        "days: [{sessions: [{time: 09:00-10:00, title: X, speakers: &s [P]}, {duration: 1h, title: Y, speakers: *s}]}]"
    )
    assert agenda.faults == ()
    assert agenda.written.rooms["b"].seats == 10
    assert agenda.sessions[1].people[0].ref == "P"


@pytest.mark.parametrize("content", [b"", b"   \n# only a comment\n", b"null\n"])
def test_an_empty_agenda_says_what_is_missing(content):
    agenda, _ = read_agenda(content, "agenda.yaml")
    assert [fault.kind for fault in agenda.faults] == ["key-missing"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"workshop:\n  title: Caf\xe9\n", "agenda.yaml:2"),
        (b"PK\x03\x04\x00\x00\x00", "binary"),
        (b"x" * (LARGEST + 1), "MB"),
    ],
)
def test_what_is_no_text_is_refused_in_one_sentence(content, words):
    with pytest.raises(OgpError, match=words) as caught:
        read_agenda(content, "agenda.yaml")
    assert caught.value.remedy


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_an_agenda_is_read_in_utf8_and_with_any_byte_order_mark(encoding):
    text = "workshop:\n  titel: Été\n  title: Água\n"
    agenda, source = read_agenda(text.encode(encoding), "agenda.yaml")
    assert agenda.workshop.title == "Água"
    span = source.locate(agenda.faults[0].place)
    assert source.lines.position(span.start).line == 2
    assert source.lines.text[span.start : span.end] == "titel"


def test_the_quotes_of_a_value_are_kept_by_an_edit():
    agenda, source = read('days: [{sessions: [{time: "9:30: 11:00", title: A}]}]')
    place, remark = agenda.remarks[0]
    span, text = source.replace(Place(place.path), remark.instead)
    whole = source.lines.text
    assert whole[: span.start] + text + whole[span.end :] == (
        'days: [{sessions: [{time: "9:30-11:00", title: A}]}]'
    )


def _mutated(content, seed):
    rng = random.Random(seed)  # noqa: S311  reproducible damage, no secret
    data = bytearray(content)
    for _ in range(rng.randint(1, 8)):
        at = rng.randrange(len(data))
        action = rng.randrange(4)
        if action == 0:
            data[at] = rng.randrange(256)
        elif action == 1:
            del data[at : at + rng.randint(1, 200)]
        elif action == 2:
            piece = data[at : at + rng.randint(1, 120)]
            data[at:at] = piece
        else:
            data[at:at] = rng.choice(
                [b"\t", b": ", b"[", b"}", b"'", b"\n", b"- ", b"&a ", b"*a ", b"#"]
            )
    return bytes(data)


@settings(max_examples=150, deadline=None)
@given(st.integers(), st.sampled_from([FOUNDING, PUBLISHED]))
def test_a_damaged_agenda_is_read_or_refused_and_every_fault_has_a_place(seed, file):
    try:
        agenda, source = read_agenda(_mutated(file.read_bytes(), seed), "agenda.yaml")
    except OgpError:
        return
    size = len(source.lines.text)
    for fault in agenda.faults:
        span = source.locate(fault.place)
        assert 0 <= span.start <= span.end <= size + 1
    for place, _ in agenda.remarks:
        assert source.locate(place).end <= size


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80))
def test_any_text_is_read_or_refused(text):
    with suppress(OgpError):
        read_agenda(text.encode(), "agenda.yaml")
