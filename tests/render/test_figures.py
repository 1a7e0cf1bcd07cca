"""The figures of the report on groups as files: sound XML, whole, printable, nothing secret."""

import re
from pathlib import Path
from xml.dom import minidom

import msgspec
import pytest
import typst

from ogpworkshop.groups import assign
from ogpworkshop.groups.picture import picture
from ogpworkshop.model.quality import Composition
from ogpworkshop.read.agenda import read_agenda
from ogpworkshop.read.roster import read_roster
from ogpworkshop.render.figures import figure_files

DATA = Path(__file__).parents[2] / "data"
HOSTILE = '</svg><script>alert("1")</script>&{{7*7}}\x07'


@pytest.fixture(scope="module")
def quality():
    agenda = read_agenda((DATA / "agenda.yaml").read_bytes(), "agenda.yaml")[0]
    roster = read_roster((DATA / "participants.csv").read_bytes(), "participants.csv")[0]
    return picture(agenda, roster, assign(agenda, roster, seed=1, effort="quick")[0])


@pytest.fixture(scope="module")
def made(quality):
    return figure_files(quality)


def texts(content):
    found = minidom.parseString(content).getElementsByTagName("text")  # noqa: S318 - our own
    return [each.firstChild.data for each in found]


def test_there_is_a_file_for_each_column_and_round_and_one_for_the_meetings(made, quality):
    assert len(made) == len(quality.compositions) + 1
    assert {"meetings.svg", "country-the-elevator-pitch.svg"} < set(made)
    assert not any("gender" in name for name in made)


def test_the_matrix_names_everybody_and_counts_as_the_report_does(made, quality):
    assert set(quality.met.people) < set(texts(made["meetings.svg"]))
    drawn = made["meetings.svg"].decode().partition('class="grid"')[2]
    cells = sum(int(length) for length in re.findall(r"h(\d+)v1h", drawn))
    assert cells == 2 * len(quality.met.pairs)


def test_a_bar_has_the_numbers_of_its_group_and_every_value_its_own_fill(made, quality):
    for figure in quality.compositions:
        if figure.unit == "people":
            assert len(figure.values) <= 8  # as many fills as there are
    shown = texts(made["country-the-elevator-pitch.svg"])
    first = next(e for e in quality.compositions if e.column == "country")
    numbers = sorted(f"{n:.0f}" for row in first.numbers for n in row if n)
    assert sorted([*filter(str.isdigit, shown)]) == sorted([*numbers, *first.groups])
    assert set(first.values) < set(shown)


def test_the_same_values_are_told_apart_in_all_rounds(quality):
    values = {each.values for each in quality.compositions if each.column == "country"}
    assert len(values) == 1


def test_every_figure_can_be_printed(made, tmp_path):
    for name, content in made.items():
        (tmp_path / name).write_bytes(content)
    images = "".join(f'#image("{name}")\n' for name in made)
    (tmp_path / "all.typ").write_text(images, "utf-8")
    assert typst.compile(tmp_path / "all.typ").startswith(b"%PDF")


def test_hostile_names_stay_text(quality):
    composition = Composition(HOSTILE, HOSTILE, ("1",), (HOSTILE, "b"), ((1.0, 2.0),))
    met = msgspec.structs.replace(
        quality.met, people=(HOSTILE, *quality.met.people[1:]), rounds=(HOSTILE,)
    )
    changed = msgspec.structs.replace(quality, compositions=(composition, composition), met=met)
    files = figure_files(changed)
    assert len(files) == 3
    for name, content in files.items():
        assert re.fullmatch(r"[\w-]+\.svg", name)
        page = minidom.parseString(content)  # noqa: S318 - our own
        assert not page.getElementsByTagName("script")
        assert any("{{7*7}}" in text for text in texts(content))


def test_a_column_called_meetings_does_not_replace_those_who_meet(quality):
    composition = Composition("meetings", "", ("1",), ("a",), ((1.0,),))
    files = figure_files(msgspec.structs.replace(quality, compositions=(composition,)))
    assert set(files) == {"meetings.svg", "meetings-2.svg"}
