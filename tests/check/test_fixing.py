"""Fixes: nothing else changes, nothing gets worse, and a second run has nothing to do."""

import random
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ogpworkshop.check import fixing
from ogpworkshop.check.finding import Severity
from ogpworkshop.check.runner import Documents, check
from ogpworkshop.read.agenda import read_agenda
from ogpworkshop.source.text import decode, encode

ROOT = Path(__file__).parents[2]
AGENDAS = [
    ROOT / "data" / "agenda.yaml",
    *sorted((ROOT / "tests" / "files").glob("*.yaml")),
    *sorted((ROOT / "tests" / "cases").rglob("*.yaml")),
]
TIME = re.compile(r"\d{1,2}:\d\d")


def examine(text):
    agenda = read_agenda(text.encode(), "agenda.yaml")
    return check(Documents(agenda), only="agenda")


def fixed(text, **options):
    return fixing.fix(text, examine, **options)


def sessions(*lines):
    return "days:\n  - date: 2017-08-07\n    sessions:\n" + "".join(
        f"      - {line}\n" for line in lines
    )


def codes(report):
    return [finding.code for finding in report.findings]


def kinds(report, least=Severity.INFO):
    return Counter(
        (finding.code, str(finding.path))
        for finding in report.findings
        if finding.severity >= least
    )


def muddled(text, rng):
    """The text with slips such as hurried hands make: in times, keys, lines."""
    lines = text.splitlines(keepends=True)
    for _ in range(rng.randint(1, 4)):
        at = rng.randrange(len(lines))
        line = lines[at]
        action = rng.randrange(8)
        times = list(TIME.finditer(line))
        if action < 4 and times:
            found = rng.choice(times)
            minutes = rng.randrange(24 * 12) * 5
            other = [
                f"{minutes // 60}:{minutes % 60:02}", found[0].replace(":", "."),
                found[0].replace(":", ": "), found[0] + rng.choice([" am", " pm", " ", "h"]),
            ][action]  # fmt: skip
            lines[at] = line[: found.start()] + other + line[found.end() :]
        elif action == 4:
            lines[at] = line.replace("-", rng.choice([" -", ": ", " to ", " "]), 1)
        elif action == 5 and len(lines) > 2:
            lines.insert(rng.randrange(len(lines)), lines.pop(at))
        elif action == 6:
            cut = rng.randrange(len(line))
            lines[at] = line[:cut] + line[cut + 1 :]
        else:
            lines.insert(at, line)
    return "".join(lines)


muddle = given(st.integers(min_value=0), st.sampled_from(AGENDAS))


@settings(max_examples=150, deadline=None)
@muddle
def test_a_safe_fix_brings_in_no_finding_and_a_second_one_changes_nothing(seed, file):
    text = muddled(file.read_text("utf-8"), random.Random(seed))  # noqa: S311  no secret
    before, result = examine(text), fixed(text, least=Severity.INFO)
    assert kinds(examine(result.text)) - kinds(before) == Counter()
    assert kinds(result.report) == kinds(examine(result.text))
    assert fixed(result.text, least=Severity.INFO).text == result.text


@settings(max_examples=150, deadline=None)
@muddle
def test_a_probable_fix_brings_in_no_error_and_a_second_one_changes_nothing(seed, file):
    text = muddled(file.read_text("utf-8"), random.Random(seed))  # noqa: S311  no secret
    before, result = examine(text), fixed(text, unsafe=True)
    new = kinds(examine(result.text), Severity.ERROR) - kinds(before, Severity.ERROR)
    assert new == Counter()
    assert fixed(result.text, unsafe=True).text == result.text


@settings(max_examples=60, deadline=None)
@muddle
def test_comments_and_all_lines_without_a_fix_stay(seed, file):
    text = muddled(file.read_text("utf-8"), random.Random(seed))  # noqa: S311  no secret
    result = fixed(text, unsafe=True)
    comment = re.compile(r"#(?! ogp:).*")
    assert comment.findall(result.text) == comment.findall(text)
    before, after = Counter(text.splitlines()), Counter(result.text.splitlines())
    assert (before - after).total() <= 2 * len(result.done)
    assert (after - before).total() <= 2 * len(result.done)


def test_quotes_order_spaces_and_line_ends_stay():
    text = (
        "# a comment\r\ndays:\r\n  - sessions:\r\n"
        "      - {title: 'Opening',   time: '9:00 -10:00'}   # spoken\r\n"
        '      - title: "Panel"\r        time:   10:00 -11:00 # loud'
    )
    result = fixed(text)
    assert result.text == text.replace("9:00 -10:00", "9:00-10:00").replace(
        "10:00 -11:00", "10:00-11:00"
    )
    assert sorted(codes(result.report)) == []


