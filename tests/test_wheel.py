"""`pip install .` gives a working ogp: a wheel with templates and fonts, away from the checkout."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT],
        check=True, capture_output=True,
    )  # fmt: skip
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """An empty environment with the wheel; only the third-party packages come from here."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    subprocess.run(
        [python, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", wheel],
        check=True, capture_output=True,
    )  # fmt: skip
    # A path file gives the environment our packages, but not the editable install among them,
    # which works by a path file of its own.
    packages = Path(sysconfig.get_path("purelib", vars={"base": folder, "platbase": folder}))
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib"))
    return folder / "bin" / "ogp"


def test_the_wheel_carries_templates_fonts_and_their_licences(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert "ogpworkshop/templates/programme/programme.typ.j2" in names
    assert sum(name.endswith(".ttf") for name in names) == 7
    assert sum(name.startswith("ogpworkshop/fonts/OFL") for name in names) == 2
    assert "ogpworkshop/py.typed" in names


def test_the_main_job_runs_outside_the_checkout(installed, tmp_path):
    for name in ("agenda.yaml", "participants.csv"):
        shutil.copy(ROOT / "data" / name, tmp_path / name)
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}

    def ogp(*arguments):
        done = subprocess.run(
            [installed, *arguments],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done

    assert "nothing to report" in ogp("check").stderr
    ogp("groups", "assign", "--effort", "quick")
    ogp("agenda", "render", "--output", "programme.pdf")
    ogp("agenda", "render", "--output", "programme.html")
    ogp("groups", "render", "--output", "lists.pdf")
    ogp("groups", "render", "--output", "lists.html")
    assert (tmp_path / "programme.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "lists.pdf").stat().st_size > 10_000
    where = subprocess.run(
        [installed.with_name("python"), "-c", "import ogpworkshop; print(ogpworkshop.__file__)"],
        cwd=tmp_path, env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert str(ROOT) not in where.stdout
