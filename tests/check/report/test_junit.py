"""The XML can be read by whoever reads XML, and counts right."""

from xml.etree import ElementTree as ET

from hypothesis import given, settings
from hypothesis import strategies as st

from ogpworkshop.check.report import junit


def suites(report):
    return {suite.get("name"): suite for suite in ET.fromstring(junit.render(report))}  # noqa: S314


def test_a_file_is_a_suite_and_a_finding_a_test_that_failed(report):
    found = suites(report)
    assert set(found) == {"agenda.yaml", "participants.csv"}
    suite = found["agenda.yaml"]
    failed = suite.findall("testcase/failure")
    assert int(suite.get("failures")) == len(failed)
    assert int(suite.get("tests")) == len(suite.findall("testcase"))
    lines = [failure.text.splitlines()[0] for failure in failed]
    assert any(line.startswith("agenda.yaml:6:16: “Coffee” has no length") for line in lines)


def test_what_a_comment_ignores_is_skipped_with_its_reason(report):
    skipped = suites(report)["agenda.yaml"].findall("testcase/skipped")
    assert [each.get("message") for each in skipped] == ["as printed"]
    assert suites(report)["agenda.yaml"].get("skipped") == "1"


def test_a_clean_file_is_a_test_that_passed(examined):
    suite = suites(examined("days: [{sessions: [{time: 09:00-10:00, title: A}]}]"))["agenda.yaml"]
    assert (suite.get("tests"), suite.get("failures")) == ("1", "0")
    assert suite.find("testcase").get("name") == "nothing to report"


def test_a_test_keeps_its_name_when_its_line_moves(report, moved):
    def names(found):
        return [case.get("name") for case in suites(found)["agenda.yaml"]]

    assert names(moved) == names(report)


@settings(deadline=None)
@given(st.text(), st.text())
def test_any_message_makes_xml_that_can_be_read(saying, message, label):
    (suite,) = suites(saying(message, label)).values()
    assert suite.find("testcase/failure") is not None
