"""Answers about a day are found once, and go with the day."""

import gc

from ogpworkshop.model.agenda import Day
from ogpworkshop.model.daily import once_a_day
from ogpworkshop.model.path import Path
from ogpworkshop.model.written import Day as WrittenDay


def day(title):
    return Day(Path(("days", 0)), title, None, WrittenDay(), ())


def test_an_answer_is_found_once_for_each_day_and_forgotten_with_it():
    asked = []

    @once_a_day
    def title(each):
        asked.append(each.title)
        return each.title

    one, other = day("one"), day("other")
    assert [title(one), title(other), title(one)] == ["one", "other", "one"]
    assert asked == ["one", "other"]
    del one, other
    gc.collect()
    for number in range(50):  # where a day stood, others come to stand
        assert title(day(str(number))) == str(number)
    assert len(asked) == 52
