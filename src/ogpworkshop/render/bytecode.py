"""Keeps what Jinja makes of the templates that come with ogp, as Python keeps its own bytecode.

To compile two templates takes as long as a third of what Typst does. What is kept lies in this
package's `__pycache__` and is taken on Python's terms: only people who could as well change ogp
can write there, PYTHONDONTWRITEBYTECODE and PYTHONPYCACHEPREFIX hold, and where nothing can be
written nothing is kept. Templates of a user's own are compiled anew by each process.
"""

import marshal
import os
import sys
from functools import cache
from hashlib import sha256
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path
from types import CodeType

from jinja2 import compiler
from jinja2.bccache import Bucket, BytecodeCache

from ogpworkshop.render.documents import shipped

_LASTING = "template-"
_DIGEST = 32
_HERE = Path(__file__).parent
_MAKERS = (
    Path(compiler.__file__),
    *(_HERE / f"{name}.py" for name in ("environment", "trusted", "budget")),
)
"""Files of code that decides what becomes of a template, beside Python."""


class Bytecode(BytecodeCache):
    """Templates as Python's code."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], CodeType] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The name under which a template is kept; it tells those that come along."""
        key = super().get_cache_key(name, filename)
        is_lasting = filename is not None and Path(filename).is_relative_to(shipped())
        return _LASTING + key if is_lasting else key

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code of a template, if it has been compiled from this text."""
        bucket.code = self.kept.get((bucket.key, bucket.checksum))
        if bucket.code is None and bucket.key.startswith(_LASTING):
            bucket.code = _read(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        if bucket.code is None:
            return
        self.kept[bucket.key, bucket.checksum] = bucket.code
        if bucket.key.startswith(_LASTING) and not sys.dont_write_bytecode:
            _write(bucket)


def _read(bucket: Bucket) -> CodeType | None:
    try:
        content = _file(bucket).read_bytes()
        digest, code = content[:_DIGEST], content[_DIGEST:]
        # a file cut short or made of another text is compiled anew
        return marshal.loads(code) if digest == _digest(bucket, code) else None  # noqa: S302
    except (OSError, NotImplementedError):
        return None


def _write(bucket: Bucket) -> None:
    code = marshal.dumps(bucket.code)
    try:
        file = _file(bucket)
        beside = file.with_suffix(f".{os.getpid()}")
        file.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(_digest(bucket, code) + code)
        beside.replace(file)
    except (OSError, NotImplementedError):
        return


def _file(bucket: Bucket) -> Path:
    return Path(cache_from_source(str(_HERE / f"{bucket.key}.py")))


def _digest(bucket: Bucket, code: bytes) -> bytes:
    return sha256(_makers() + bucket.checksum.encode() + code).digest()


@cache
def _makers() -> bytes:
    """What tells one state of the code that compiles templates from another, as Python tells it."""
    states = [(file.stat().st_mtime_ns, file.stat().st_size) for file in _MAKERS]
    return MAGIC_NUMBER + repr(states).encode()
