"""Which rows of a day cannot be right, and which run beside each other on purpose."""

from hypothesis import given
from hypothesis import strategies as st

from ogpworkshop.model.agenda import Day
from ogpworkshop.model.clash import clashes, culprits
from ogpworkshop.model.order import displaced, in_order, slips
from ogpworkshop.model.strand import accompanied
from ogpworkshop.read.agenda import read_agenda


def day(*rows: str) -> Day:
    text = "days:\n  - sessions:\n" + "".join(f"      - {{{row}}}\n" for row in rows)
    return read_agenda(text.encode(), "agenda.yaml")[0].days[0]


def pairs(sessions: Day) -> set[tuple[str, str]]:
    return {(clash.first.title, clash.second.title) for clash in clashes(sessions)}


@given(st.lists(st.integers(0, 20), max_size=12))
def test_the_longest_rising_series_is_kept(starts: list[int]):
    kept = in_order(starts)
    series = [starts[at] for at in sorted(kept)]
    assert series == sorted(series)
    best = [1] * len(starts)
    for at, value in enumerate(starts):
        best[at] = 1 + max((best[i] for i in range(at) if starts[i] <= value), default=0)
    assert len(kept) == max(best, default=0)


def test_of_two_rows_in_the_wrong_order_the_lower_one_is_displaced():
    found = displaced(day('time: "10:00-10:30", title: A', 'time: "09:00-09:15", title: B'))
    assert [each.session.title for each in found] == ["B"]


def test_the_row_that_joins_its_neighbours_is_the_right_one():
    found = displaced(
        day(
            'time: "09:00-10:00", title: A', 'time: "12:30-13:00", title: B',
            'time: "10:30-11:30", title: C', 'time: "11:30-12:00", title: D',
        )
    )  # fmt: skip
    assert [each.session.title for each in found] == ["B"]


def test_each_track_is_followed_by_itself():
    sessions = day(
        'time: "09:00-10:00", title: A, track: one', 'time: "10:00-11:00", title: B, track: one',
        'time: "09:00-10:00", title: C, track: two', 'time: "08:00-09:00", title: D, track: two',
    )  # fmt: skip
    assert [each.session.title for each in displaced(sessions)] == ["D"]


def test_half_a_day_off_is_told_only_where_am_or_pm_is_written():
    written = day('time: "9 am-10 am", title: A', 'time: "10 pm-10:30 pm", title: B',
                  'time: "10:30 am-11 am", title: C')  # fmt: skip
    assert [(slip.session.title, slip.start, slip.end) for slip in slips(written)] == [
        ("B", 600, 630)
    ]
    plain = day('time: "09:00-10:00", title: A', 'time: "22:00-22:30", title: B',
                'time: "10:30-11:00", title: C')  # fmt: skip
    assert slips(plain) == []


def test_a_break_is_everybodys_whatever_its_room():
    assert pairs(day('time: "09:00-10:15", title: Panel, room: hall',
                     'time: "10:00-10:30", title: Coffee, room: foyer')) == {("Panel", "Coffee")}  # fmt: skip


def test_rooms_tracks_and_marks_keep_sessions_apart():
    assert not pairs(
        day('time: "09:00-10:00", title: A, room: x', 'time: "09:00-10:00", title: B, room: y')
    )
    assert not pairs(
        day('time: "09:00-10:00", title: A, track: x', 'time: "09:30-10:00", title: B, track: y')
    )
    for mark in ("parallel", "background", "container"):
        assert not pairs(
            day('time: "09:00-10:00", title: A', f'time: "09:30-10:00", title: B, {mark}: true')
        )
    assert pairs(day('time: "09:00-10:00", title: A, room: x', 'time: "09:30-10:00", title: B'))


def test_a_session_that_covers_many_is_one_culprit():
    found = culprits(day('time: "09:00-17:00", title: A', 'time: "10:00-11:00", title: B',
                         'time: "11:00-12:00", title: C'))  # fmt: skip
    assert [(session.title, len(clashes)) for session, clashes in found] == [("A", 2)]


@given(
    st.lists(
        st.tuples(st.integers(0, 10), st.integers(1, 5), st.sampled_from(["", "x", "y", "z"])),
        max_size=8,
    )
)
def test_sessions_beside_others_are_those_of_another_room_at_the_same_time(
    slots: list[tuple[int, int, str]],
):
    sessions = day(
        'time: "23:00-23:30", title: Last',
        *(f'time: "{8 + a:02d}:00-{8 + a + n:02d}:00", title: S, parallel: true{f", room: {r}" if r else ""}'
          for a, n, r in slots),
    ).sessions[1:]  # fmt: skip
    expected = {
        i
        for i, (a, n, r) in enumerate(slots)
        if r and any(q and q != r and b < a + n and a < b + m for b, m, q in slots)
    }
    assert accompanied(sessions) == expected
