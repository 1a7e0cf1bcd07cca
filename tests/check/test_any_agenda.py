"""Whatever stands in an agenda: no rule fails, every finding has its place, and fixes settle."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ogpworkshop.check.runner import Documents, Report, check
from ogpworkshop.read.agenda import read_agenda

TIMES = st.one_of(
    st.sampled_from(
        ["9:30: 11:00", "17: 30-18:00", "11:30 - 11: 30", "0830  0915", "11:30-1:00", "10:40 PM-11:00 AM",
         "12 nn-1 pm", "24:00", "ca. 14:10", "19:00 -", "from 5 pm", "around nine", "9:75", "", "8h30-9h", "9-11"]
    ),
    st.tuples(st.integers(0, 23), st.sampled_from(["00", "15", "30"]), st.integers(0, 23)).map(
        lambda slot: f"{slot[0]:02d}:{slot[1]}-{slot[2]:02d}:{slot[1]}"
    ),
)  # fmt: skip
KEYS = {
    "time": TIMES,
    "start": TIMES,
    "end": TIMES,
    "duration": st.sampled_from(["30m", "1h", "soon", "0"]),
    "title": st.sampled_from(["Panel", "Coffee", "Lunch", "Group work", "TBC", "", "Field visit", "Dinner", "Talks part 2", "Talks part 1", "CLOSING OF THE DAY", "Coffee, contd."]),
    "kind": st.sampled_from(["break", "meal", "group-work", "brake", "social", "registration"]),
    "room": st.sampled_from(["hall", "hal", "Auditorium", "b1", "foyer"]),
    "track": st.sampled_from(["one", "two"]),
    "chair": st.sampled_from(["bayu", "Bayu Prasetyo", "byau", "TBC", "all"]),
    "id": st.sampled_from(["a", "b"]),
    "facilitators": st.sampled_from(["[bayu, M. Cruz]", "[Maria Cruz]", "[B. Prasetyo (tbc)]"]),
    "speakers": st.sampled_from(["[bayu, Maria Cruz, Z]", "[]"]),
    "interpreters": st.just("[Awa Diop]"),
    "language": st.sampled_from(["en", "fr", ""]),
    "layout": st.sampled_from(["theatre", "islands"]),
    "needs": st.sampled_from(["[projector]", "[booth, lawn]"]),
    "conflicts": st.sampled_from(["[a]", "[b, nothing]"]),
    "questions": st.sampled_from(["[A?, B?, C?, D?, E?]", "[]"]),
    "talks": st.sampled_from(["[{title: A, duration: 50m}, {title: B}]", "[{duration: 1h}]"]),
    "notes": st.sampled_from(["https:/a.org", "see ttps://a.org and https://https://b.org"]),
    "summary": st.sampled_from(["Wel\u200bcome", "x" * 700, "Lunch"]),
    "continues": st.sampled_from(["a", "b", "aa"]),
    "parallel": st.sampled_from(["true", "false", "maybe"]),
    "background": st.just("true"),
    "marker": st.just("true"),
    "container": st.just("true"),
    "expected": st.sampled_from(["5", "500", "many"]),
    "breakouts": st.sampled_from(["{groups: 3, rooms: [hall, b1]}", "{groups: 0}", "{}"]),
}  # fmt: skip
SESSIONS = st.lists(st.fixed_dictionaries({}, optional=KEYS), max_size=7)
DATES = st.sampled_from(
    [
        "2017-08-07",
        "2017-08-08",
        "7/8/2017",
        "Wednesday 9 August 2017",
        "August 7th",
        "2017-10-29",
        "soon",
        "",
    ]
)
HEAD = """workshop: {{title: A, timezone: {zone}, start: 2017-08-07, expected: {expected}, holidays: [2017-08-08]}}
check: {{select: [care, kind, date, duration], care-prayer-times: {{windows: ["12:15-12:45"]}}, care-fasting: {{dates: [2017-08-07]}}, care-zone-fair: {{zones: [America/Bogota]}}}}
rooms:
  hall: {{name: Auditorium, seats: 40, available: 09:00-17:00, features: [booth], location: A}}
  b1: {{name: Room 1, seats: 10, location: B}}
  foyer: {{parallel: true}}
people:
  bayu: {{name: Bayu Prasetyo, timezone: America/Bogota, organisation: X}}
days:
"""


@st.composite
def agendas(draw: st.DrawFn) -> str:
    text = HEAD.format(
        expected=draw(st.sampled_from([10, 80, 300])),
        zone=draw(st.sampled_from(["Asia/Manila", "Europe/Brussels", "Nowhere"])),
    )
    for when, sessions in draw(st.lists(st.tuples(DATES, SESSIONS), max_size=3)):
        text += f'  - date: "{when}"\n    sessions:\n'
        for session in sessions:
            pairs = (f"{key}: {value}" if value[:1] in "{[" and value else f'{key}: "{value}"'
                     for key, value in session.items())  # fmt: skip
            text += f"      - {{{', '.join(pairs)}}}\n"
    return text


def checked(text: str) -> Report:
    report = check(Documents(agenda=read_agenda(text.encode(), "agenda.yaml")))
    assert report.crashes == ()
    return report


@given(agendas())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_rule_fails_and_every_finding_has_its_place(text: str):
    for finding in checked(text).findings:
        assert 0 <= finding.spot.span.start <= finding.spot.span.end <= len(text)
        assert finding.message
        assert not finding.message.endswith(".")
        assert all(spot.label for spot in finding.related)


@given(agendas())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_each_fix_puts_right_what_it_is_for(text: str):
    for finding in checked(text).findings:
        if finding.fix is None:
            continue
        mended = text
        for edit in sorted(finding.fix.edits, key=lambda each: -each.span.start):
            mended = mended[: edit.span.start] + edit.text + mended[edit.span.end :]
        assert mended != text
        again = {(each.code, each.path, each.message) for each in checked(mended).findings}
        assert (finding.code, finding.path, finding.message) not in again
