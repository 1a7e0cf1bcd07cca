"""Smaller PDFs, tags and all: the objects of the file packed together, as PDF 1.5 and later allow."""

from io import BytesIO
from typing import Final

from ogpworkshop.errors import OgpError

_SMALLEST: Final = 9


def compacted(content: bytes) -> bytes:
    """The same PDF in about a fifth of the size, if it has many tags.

    Raises:
        OgpError: the package that packs PDFs is not installed.
    """
    try:
        import pikepdf  # noqa: PLC0415  # an optional extra
    except ImportError:
        raise OgpError(
            "small PDFs need a package that is not installed",
            "Install it with: pip install ogpworkshop[compact]",
        ) from None
    pikepdf.settings.set_flate_compression_level(_SMALLEST)
    packed = BytesIO()
    with pikepdf.open(BytesIO(content)) as document:
        document.save(
            packed,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            recompress_flate=True,
            deterministic_id=True,
        )
    return packed.getvalue()
