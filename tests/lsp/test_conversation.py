"""The language server as an editor meets it, over standard input and output."""

import pytest

FAULTY = """\
workshop: {title: Trial}
days:
  - date: 2017-08-07
    title: Day 1
    sessions:
      - {time: "9:00 -10:30", title: Opening 😀, room: a}   # with the band
      - {titel: Coffee, time: "10:30-10:45", kind: break}
"""
CLEAN = FAULTY.replace("9:00 -10:30", "9:00-10:30").replace("titel", "title")


def codes(diagnostics):
    return [each["code"] for each in diagnostics]


def test_findings_are_shown_when_a_document_opens_and_while_it_changes(editor):
    assert codes(editor.open(FAULTY)) == ["time-space", "title-missing", "key-unknown"]
    assert editor.change(CLEAN) == []
    assert codes(editor.change(FAULTY)) == ["time-space", "title-missing", "key-unknown"]
    assert editor.leave() == 0


def test_a_finding_carries_its_place_its_code_and_its_page(editor):
    first = editor.open(FAULTY)[0]
    assert first["range"] == {
        "start": {"line": 5, "character": 19}, "end": {"line": 5, "character": 23},
    }  # fmt: skip
    assert (first["severity"], first["source"]) == (2, "ogp")
    assert first["message"] == "“9:00 -10:30” has stray spaces"
    page = first["codeDescription"]["href"]
    from urllib.request import urlopen

    assert urlopen(page).read().decode().startswith("# time-space")  # noqa: S310  a file of ours


def test_without_a_place_for_pages_findings_have_no_link(editor, tmp_path):
    (tmp_path / "cache").write_text("a file where a folder is needed")
    first = editor.open(FAULTY)[0]
    assert first["code"] == "time-space"
    assert first.get("codeDescription") is None


def test_an_editor_that_breaks_off_ends_the_server(editor):
    editor.open(FAULTY)
    editor.process.stdin.close()
    assert editor.process.wait(timeout=60) == 1
    assert editor.process.stderr.read() == b""


def test_what_is_no_message_is_passed_over(editor):
    editor.process.stdin.write(b"Content-Length: 5\r\n\r\n{oops")
    editor.process.stdin.flush()
    assert codes(editor.open(FAULTY)) == ["time-space", "title-missing", "key-unknown"]
    assert editor.leave() == 0


def test_both_places_of_a_clash_are_told(editor):
    text = (
        "days:\n  - sessions:\n      - {time: 9:00-10:30, title: A, room: x}\n"
        "      - {time: 10:00-11:30, title: B, room: x}\n"
    )
    found = next(each for each in editor.open(text) if each["relatedInformation"])
    (related,) = found["relatedInformation"]
    assert related["location"]["uri"] == editor.uri()
    lines = {found["range"]["start"]["line"], related["location"]["range"]["start"]["line"]}
    assert lines == {2, 3}


def test_columns_are_counted_in_utf16_unless_something_else_is_agreed(editor, start_editor):
    text = "days: [{sessions: [{title: 😀😀, time: '9:00 -10:30'}]}]\n"
    column = text.index(" -") - 1
    assert editor.open(text)[0]["range"]["start"]["character"] == column + 2
    for encoding, more in (("utf-32", 0), ("utf-8", 6), ("utf-16", 2)):
        other = start_editor([encoding])
        assert other.answer["capabilities"]["positionEncoding"] == encoding
        assert other.open(text)[0]["range"]["start"]["character"] == column + more
        assert "time-space" in other.hover(0, column + more)["contents"]["value"]


def test_a_fix_is_offered_and_mends_the_text(editor):
    editor.open(FAULTY)
    mend, ignore = editor.actions(5, 20)
    assert mend["title"] == "Write 9:00-10:30"
    assert (mend["kind"], mend["isPreferred"]) == ("quickfix", True)
    assert codes(mend["diagnostics"]) == ["time-space"]
    text = editor.applied(mend)
    assert text == FAULTY.replace("9:00 -10:30", "9:00-10:30")
    assert "time-space" not in codes(editor.change(text))
    assert ignore["title"] == "Ignore time-space here"


def test_a_probable_fix_says_that_it_is_a_guess(editor):
    editor.open(FAULTY)
    rename = editor.actions(6, 10)[0]
    assert rename["title"] == "Rename it to title (a guess)"
    assert rename["isPreferred"] is False
    assert editor.applied(rename) == FAULTY.replace("titel", "title")


def test_ignoring_here_writes_a_comment_that_silences_the_finding(editor):
    editor.open(FAULTY)
    text = editor.applied(editor.actions(5, 20)[-1])
    line = text.splitlines()[5]
    assert line.endswith("# with the band  # ogp: ignore[time-space]")
    assert codes(editor.change(text)) == ["title-missing", "key-unknown"]


def test_everything_safe_is_mended_at_once_when_saving(editor):
    text = CLEAN.replace("9:00-10:30", "9:00 -10:30").replace("10:30-10:45", "10:30- 10:45")
    editor.open(text)
    (whole,) = editor.actions(0, only=["source.fixAll"])
    assert editor.applied(whole) == CLEAN
    assert editor.change(CLEAN) == []
    assert editor.actions(0, only=["source.fixAll"]) == []


