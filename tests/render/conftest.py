"""Workshops to print: the founding one, and others made of hostile or awkward text."""

from datetime import date
from itertools import cycle
from pathlib import Path

import msgspec
import pytest

from ogpworkshop.model import written
from ogpworkshop.model.path import PLAN, ROSTER
from ogpworkshop.model.plan import GroupPlan, Placement
from ogpworkshop.model.resolve import resolve
from ogpworkshop.model.roster import Participant, Roster
from ogpworkshop.model.time import WrittenDate, WrittenTime
from ogpworkshop.read.agenda import read_agenda
from ogpworkshop.read.roster import read_roster
from ogpworkshop.render import documents

DATA = Path(__file__).resolve().parents[2] / "data"

# What other formats take for their own syntax, what breaks out of strings, and what only looks odd.
HOSTILE = (
    "C# & Co", "a\\b", "\\", "\\\\", "$x^2$", "*bold*", "**bold**", "_under_", "`code`", "```",
    "@ref", "@preview/cetz:0.2.0", "<label>", "<b>bold</b>", "[link]", "[a](javascript:alert(1))",
    "![x](http://127.0.0.1:9/x.png)", "~", "a~b", "--", "---", "...", "// comment", "/* open", "*/",
    "= Heading", "== Two", "# Heading", "## Two", "+ plus", "- minus", "-", "/ Term: x", "1. one",
    "2) two", "'single'", '"double"', '"]; #panic("x"); ["', '") #panic("x") ("', ": colon", "#", "##",
    '#panic("x")', "#{1 + 1}", '#read("/etc/passwd")', '#import "@preview/cetz:0.2.0"', '#eval("1")',
    '#include "base/base.typ.j2"', "#let x = 1", "#set text(red)", "#show: it => []", "}", "{", "({[",
    ")]}", "\\u{41}", "\\u{", "&amp;", "&lt;script&gt;", "&#60;", "<script>alert(1)</script>",
    "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>",
    "<!-- open", "-->", "]]>", "{{ 7 * 7 }}", "{% for x in y %}", "{# comment", "{{ workshop }}",
    "' onmouseover='alert(1)", '" onfocus="alert(1)" autofocus="', "javascript:alert(1)", "a | b",
    "| a | b |", "> quoted", "+++", "***", "___", "~~struck~~", "http://127.0.0.1:9/", "www.example.org",
    "<http://127.0.0.1:9/>", "a  b", "=2+3", "=cmd|' /C calc'!A0", "50 % of #1", "Q&A", "a=b", "x;y",
    "Ünïcödé", "Nguyễn Thị", "Өнөрбаатар", "O’Neill", "„quoted“", "\u00ad", "a\u00a0b", "%s %d {0}",
    "%(name)s", "\\input{x}", "$(touch x)", "`touch x`",
)  # fmt: skip


def hostile_agenda(texts, language="en"):
    """Every text field of an agenda filled, each with the next of the texts in turn."""
    supply = cycle(texts)

    def text():
        return next(supply)

    def several(count):
        return tuple(text() for _ in range(count))

    def session(number, **more):
        return written.Session(
            title=text(),
            id=f"s{number}",
            time=WrittenTime("", start=540 + number * 10, end=550 + number * 10),
            summary=text(),
            track=text(),
            room=text(),
            talks=(written.Talk(title=text(), country=text(), speakers=several(2)),),
            questions=several(2),
            speakers=several(2),
            facilitators=several(2),
            chair=text(),
            rapporteur=text(),
            interpreters=several(1),
            breakouts=written.Breakouts(groups=3, topics=several(3), rooms=several(3)),
            notes=text(),
            materials=several(1),
            **more,
        )

    return resolve(
        written.AgendaFile(
            workshop=written.Workshop(
                title=text(),
                label=text(),
                venue=text(),
                organiser=text(),
                timezone="Asia/Manila",
                language=language,
                summary=text(),
                objectives=several(2),
            ),
            days=tuple(
                written.Day(
                    date=WrittenDate("", day=date(2017, 8, day)),
                    title=text(),
                    sessions=tuple(session(day * 10 + number) for number in range(3)),
                )
                for day in (7, 8)
            ),
        )
    )


