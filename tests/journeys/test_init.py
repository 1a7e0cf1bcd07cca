"""A new workshop begins with files that are sound, explained, and completed by editors."""

import json

import pytest
import yaml
from jsonschema import Draft7Validator


def test_a_new_workshop_is_clean_grouped_and_printed(ogp, tmp_path):
    done = ogp("init", "w", "--title", 'Water: "who" pays?', "--date", "1 March 2027")
    assert done.returncode == 0, done.stderr
    folder = tmp_path / "w"
    assert ogp("check", cwd=folder).returncode == 0
    assert ogp("groups", "assign", cwd=folder).returncode == 0
    assert ogp("check", cwd=folder).returncode == 0
    assert ogp("agenda", "render", "-o", "p.txt", cwd=folder).returncode == 0
    assert 'Water: "who" pays?' in (folder / "p.txt").read_text("utf-8")
    assert "1 March" in (folder / "p.txt").read_text("utf-8")


def test_the_modeline_leads_to_a_schema_that_the_agenda_fits(ogp, tmp_path):
    ogp("init")
    first = (tmp_path / "agenda.yaml").read_text("utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=agenda.schema.json"
    schema = json.loads((tmp_path / "agenda.schema.json").read_text("utf-8"))
    # as editors read YAML: dates stay texts
    agenda = yaml.load((tmp_path / "agenda.yaml").read_text("utf-8"), yaml.BaseLoader)  # noqa: S506
    errors = [
        error.message
        for error in Draft7Validator(schema).iter_errors(agenda)
        if "is not of type" not in error.message
    ]
    assert errors == []


def test_the_workflow_checks_with_annotations(ogp, tmp_path):
    ogp("init")
    workflow = yaml.safe_load((tmp_path / ".github/workflows/workshop.yml").read_text("utf-8"))
    steps = [step.get("run") for step in workflow["jobs"]["check"]["steps"]]
    assert "ogp check --format github" in steps


def test_nothing_that_is_there_is_overwritten(ogp, tmp_path):
    (tmp_path / "participants.csv").write_text("mine")
    done = ogp("init")
    assert done.returncode == 2
    assert (tmp_path / "participants.csv").read_text() == "mine"
    assert not (tmp_path / "agenda.yaml").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(["--date", "soon"], "no date"), (["--timezone", "Asia/Manilla"], "Asia/Manila")],
)
def test_a_mistaken_option_is_explained(ogp, arguments, words):
    done = ogp("init", *arguments)
    assert done.returncode == 2
    assert words in done.stderr
