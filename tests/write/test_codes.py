"""Codes that open a participant's own page: everybody gets one, and nobody finds another's."""

import re

from ogpworkshop.read.roster import read_roster
from ogpworkshop.write.codes import new_codes, weak_codes

CODE = re.compile("(?:[2-9a-hjkmnp-tv-z]{4}-){3}[2-9a-hjkmnp-tv-z]{4}")


def roster(text):
    return read_roster(text.encode(), "participants.csv")[0]


def test_everybody_who_comes_and_has_no_code_gets_one():
    people = roster("id,name,status,code\n1,A,,mine\n2,B,,\n3,C,cancelled,\n4,D,,\n")
    made = new_codes(people)
    assert list(made) == [people.participants[1].path, people.participants[3].path]
    assert all(CODE.fullmatch(code) for code in made.values())


def test_a_thousand_codes_are_a_thousand_and_other_ones_each_time():
    people = roster("id,name\n" + "".join(f"p{n},Person {n}\n" for n in range(1000)))
    first, second = set(new_codes(people).values()), set(new_codes(people).values())
    assert len(first | second) == 2000
    # every place of a code is drawn: none is a letter that all have in common
    assert all(
        len(set(letters)) > 20
        for at, letters in enumerate(zip(*first, strict=True))
        if (at + 1) % 5
    )


def test_codes_that_are_shared_or_short_are_told():
    people = roster("id,name,code\n1,A,abcdefgh-1234\n2,B, ABCDEFGH-1234\n3,C,1234\n")
    assert list(weak_codes(people)) == [
        "1 and 2 have the same code, which opens the page of one of them only",
        "a code of fewer than 12 letters is found by trying: that of 3",
    ]


def test_of_many_weak_codes_some_are_named():
    people = roster("id,name,code\n" + "".join(f"{n},P{n},{n}\n" for n in range(9)))
    (told,) = weak_codes(people)
    assert told.endswith(": that of 0, 1, 2, 3 and 5 others")
