"""Writes a file whole or not at all."""

import errno
import os
import secrets
import stat
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from ogpworkshop.errors import OgpError

_REMEDIES = {
    errno.ENOSPC: "Make room, and run the command again.",
    errno.EDQUOT: "Make room, and run the command again.",
    errno.EACCES: "Name a file in a folder where you may write.",
    errno.EPERM: "Name a file in a folder where you may write.",
    errno.EROFS: "Name a file in a folder where you may write.",
    errno.ENAMETOOLONG: "Give it a shorter name.",
}


def write_whole(path: Path, content: bytes, *, force: bool, ours: Callable[[bytes], bool]) -> bool:
    """Give a file this content, at once: whoever reads it sees the old content or the new one.

    A link is followed; what it leads to is written. A file that has the content already is left
    alone, its time included.

    Args:
        path: the file.
        content: what it is to hold.
        force: replace whatever stands there.
        ours: whether content that stands there was written by ogp and may be replaced.

    Returns:
        Whether anything was written.

    Raises:
        OgpError: when it cannot be written, or holds something that `ogp` did not write.
    """
    try:
        mode = _mode(path)
        target = path.resolve() if path.is_symlink() else path
        if mode is not None and not stat.S_ISREG(mode):
            _write_into(target, content, mode)
            return True
        if mode is not None and not _may_replace(path, target, content, force=force, ours=ours):
            return False
        _replace(target, content, None if mode is None else stat.S_IMODE(mode))
    except OSError as error:
        raise _in_words(path, error) from None
    return True


def refuse_foreign(paths: Iterable[Path], *, force: bool, ours: Callable[[bytes], bool]) -> None:
    """See before the first of several files is written that none of them will be refused.

    Raises:
        OgpError: one holds something that `ogp` did not write, or cannot be written.
    """
    for path in paths:
        try:
            mode = _mode(path)
            if mode is not None and stat.S_ISREG(mode):
                target = path.resolve() if path.is_symlink() else path
                _may_replace(path, target, b"", force=force, ours=ours)
            elif mode is not None and stat.S_ISDIR(mode):
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        except OSError as error:
            raise _in_words(path, error) from None


def write_folder(
    folder: Path,
    made: Mapping[str, bytes],
    why: str,
    *,
    force: bool,
    ours: Callable[[bytes], bool],
) -> None:
    """Write several files into a folder, which is made if need be; none unless all may be written.

    Args:
        folder: where to.
        made: contents by names.
        why: what there is a file for each of, as a sentence goes on: “Zoom takes a file for each
            round”.
        force: replace whatever stands there.
        ours: whether content that stands there was written by ogp and may be replaced.

    Raises:
        OgpError: there is no such folder and none can be made, or a file is somebody else's.
    """
    if folder.exists() and not folder.is_dir():
        raise OgpError(f"{folder} is no folder", f"{why}: name a folder.")
    refuse_foreign([folder / name for name in made], force=force, ours=ours)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"the folder {folder} cannot be made: {(error.strerror or '').lower()}"
        raise OgpError(message, "Name another.") from None
    for name, content in made.items():
        write_whole(folder / name, content, force=force, ours=ours)


def rewrite(path: Path, content: bytes, *, before: bytes) -> None:
    """Give a file another content, at once, if it still holds what was read from it.

    Raises:
        OgpError: when somebody else has changed it meanwhile, or it cannot be written.
    """
    try:
        target = path.resolve() if path.is_symlink() else path
        mode = target.stat().st_mode
        if not stat.S_ISREG(mode):
            raise OgpError(f"{path} is no file that can be rewritten", "Use - to print instead.")
        if not os.access(target, os.W_OK):
            raise OgpError(f"{path} is protected against writing", "Allow it, and try again.")
        if target.read_bytes() != before:
            raise _changed(path)
        _replace(target, content, stat.S_IMODE(mode))
    except FileNotFoundError:
        raise _changed(path) from None
    except OSError as error:
        raise _in_words(path, error) from None


def _changed(path: Path) -> OgpError:
    return OgpError(
        f"{path} was changed by somebody else meanwhile", "Nothing was written. Run it again."
    )


def _mode(target: Path) -> int | None:
    """The mode of what stands there, None if nothing does."""
    try:
        return target.stat().st_mode
    except FileNotFoundError:
        return None


def _write_into(target: Path, content: bytes, mode: int) -> None:
    """Write to a pipe or a device, which cannot be replaced."""
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    with target.open("wb") as stream:
        stream.write(content)


def _may_replace(
    path: Path, target: Path, content: bytes, *, force: bool, ours: Callable[[bytes], bool]
) -> bool:
    """Whether the file holds something else, which may be replaced.

    Raises:
        OgpError: when it may not.
    """
    if not os.access(target, os.W_OK):
        raise OgpError(f"{path} is protected against writing", "Give another name.")
    present = target.read_bytes()
    if present == content:
        return False
    if not force and present and not ours(present):
        raise OgpError(
            f"{path} was not written by ogp, or has been changed since",
            "Give another name, or --force to replace it.",
        )
    return True


def _replace(target: Path, content: bytes, mode: int | None) -> None:
    """Write a file beside the target, and rename it once everything is on the disk."""
    beside = target.with_name(f".{target.name[:32]}.{secrets.token_hex(6)}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(beside, flags, 0o666), "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        if mode is not None:
            beside.chmod(mode)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, on systems that can."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _in_words(path: Path, error: OSError) -> OgpError:
    """What went wrong, for whoever named the file."""
    if isinstance(error, IsADirectoryError):
        return OgpError(f"{path} is a folder", "Name a file in it.")
    if isinstance(error, NotADirectoryError):
        return OgpError(f"{path.parent} is a file, not a folder", "Name a file in a folder.")
    if isinstance(error, FileNotFoundError):
        return OgpError(f"there is no folder {path.parent}", "Make it first, or name another.")
    remedy = _REMEDIES.get(error.errno or 0, "")
    reason = (os.strerror(error.errno) if error.errno else str(error)).lower()
    return OgpError(f"{path} cannot be written: {reason}", remedy)
