"""What goes out is valid, and comes back with everything that its format can carry."""

import io
import json
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import jsonschema
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from ogpworkshop.model import written
from ogpworkshop.model.resolve import resolve
from ogpworkshop.read.anything import read_any
from ogpworkshop.read.dates import read_date
from ogpworkshop.read.notation import read_slot
from ogpworkshop.write import calendar, frab, linked, sheets
from ogpworkshop.write.occasions import occasions

SCHEMAS = Path(__file__).parents[1] / "files" / "c3voc"
NOW = datetime(2026, 1, 1, tzinfo=UTC)
ZONES = ("Asia/Manila", "Europe/Berlin", "America/New_York", "Australia/Sydney", "Asia/Kathmandu",
         "America/Argentina/Buenos_Aires", "UTC", "Etc/GMT-8")  # fmt: skip
KINDS = ("plenary", "talks", "panel", "group-work", "clinic", "social", "ceremony", "other")

# words that a parser of tables, calendars, XML or web pages may trip over
HOSTILE = ("a,b", "a;b", "x\\n", "\\", '"q"', "‘q’", "<b>x</b>", "&amp;", "]]>", "a|b", "*x*", "_x_", "# x",
           "=1+1", "+x", "@x", "Why:", "Q&A", "– x", "水と川", "الماء", "Ñandú", "🌊", "e\u0301", "A\u00a0B",
           "BEGIN:VEVENT", "</script>", "{{x}}", "%d", "x" * 90)  # fmt: skip
words = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=8),
)
titles = (
    st.lists(words, min_size=1, max_size=4).map(" ".join).map(lambda text: f"Session {text} end")
)
names = st.sampled_from(
    ["Ana Ruiz", "Bo Li", "Zoë O’Neil", "Nguyễn An", "Иван Петров", "Ana-Maria d'Ávila"]
)
rooms = st.sampled_from(["", "aula", "lab", "east"])
ROOMS = {"aula": "Aula", "lab": "Lab 2", "east": "East Wing & Hall"}


@st.composite
def sessions(draw):
    """The sessions of a day: one after the other, the last perhaps past midnight."""
    now, made = draw(st.integers(7, 10)) * 60, []
    for _ in range(draw(st.integers(1, 5))):
        minutes = draw(st.sampled_from([15, 30, 60, 90]))
        made.append((now, now + minutes))
        now += minutes + draw(st.sampled_from([0, 0, 30]))
    if draw(st.booleans()):
        made.append((23 * 60, 25 * 60))
    return [
        written.Session(
            time=read_slot(f"{a // 60:02d}:{a % 60:02d}-{b // 60 % 24:02d}:{b % 60:02d}"),
            title=draw(titles),
            kind=draw(st.sampled_from(KINDS)),
            room=draw(rooms) or None,
            track=draw(st.sampled_from([None, "Water", "Open data", "Budgets, open"])),
            speakers=tuple(draw(st.lists(names, max_size=2, unique=True))),
        )
        for a, b in made
    ]


@st.composite
def agendas(draw):
    """Workshops of several days in several zones, with and without rooms."""
    first = draw(st.dates(date(2024, 1, 1), date(2027, 12, 1)))
    days = tuple(
        written.Day(
            date=read_date((first + timedelta(days=number)).isoformat()),
            sessions=tuple(draw(sessions())),
        )
        for number in range(draw(st.integers(1, 3)))
    )
    file = written.AgendaFile(
        workshop=written.Workshop(title="Open Rivers", timezone=draw(st.sampled_from(ZONES))),
        rooms={key: written.Room(name=name) for key, name in ROOMS.items()},
        days=days,
    )
    return resolve(file, [])


WRITERS = {
    "ics": lambda agenda, chosen: calendar.calendar(agenda, chosen, NOW),
    "xml": frab.frab_xml,
    "json": frab.frab_json,
    "jsonld": linked.json_ld,
    "csv": lambda _agenda, chosen: sheets.agenda_csv(chosen),
    "md": sheets.agenda_markdown,
    "xlsx": sheets.agenda_xlsx,
}


def out(agenda, form):
    return WRITERS[form](agenda, occasions(agenda)), f"x.{form}"


def facts(agenda, *, people=True):
    """What every format carries: when, what, where, in which track, of what kind, by whom."""
    return sorted(
        (
            f"{each.session.date}",
            each.session.start,
            each.session.end,
            " ".join(each.session.title.split()),
            each.session.kind,
            each.session.written.track or "",
            "; ".join(each.rooms),
            tuple(sorted(each.named("speaker"))) if people else (),
        )
        for each in occasions(agenda)
    )


ROUND = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("form", WRITERS)
def test_what_goes_out_comes_back_whatever_it_is_called(form):
    @ROUND
    @given(agendas())
    def comes_back(agenda):
        content, file = out(agenda, form)
        back, _ = read_any(content, file)
        assert facts(back) == facts(agenda)

    comes_back()


@ROUND
@given(agendas())
def test_schedules_are_valid_by_the_schemas_of_the_c3voc(agenda):
    schema = etree.XMLSchema(etree.parse(SCHEMAS / "schedule.xml.xsd"))
    schema.assertValid(etree.fromstring(out(agenda, "xml")[0]))
    rules = json.loads((SCHEMAS / "schema.json").read_text("utf-8"))
    jsonschema.Draft6Validator(
        rules, format_checker=jsonschema.Draft6Validator.FORMAT_CHECKER
    ).validate(json.loads(out(agenda, "json")[0]))


