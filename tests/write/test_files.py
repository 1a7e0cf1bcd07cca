"""Files are written whole or not at all."""

import os
import stat
from pathlib import Path

import pytest

from ogpworkshop.errors import OgpError
from ogpworkshop.write.files import rewrite, write_whole


def write(path: Path, content: bytes, *, force: bool = False, own: bool = False) -> bool:
    return write_whole(path, content, force=force, ours=lambda _: own)


def test_a_new_file_gets_the_content_and_nothing_else_is_left(tmp_path):
    assert write(tmp_path / "groups.csv", b"a\n") is True
    assert (tmp_path / "groups.csv").read_bytes() == b"a\n"
    assert [each.name for each in tmp_path.iterdir()] == ["groups.csv"]


def test_a_new_file_may_be_read_by_whom_the_system_lets(tmp_path):
    mask = os.umask(0o027)
    try:
        write(tmp_path / "x", b"a")
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "x").stat().st_mode) == 0o640


def test_its_own_file_is_replaced_and_keeps_its_mode(tmp_path):
    path = tmp_path / "x"
    path.write_bytes(b"old")
    path.chmod(0o604)
    assert write(path, b"new", own=True) is True
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o604


def test_a_file_of_somebody_else_is_kept_unless_forced(tmp_path):
    path = tmp_path / "x"
    path.write_bytes(b"precious")
    with pytest.raises(OgpError, match="was not written by ogp") as caught:
        write(path, b"new")
    assert "--force" in caught.value.remedy
    assert path.read_bytes() == b"precious"
    assert write(path, b"new", force=True) is True
    assert path.read_bytes() == b"new"


def test_an_empty_file_may_be_filled(tmp_path):
    (tmp_path / "x").touch()
    assert write(tmp_path / "x", b"new") is True


def test_a_file_that_has_the_content_already_is_not_touched(tmp_path):
    path = tmp_path / "x"
    path.write_bytes(b"same")
    os.utime(path, ns=(1, 1))
    assert write(path, b"same") is False
    assert path.stat().st_mtime_ns == 1


def test_a_link_stays_and_what_it_leads_to_is_written(tmp_path):
    (tmp_path / "folder").mkdir()
    real, link = tmp_path / "folder" / "real", tmp_path / "link"
    link.symlink_to(real)
    write(link, b"first")
    write(link, b"second", own=True)
    assert link.is_symlink()
    assert real.read_bytes() == b"second"
    assert not list(tmp_path.glob("**/.*"))


def test_a_link_that_leads_to_itself_is_refused(tmp_path):
    link = tmp_path / "link"
    link.symlink_to(link)
    with pytest.raises(OgpError, match="cannot be written"):
        write(link, b"x")


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(OgpError, match="is a folder"):
        write(tmp_path, b"x", force=True)


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(OgpError, match=r"there is no folder .*missing"):
        write(tmp_path / "missing" / "x", b"x")


def test_a_file_in_place_of_a_folder_is_named(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(OgpError, match="is a file, not a folder"):
        write(tmp_path / "file" / "x", b"x")


def test_a_name_too_long_is_refused(tmp_path):
    with pytest.raises(OgpError, match="cannot be written") as caught:
        write(tmp_path / ("x" * 300), b"x")
    assert "shorter" in caught.value.remedy


def test_a_protected_file_is_not_replaced(tmp_path, monkeypatch):
    path = tmp_path / "x"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write everything
    with pytest.raises(OgpError, match="protected"):
        write(path, b"new", force=True)
    assert path.read_bytes() == b"old"


@pytest.mark.parametrize(
    ("trouble", "error", "remedy"),
    [
        ("fsync", OSError(28, "No space left on device"), "Make room"),
        ("replace", PermissionError(13, "Permission denied"), "where you may write"),
    ],
)
def test_trouble_on_the_way_leaves_the_old_file_and_nothing_else(
    tmp_path, monkeypatch, trouble, error, remedy
):
    path = tmp_path / "x"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(*((os, "fsync") if trouble == "fsync" else (Path, "replace")), fail)
    with pytest.raises(OgpError, match="cannot be written") as caught:
        write(path, b"new", own=True)
    assert remedy in caught.value.remedy
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["x"]


def test_an_interruption_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    path = tmp_path / "x"
    path.write_bytes(b"old")

    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write(path, b"new", own=True)
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["x"]


def test_a_device_is_written_to_and_not_replaced():
    assert write(Path(os.devnull), b"x") is True
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


def test_a_file_that_still_holds_what_was_read_is_rewritten_with_its_mode(tmp_path):
    file = tmp_path / "agenda.yaml"
    file.write_bytes(b"old")
    file.chmod(0o640)
    rewrite(file, b"new", before=b"old")
    assert file.read_bytes() == b"new"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert [each.name for each in tmp_path.iterdir()] == ["agenda.yaml"]


@pytest.mark.parametrize("present", [b"other", b"", None])
def test_a_file_that_somebody_else_has_changed_is_not_rewritten(tmp_path, present):
    file = tmp_path / "agenda.yaml"
    if present is not None:
        file.write_bytes(present)
    with pytest.raises(OgpError, match="was changed by somebody else meanwhile"):
        rewrite(file, b"new", before=b"old")
    assert (file.read_bytes() if file.exists() else None) == present


def test_a_pipe_and_a_folder_are_not_rewritten(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", tmp_path):
        with pytest.raises(OgpError, match="is no file that can be rewritten"):
            rewrite(path, b"new", before=b"")


def test_a_protected_file_is_not_rewritten(tmp_path, monkeypatch):
    file = tmp_path / "agenda.yaml"
    file.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(OgpError, match="protected"):
        rewrite(file, b"new", before=b"old")
    assert file.read_bytes() == b"old"
