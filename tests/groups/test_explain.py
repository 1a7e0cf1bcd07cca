from pathlib import Path

import pytest

from ogpworkshop.errors import OgpError
from ogpworkshop.groups import assign, check, named, swap, unmet, whereabouts
from ogpworkshop.model.plan import GroupPlan
from ogpworkshop.read.agenda import read_agenda
from ogpworkshop.read.roster import read_roster

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def founding():
    agenda = read_agenda((DATA / "agenda.yaml").read_bytes(), "agenda.yaml")[0]
    roster = read_roster((DATA / "participants.csv").read_bytes(), "participants.csv")[0]
    return agenda, roster, assign(agenda, roster, seed=1, effort="quick")[0]


def costs(report):
    return {(each.title, each.rounds): each.cost for each in report.scores}


def test_every_wish_above_its_bound_is_explained_and_no_other(founding):
    report = check(*founding)
    found = unmet(*founding)
    assert [each.score for each in found] == [each for each in report.scores if not each.is_optimal]


def test_a_remedy_does_what_it_says(founding):
    agenda, roster, plan = founding
    before = costs(check(*founding))
    remedies = [each for each in unmet(*founding) if each.remedy]
    assert remedies
    for each in remedies:
        exchange = each.remedy
        people = exchange.one.person, exchange.other.person
        done = swap(agenda, roster, plan, people, sessions=[exchange.one.session])
        assert done.effects == exchange.effects
        key = each.score.title, each.score.rounds
        assert costs(done.report)[key] < before[key]


def test_somebody_is_shown_the_cheapest_exchange_with_each_other_group(founding):
    agenda, roster, plan = founding
    for each in whereabouts(agenda, roster, plan, "p05"):
        others = {exchange.other.group for exchange in each.exchanges}
        assert len(others) == len(each.exchanges)
        assert each.seat.group not in others
        assert len(each.beside) in {6, 7, 8}
    only = whereabouts(
        agenda, roster, plan, "Nighat Afridi", session=agenda.breakouts[0].session.id
    )
    assert [each.seat.person for each in only] == ["p05"]


def test_no_other_exchange_with_a_group_costs_less(founding):
    agenda, roster, plan = founding
    session = agenda.breakouts[0].session.id
    where = whereabouts(agenda, roster, plan, "p05", session=session)[0]
    shown = where.exchanges[0]
    members = [
        row.participant for row in plan.placements
        if row.session == session and row.group == shown.other.group
    ]  # fmt: skip
    parts = [
        swap(agenda, roster, plan, ("p05", each), sessions=[session]).report for each in members
    ]
    best = swap(agenda, roster, plan, ("p05", shown.other.person), sessions=[session]).report
    assert len(best.unmet) == min(len(report.unmet) for report in parts)
    sound = [report.part for report in parts if len(report.unmet) == len(best.unmet)]
    assert best.part <= min(sound) + 1e-3


def test_two_swaps_of_the_same_people_change_nothing(founding):
    agenda, roster, plan = founding
    once = swap(agenda, roster, plan, ("p05", "p20"))
    twice = swap(agenda, roster, once.plan, ("p20", "p05"))
    assert once.plan != plan
    assert twice.plan == plan
    assert once.sessions == twice.sessions
    reverse = [(each.after.cost, each.before.cost) for each in once.effects]
    assert [(each.before.cost, each.after.cost) for each in twice.effects] == reverse


def test_a_session_that_keeps_groups_is_swapped_with_its_first_part(founding):
    agenda, roster, plan = founding
    kept = next(each for each in agenda.breakouts if each.same_as)
    done = swap(agenda, roster, plan, ("p01", "p20"), sessions=[kept.session.id])
    assert set(done.sessions) >= {kept.session.id, kept.same_as}
    assert not done.report.faults


WRONG = [
    (("p05", "p05"), (), "p05 and p05 are not in two different groups in any session"),
    (("p05", "p99"), (), "nobody who comes is called p99"),
    (("p05", "p06"), ("frist",), "frist is no session with groups"),
]


@pytest.mark.parametrize(("people", "sessions", "message"), WRONG)
def test_a_swap_of_nobody_is_refused(founding, people, sessions, message):
    with pytest.raises(OgpError) as error:
        swap(*founding, people, sessions=sessions)
    assert error.value.message == message


def test_a_plan_that_does_not_fit_is_not_explained(founding):
    agenda, roster, plan = founding
    with pytest.raises(OgpError, match="The plan does not fit"):
        unmet(agenda, roster, GroupPlan(plan.placements[1:]))


def test_exchanges_one_after_the_other_reach_what_they_say(founding):
    before = costs(check(*founding))
    for each in unmet(*founding):
        key = each.score.title, each.score.rounds
        own = [then for then in each.then if (then.before.title, then.before.rounds) == key]
        assert bool(own) == bool(each.exchanges)
        for then in own:
            assert then.before.cost == before[key]
            assert then.after.cost < then.before.cost
            assert each.is_met == then.after.is_optimal


def test_earlier_meetings_count_where_people_are_explained_and_swapped(founding):
    agenda, roster, plan = founding
    with_before = check(agenda, roster, plan, [plan])
    explained = {each.score.title: each.score for each in unmet(*founding, history=[plan])}
    meet = next(each for each in with_before.scores if each.title == "meet new")
    assert explained["meet new"].cost == meet.cost > check(*founding).scores[-1].bound
    done = swap(*founding, ("p05", "p20"), history=[plan])
    changed = next(each for each in done.effects if each.before.title == "meet new")
    assert changed.before.cost == meet.cost


@pytest.mark.parametrize(
    ("word", "remedy"),
    [
        ("Nighat Afrido", "Did you mean Nighat Afridi?"),
        ("Nighat", "Did you mean Nighat Afridi?"),
        ("Nigat", "Did you mean Nighat Afridi?"),
        ("p005", "Did you mean p05?"),
        ("Zzzzzzzzz", "Give an id of the roster, or the whole name."),
    ],
)
def test_a_name_that_is_not_quite_right_is_guessed(founding, word, remedy):
    with pytest.raises(OgpError) as error:
        named(founding[1], word)
    assert error.value.remedy == remedy


@pytest.mark.parametrize("word", ["nighat  afridi", "NIGHAT AFRIDI", "P05", "p05"])
def test_case_and_spaces_of_a_name_do_not_matter(founding, word):
    assert named(founding[1], word) == "p05"
