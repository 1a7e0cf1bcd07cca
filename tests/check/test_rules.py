"""Every rule is walked: its page, its examples, its fix, and its case files."""

import re
from collections import Counter
from pathlib import Path

import pytest

from ogpworkshop.check.catalogue import CataloguedRule, catalogue, families
from ogpworkshop.check.finding import Severity
from ogpworkshop.check.page import HEADINGS, Sample
from ogpworkshop.check.runner import Documents, PlacedFinding, Report, check
from ogpworkshop.read.agenda import read_agenda
from ogpworkshop.read.baseline import read_baseline
from ogpworkshop.read.plan import read_plan
from ogpworkshop.read.roster import read_roster

RULES = list(catalogue().values())
CASES = Path(__file__).parent.parent / "cases"
AGENDA, ROSTER, PLAN, BASELINE = "agenda.yaml", "participants.csv", "groups.csv", "baseline.yaml"
EXPECT = re.compile(r"# expect: ([a-z0-9-]+(?:, [a-z0-9-]+)*)\s*$")

FIXED = [known for known in RULES if "Fix" in known.page.sections]
ON_AGENDAS = [known for known in RULES if known.rule.needs == ("agenda",)]

each_rule = pytest.mark.parametrize("known", RULES, ids=lambda known: known.code)


def files_of(sample: Sample) -> dict[str, str]:
    return {AGENDA: sample.agenda, **sample.files}


def checked(files: dict[str, str], encodings: dict[str, str] | None = None) -> Report:
    read = {
        AGENDA: read_agenda, ROSTER: read_roster, PLAN: read_plan, BASELINE: read_baseline,
    }  # fmt: skip
    agenda, roster, plan, baseline = (
        read[name](files[name].encode((encodings or {}).get(name, "utf-8")), name)
        if files.get(name)
        else None
        for name in read
    )
    report = check(Documents(agenda, roster, plan, baseline, is_whole=True))
    assert report.crashes == ()
    return report


def mended(files: dict[str, str], findings: list[PlacedFinding]) -> dict[str, str]:
    """The files with every fix of these findings made, from the last character to the first."""
    edits = {
        (edit.source.file, edit.span.start, edit.span.end, edit.text)
        for finding in findings
        if finding.fix
        for edit in finding.fix.edits
    }
    result = dict(files)
    for file, start, end, text in sorted(edits, reverse=True):
        result[file] = result[file][:start] + text + result[file][end:]
    return result


@each_rule
def test_a_page_has_its_headings_in_order(known: CataloguedRule):
    headings = list(known.page.sections)
    assert headings == [heading for heading in HEADINGS if heading in headings]
    assert headings[:3] == ["Why it matters", "Example", "Instead"]
    assert all(known.page.sections.values())


@each_rule
def test_a_page_opens_with_one_sentence(known: CataloguedRule):
    assert re.fullmatch(r"[A-Z“][^\n]+\.", known.page.summary)


@each_rule
def test_every_option_is_explained(known: CataloguedRule):
    assert all(option.meaning for option in known.page.options)
    assert ("Options" in known.page.sections) == bool(known.page.options)


@each_rule
def test_the_example_is_reported_and_no_other_error(known: CataloguedRule):
    example = known.page.example
    found = checked(files_of(example), example.encodings).findings
    codes = {finding.code for finding in found}
    errors = {finding.code for finding in found if finding.severity == Severity.ERROR}
    assert known.code in codes
    assert errors <= {known.code}


@each_rule
def test_what_is_shown_instead_is_clean(known: CataloguedRule):
    found = checked(files_of(known.page.instead)).findings
    assert [finding.message for finding in found if finding.severity > Severity.INFO] == []
    assert known.code not in {finding.code for finding in found}


@each_rule
def test_a_page_that_promises_a_fix_shows_one_and_no_other_does(known: CataloguedRule):
    found = checked(files_of(known.page.example)).findings
    fixes = [finding.fix for finding in found if finding.code == known.code]
    promised = known.page.sections.get("Fix")
    assert any(fixes) == (promised is not None)
    if promised:
        safe = promised.startswith("Safe")
        assert safe or promised.startswith("Unsafe")
        assert all(fix.is_safe == safe for fix in fixes if fix)


