"""Rosters from registration to the day when they are no longer needed."""

EXPORT = "Timestamp,Full name,Email address,Organization,Dietary requirements\nx,Ana Ruiz,ana@example.org,Water,vegan\nx,Bo Li,bo@example.org,Rivers,\n"
AGENDA = 'days: [{date: 2020-03-02, sessions: [{time: "09:00-10:00", title: Wells}]}]\n'


def test_an_export_becomes_a_roster_and_is_brought_up_to_date(ogp, tmp_path):
    (tmp_path / "form.csv").write_text(EXPORT, "utf-8")
    shown = ogp("roster", "show", "form.csv")
    assert "Google Forms: 2 rows" in shown.stdout
    assert "Email address → email" in shown.stdout
    assert ogp("roster", "import", "form.csv").returncode == 0
    roster = tmp_path / "participants.csv"
    assert (
        roster.read_text("utf-8").splitlines()[1].startswith("p01,Ana Ruiz,ana@example.org,Water")
    )
    before = roster.read_bytes()
    (tmp_path / "form.csv").write_text(EXPORT + "x,Eve Fox,eve@example.org,Lakes,\n", "utf-8")
    done = ogp("roster", "import", "form.csv", "--merge", "participants.csv", "--diff")
    assert done.stdout == "+ p03  Eve Fox\n"
    assert roster.read_bytes() == before
    assert ogp("roster", "import", "form.csv", "--merge", "participants.csv").returncode == 0
    assert "p03,Eve Fox" in roster.read_text("utf-8")
    roster.write_text("id,name\np1,Mine\n", "utf-8")
    assert ogp("roster", "import", "form.csv").returncode == 2


def test_people_are_counted_without_telling_on_anybody(ogp, workshop):
    done = ogp("roster", "stats", cwd=workshop)
    assert done.returncode == 0
    assert "48 people" in done.stdout
    assert "Pakistan" in done.stdout
    assert ogp("roster", "stats", "--by", "shoe", cwd=workshop).returncode == 2


def test_what_is_sensitive_goes_when_the_workshop_is_over(ogp, tmp_path):
    (tmp_path / "agenda.yaml").write_text(AGENDA, "utf-8")
    roster = tmp_path / "participants.csv"
    roster.write_text(
        "id,name,email,dietary,country\np1,Ana,ana@example.org,vegan,Nepal\n", "utf-8"
    )
    seen = ogp("roster", "purge", "--dry-run")
    assert "would remove: email, dietary" in seen.stdout
    assert "vegan" in roster.read_text("utf-8")
    done = ogp("roster", "purge", "--after", "2w")
    assert done.returncode == 0
    assert "what remains: id, name, country" in done.stdout
    assert roster.read_text("utf-8") == "id,name,country\np1,Ana,Nepal\n"


def test_nothing_goes_before_its_time_or_when_something_would_be_lost(ogp, tmp_path):
    (tmp_path / "agenda.yaml").write_text(AGENDA.replace("2020", "2999"), "utf-8")
    roster = tmp_path / "participants.csv"
    roster.write_text("id,name,email\np1,Ana,ana@example.org,surplus\n", "utf-8")
    assert ogp("roster", "purge").returncode == 1
    (tmp_path / "agenda.yaml").write_text(AGENDA, "utf-8")
    done = ogp("roster", "purge")
    assert done.returncode == 2
    assert "surplus" in roster.read_text("utf-8")
    assert ogp("roster", "purge", "--after", "soon").returncode == 2
