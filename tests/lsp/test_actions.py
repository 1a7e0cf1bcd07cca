"""Actions and positions without an editor: what is offered does what it says."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ogpworkshop.lsp.actions import ignoring
from ogpworkshop.lsp.hovers import meaning
from ogpworkshop.lsp.positions import Positions
from ogpworkshop.lsp.reading import Rosters, read
from ogpworkshop.model.path import Path as ModelPath
from ogpworkshop.source.text import Lines

ROOT = Path(__file__).parents[2]
AGENDAS = [
    *sorted((ROOT / "tests" / "files").glob("*.yaml")),
    *sorted((ROOT / "tests" / "cases").rglob("*.yaml")),
]
SUMMARY = """\
days:
  - date: 2017-08-07
    sessions:
      - title: Opening
        time: "9:00
          -10:00"
      - time: "10:00-11:00"
        title: >
          TBC
"""


def reading(text):
    return read("file:///agenda.yaml", text, None, Rosters())


def counts(one):
    return Counter((finding.code, str(finding.path)) for finding in one.report.findings)


def is_silenced_by_its_ignore(text):
    before = reading(text)
    for finding in before.report.findings:
        insertion = ignoring(before, finding)
        if insertion is None:
            continue
        at, comment = insertion
        after = reading(text[:at] + comment + text[at:])
        key = (finding.code, str(finding.path))
        assert counts(after)[key] < counts(before)[key]
        assert counts(after) - counts(before) == Counter()
    return True


@pytest.mark.parametrize("file", AGENDAS, ids=lambda file: file.stem)
def test_every_finding_is_silenced_by_the_comment_that_is_offered(file):
    assert is_silenced_by_its_ignore(file.read_text("utf-8"))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_comment_never_gets_into_a_text_of_several_lines(end):
    text = SUMMARY.replace("\n", end)
    assert reading(text).report.findings
    assert is_silenced_by_its_ignore(text)


def test_a_second_code_goes_into_the_comment_that_is_there():
    text = (
        "days:\n  - date: 2017-08-07\n    sessions:\n"
        '      - {time: "9:00 -9: 00", title: A} # ogp: ignore[time-space] printed so\n'
    )
    before = reading(text)
    (finding,) = (each for each in before.report.findings if each.code == "slot-zero-length")
    at, comment = ignoring(before, finding)
    assert "ignore[time-space, slot-zero-length] printed so" in text[:at] + comment + text[at:]


letters = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("\r\n😀é"))


@given(letters, st.sampled_from(["utf-8", "utf-16", "utf-32"]), st.data())
def test_a_position_leads_back_to_its_character(text, encoding, data):
    positions = Positions(Lines(text), encoding)
    offset = data.draw(st.integers(0, len(text)))
    back = positions.offset(positions.position(offset))
    if text[offset : offset + 1] != "\n" or text[offset - 1 : offset] != "\r":
        assert back == offset


def test_every_key_of_an_agenda_has_a_meaning():
    for path in (
        ("workshop",), ("days",), ("days", 0, "sessions"), ("days", 0, "sessions", 3, "kind"),
        ("rooms", "a", "seats"), ("groups", "criteria", 0, "together"), ("people", "p", "kind"),
        ("days", 0, "sessions", 0, "breakouts", "criteria", 1, "need"), ("roster", "columns"),
    ):  # fmt: skip
        text = meaning(ModelPath(path))
        assert text.startswith(f"`{path[-1]}`\n\n")
        assert len(text.splitlines()) >= 3
    assert meaning(ModelPath(("rooms", "a"))) != meaning(ModelPath(("people", "a")))
    for path in ((), ("nothing",), ("days", 0), ("check", "slot-gap", "limit"), ("days", "path")):
        assert meaning(ModelPath(path)) == ""
