from datetime import date

import pytest

from ogpworkshop.read.dates import date_in, range_in, read_date, weekday_in


@pytest.mark.parametrize(
    "text",
    ["2017-08-07", "7 August 2017", "7th August 2017", "August 7, 2017", "Monday, 7 August 2017",
     "7-Aug-2017", "07.08.2017", "2017/08/07", "20170807", "Mon 7 Aug 2017", "7 of August 2017"],
)  # fmt: skip
def test_a_date_is_read_in_its_usual_notations(text):
    assert read_date(text).day == date(2017, 8, 7)
    assert read_date(text).remarks == ()


def test_a_date_that_can_be_two_days_is_refused_and_both_are_named():
    written = read_date("10/4/2018")
    assert written.day is None
    assert [remark.kind for remark in written.remarks] == ["date-ambiguous"]
    assert "2018-04-10" in written.remarks[0].message
    assert "2018-10-04" in written.remarks[0].message


def test_a_weekday_decides_which_of_two_days_is_proposed():
    assert read_date("Tuesday 10/4/2018").remarks[0].instead == "2018-04-10"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("25/8/2017", date(2017, 8, 25)),
        ("8/25/2017", date(2017, 8, 25)),
        ("5/5/2017", date(2017, 5, 5)),
    ],
)
def test_a_date_with_slashes_is_read_where_only_one_day_is_possible(text, day):
    assert read_date(text).day == day


@pytest.mark.parametrize("text", ["7 August", "August 7th", "Monday, 7 August", "7th of August"])
def test_a_date_without_a_year_is_no_day_yet(text):
    written = read_date(text)
    assert written.day is None
    assert [remark.kind for remark in written.remarks] == ["date-year-missing"]


@pytest.mark.parametrize("text", ["soon", "", "2017-02-30", "31.11.2017", "day 1"])
def test_what_is_no_date_is_refused_with_a_remark(text):
    written = read_date(text)
    assert written.day is None
    assert [remark.kind for remark in written.remarks] == ["date-unreadable"]


@pytest.mark.parametrize(
    "text",
    ["7 août 2017", "lundi 7 août 2017", "le 7 août 2017", "7 de agosto de 2017", "lunes, 7 de agosto de 2017",
     "segunda-feira, 7 de agosto de 2017", "7 Agustus 2017", "Senin, 7 Agustus 2017", "7. August 2017",
     "Montag, den 7. August 2017", "7 августа 2017 г.", "понедельник, 7 августа 2017", "২০১৭-০৮-০৭", "७ August २०१७",
     "2ª feira, 7 de agosto de 2017", "Segunda, 7 de agosto de 2017", "Mo, 07.08.2017", "пн 7 августа 2017",
     "le lundi 7 août 2017", "7 August 2017 (Monday)", "Monday (7 August 2017)", "7 Aug 17", "Aug 7, '17", "07.08.17",
     "7-Aug-17", "7Aug2017", "Aug-7-2017", "lun. 7 août 2017",
     "2017年8月7日", "7th of August 2017", "August 7th, 2017", "Mon 7 Aug 2017"],
)  # fmt: skip
def test_dates_of_many_languages_are_read(text):
    written = read_date(text)
    assert f"{written.day}" == "2017-08-07"
    assert written.weekday in {0, None}
    assert written.remarks == ()


@pytest.mark.parametrize(
    "text", ["7 août", "7 de agosto", "7 Agustus", "7 августа", "am 7. August"]
)
def test_dates_of_many_languages_without_a_year_are_no_days_yet(text):
    written = read_date(text)
    assert written.day is None
    assert [(each.kind, each.instead) for each in written.remarks] == [
        ("date-year-missing", "08-07")
    ]


@pytest.mark.parametrize(
    ("text", "days"),
    [("Dates: 7-8 August 2017 Venue: Manila", (7, 8)), ("August 7-9, 2017", (7, 9)), ("7 au 8 août 2017", (7, 8)),
     ("del 7 al 9 de agosto de 2017", (7, 9)), ("7–8 Agustus 2017", (7, 8)), ("9-7 August 2017", ()), ("7. bis 8. August 2017", (7, 8)),
     ("7.-8. August 2017", (7, 8)), ("с 7 по 8 августа 2017 г.", (7, 8)), ("30 July - 2 August 2017", (30, 2)),
     ("August 31 – September 1, 2017", (31, 1)), ("7 et 8 août 2017", (7, 8)), ("7.-9.08.2017", (7, 9)), ("7 August 2017", ())],
)  # fmt: skip
def test_a_range_of_days_has_a_first_and_a_last(text, days):
    found = range_in(text) or ()
    assert tuple(each.day.day for each in found) == days


def test_a_date_within_a_text_is_found_where_it_stands():
    text = "День 1: Montag, 7. August 2017 – Übersicht"
    written, start, end = date_in(text)
    assert text[start:end] == "Montag, 7. August 2017"
    assert f"{written.day}" == "2017-08-07"


def test_december_is_not_taken_for_a_word_before_a_month():
    for text in ("31 December 2025", "Wednesday 31 December 2025", "31 de diciembre de 2025"):
        assert read_date(text).day == date(2025, 12, 31)
    for text in ("7 December", "December 7th"):
        assert [remark.kind for remark in read_date(text).remarks] == ["date-year-missing"]


@pytest.mark.parametrize("text", ["17-08-07", "7-8-17", "7/8/17"])
def test_two_digits_of_a_year_leave_numbers_open(text):
    written = read_date(text)
    assert written.day is None
    assert [each.kind for each in written.remarks] == ["date-ambiguous"]
    assert "2017-08-07" in written.remarks[0].message


@pytest.mark.parametrize("text", ["Mar 7, 2026", "March 7 2026", "7 mar 2026"])
def test_march_is_not_taken_for_a_tuesday(text):
    assert (read_date(text).day, read_date(text).weekday) == (date(2026, 3, 7), None)


@pytest.mark.parametrize(
    "text",
    [
        "2026年3月2日（月）",
        "2026年3月2日 星期一",
        "2026년 3월 2일 월요일",
        "सोमवार, 2 मार्च 2026",
        "২ মার্চ ২০২৬",
        "Thứ Hai, ngày 2 tháng 3 năm 2026",
        "lunedì 2 marzo 2026",
        "maandag 2 maart 2026",
    ],
)
def test_dates_of_asia_and_their_weekdays_are_read(text):
    written = read_date(text)
    assert f"{written.day}" == "2026-03-02"
    assert written.weekday in {0, None}


def test_a_vietnamese_weekday_is_not_taken_for_an_english_one():
    assert weekday_in("Thứ Hai, ngày 2/3/2026") == 0
    assert weekday_in("Thứ 2, 2/3/2026") == 0
    assert weekday_in("Thu 5 March 2026") == 3


@pytest.mark.parametrize("text", ["2/3/2569", "2082-11-18", "1405/12/11", "2 March 1026"])
def test_a_year_of_another_calendar_is_not_passed_off_as_ours(text):
    assert read_date(text).day is None
    assert [each.kind for each in read_date(text).remarks] == ["date-unreadable"]
