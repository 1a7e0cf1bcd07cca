"""Typefaces of printed documents: those that come along first, then what the machine has."""

import json
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from ogpworkshop.errors import OgpError
from ogpworkshop.model.near import nearest

FONTS = Path(__file__).parent.parent / "fonts"
BUNDLED = ("Source Sans 3", "Source Serif 4")
# Families looked for on the machine when the bundled ones lack a letter, in this order: Noto, then
# those that come with Windows and macOS, then common free ones.
_SCRIPTS = (
    "Arabic", "Devanagari", "Bengali", "Sinhala", "Tamil", "Thai", "Khmer", "Lao", "Myanmar",
    "Georgian", "Armenian", "Hebrew", "Ethiopic", "Gujarati", "Gurmukhi", "Kannada", "Malayalam",
    "Oriya", "Telugu", "Thaana", "Mongolian", "Javanese", "Balinese", "Syriac", "Tifinagh",
    "Cherokee", "Symbols", "Symbols 2", "Symbols2", "Math",
)  # fmt: skip
_CJK = ("SC", "JP", "KR", "TC", "HK")
_ORDER = {"ja": "JP", "ko": "KR", "zh-Hant": "TC", "zh-TW": "TC", "zh-HK": "HK"}
"""Chinese, Japanese and Korean share code points and differ in how they are drawn."""
_OTHERS = (
    "Segoe UI", "Nirmala UI", "Leelawadee UI", "Myanmar Text", "Mongolian Baiti", "Ebrima",
    "Microsoft YaHei", "SimSun", "Yu Gothic", "Malgun Gothic", "Microsoft JhengHei",
    "Geeza Pro", "Kohinoor Devanagari", "Kohinoor Bangla", "Sinhala Sangam MN", "Tamil Sangam MN",
    "Thonburi", "Khmer Sangam MN", "Myanmar Sangam MN", "PingFang SC", "Hiragino Sans",
    "Apple SD Gothic Neo", "Arial Unicode MS", "Amiri", "Scheherazade New", "Khmer OS", "Padauk",
    "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "Droid Sans Fallback", "Segoe UI Symbol",
    "Segoe UI Emoji", "Apple Color Emoji",
)  # fmt: skip
# Families that draw a box or nothing for every letter there is.
_EMPTY = ("last resort", "lastresort", "blank", "tofu", "notdef")


class Faces:
    """The typefaces that a document may be set in.

    Attributes:
        fonts: what Typst searches.
        known: names of the families found.
    """

    def __init__(self, more: tuple[Path, ...], *, is_wide: bool) -> None:
        """Those that come along and those in `more`; all of the machine's if `is_wide`."""
        self.fonts = _fonts(more, is_wide=is_wide)
        self.own = [name for name in _fonts(more, is_wide=False).families() if name not in BUNDLED]
        self.known: frozenset[str] = frozenset(self.fonts.families())

    def inputs(
        self, families: tuple[str, str], language: str, *, has_all: bool = False
    ) -> dict[str, str]:
        """The chains of families for text and for headings, as templates read them.

        Raises:
            OgpError: the theme asks for a family that is not there.
        """
        for name in families:
            if name and name not in self.known:
                raise _unknown(name, self.known)
        chain = [*BUNDLED, *self.own, *(name for name in _usual(language) if name in self.known)]
        if has_all:
            chain += sorted(name for name in self.known if not _is_empty(name))
        text, heading = ([name] if name else [] for name in families)
        return {
            "sans": json.dumps(_once([*text, *chain])),
            "serif": json.dumps(_once([*heading, *reversed(chain[:2]), *chain[2:]])),
        }


def engine() -> Any:
    """The PDF engine.

    Raises:
        OgpError: it is not installed.
    """
    try:
        import typst  # noqa: PLC0415  # 82 MB that only PDFs need, absent on some machines
    except ImportError:
        raise OgpError(
            "the PDF engine is not installed on this machine",
            "Install it with: pip install typst — or make the web page with --format html.",
        ) from None
    return typst


@lru_cache(maxsize=8)
def _fonts(more: tuple[Path, ...], *, is_wide: bool) -> Any:
    # Never Typst's own fonts: they set Arabic unjoined and Devanagari broken, without a word.
    return engine().Fonts(
        include_system_fonts=is_wide,
        include_embedded_fonts=False,
        font_paths=[str(FONTS), *map(str, more)],
    )


def _usual(language: str) -> Sequence[str]:
    first = _ORDER.get(language) or _ORDER.get(language.split("-", maxsplit=1)[0], "SC")
    east = [first, *(each for each in _CJK if each != first)]
    urdu = ["Noto Nastaliq Urdu"] if language.startswith("ur") else []
    return (
        *urdu,
        "Noto Sans",
        *(f"Noto Sans {script}" for script in _SCRIPTS),
        *(f"{stem} {each}" for each in east for stem in ("Noto Sans CJK", "Noto Sans")),
        *(f"{stem} {each}" for each in east for stem in ("Source Han Sans",)),
        "Noto Naskh Arabic",
        "Noto Nastaliq Urdu",
        "Noto Serif Tibetan",
        "Noto Serif Bengali",
        "Noto Color Emoji",
        *_OTHERS,
    )


def _is_empty(name: str) -> bool:
    return any(word in name.casefold() for word in _EMPTY)


def _once(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


def _unknown(name: str, known: Collection[str]) -> OgpError:
    near = nearest(name, known)
    remedy = f"Did you mean “{near}”?" if near else "Install it, or give --fonts FOLDER."
    return OgpError(f"there is no typeface “{name}” on this machine", remedy)
