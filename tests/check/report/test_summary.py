"""The last lines of a report: what it comes to."""

from ogpworkshop.check.placed import joined
from ogpworkshop.check.report.summary import summaries

CLEAN = "days: [{sessions: [{time: 09:00-10:00, title: A}]}]"


def test_a_clean_file_says_what_was_read(examined):
    assert list(summaries(examined(CLEAN))) == ["agenda.yaml: 1 day, 1 session, nothing to report"]


def test_everything_is_counted_for_its_own_file(report):
    first, second = summaries(report)
    assert first.startswith("agenda.yaml: ")
    assert "1 ignored" in first
    assert second.startswith("participants.csv: 1 ")


def test_many_clean_agendas_are_one_line(examined):
    several = joined([examined(CLEAN, name=f"{name}/agenda.yaml") for name in "abc"])
    assert list(summaries(several)) == ["3 agendas: nothing to report"]


def test_of_many_agendas_those_with_findings_have_a_line_before_the_total(examined):
    several = joined(
        [
            examined(CLEAN, name="a/agenda.yaml"),
            examined(name="b/agenda.yaml"),
            examined(name="c/agenda.yaml"),
        ]
    )
    lines = list(summaries(several))
    assert [line.partition(":")[0] for line in lines] == [
        "b/agenda.yaml", "c/agenda.yaml", "3 agendas",
    ]  # fmt: skip
    errors = [int(line.partition(": ")[2].split(" error")[0]) for line in lines]
    assert errors[2] == errors[0] + errors[1]
