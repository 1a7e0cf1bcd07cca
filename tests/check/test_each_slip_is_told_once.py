"""One slip put into a clean agenda is one finding: at its row, and nothing that follows from it."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec
import pytest

from ogpworkshop.check.finding import Severity
from ogpworkshop.check.runner import Documents, PlacedFinding, check
from ogpworkshop.model.agenda import Agenda, Session
from ogpworkshop.model.time import span
from ogpworkshop.read.agenda import read_agenda

HERE = Path(__file__).parent.parent
FILES = [
    HERE.parent / "data" / "agenda.yaml",
    *(HERE / "cases" / "clean" / f"{name}.yaml" for name in (
        "half-days", "online", "mixed-teams", "training-written-out", "conference-in-one-hall",
    )),
]  # fmt: skip


class Row(msgspec.Struct, frozen=True):
    """A session with those before and after it, and the text of its file."""

    text: str
    before: Session
    session: Session
    after: Session

    def retimed(self, start: int, end: int) -> str:
        return self.rewritten(span(start, end))

    def rewritten(self, time: str) -> str:
        _, source = read_agenda(self.text.encode(), "agenda.yaml")
        found = source.locate(self.session.time_place)
        return f'{self.text[: found.start]}"{time}"{self.text[found.end :]}'


@cache
def findings(text: str) -> list[PlacedFinding]:
    report = check(Documents(agenda=read_agenda(text.encode(), "agenda.yaml")))
    assert report.crashes == ()
    return [finding for finding in report.findings if finding.severity > Severity.INFO]


def rows() -> Iterator[Row]:
    for file in FILES:
        text = file.read_text(encoding="utf-8")
        agenda: Agenda = read_agenda(text.encode(), file.name)[0]
        for day in agenda.days:
            line = day.row()
            for before, session, after in zip(line, line[1:], line[2:], strict=False):
                if before.end == session.start and session.end == after.start:
                    yield Row(text, before, session, after)


ROWS = list(rows())


def overlap(a: Session, b: Session) -> str:
    return "break-overlap" if a.is_pause or b.is_pause else "slot-overlap"


def slips(row: Row) -> Iterator[tuple[str, str, str]]:
    """What was mistyped, the file with it, the code that is expected."""
    session, before, after = row.session, row.before, row.after
    start, end = session.start or 0, session.end or 0
    yield "no length at its end", row.retimed(end, end), "slot-zero-length"
    yield "no length at its start", row.retimed(start, start), "slot-zero-length"
    yield "swapped", row.retimed(end, start), "slot-negative"
    yield "no time", row.rewritten("some time"), "time-unreadable"
    yield (
        "a colon for the dash",
        row.rewritten(span(start, end).replace("-", ": ")),
        "time-separator",
    )
    if (after.minutes or 0) > 15:
        yield "too long", row.retimed(start, end + 15), overlap(session, after)
    # people still arrive in the foyer when a session begins in the hall
    if (before.minutes or 0) > 15 and before.kind != "registration":
        yield "too early", row.retimed(start - 15, end), overlap(session, before)
    if end - start > 25 and end < 17 * 60:
        yield "too short", row.retimed(start, end - 20), "slot-gap"
    if start >= 13 * 60:
        yield "at night", row.retimed(start - 720, end - 720), "slot-backwards"
    if end <= 11 * 60:
        yield "in the evening", row.retimed(start + 660, end + 660), "slot-backwards"


SLIPS = [(row, *slip) for row in ROWS for slip in slips(row)]


@pytest.mark.parametrize(
    ("row", "name", "text", "code"),
    [pytest.param(*slip, id=f"{slip[0].session.id}: {slip[1]}") for slip in SLIPS],
)
def test_a_slip_is_one_finding_at_its_row(row: Row, name: str, text: str, code: str):
    found = findings(text)
    assert [finding.code for finding in found] == [code], name
    others = {spot.start.line for spot in found[0].related}
    line = read_agenda(row.text.encode(), "agenda.yaml")[1].locate(row.session.time_place)
    expected = row.text.count("\n", 0, line.start) + 1
    assert expected in {found[0].spot.start.line} | others


def test_there_are_enough_rows_to_slip_in():
    assert len(SLIPS) > 200


def fixed(text: str, finding: PlacedFinding) -> str:
    for edit in sorted(finding.fix.edits, key=lambda each: -each.span.start) if finding.fix else ():
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


PLAIN = [slip for slip in SLIPS if slip[1] in {"swapped", "at night", "a colon for the dash"}]


@pytest.mark.parametrize("slip", PLAIN, ids=lambda slip: f"{slip[0].session.id}: {slip[1]}")
def test_what_can_be_told_is_put_right(slip: tuple[Row, str, str, str]):
    row, _, text, _ = slip
    finding = findings(text)[0]
    assert findings(fixed(text, finding)) == []
    agenda = read_agenda(fixed(text, finding).encode(), "agenda.yaml")[0]
    mended = next(each for each in agenda.sessions if each.path == row.session.path)
    assert mended.slot == row.session.slot


def test_no_fix_brings_a_new_error():
    n_fixed = 0
    for row, name, text, code in SLIPS:
        finding = findings(text)[0]
        if finding.fix is None:
            continue
        n_fixed += 1
        left = findings(fixed(text, finding))
        errors = {each.code for each in left if each.severity == Severity.ERROR}
        assert errors == set(), (row.session.id, name)
        assert code not in {each.code for each in left}
    assert n_fixed > len(SLIPS) // 2