def test_a_finding_shows_the_page_of_its_rule(editor):
    editor.open(FAULTY)
    page = editor.hover(5, 20)["contents"]["value"]
    assert page.startswith("**“9:00 -10:30” has stray spaces**")
    assert "## Why it matters" in page


def test_a_key_shows_what_it_means(editor):
    editor.open(CLEAN + "check: {ignore: [slot-gap]}\n")
    assert "Name of the workshop" in editor.hover(0, 13)["contents"]["value"]
    shown = editor.hover(5, 10)["contents"]["value"]
    assert "Start and end." in shown
    assert "09:30-11:00" in shown
    assert "`panel`" in editor.hover(6, CLEAN.splitlines()[6].index("kind"))["contents"]["value"]
    assert editor.hover(7, 22)["contents"]["value"].startswith("# slot-gap")
    assert editor.hover(4, 2) is None


def test_days_and_sessions_make_the_outline(editor):
    editor.open(CLEAN)
    (day,) = editor.symbols()
    assert (day["name"], day["detail"]) == ("Day 1", "Mon 7 Aug")
    assert [each["name"] for each in day["children"]] == ["Opening 😀", "Coffee"]
    assert [each["detail"] for each in day["children"]] == ["09:00-10:30", "10:30-10:45"]
    coffee = day["children"][1]
    assert coffee["range"]["start"] == {"line": 6, "character": 8}
    assert coffee["selectionRange"]["start"] == {"line": 6, "character": 16}


def test_while_a_line_is_half_typed_the_outline_stays(editor):
    editor.open(CLEAN)
    before = editor.symbols()
    assert codes(editor.change(CLEAN + "  - [")) == ["yaml-syntax"]
    assert editor.symbols() == before


@pytest.mark.parametrize(
    "text",
    [
        "", "\n", "d", "days", "days:", "days:\n  -", "days:\n  - s", "days:\n  - sessions:\n      - {",
        "days:\n  - sessions:\n      - {time", "days:\n\t- x", "days: &a [*a]", "\ufeffdays: []",
        "days: [\ud800]", "days: [\x00]", "days: '", "- \u2028 -", "days: |\r  x\r\ty", "days: {{{{",
        "workshop: {title: A}\n---\ndays: []", "days: [" * 400,
    ],
)  # fmt: skip
def test_half_typed_and_broken_texts_are_lived_through(editor, text):
    editor.open(CLEAN)
    for each in editor.change(text):
        assert each["message"]
        start, end = each["range"]["start"], each["range"]["end"]
        assert (start["line"], start["character"]) <= (end["line"], end["character"])
    for column in (0, 3, 99):
        editor.actions(0, column, only=["quickfix", "source.fixAll"])
        editor.hover(0, column)
    editor.symbols()
    assert editor.change(CLEAN) == []
    assert editor.leave() == 0
    assert "Traceback" not in editor.errors


def test_a_text_that_is_typed_letter_by_letter_ends_as_when_it_is_opened(editor):
    editor.open("")
    for end in range(0, len(FAULTY), 7):
        editor.send_change(FAULTY[:end])
    assert codes(editor.change(FAULTY)) == ["time-space", "title-missing", "key-unknown"]


def test_the_roster_beside_the_agenda_is_used(editor, tmp_path):
    text = CLEAN.replace("room: a", "chair: p99")
    roster = tmp_path / "participants.csv"
    roster.write_text("id,name\np01,Ana Reyes\n", "utf-8")
    assert "person-unknown" in codes(editor.open(text))
    roster.write_text("id,name\np01,Ana Reyes\np99,Bo Lim\n", "utf-8")
    editor.tell("textDocument/didSave", {"textDocument": {"uri": editor.uri()}})
    assert "person-unknown" not in codes(editor.diagnostics())


def test_findings_go_when_the_document_is_closed(editor):
    assert editor.open(FAULTY)
    editor.tell("textDocument/didClose", {"textDocument": {"uri": editor.uri()}})
    assert editor.diagnostics() == []


def test_a_yaml_file_that_is_no_agenda_is_left_in_peace(editor):
    assert editor.open("services: {web: {image: nginx}}\n", "compose.yaml") == []
    assert editor.actions(0, 2, name="compose.yaml") == []
    assert editor.symbols("compose.yaml") == []
    assert editor.hover(0, 2, name="compose.yaml") is None


def test_a_document_without_a_file_is_checked_too(editor):
    document = {"uri": "untitled:Untitled-1", "languageId": "yaml", "version": 1, "text": FAULTY}
    editor.tell("textDocument/didOpen", {"textDocument": document})
    params = editor.messages.get(timeout=60)["params"]
    assert params["uri"] == "untitled:Untitled-1"
    assert codes(params["diagnostics"]) == ["time-space", "title-missing", "key-unknown"]


def test_editors_that_say_how_they_speak_are_understood(start_editor):
    assert start_editor(None, "--stdio").open(CLEAN) == []
