"""Roles in groups: somebody everywhere, nobody twice at once, and as evenly as can be."""

from collections import Counter

import msgspec
import pytest

from ogpworkshop.errors import OgpError
from ogpworkshop.groups import assign, check, repair
from ogpworkshop.model.plan import GroupPlan
from ogpworkshop.read.agenda import read_agenda
from ogpworkshop.read.roster import read_roster

AGENDA = """
workshop: {{title: A workshop}}
days:
  - sessions:
      - {{time: 09:00-10:00, title: First, id: first, breakouts: {{groups: 3, roles: {roles}}}}}
      - {{time: 10:00-11:00, title: Second, id: second, breakouts: {{groups: 3, roles: {roles}}}}}
      - {{time: 11:00-12:00, title: Third, id: third, breakouts: {{groups: 3, roles: {roles}}}}}
      - {{time: 12:00-13:00, title: Third again, id: again, continues: third}}
groups: {{criteria: [{{need: {{role: lead}}, must: true}}, {{meet: new}}]}}
"""
ROSTER = "id,name,role\n" + "".join(
    f"p{i:02},Person {i},{'lead' if i <= 4 else 'guest'}\n" for i in range(1, 13)
)
BOTH = "{facilitator: {role: lead}, rapporteur: {}}"


def workshop(roles=BOTH):
    agenda = read_agenda(AGENDA.format(roles=roles).encode(), "agenda.yaml")[0]
    return agenda, read_roster(ROSTER.encode(), "participants.csv")[0]


def held(plan):
    return [row for row in plan.placements if row.role]


def test_every_group_has_one_of_each_role_and_nobody_two_at_once():
    agenda, roster = workshop()
    plan, report = assign(agenda, roster, effort="quick")
    slots = Counter((row.session, row.group, row.role) for row in held(plan))
    assert len(slots) == 4 * 3 * 2
    assert set(slots.values()) == {1}
    assert max(Counter((row.session, row.participant) for row in held(plan)).values()) == 1
    leads = {f"p{i:02}" for i in range(1, 5)}
    assert {row.participant for row in held(plan) if row.role == "facilitator"} <= leads
    assert [each.cost for each in report.scores if each.title.startswith("role")] == [0, 0]
    assert check(agenda, roster, plan).scores == report.scores


def test_the_load_is_as_even_as_it_can_be():
    plan, _ = assign(*workshop("{rapporteur: {}}"), effort="quick")
    loads = Counter(row.participant for row in held(plan) if row.session != "again")
    assert sum(loads.values()) == 9
    assert max(loads.values()) == 1
    plan, _ = assign(*workshop("{facilitator: {role: lead}}"), effort="quick")
    loads = Counter(row.participant for row in held(plan) if row.session != "again")
    assert sorted(loads.values()) == [2, 2, 2, 3]


def test_a_session_that_goes_on_keeps_its_roles():
    plan, _ = assign(*workshop(), effort="quick")
    roles = {
        session: {(row.participant, row.role) for row in held(plan) if row.session == session}
        for session in ("third", "again")
    }
    assert roles["third"] == roles["again"]


def test_a_group_without_a_role_is_said():
    agenda, roster = workshop("{rapporteur: {}}")
    plan, _ = assign(agenda, roster, effort="quick")
    bare = GroupPlan(tuple(msgspec.structs.replace(row, role="") for row in plan.placements))
    score = check(agenda, roster, bare).scores[-1]
    assert (score.title, score.cost) == ("role rapporteur", 9)
    assert score.sentences[0] == "group 1 of “First” has no rapporteur"


def test_a_rapporteur_who_is_gone_is_replaced_and_the_others_stay():
    agenda, roster = workshop("{rapporteur: {}}")
    plan, _ = assign(agenda, roster, effort="quick")
    gone = next(row.participant for row in held(plan) if row.participant > "p04")
    done = repair(agenda, roster, plan, away=[gone])
    now = {(row.session, row.group): row.participant for row in held(done.plan)}
    assert len(now) == 12
    for row in held(plan):
        if row.participant != gone:
            assert now[row.session, row.group] == row.participant
    assert done.vacant == ()


def test_a_role_for_people_who_do_not_exist_is_refused():
    with pytest.raises(OgpError, match="Nobody who takes part has “chair” in “role”"):
        assign(*workshop("{chair: {role: chair}}"), effort="quick")
