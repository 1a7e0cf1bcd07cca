"""How a report proposes a fix: what it does, the command that makes it, the lines it changes."""

import msgspec
from rich.cells import cell_len

from ogpworkshop.check import runner
from ogpworkshop.check.finding import Severity
from ogpworkshop.check.report import text
from ogpworkshop.model.path import Path, Place
from ogpworkshop.read.agenda import read_agenda
from ogpworkshop.read.roster import read_roster


def proposed(content, code, *, roster=None, width=100):
    """The lines of the first finding of a kind, from its fix on."""
    people = read_roster(roster.encode(), "participants.csv") if roster else None
    documents = runner.Documents(read_agenda(content.encode(), "agenda.yaml"), people)
    report = runner.check(documents)
    (finding, *_) = [each for each in report.findings if each.code == code]
    lines = text.lines(runner.Report((finding,)), width=width, least=Severity.INFO)
    rows = text.plain(lines).splitlines()
    return rows[next(at for at, row in enumerate(rows) if "= fix" in row) :]


def sessions(*lines):
    return "days:\n  - date: 2017-08-07\n    sessions:\n" + "".join(
        f"      {line}\n" for line in lines
    )


def test_the_changed_line_is_shown_below_the_fix_as_it_was_and_as_it_will_be():
    content = sessions('- {time: "9:00 -10:00", title: Opening}')
    assert proposed(content, "time-space") == [
        "  = fix: write 9:00-10:00 (ogp agenda fix)",
        "  |",
        '4 -       - {time: "9:00 -10:00", title: Opening}',
        '4 +       - {time: "9:00-10:00", title: Opening}',
    ]


def test_a_guess_is_called_one_and_names_the_option_it_needs():
    content = sessions('- {time: "09:00-10:00", titel: Opening}')
    assert proposed(content, "key-unknown")[0] == (
        "  = fix: rename it to title (a guess: ogp agenda fix --unsafe)"
    )


def test_what_is_for_information_names_the_option_it_needs():
    content = sessions('- {time: "9:30 am - 11", title: Opening}')
    assert proposed(content, "time-ampm-inferred")[0].endswith("(ogp agenda fix --show info)")


def test_in_a_roster_no_command_is_named_that_would_not_make_it():
    roster = "id,name,email\np01,Ana Reyes,Ana <ana@example.org>\n"
    lines = proposed(
        sessions('- {time: "09:00-10:00", title: A}'), "email-malformed", roster=roster
    )
    assert lines[0] == "  = fix: write ana@example.org (a guess)"
    assert lines[-1] == "2 + p01,Ana Reyes,ana@example.org"


def test_a_long_line_is_cropped_alike_around_what_changes():
    long = "x" * 200
    content = sessions(f'- {{summary: {long}, time: "9:00 -10:00", title: 開会, notes: {long}}}')
    old, new = proposed(content, "time-space", width=60)[-2:]
    assert max(cell_len(old), cell_len(new)) <= 60
    assert old.index("9:00 -10:00") == new.index("9:00-10:00")
    assert old.count("…") == new.count("…") == 2


def test_a_fix_of_two_lines_shows_both():
    content = sessions(
        "- {time: 09:00-10:30, title: Panel}",
        '- start: "08:30"\n        end: "11:00"\n        title: Coffee\n        kind: break',
        "- {time: 10:45-12:00, title: Talks}",
    )
    documents = runner.Documents(read_agenda(content.encode(), "agenda.yaml"))
    (finding, *_) = runner.check(documents).findings
    source = finding.spot.source
    edits = tuple(
        runner.FileEdit(
            source, source.locate(Place(Path(("days", 0, "sessions", 1, key)))), f'"{to}"'
        )
        for key, to in (("end", "10:45"), ("start", "10:30"))
    )
    fix = runner.PlacedFix("move it", is_safe=False, edits=edits)
    moved = msgspec.structs.replace(finding, fix=fix)
    lines = text.plain(text.lines(runner.Report((moved,)), width=100)).splitlines()
    assert lines[-4:] == [
        '5 -       - start: "08:30"', '5 +       - start: "10:30"',
        '6 -         end: "11:00"', '6 +         end: "10:45"',
    ]  # fmt: skip


def test_control_characters_of_the_file_stay_out_of_the_report():
    content = sessions('- {time: "9:00 -10:00", title: "\u202eOpening\u200f"}')
    shown = "\n".join(proposed(content, "time-space"))
    assert "\u202e" not in shown
    assert "\u200f" not in shown
