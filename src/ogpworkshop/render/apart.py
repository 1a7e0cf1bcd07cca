"""Compiles the Typst of somebody's own templates in a process of its own, within bounds.

Jinja's loops are counted, Typst's cannot be: a range of a billion numbers ends the process that
asks for it. So code that did not come with ogp runs where only its own page is lost.
"""

import subprocess
import sys
from pathlib import Path

import msgspec

from ogpworkshop.errors import OgpError
from ogpworkshop.render import typst

MAX_MEMORY = 3_000_000_000
"""Bytes; five hundred itineraries take 0.8 GB."""
MAX_SECONDS = 120
_CLOCK = 5 * MAX_SECONDS
"""By the clock, on a machine that has other things to do, or that counts no processor time."""


class Answer(msgspec.Struct, frozen=True):
    """What came of it: a page, a mistake in the source, or what else the user can mend."""

    compiled: typst.Compiled | None = None
    fault: typst.Fault | None = None
    told: tuple[str, str] = ("", "")


def compile_apart(job: typst.Job) -> typst.Compiled:
    """What `compile_source` makes of a source, whatever that does.

    Raises:
        UnboundedError: it takes too much.
        TypstFaultError: it has a mistake.
        OgpError: the PDF engine or a typeface is not installed.
    """
    command = [sys.executable, "-P", "-m", "ogpworkshop.render.apart"]
    command += [str(MAX_MEMORY), str(MAX_SECONDS)]
    try:
        done = subprocess.run(  # noqa: S603  # ourselves
            command, input=msgspec.msgpack.encode(job, enc_hook=str), capture_output=True, timeout=_CLOCK,
            check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise typst.UnboundedError from None
    if done.returncode:
        raise typst.UnboundedError
    answer = msgspec.msgpack.decode(done.stdout, type=Answer)
    if answer.fault:
        raise typst.TypstFaultError(answer.fault)
    if answer.compiled is None:
        raise OgpError(*answer.told)
    return answer.compiled


def _bound(memory: int, seconds: int) -> None:
    """Limit this process, where the system can."""
    try:
        import resource  # noqa: PLC0415  # not on every system
    except ImportError:
        return
    for limit, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(limit)
        own = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(limit, (own, own))
        except (ValueError, OSError):  # a system that knows the limit and does not keep it
            continue


def _answer(job: typst.Job) -> Answer:
    try:
        compiled = typst.compile_source(job)
    except typst.TypstFaultError as error:
        return Answer(fault=error.fault)
    except OgpError as error:
        return Answer(told=(error.message, error.remedy))
    return Answer(compiled)


if __name__ == "__main__":
    _bound(*map(int, sys.argv[1:]))
    given = msgspec.msgpack.decode(
        sys.stdin.buffer.read(), type=typst.Job, dec_hook=lambda _, path: Path(path)
    )
    sys.stdout.buffer.write(msgspec.msgpack.encode(_answer(given)))
