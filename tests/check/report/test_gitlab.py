"""The code quality report holds what GitLab asks for."""

import json

import pytest

from ogpworkshop.check.finding import Severity
from ogpworkshop.check.placed import joined
from ogpworkshop.check.report import gitlab


def issues(report, least=Severity.INFO):
    return json.loads(gitlab.render(report, least=least))


def test_each_finding_has_the_fields_that_gitlab_asks_for(report):
    found = issues(report)
    assert len(found) == len(report.findings)
    for issue in found:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert issue["location"]["path"] in {"agenda.yaml", "participants.csv"}
        assert issue["location"]["lines"]["begin"] >= 1


def test_fingerprints_are_unique_even_for_the_same_fault_in_two_agendas(examined):
    found = issues(joined([examined(name="a/agenda.yaml"), examined(name="b/agenda.yaml")]))
    assert len({issue["fingerprint"] for issue in found}) == len(found)


def test_a_line_inserted_above_leaves_every_fingerprint(report, moved):
    before, after = issues(report), issues(moved)
    assert [each["fingerprint"] for each in after] == [each["fingerprint"] for each in before]
    assert after[0]["location"]["lines"]["begin"] == before[0]["location"]["lines"]["begin"] + 1


@pytest.mark.parametrize(
    ("severity", "word"),
    [(Severity.ERROR, "major"), (Severity.WARNING, "minor"), (Severity.INFO, "info")],
)
def test_severities_are_those_of_gitlab(saying, severity, word):
    assert issues(saying("Something", severity=severity))[0]["severity"] == word
