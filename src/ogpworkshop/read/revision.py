"""Files as they stood at an earlier revision of their git repository."""

import os
from functools import cache
from pathlib import Path

from ogpworkshop.errors import OgpError


def content_at(revision: str, path: Path) -> bytes | None:
    """The bytes of a file at a revision, None if it was not there.

    Args:
        revision: whatever git takes for one: a branch, a tag, a commit, HEAD~3.
        path: the file; it need not exist now. One that git knows as renamed is followed.

    Raises:
        OgpError: when the file is in no repository, or the repository has no such revision.
    """
    folder = path.parent.resolve()
    commit = _commit(revision, folder)
    code, content, _ = _git(folder, "cat-file", "blob", f"{commit}:./{path.name}")
    if code:
        before = _renamed(commit, folder).get(path.name)
        if before is None:
            return None
        code, content, _ = _git(folder, "cat-file", "blob", f"{commit}:{before}")
    return None if code else content


def files_at(revision: str, folder: Path) -> set[Path]:
    """The files of a folder, and of those in it, at a revision; the folder may be gone by now.

    Raises:
        OgpError: when the folder is in no repository, or the repository has no such revision.
    """
    there = next(each for each in folder.absolute().parents if each.is_dir())
    below = folder.absolute().relative_to(there).as_posix()
    commit = _commit(revision, there.resolve())
    tree = ("ls-tree", "--full-tree", "-r", "-z", "--name-only", f"{commit}:./{below}")
    code, listed, _ = _git(there.resolve(), *tree)
    names = [] if code else listed.split(b"\0")
    return {folder / os.fsdecode(name) for name in names if name}


@cache
def _renamed(commit: str, folder: Path) -> dict[str, str]:
    """Files of a folder that have another name since: the one of now, and the one from the root."""
    _, prefix, _ = _git(folder, "rev-parse", "--show-prefix")
    compare = ("diff", "-z", "--name-status", "--find-renames", "--diff-filter=R")
    _, listed, _ = _git(folder, *compare, commit)
    fields = [os.fsdecode(field) for field in listed.split(b"\0")]
    here = os.fsdecode(prefix.removesuffix(b"\n"))
    moved = dict(zip(fields[2::3], fields[1::3], strict=False))
    return {now.removeprefix(here): then for now, then in moved.items() if now.startswith(here)}


@cache
def _commit(revision: str, folder: Path) -> str:
    """The commit that a revision means in the repository of a folder."""
    code, _, complaint = _git(folder, "rev-parse", "--git-dir")
    if code and b"safe.directory" in complaint:
        raise OgpError(
            f"git does not trust the repository of {folder}, which another user owns",
            f"Trust it: git config --global --add safe.directory {folder}",
        )
    if code:
        raise OgpError(f"{folder} is in no git repository", "--since compares with a revision.")
    # a name that begins with a dash would be taken for an option
    asked = f"{revision}^{{commit}}"
    code, commit, _ = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", asked)
    if code:
        raise OgpError(
            f"the git repository has no revision {revision}",
            "git log --oneline --all lists them; in CI fetch it first, or the whole history.",
        )
    return commit.decode().strip()


def _git(folder: Path, *arguments: str) -> tuple[int, bytes, bytes]:
    """Exit code, output and complaints of a git command."""
    import subprocess  # noqa: PLC0415  loaded only where a revision is asked for

    # a hook that git runs is told of one repository; the folder may be in another
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    try:
        done = subprocess.run(  # noqa: S603  no shell, and arguments that cannot be options
            ["git", "-C", str(folder), *arguments],  # noqa: S607
            capture_output=True,
            check=False,
            env={**environment, "LC_ALL": "C"},
        )
    except FileNotFoundError:
        raise OgpError("git is not installed here", "--since needs it.") from None
    return done.returncode, done.stdout, done.stderr
