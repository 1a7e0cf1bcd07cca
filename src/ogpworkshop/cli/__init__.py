"""The `ogp` command: parses, calls, prints."""

import atexit
import gc
import sys

_OBJECTS = 100_000
"""New objects between two looks for cycles: as many as a small run makes altogether."""


def main() -> None:
    """Run the command, and turn what can go wrong into a message and an exit code.

    0 clean, 1 findings, 2 wrong use or unreadable input, 3 a fault of ours.
    """
    gc.set_threshold(_OBJECTS, 20, 100)
    # the system takes all memory back at once; to look for cycles in it first takes a tenth of a run
    atexit.register(gc.freeze)
    from ogpworkshop.cli.app import app
    from ogpworkshop.errors import OgpError

    try:
        app()
    except OgpError as error:
        say(error.message, error.remedy)
        sys.exit(2)
    except KeyboardInterrupt:
        say("interrupted", "")
        sys.exit(130)
    except BrokenPipeError:
        # whoever read our output, a pager say, has closed it
        sys.stderr.close()
        sys.exit(0)
    except Exception as error:  # noqa: BLE001  the last resort: a fault of ours, said as one
        _fail(error)


def say(message: str, remedy: str) -> None:
    """Tell on standard error what is wrong, and what to do about it."""
    # an error can carry a piece of a file: nothing of it reaches the terminal raw
    from ogpworkshop.check.report.words import shown

    sys.stderr.write(f"ogp: {shown(message)}\n")
    if remedy:
        sys.stderr.write(f"     {shown(remedy)}\n")


def _fail(error: Exception) -> None:
    import os

    if os.environ.get("OGP_DEBUG"):
        raise error
    remedy = "This is a fault of ogp. OGP_DEBUG=1 shows where; please report it with the input."
    say(f"{type(error).__name__}: {error}", remedy)
    sys.exit(3)
