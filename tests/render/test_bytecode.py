"""What Jinja makes of the shipped templates is kept, and nothing else is."""

import sys
from pathlib import Path

import pytest

from ogpworkshop.render import environment
from ogpworkshop.render.bytecode import Bytecode
from ogpworkshop.render.documents import shipped

BASE = "base/base.typ.j2"


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch) -> Path:
    """Where Python keeps bytecode."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "kept"))
    return tmp_path / "kept"


@pytest.fixture
def compiled(monkeypatch) -> list[str]:
    """Names of templates that have been compiled."""
    names = []
    compile_ = environment.TemplateEnvironment.compile

    def told(self, source, name=None, *more, **named):
        names.append(name)
        return compile_(self, source, name, *more, **named)

    monkeypatch.setattr(environment.TemplateEnvironment, "compile", told)
    return names


def run(monkeypatch, template: str = BASE, own: tuple[Path, ...] = ()) -> None:
    """Load a template as a new process does."""
    monkeypatch.setattr(environment, "_BYTECODE", Bytecode())
    environment.environment("pdf", shipped(), own).get_template(template)


def files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.is_file())


def test_a_template_that_comes_along_is_compiled_by_one_process_only(monkeypatch, compiled):
    run(monkeypatch)
    run(monkeypatch)

    assert compiled == [BASE]


def test_a_template_of_ones_own_is_compiled_anew_and_never_kept(
    monkeypatch, compiled, folder, tmp_path
):
    own = tmp_path / "templates" / BASE
    own.parent.mkdir(parents=True)
    own.write_text("mine")

    run(monkeypatch, own=(tmp_path / "templates",))
    run(monkeypatch, own=(tmp_path / "templates",))

    assert (compiled, files(folder)) == ([BASE, BASE], [])


@pytest.mark.parametrize(
    "content", [b"", b"\0" * 100, lambda kept: kept[:-1], lambda kept: kept[:40] + kept[41:] + b"i"]
)
def test_what_is_damaged_is_compiled_anew(monkeypatch, compiled, folder, content):
    run(monkeypatch)
    (file,) = files(folder)
    kept = file.read_bytes()
    file.write_bytes(content(kept) if callable(content) else content)

    run(monkeypatch)

    assert compiled == [BASE, BASE]
    assert file.read_bytes() == kept


def test_what_was_made_of_another_text_is_compiled_anew(monkeypatch, compiled):
    run(monkeypatch)
    monkeypatch.setattr(Bytecode, "get_source_checksum", lambda *_: "of a newer version")

    run(monkeypatch)

    assert compiled == [BASE, BASE]


def test_nothing_is_kept_where_python_is_told_to_keep_no_bytecode(monkeypatch, folder):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)

    run(monkeypatch)

    assert files(folder) == []


def test_a_folder_that_cannot_be_written_to_is_no_fault(monkeypatch, compiled, folder):
    folder.write_text("a file where a folder should be")

    run(monkeypatch)

    assert compiled == [BASE]
