"""What holds for every format of a report."""

from pathlib import Path

import pytest

from ogpworkshop.check import report as formats
from ogpworkshop.check.finding import Severity
from ogpworkshop.check.placed import Report
from ogpworkshop.check.report import concise, github, gitlab, json, junit, sarif
from ogpworkshop.cli.options import Format

SHARED = {"proposal", "root", "summary", "text", "words"}
MACHINE = [concise, github, gitlab, json, junit, sarif]

each_format = pytest.mark.parametrize("module", MACHINE, ids=lambda module: module.__name__)


def test_every_module_is_a_format_of_the_command_or_shared_by_them():
    modules = {path.stem for path in Path(formats.__file__).parent.glob("[a-z]*.py")}
    assert modules - SHARED | {"text"} == {each.value for each in Format}


@each_format
def test_a_format_shows_what_is_not_below_the_severity_asked_for(module, report):
    assert "slot-zero-length" in module.render(report, least=Severity.ERROR)
    assert "email-malformed" not in module.render(
        Report(tuple(each for each in report.findings if each.severity < Severity.ERROR)),
        least=Severity.ERROR,
    )


@each_format
def test_the_same_report_is_the_same_text(module, examined):
    once = module.render(examined(), least=Severity.INFO)
    assert module.render(examined(), least=Severity.INFO) == once


@each_format
def test_a_report_of_nothing_can_be_written(module):
    assert "error" not in module.render(Report(()), least=Severity.INFO).replace("errors", "")
