"""A workshop begins."""

import pytest

FILES = {
    "agenda.yaml",
    "participants.csv",
    "agenda.schema.json",
    "README.md",
    ".github/workflows/agenda.yml",
}


def names(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_new_workshop_is_clean_and_can_be_grouped_and_printed(ogp, tmp_path):
    assert ogp("init", "delta").returncode == 0
    folder = tmp_path / "delta"
    assert names(folder) == FILES
    done = ogp("check", cwd=folder)
    assert (done.returncode, done.stdout) == (0, "")
    assert ogp("groups", "assign", "--effort", "quick", cwd=folder).returncode == 0
    assert ogp("agenda", "render", "-o", "programme.txt", cwd=folder).returncode == 0
    assert (
        (folder / "agenda.yaml").read_text("utf-8").startswith("# yaml-language-server: $schema=")
    )


def test_a_workshop_begins_with_what_there_is(ogp, tmp_path):
    (tmp_path / "old.txt").write_text(
        "Rivers for All\n\nDay 1 - 2 March 2026\n\n9:00-10:00 Wells\nBring a pen\n", "utf-8"
    )
    (tmp_path / "form.csv").write_text(
        "Timestamp,Full name,Email\nx,Ana Ruiz,ana@example.org\n", "utf-8"
    )
    done = ogp("init", "new", "--from", "old.txt", "--roster", "form.csv")
    assert done.returncode == 0, done.stderr
    assert "Wells" in (tmp_path / "new" / "agenda.yaml").read_text("utf-8")
    assert "p01,Ana Ruiz" in (tmp_path / "new" / "participants.csv").read_text("utf-8")
    assert (tmp_path / "new" / "README.md").read_text("utf-8").startswith("# Rivers for All")
    assert ogp("agenda", "check", cwd=tmp_path / "new").returncode == 0


@pytest.mark.parametrize("name", ["agenda.yaml", "README.md"])
def test_nothing_is_written_where_something_stands(ogp, tmp_path, name):
    (tmp_path / name).write_text("mine\n", "utf-8")
    done = ogp("init")
    assert done.returncode == 2
    assert name in done.stderr
    assert names(tmp_path) == {name}
    assert ogp("init", "--force").returncode == 0
    assert names(tmp_path) == FILES