def hostile_plan(agenda, texts):
    """A roster and a plan whose names, organisations, topics and rooms are the texts."""
    texts = texts[: len(texts) // 5 * 5]
    people = tuple(
        Participant(
            ROSTER / number,
            f"p{number}",
            text,
            {"name": text, "organisation": text, "country": text, "email": f"secret-{number}"},
        )
        for number, text in enumerate(texts)
    )
    seats = tuple(
        Placement(
            path=PLAN / number,
            session=agenda.breakouts[0].session.id,
            round=1,
            group=number % 5 + 1,
            topic=text,
            room=text,
            participant=f"p{number}",
            name=text,
            role=text,
        )
        for number, text in enumerate(texts)
    )
    return Roster(("name", "organisation", "country", "email"), people), GroupPlan(seats)


def plan_for(agenda, roster):
    """People dealt out in turn: enough for a document."""
    seats = [
        Placement(
            PLAN, each.session.id, number, position % each.n_groups + 1,
            each.topics[position % each.n_groups],
            each.rooms[position % each.n_groups].ref if each.rooms else "",
            person.id, person.name, "facilitator" if position < each.n_groups else "",
        )
        for number, each in enumerate(agenda.breakouts, 1)
        for position, person in enumerate(roster.coming)
    ]  # fmt: skip
    return GroupPlan(tuple(seats))


@pytest.fixture(scope="session")
def founding():
    """The founding workshop's agenda."""
    return read_agenda((DATA / "agenda.yaml").read_bytes(), "agenda.yaml")[0]


@pytest.fixture(scope="session")
def participants():
    """Its roster."""
    return read_roster((DATA / "participants.csv").read_bytes(), "participants.csv")[0]


@pytest.fixture(scope="session")
def grouped(founding, participants):
    """A plan for it."""
    return plan_for(founding, participants)


@pytest.fixture(scope="session")
def whole(founding, participants, grouped):
    """Agenda, roster and plan of the founding workshop."""
    return founding, participants, grouped


@pytest.fixture(scope="session")
def agenda_of():
    """An agenda from YAML text."""
    return lambda text: read_agenda(text.encode(), "agenda.yaml")[0]


@pytest.fixture
def template(tmp_path):
    """Renders a template of one's own: `template("{{ x }}", "txt", agenda)`."""

    def render(text, output, agenda, **more):
        folder = tmp_path / "programme"
        folder.mkdir(exist_ok=True)
        suffix = documents.SUFFIXES[output]
        (folder / f"programme.{suffix}.j2").write_text(text, "utf-8")
        return documents.render("programme", output, agenda, templates=[tmp_path], **more)

    return render


@pytest.fixture(scope="session")
def hostile():
    """Texts that try to be more than text."""
    return HOSTILE


@pytest.fixture(scope="session")
def hostile_workshop():
    """An agenda, a roster and a plan with hostile text in every field."""
    agenda = hostile_agenda(HOSTILE)
    return agenda, *hostile_plan(agenda, HOSTILE)


@pytest.fixture(scope="session")
def plain_workshop():
    """The same with a plain word in place of each hostile text."""
    words = tuple(f"word{number:03}" for number in range(len(HOSTILE)))
    agenda = hostile_agenda(words)
    return agenda, *hostile_plan(agenda, words)


@pytest.fixture(scope="session")
def filled():
    """Makes an agenda with given texts in every field."""
    return hostile_agenda


@pytest.fixture(scope="session")
def texts_of():
    """Every text that a document may show of an agenda."""

    def walk(value):
        match value:
            case str():
                yield value
            case msgspec.Struct():
                for name in value.__struct_fields__:
                    yield from walk(getattr(value, name))
            case tuple():
                for each in value:
                    yield from walk(each)

    return lambda value: set(walk(value))
