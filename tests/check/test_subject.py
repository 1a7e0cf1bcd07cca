"""A finding keeps its fingerprint while the lines around it move, and loses it with its subject."""

import pytest

from ogpworkshop.check import runner
from ogpworkshop.check.fingerprint import fingerprint
from ogpworkshop.read.agenda import read_agenda
from ogpworkshop.read.roster import read_roster

AGENDA = """\
workshop: {title: A workshop}
days:
  - date: 2026-03-02
    title: Day 1
    sessions:
      - {time: "09:00-10:30", title: Opening, facilitators: [Ana Cruz], room: a}
      - {time: "10:30-10:30", title: Coffee, kind: break}
      - {time: "10:30-12:00", title: Panel, facilitators: [Ana Cruz], room: b}
      - {time: "11:00-12:00", title: Clinic, facilitators: [Ana Cruz], room: c, parallel: true}
      - {time: "12:00 -13:00", title: Lunch, kind: meal}
      - {time: "13:00 -14:00", title: Lunch, kind: meal}
"""


def prints(text, roster=None):
    documents = runner.Documents(
        read_agenda(text.encode(), "agenda.yaml"),
        read_roster(roster.encode(), "participants.csv") if roster else None,
    )
    return {
        fingerprint(finding): f"{finding.code} {finding.message}"
        for finding in runner.check(documents).findings
    }


def gone(before, after):
    """Codes of findings that are no longer there, and of those that have come."""
    return (
        sorted(said.split()[0] for key, said in before.items() if key not in after),
        sorted(said.split()[0] for key, said in after.items() if key not in before),
    )


def test_no_two_findings_share_a_fingerprint():
    found = runner.check(runner.Documents(read_agenda(AGENDA.encode(), "agenda.yaml"))).findings
    assert len({fingerprint(finding) for finding in found}) == len(found)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("workshop:", "# a comment\n\nworkshop:"),
        (
            '      - {time: "09:00',
            '      - {time: "08:30-09:00", title: Arrival, kind: registration}\n      - {time: "09:00',
        ),
        ("  - date: 2026-03-02", "  - {date: 2026-03-01, title: Eve, sessions: []}\n  - date: 2026-03-02"),
        ("[Ana Cruz], room: b", "[Bo Li, Ana Cruz], room: b"),
        ("\n", "\r\n"),
        ('"10:30-10:30", title: Coffee', '"10:30-10:30",   title:   "Coffee"'),
    ],
)  # fmt: skip
def test_a_change_elsewhere_leaves_the_fingerprints_as_they_are(old, new):
    before, after = prints(AGENDA), prints(AGENDA.replace(old, new))
    assert set(before) - set(after) == set()


def test_another_time_is_another_finding():
    lost, new = gone(prints(AGENDA), prints(AGENDA.replace("10:30-10:30", "10:35-10:35")))
    assert "slot-zero-length" in lost
    assert "slot-zero-length" in new


def test_another_clash_at_the_same_place_is_another_finding():
    changed = AGENDA.replace("title: Clinic", "title: Surgery")
    lost, new = gone(prints(AGENDA), prints(changed))
    assert "person-overlap" in lost
    assert "person-overlap" in new


def test_a_session_that_follows_another_is_known_by_its_length():
    text = AGENDA.replace('time: "10:30-10:30"', "duration: 0m")
    before, after = prints(text), prints(text.replace("09:00-10:30", "09:00-10:20"))
    (empty,) = (key for key, said in before.items() if said.startswith("slot-zero-length"))
    assert empty in after


def test_the_third_of_equal_findings_is_the_new_one():
    line = '      - {time: "12:00 -13:00", title: Lunch, kind: meal}\n'
    twice, thrice = prints(AGENDA + line), prints(AGENDA + line * 2)
    spaces = [key for key, said in thrice.items() if said.startswith("time-space")]
    assert sum(key not in twice for key in spaces) == 1


def test_a_participant_is_known_by_id_wherever_the_row_stands():
    before = prints(AGENDA, "id,name,email\n1,Ana,x\n2,Bo,b@example.org\n")
    after = prints(AGENDA, "id,name,email\n2,Bo,b@example.org\n3,Cy,c@example.org\n1,Ana,x\n")
    (malformed,) = (key for key, said in before.items() if said.startswith("email-malformed"))
    assert malformed in after
