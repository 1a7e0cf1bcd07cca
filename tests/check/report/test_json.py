"""JSON is what its schema says, and the schema says what JSON is."""

import json
from pathlib import Path

import jsonschema
import pytest

from ogpworkshop.check.finding import Severity
from ogpworkshop.check.report import json as json_report

SCHEMA = json.loads(
    (Path(__file__).parents[3] / "schema" / "findings.schema.json").read_text("utf-8")
)
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def test_the_schema_is_one():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_a_report_with_everything_in_it_is_valid(report):
    rendered = json.loads(json_report.render(report))
    VALIDATOR.validate(rendered)
    assert {each["severity"] for each in rendered["findings"]} == {"error", "warning", "info"}
    assert any(each["related"] for each in rendered["findings"])
    assert {each["fix"]["safe"] for each in rendered["findings"] if each["fix"]} == {True, False}


@pytest.mark.parametrize("missing", ["code", "line", "related", "fix", "path"])
def test_every_field_is_promised(report, missing):
    rendered = json.loads(json_report.render(report))
    del rendered["findings"][0][missing]
    assert not VALIDATOR.is_valid(rendered)


def test_every_field_is_described_by_the_schema(report):
    rendered = json.loads(json_report.render(report))
    fields = SCHEMA["$defs"]["FindingEntry"]["properties"]
    assert all(set(each) == set(fields) for each in rendered["findings"])


def test_another_version_is_another_format(report):
    rendered = json.loads(json_report.render(report, least=Severity.ERROR))
    assert not VALIDATOR.is_valid({**rendered, "version": 2})
