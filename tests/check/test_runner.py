"""What the agenda can say about its own checks, and how findings reach a report."""

import json

import pytest

from ogpworkshop.check import runner
from ogpworkshop.check.catalogue import catalogue
from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.check.report import concise, text
from ogpworkshop.check.report import json as json_report
from ogpworkshop.check.report.summary import summaries
from ogpworkshop.check.report.words import shown
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.read.agenda import read_agenda
from ogpworkshop.read.roster import read_roster

FAULTY = """\
days:
  - date: 2017-08-07
    sessions:
      - {time: "09:00-10:30", title: Opening}
      - {time: "10:30-10:30", title: Coffee, kind: break}%s
      - {time: "10:30 -12:00", title: Panel}
"""


def checked(content):
    agenda = read_agenda(content.encode(), "agenda.yaml")
    return runner.check(runner.Documents(agenda))


def codes(content):
    return [
        finding.code for finding in checked(content).findings if finding.severity > Severity.INFO
    ]


def test_findings_come_in_the_order_of_the_file():
    assert codes(FAULTY % "") == ["slot-zero-length", "time-space"]


def test_a_comment_on_the_line_silences_its_finding_and_keeps_the_reason():
    report = checked(FAULTY % "  # ogp: ignore[slot-zero-length] the caterer knows")
    assert [finding.code for finding in report.findings] == ["time-space"]
    assert [(finding.code, reason) for finding, reason in report.ignored] == [
        ("slot-zero-length", "the caterer knows")
    ]


def test_a_comment_alone_on_a_line_holds_for_what_follows():
    content = FAULTY % "\n      # ogp: ignore[time-space] as printed"
    assert codes(content) == ["slot-zero-length"]


def test_a_comment_above_a_day_holds_for_the_whole_day():
    content = (FAULTY % "").replace("  - date", "  # ogp: ignore[time-space] as printed\n  - date")
    assert codes(content) == ["slot-zero-length"]


def test_a_family_can_be_ignored_and_a_whole_file():
    assert codes("# ogp: ignore-file[time]\n" + FAULTY % "") == ["slot-zero-length"]


def test_of_two_comments_the_closest_gives_the_reason_and_both_are_used():
    report = checked(
        "# ogp: ignore-file[slot] the whole file\n"
        + FAULTY % "  # ogp: ignore[slot-zero-length] this line"
    )
    assert [reason for _, reason in report.ignored] == ["this line"]
    assert "ignore-unused" not in [finding.code for finding in report.findings]


def test_an_ignore_that_ignores_nothing_is_reported_itself():
    report = checked(FAULTY % "  # ogp: ignore[slot-overlap]")
    assert "ignore-unused" in [finding.code for finding in report.findings]


def test_a_misspelt_ignore_is_reported_with_the_nearest_check():
    report = checked(FAULTY % "  # ogp: ignore[slot-zero-lenght]")
    unknown = next(finding for finding in report.findings if finding.code == "ignore-unknown")
    assert "slot-zero-length" in unknown.message
    line = unknown.spot.source.lines.line(unknown.spot.start.line)
    assert line[unknown.spot.start.column - 1 :].startswith("slot-zero-lenght")


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        ("check: {ignore: [time-space]}\n", ["slot-zero-length"]),
        ("check: {ignore: [time, slot]}\n", []),
        ("check: {severity: {time-space: info}}\n", ["slot-zero-length"]),
        (
            "check: {severity: {time: info, time-space: error}}\n",
            ["slot-zero-length", "time-space"],
        ),
        ("check: {ignore: time-space}\n", ["slot-zero-length"]),
    ],
)
def test_the_check_section_turns_checks_off_and_changes_their_severity(section, expected):
    assert codes(section + FAULTY % "") == expected


def test_an_option_of_a_check_is_taken_from_the_agenda():
    sessions = 'days: [{sessions: [{time: "09:00-10:45", title: Talks}, {time: "10:45-11:15", title: Tea break}]}]'
    assert "break-stretch" not in codes(sessions)
    assert "break-stretch" in codes("check: {break-stretch: {limit: 1h30}}\n" + sessions)


@pytest.mark.parametrize(
    ("section", "code", "quoted"),
    [
        ("check: {ignore: [time-spaec]}\n", "key-unknown", "time-spaec"),
        ("check: {time-spaec: {}}\n", "key-unknown", "time-spaec"),
        ("check: {severity: {time-space: fatal}}\n", "type-wrong", "fatal"),
        ("check: {severity: loud}\n", "type-wrong", "loud"),
        ("check: {break-stretch: {limit: long}}\n", "type-wrong", "long"),
        ("check: {break-stretch: {limt: 90m}}\n", "key-unknown", "limt"),
        ("check: {ignore: {a: b}}\n", "type-wrong", "ignore"),
    ],
)
def test_a_mistake_in_the_check_section_is_a_finding_at_its_place(section, code, quoted):
    found = [
        finding for finding in checked(section + "days: []\n").findings if finding.code == code
    ]
    span = found[0].spot.span
    assert found[0].spot.source.lines.text[span.start : span.end] == quoted


