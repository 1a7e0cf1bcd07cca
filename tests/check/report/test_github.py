"""What GitHub's runner makes of the lines is what was meant."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ogpworkshop.check.finding import Severity
from ogpworkshop.check.report import github
from ogpworkshop.check.report.words import shown


def parsed(line):
    """Command, properties and message, as the runner takes a line apart."""
    head, message = re.fullmatch(r"::(\w+ .*?)::(.*)", line).groups()
    command, _, listed = head.partition(" ")
    properties = dict(part.split("=", 1) for part in listed.split(","))
    for letter, code in (("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C"), ("%", "%25")):
        properties = {name: value.replace(code, letter) for name, value in properties.items()}
        if letter not in ":,":
            message = message.replace(code, letter)
    return command, properties, message


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_message_is_one_line_that_says_the_same(saying, message):
    rendered = github.render(saying(message))
    assert len(rendered.splitlines()) == rendered.count("\n") == 1
    assert parsed(rendered.rstrip("\n"))[2] == shown(message)


@pytest.mark.parametrize("name", ["a,b.yaml", "a:b.yaml", "100%.yaml", "a::b.yaml", "ä b.yaml"])
def test_any_file_name_is_kept(examined, name):
    _, properties, _ = parsed(github.render(examined(name=name)).splitlines()[0])
    assert properties["file"] == name


def test_a_finding_has_its_place_its_code_and_its_fix(report):
    lines = [parsed(line) for line in github.render(report).splitlines()]
    command, properties, message = next(
        each for each in lines if each[1]["title"] == "slot-zero-length"
    )
    assert command == "error"
    assert properties == {
        "file": "agenda.yaml", "line": "6", "endLine": "6", "col": "16", "endColumn": "29",
        "title": "slot-zero-length",
    }  # fmt: skip
    assert message.startswith("“Coffee” has no length")
    assert "\nfix: " in message


def test_the_other_place_of_a_clash_is_named(report):
    clash = next(line for line in github.render(report).splitlines() if "person-overlap" in line)
    assert "%0Aagenda.yaml:7: " in clash


def test_the_worst_come_first_and_information_as_notices(report):
    commands = [
        line[2:].partition(" ")[0]
        for line in github.render(report, least=Severity.INFO).splitlines()
    ]
    assert commands == sorted(commands, key=["error", "warning", "notice"].index)
    assert set(commands) == {"error", "warning", "notice"}


def test_files_are_named_from_the_root_of_the_checkout(examined, tmp_path, monkeypatch):
    (tmp_path / "workshop").mkdir()
    monkeypatch.chdir(tmp_path / "workshop")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    assert "file=workshop/agenda.yaml," in github.render(examined())
    absolute = str(tmp_path / "workshop" / "agenda.yaml")
    assert "file=workshop/agenda.yaml," in github.render(examined(name=absolute))
