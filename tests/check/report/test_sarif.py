"""SARIF is valid by the official schema, and says what readers of it need."""

import json

import jsonschema
import msgspec
import pytest

from ogpworkshop.check.catalogue import catalogue
from ogpworkshop.check.finding import Severity
from ogpworkshop.check.manual import markdown
from ogpworkshop.check.placed import Report
from ogpworkshop.check.report import sarif

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


@pytest.fixture(scope="session")
def validator(official_schema):
    schema = official_schema(SCHEMA)
    assert schema["$id"].endswith("/Schemata/sarif-schema-2.1.0.json")
    return jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker())


def run(report):
    return json.loads(sarif.render(report, least=Severity.INFO))["runs"][0]


def test_a_report_with_everything_in_it_is_valid(validator, report):
    everything = msgspec.structs.replace(
        report, accepted=report.findings[:1], crashes=(("slot-gap", ValueError("oh")),)
    )
    validator.validate(json.loads(sarif.render(everything, least=Severity.INFO)))


def test_a_report_of_nothing_is_valid(validator):
    log = json.loads(sarif.render(Report(())))
    validator.validate(log)
    assert log["runs"][0]["results"] == []


def test_a_rule_brings_its_manual_page(report):
    for rule in run(report)["tool"]["driver"]["rules"]:
        known = catalogue()[rule["id"]]
        assert rule["help"]["markdown"] == markdown(known)
        assert rule["shortDescription"]["text"] == known.page.summary


def test_a_result_points_to_its_rule_and_its_characters(report):
    found = run(report)
    rules = found["tool"]["driver"]["rules"]
    text = report.findings[0].spot.source.lines
    assert found["columnKind"] == "unicodeCodePoints"
    for result in found["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        physical = result["locations"][0]["physicalLocation"]
        assert physical["artifactLocation"]["uriBaseId"] == "%SRCROOT%"
        region = physical["region"]
        if physical["artifactLocation"]["uri"] == "agenda.yaml":
            line = text.line(region["startLine"])
            quoted = line[region["startColumn"] - 1 : region["endColumn"] - 1]
            assert quoted == region["snippet"]["text"]


def test_a_clash_shows_its_other_place(report):
    clash = next(each for each in run(report)["results"] if each["ruleId"] == "person-overlap")
    (other,) = clash["relatedLocations"]
    assert other["physicalLocation"]["region"]["startLine"] == 7
    assert "Panel" in other["message"]["text"]


def test_a_fix_says_which_characters_become_what(report):
    space = next(each for each in run(report)["results"] if each["ruleId"] == "time-space")
    (change,) = space["fixes"][0]["artifactChanges"]
    (replacement,) = change["replacements"]
    deleted = replacement["deletedRegion"]
    line = report.findings[0].spot.source.lines.line(deleted["startLine"])
    assert line[deleted["startColumn"] - 1 : deleted["endColumn"] - 1].startswith('"')
    assert replacement["insertedContent"]["text"].startswith('"')


def test_what_is_ignored_is_kept_with_its_reason(report):
    (ignored,) = [each for each in run(report)["results"] if "suppressions" in each]
    assert ignored["ruleId"] == "time-space"
    assert ignored["suppressions"] == [
        {"kind": "inSource", "status": "accepted", "justification": "as printed"}
    ]


def test_what_the_baseline_accepts_is_suppressed_from_outside(report):
    accepted = msgspec.structs.replace(report, findings=(), ignored=(), accepted=report.findings)
    kinds = {each["suppressions"][0]["kind"] for each in run(accepted)["results"]}
    assert kinds == {"external"}


def fingerprints(report):
    return [
        (each["ruleId"], each["partialFingerprints"])
        for each in run(report)["results"]
        if each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "agenda.yaml"
    ]


def test_an_alert_survives_a_line_inserted_above(report, moved):
    assert fingerprints(moved) == fingerprints(report)
    known = [each["primaryLocationLineHash"] for _, each in fingerprints(report)]
    assert len(set(known)) == len(known)


def test_a_rule_that_failed_is_said_in_the_invocation():
    broken = run(Report((), crashes=(("slot-gap", ValueError("oh")),)))["invocations"][0]
    assert broken["executionSuccessful"] is False
    assert "slot-gap" in broken["toolExecutionNotifications"][0]["message"]["text"]


@pytest.mark.parametrize(
    ("name", "uri"),
    [("my agenda.yaml", "my%20agenda.yaml"), ("größe/agenda.yaml", "gr%C3%B6%C3%9Fe/agenda.yaml")],
)
def test_a_file_is_named_by_a_relative_address(examined, validator, name, uri):
    log = json.loads(sarif.render(examined(name=name)))
    validator.validate(log)
    location = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == uri
