"""QR codes as drawings, quickly: a thousand badges have one each."""

import re
from functools import cache, lru_cache
from typing import Any

from ogpworkshop.errors import OgpError

_SMALL = 14
"""Letters that fit into the smallest code at error level M, 21 by 21 modules."""
_DARK = re.compile(rb"\x01+")


def qr_code(text: str) -> str:
    """The code as SVG: each row's dark runs as one stroke, with two modules of quiet around.

    Raises:
        OgpError: the package that makes codes is not installed.
    """
    content = text.encode()
    is_small = 0 < len(content) <= _SMALL and text.isascii()
    modules, columns = _small(content) if is_small else _modules(_made(text))
    side = columns + 4
    runs = (
        f"M{run.start() + 2} {row + 2}.5h{len(run[0])}"
        for row in range(columns)
        for run in _DARK.finditer(modules[row * columns : (row + 1) * columns])
    )
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {side} {side}'>"
        f"<path stroke='#000' d='{''.join(runs)}'/></svg>"
    )


def _small(content: bytes) -> tuple[bytes, int]:
    """The modules of a small code, put together from those of its bits.

    A code of given length and mask is linear (ISO/IEC 18004, 7.5 and 7.8): a bit of the text
    turns the same modules whatever the others are. To compute one whole takes ten times longer.
    """
    whole, columns = _plain(len(content))
    for place, byte in enumerate(content):
        whole ^= _turned(len(content), place, byte)
    return whole.to_bytes(columns * columns), columns


@lru_cache(maxsize=4096)
def _turned(length: int, place: int, byte: int) -> int:
    """The modules that a byte at a place turns, against a zero there."""
    content = bytes(byte if each == place else 0 for each in range(length))
    modules, _ = _modules(_made(content, mask=0, mode="byte"))
    return int.from_bytes(modules) ^ _plain(length)[0]


@cache
def _plain(length: int) -> tuple[int, int]:
    modules, columns = _modules(_made(bytes(length), mask=0, mode="byte"))
    return int.from_bytes(modules), columns


def _modules(code: Any) -> tuple[bytes, int]:
    """A code's modules row by row, and how many a row has."""
    return b"".join(map(bytes, code.matrix)), len(code.matrix)


def _made(content: str | bytes, **given: Any) -> Any:
    try:
        import segno  # noqa: PLC0415  # for badges that ask for it
    except ImportError:
        raise OgpError(
            "QR codes need a package that is not installed", "Install it with: pip install segno"
        ) from None
    if isinstance(content, str):
        given["encoding"] = "utf-8"
    return segno.make_qr(content, error="m", boost_error=False, **given)
