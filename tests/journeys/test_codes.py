"""`ogp roster codes`: the file gets its codes, and stays as it is in everything else."""

import re

ROSTER = 'ID;Full Name;Organisation Type\r\n1;"Cruz; Ana";gov\r\n2;Bo;\r\n'


def test_codes_are_added_and_added_once(ogp, tmp_path):
    file = tmp_path / "participants.csv"
    file.write_bytes(ROSTER.encode("utf-8-sig"))
    done = ogp("roster", "codes", "participants.csv")
    assert (done.returncode, done.stdout) == (0, "participants.csv: 2 new codes, 0 kept\n")
    once = file.read_bytes()
    assert re.sub(rb";[2-9a-z-]{19}\r", b";...\r", once).decode("utf-8-sig") == (
        'ID;Full Name;Organisation Type;code\r\n1;"Cruz; Ana";gov;...\r\n2;Bo;;...\r\n'
    )
    assert "0 new codes, 2 kept" in ogp("roster", "codes", "participants.csv").stdout
    assert file.read_bytes() == once

    file.write_bytes(once + b"3;Cy;gov;\r\n")
    assert "1 new code, 2 kept" in ogp("roster", "codes", "participants.csv").stdout
    assert file.read_bytes().startswith(once)


def test_a_code_that_is_found_by_trying_is_told_and_stays(ogp, tmp_path):
    (tmp_path / "participants.csv").write_text("id,name,code\n1,A,1234\n", "utf-8")
    done = ogp("roster", "codes", "participants.csv")
    assert done.returncode == 1
    assert "found by trying: that of 1" in done.stderr
    assert (tmp_path / "participants.csv").read_text("utf-8") == "id,name,code\n1,A,1234\n"


def test_what_would_lose_something_is_not_written(ogp, tmp_path):
    export = "Order code,Attendee name,Attendee email,Attendee name: Given name,Product\nA,Ana,a@b.org,Ana,x\n"
    for name, text in (("surplus.csv", "id,name\n1,A,surplus\n"), ("export.csv", export)):
        (tmp_path / name).write_text(text, "utf-8")
        done = ogp("roster", "codes", name)
        assert (done.returncode, (tmp_path / name).read_text("utf-8")) == (2, text)
    assert "Import it first: ogp roster import export.csv" in done.stderr
    done = ogp("roster", "codes", "-")
    assert done.returncode == 2
    assert "codes are written into a file" in done.stderr
