"""What tests of all kinds share."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]
# no test fails because the machine is busy
settings.register_profile("unhurried", parent=settings.default, deadline=None)
settings.load_profile("unhurried")


def pytest_addoption(parser):
    parser.addoption("--update-expected", action="store_true", help="write expected outputs anew")


@pytest.fixture
def update_expected(request):
    return request.config.getoption("--update-expected")


@pytest.fixture(scope="session")
def root():
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def chromium():
    """Debian's Chromium; without it these tests fail in CI, and are left out elsewhere."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        message = "Chromium is missing; on Debian: apt-get install chromium"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return path


@pytest.fixture
def ogp(tmp_path):
    """Runs the installed command in an empty folder: `ogp("agenda", "check", file)`."""
    command = Path(sys.executable).with_name("ogp")

    def run(*arguments, cwd=tmp_path, stdin=None, env=None):
        return subprocess.run(
            [command, *map(str, arguments)],
            cwd=cwd,
            input=stdin,
            capture_output=True,
            env={**os.environ, "NO_COLOR": "1", **(env or {})},
            check=False,
            **({} if isinstance(stdin, bytes) else {"text": True, "encoding": "utf-8"}),
        )

    return run


@pytest.fixture
def workshop(tmp_path):
    """A copy of the founding workshop's two files, in a folder of its own."""
    for name in ("agenda.yaml", "participants.csv"):
        shutil.copy(ROOT / "data" / name, tmp_path / name)
    return tmp_path