def test_the_founding_workshop_is_valid_by_the_schemas_of_the_c3voc(root):
    agenda, _ = read_any((root / "data" / "agenda.yaml").read_bytes(), "agenda.yaml")
    schema = etree.XMLSchema(etree.parse(SCHEMAS / "schedule.xml.xsd"))
    schema.assertValid(etree.fromstring(out(agenda, "xml")[0]))
    rules = json.loads((SCHEMAS / "schema.json").read_text("utf-8"))
    jsonschema.validate(json.loads(out(agenda, "json")[0]), rules, jsonschema.Draft6Validator)


def test_a_workbook_is_ready_to_print(root):
    agenda, _ = read_any((root / "data" / "agenda.yaml").read_bytes(), "agenda.yaml")
    book = openpyxl.load_workbook(io.BytesIO(out(agenda, "xlsx")[0]))
    assert len(book.worksheets) == 2
    for sheet in book.worksheets:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.print_title_rows
        assert not any(cell.data_type == "f" for row in sheet for cell in row)


PARTS = """\
workshop: {title: Open Rivers, timezone: Asia/Manila, id: rivers}
people: {siwi: {name: Water Institute, kind: organisation}}
days:
  - date: 2026-03-02
    sessions:
      - time: 09:00-10:00
        title: "Why rivers:"
        speakers: [siwi, Ana Ruiz]
        facilitators: [Bo Li]
        chair: Cy Dee
        rapporteur: Di Fox
        interpreters: [Ed Gow]
        summary: "See https://example.org/rivers?a=1&b=2 – and <b>more</b>"
"""


@pytest.mark.parametrize("form", ["ics", "json", "jsonld", "csv", "xlsx"])
def test_who_does_what_comes_back(form):
    agenda, _ = read_any(PARTS.encode(), "agenda.yaml")
    content, file = out(agenda, form)
    (there,), (back,) = occasions(agenda), occasions(read_any(content, file)[0])
    for role in ("speaker", "facilitator", "chair", "rapporteur", "interpreter"):
        assert back.named(role) == there.named(role), role
    assert "https://example.org/rivers?a=1&b=2 – and <b>more</b>" in back.session.written.summary
    assert back.session.title == "Why rivers:"


FURTHER = """\
workshop: {title: Open Rivers, timezone: Asia/Manila, id: rivers}
days:
  - date: 2026-03-02
    sessions:
      - {time: 08:00-17:00, title: Desk, id: desk, background: true}
      - {time: 09:00-10:00, title: Wells, id: wells-1, parallel: true, language: fr}
      - {time: 09:00-10:00, title: Lakes, parallel: true, container: true}
      - {time: 10:00-10:00, title: Photo, marker: true, kind: social}
      - {time: 11:00-12:00, title: "Wells ~~again~~ │ later", id: "wells 2 --> b", continues: wells-1, report_back: true}
"""


@pytest.mark.parametrize("form", ["ics", "csv", "xlsx", "md"])
def test_ids_flags_languages_and_continuations_come_back(form):
    agenda, _ = read_any(FURTHER.encode(), "agenda.yaml")
    content, file = out(agenda, form)
    back, source = read_any(content, file)
    for there, here in zip(agenda.sessions, back.sessions, strict=True):
        assert here.id == there.id
        assert here.title == there.title
        for key in (*written.FLAGS, "language", "continues"):
            assert getattr(here.written, key) == getattr(there.written, key), key
    assert not getattr(source, "unplaced", ())


def test_a_page_shows_nothing_of_what_is_for_imports():
    agenda, _ = read_any(FURTHER.encode(), "agenda.yaml")
    page = re.sub(r"<!--.*?-->", "", out(agenda, "md")[0].decode())
    assert "background" not in page
    assert "wells-1" not in page
    assert "| 09:00-10:00 | Lakes |" in re.sub(" +", " ", page)


def test_flags_of_another_table_are_listed():
    content = b"time,title,flags\n9:00-10:00,Wells,parallel; VIP\n"
    back, source = read_any(content, "a.csv")
    assert back.sessions[0].written.parallel
    assert [text for text, _ in source.unplaced] == ["flags: parallel; VIP"]


def test_linked_data_has_terms_of_schema_org_alone():
    """Terms and where they belong: https://schema.org/Event, /Role, /Place, /Person (2026)."""
    terms = {
        "Event": {"@context", "@type", "name", "description", "inLanguage", "startDate", "endDate", "location",
                  "organizer", "subEvent", "identifier", "performer", "contributor", "keywords", "eventStatus"},
        "Role": {"@type", "roleName", "contributor"},
        "Person": {"@type", "name"},
        "Organization": {"@type", "name"},
        "Place": {"@type", "name"},
    }  # fmt: skip
    agenda, _ = read_any(PARTS.encode(), "agenda.yaml")
    whole = json.loads(out(agenda, "jsonld")[0])
    waiting = [whole]
    while waiting:
        thing = waiting.pop()
        assert set(thing) <= terms[thing["@type"]]
        parts = [value for value in thing.values() if isinstance(value, dict | list)]
        for part in parts:
            waiting += [
                each
                for each in (part if isinstance(part, list) else [part])
                if isinstance(each, dict)
            ]
    (session,) = whole["subEvent"]
    assert {"@type": "Organization", "name": "Water Institute"} in session["performer"]
    assert session["contributor"][0]["roleName"] == "facilitator"


def test_rows_of_a_workbook_are_as_high_as_their_texts(root):
    agenda, _ = read_any((root / "data" / "agenda.yaml").read_bytes(), "agenda.yaml")
    sheet = openpyxl.load_workbook(io.BytesIO(out(agenda, "xlsx")[0])).worksheets[0]
    for row in sheet.iter_rows(min_row=3):
        longest = max(len(str(cell.value or "")) for cell in row[:-1])
        assert (sheet.row_dimensions[row[0].row].height > 15) or longest < 46
    assert not sheet.print_area.endswith(f"$K${sheet.max_row}")