@pytest.mark.parametrize("known", FIXED, ids=lambda known: known.code)
def test_the_fix_turns_the_example_into_what_is_shown_instead(known: CataloguedRule):
    files = files_of(known.page.example)
    own = [finding for finding in checked(files).findings if finding.code == known.code]
    fixed = mended(files, own)
    assert fixed == files_of(known.page.instead)
    again = [finding for finding in checked(fixed).findings if finding.code == known.code]
    assert mended(fixed, again) == fixed


@each_rule
def test_messages_are_sentences_for_people(known: CataloguedRule):
    for finding in checked(files_of(known.page.example)).findings:
        text = f"{finding.message} {finding.spot.label}"
        assert not finding.message.endswith(".")
        assert not re.search(r"\b(?:invalid|illegal|None|str|int|dict|tuple|regex)\b", text)
        assert "“" not in finding.message or finding.message.count("“") == finding.message.count(
            "”"
        )


@each_rule
def test_a_rule_fits_on_a_screen_or_two(known: CataloguedRule):
    source = Path(known.module.__file__ or "").read_text(encoding="utf-8")
    code = source.replace(known.module.__doc__ or "", "")
    assert len(code.splitlines()) <= 80


def test_every_family_says_what_it_is_about():
    assert all(sentence.endswith(".") for sentence in families().values())


def test_codes_are_words_joined_by_dashes_and_begin_with_their_family():
    for code, known in catalogue().items():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)+", code)
        assert code.startswith(f"{known.family}-")


def case_files() -> list[Path]:
    return sorted(CASES.rglob("*.yaml"))


@pytest.mark.parametrize("path", case_files(), ids=lambda path: str(path.relative_to(CASES)))
def test_a_case_file_has_the_findings_that_it_expects(path: Path):
    text = path.read_text(encoding="utf-8")
    roster = path.with_suffix(".csv")
    files = {AGENDA: text} | (
        {ROSTER: roster.read_text(encoding="utf-8")} if roster.exists() else {}
    )
    expected = Counter(
        (line, code)
        for line, content in enumerate(text.splitlines(), 1)
        if (mark := EXPECT.search(content))
        for code in mark[1].split(", ")
    )
    # what is for information alone is expected where a file names it, or is about it
    folder = path.parent.relative_to(CASES)
    named = {code for _, code in expected} | {"-".join(folder.parts).replace("_", "-")}
    found = Counter(
        (finding.spot.start.line, finding.code)
        for finding in checked(files).findings
        if finding.severity > Severity.INFO or finding.code in named
    )
    assert found == expected


@pytest.mark.parametrize("known", ON_AGENDAS, ids=lambda known: known.code)
def test_every_rule_on_agendas_has_case_files(known: CataloguedRule):
    folder = CASES / known.family / known.code.removeprefix(f"{known.family}-").replace("-", "_")
    assert list(folder.glob("*.yaml"))


def test_what_needs_no_roster_is_checked_without_one():
    taking = {known.code for known in RULES if "roster" in known.rule.takes}
    needing = {known.code for known in RULES if "roster" in known.rule.needs}
    assert {"person-overlap", "person-unknown", "break-short", "room-capacity"} <= taking - needing


def test_the_agenda_published_in_2017_has_each_of_its_slips_reported_once():
    published = CASES.parent / "files" / "manila-2017-as-published.yaml"
    text = published.read_text(encoding="utf-8")
    found = [each for each in checked({AGENDA: text}).findings if each.severity > Severity.INFO]
    lines = text.splitlines()
    told = [(finding.code, lines[finding.spot.start.line - 1].split('"')[1]) for finding in found]
    assert sorted(told) == [
        ("slot-zero-length", "11:30 - 11: 30"),
        ("time-separator", "9:30: 11:00"),
        ("time-space", "11:00- 11:30"),
        ("time-space", "11:30 - 11: 30"),
        ("time-space", "16:00- 17: 30"),
        ("time-space", "17:30 - 17: 45"),
        ("time-space", "8:30 -9:00"),
    ]
    coffee = next(finding.fix for finding in found if finding.code == "slot-zero-length")
    assert coffee is not None
    assert [edit.text for edit in coffee.edits] == ['"11:00-11:30"']