@pytest.mark.parametrize("key", ["participants", "placements", "baseline"])
def test_a_key_called_like_another_document_is_found_in_the_agenda(key):
    agenda = read_agenda(f"days: []\n{key}: 3\n".encode(), "agenda.yaml")
    roster = read_roster(b"id,name\n1,Ana\n", "participants.csv")
    report = runner.check(runner.Documents(agenda, roster))
    unknown = next(finding for finding in report.findings if finding.code == "key-unknown")
    assert (unknown.spot.file, unknown.spot.start.line) == ("agenda.yaml", 2)


def test_a_crash_of_a_rule_is_named_and_costs_only_its_own_findings(monkeypatch):
    @rule(Severity.ERROR, since="0.1")
    def check(agenda: Agenda):
        yield Finding(agenda.path, "about to fail")
        raise ZeroDivisionError

    rules = dict(catalogue())
    broken = rules["slot-overlap"]
    rules["slot-overlap"] = type(broken)(broken.code, broken.family, check, broken.module)
    monkeypatch.setattr(runner, "catalogue", lambda: rules)
    report = checked(FAULTY % "")
    assert [code for code, _ in report.crashes] == ["slot-overlap"]
    assert [finding.code for finding in report.findings] == ["slot-zero-length", "time-space"]


def plain(content, width=100):
    return text.plain(text.lines(checked(content), width=width)).splitlines()


def test_carets_stand_below_the_place_by_display_width():
    lines = plain('days: [{sessions: [{title: 開会の辞, time: "9:30: 11:00"}]}]')
    quoted = next(line for line in lines if "開会" in line)
    carets = lines[lines.index(quoted) + 1]
    # four wide letters take eight columns
    assert carets.index("^") == quoted.index(": 11") + 4


def test_a_long_line_is_cropped_around_the_place():
    content = 'days: [{sessions: [{summary: "' + "x" * 500 + '", title: A, time: "9:30: 11:00"}]}]'
    lines = plain(content, width=80)
    quoted = next(line for line in lines if "9:30" in line and "|" in line)
    assert len(quoted) <= 80
    assert quoted.split("| ")[1].startswith("…")
    carets = lines[lines.index(quoted) + 1]
    assert quoted[carets.index("^")] == ":"


def test_both_places_of_a_clash_are_shown():
    content = (
        "days:\n  - sessions:\n"
        "      - {time: 09:00-10:30, title: A, facilitators: [Lualhati Reyes], room: x}\n"
        "      - {time: 10:00-11:30, title: B, facilitators: [Lualhati Reyes], room: y}\n"
    )
    lines = plain(content)
    start = next(i for i, line in enumerate(lines) if "person-overlap" in line)
    block = lines[start : start + 9]
    assert any(line.strip().startswith("|") and "-----" in line for line in block)
    assert any(line.strip().startswith("|") and "^^^^^" in line for line in block)


def test_the_json_report_says_where_a_fix_goes():
    report = json.loads(json_report.render(checked(FAULTY % "")))
    finding = next(each for each in report["findings"] if each["code"] == "time-space")
    assert finding["path"] == "days[0].sessions[2].time"
    assert finding["fix"]["safe"] is True
    (edit,) = finding["fix"]["edits"]
    assert edit["text"] == '"10:30-12:00"'
    assert (edit["line"], edit["column"], edit["end_column"]) == (6, 16, 30)


def test_information_is_left_out_of_text_and_counted():
    content = "days: [{sessions: [{time: '9:30 am – 11', title: A}]}]"
    report = checked(content)
    assert concise.render(report) == ""
    assert concise.render(report, least=Severity.INFO).count("info[") >= 1
    assert "for information" in next(iter(summaries(report)))


@pytest.mark.parametrize(
    ("raw", "safe"),
    [
        ("a\x1b[31mb", "a␛[31mb"),
        ("a\u202eb", "a\ufffdb"),
        ("a\nb", "a␊b"),
        ("नेपाल\u200d", "नेपाल\u200d"),
    ],
)
def test_text_for_the_terminal_has_no_control_characters(raw, safe):
    assert shown(raw) == safe


def test_a_time_of_two_styles_takes_that_of_the_agenda():
    content = (
        'days: [{sessions: [{time: "08:30-09.00", title: A}, {time: "09:00-10:00", title: B},'
        ' {time: "10.00-11:00", title: C}]}]'
    )
    texts = [finding.fix.edits[0].text for finding in checked(content).findings if finding.fix]
    assert texts == ['"08:30-09:00"', '"10:00-11:00"']


def test_a_misspelt_key_is_not_renamed_to_one_that_is_there():
    found = checked("workshop: {title: A, titel: B}\ndays: []\n").findings
    unknown = next(finding for finding in found if finding.code == "key-unknown")
    assert unknown.fix is None or "title" not in unknown.fix.title.split()