def test_two_fixes_of_the_same_words_are_made_one_after_the_other():
    text = sessions('{time: "09:00-10:30", title: A}', '{time: "11:30 - 11: 30", title: Coffee}')
    assert codes(examine(text)) == ["slot-zero-length", "time-space"]
    result = fixed(text, unsafe=True)
    assert codes(result.report) == []
    assert [finding.code for finding in result.done] == ["time-space", "slot-zero-length"]


def test_probable_fixes_are_left_alone_unless_asked_for():
    text = sessions('{time: "09:00-10:30", titel: A}')
    assert fixed(text).text == text
    assert "title: A" in fixed(text, unsafe=True).text


def test_what_is_for_information_alone_is_left_alone_unless_asked_for():
    text = sessions('{time: "9:30 am - 11", title: A}')
    assert codes(examine(text)) == ["time-ampm-inferred"]
    assert fixed(text).text == text
    assert fixed(text, least=Severity.INFO).text != text


def test_a_finding_that_is_ignored_is_not_mended():
    text = sessions('{time: "9:00 -10:30", title: A} # ogp: ignore[time-space] as printed')
    assert fixed(text).text == text


def test_a_fix_that_would_bring_in_an_error_is_not_made_and_says_so():
    # “strat” means start; read as that, the session overlaps the plenary before it
    text = sessions(
        '{time: "09:00-12:00", title: Plenary, room: a}', '{strat: "10:00", end: "11:00", title: B}'
    )
    result = fixed(text, unsafe=True)
    assert result.text == text
    (refused,) = result.refused
    assert refused.finding.code == "key-unknown"
    assert refused.reason.startswith("it would bring in slot-overlap: “B” overlaps “Plenary”")


def test_one_harmful_fix_does_not_keep_the_others_from_being_made():
    lines = [
        f'{{time: "{hour:02}:00 -{hour + 1:02}:00", title: Part {hour}}}' for hour in range(8, 16)
    ]
    text = sessions(*lines)
    harmful = text.replace("08:00 -09:00", "08:00 -08:00 ", 1)

    def strict(changed):
        report = examine(changed)
        if "11:00-12:00" in changed:
            return type(report)((*report.findings, *examine(harmful).findings[:1]))
        return report

    result = fixing.fix(text, strict)
    assert "11:00 -12:00" in result.text
    assert result.text.count("0 -") == 1
    assert [refused.finding.spot.start.line for refused in result.refused] == [7]


def test_many_fixes_take_few_readings():
    readings = []

    def counting(text):
        readings.append(text)
        return examine(text)

    lines = [
        f'{{time: "{m // 60:02}:{m % 60:02} -{m // 60:02}:{m % 60 + 9:02}", title: P{m}}}'
        for m in range(480, 900, 10)
    ]
    assert len(fixing.fix(sessions(*lines), counting).done) == len(lines)
    assert len(readings) == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be"])
@given(text=st.text(st.characters(exclude_categories=["Cs"])).filter(lambda t: t[:1] != "\ufeff"))
def test_a_text_goes_back_into_the_bytes_that_it_came_from(encoding, text):
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    content = mark + text.encode(encoding)
    decoded, _ = decode(content)
    assert encode(decoded, content) == content


def test_a_session_that_is_there_twice_is_taken_out_with_its_lines():
    text = (
        "days:\n  - sessions:\n"
        "      - {time: 09:00-10:00, title: Panel}\n"
        "      - time: 10:00-10:30\n        title: Coffee\n"
        "      - time: 10:00-10:30\n        title: Coffee\n"
        "      - {time: 10:30-12:00, title: Debate} # lively\n"
    )
    result = fixed(text)
    assert result.text == text.replace("      - time: 10:00-10:30\n        title: Coffee\n", "", 1)


def test_the_second_of_two_sessions_stays_where_it_says_more_or_carries_a_note():
    for more in (", summary: With music}", "} # ask the caterer"):
        text = (
            "days:\n  - sessions:\n      - {time: 10:00-10:30, title: Coffee}\n"
            "      - {time: 10:00-10:30, title: Coffee" + more + "\n"
        )
        assert fixed(text, unsafe=True).text == text


def test_an_ignore_that_silences_nothing_is_taken_out_with_its_line():
    text = sessions('{time: "09:00-10:00", title: A}')
    lines = text.splitlines(keepends=True)
    noted = "".join([*lines[:-1], "      # ogp: ignore[slot-gap] why\n", lines[-1]])
    assert fixed(noted).text == text
    behind = text.replace("title: A}", "title: A}  # ogp: ignore[slot-gap] why")
    assert fixed(behind).text == text
