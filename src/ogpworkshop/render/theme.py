"""The look that an agenda asks for: colours that can be read, typefaces, a logo."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from msgspec import Meta

from ogpworkshop.errors import OgpError
from ogpworkshop.model import written
from ogpworkshop.render.pictures import Picture, picture_of
from ogpworkshop.render.view_people import Shown

ACCENT, SECOND = "#1d4477", "#0b6b62"
ON_DARK = {ACCENT: "#8fb8f0", SECOND: "#6fcdbf"}
_WHITE, _BLACK, _DARK = "#ffffff", "#000000", "#0f1622"
_WASH = "#f3f5f7"
"""Ground of pauses: what can be read on it can be read on white."""
_LEAST = 4.5
"""Contrast that text needs on its ground, by WCAG 2.2 at level AA."""

_COLOUR = re.compile(r"#?([0-9a-fA-F]{6})")
_FONT = re.compile(r"[\w][\w .'-]{0,60}")


class Theme(Shown, frozen=True):
    """How documents look."""

    accent: Annotated[
        str, Meta(description="Colour of headings and plenaries, dark enough for text: #1d4477.")
    ] = ACCENT
    second: Annotated[str, Meta(description="Colour of group work, dark enough for text.")] = SECOND
    accent_band: Annotated[str, Meta(description="The first as the agenda has it, for bands.")] = (
        ACCENT
    )
    second_band: Annotated[str, Meta(description="The second as the agenda has it.")] = SECOND
    accent_on_dark: Annotated[str, Meta(description="The first on a dark ground.")] = ON_DARK[
        ACCENT
    ]
    second_on_dark: Annotated[str, Meta(description="The second on a dark ground.")] = ON_DARK[
        SECOND
    ]
    heading_font: Annotated[str, Meta(description="Typeface of headings; empty for ours.")] = ""
    text_font: Annotated[str, Meta(description="Typeface of the rest; empty for ours.")] = ""
    logo_text: Annotated[str, Meta(description="What the logo says, for those who listen.")] = ""


def theme_of(theme: written.Theme, logo_text: str) -> Theme:
    """The look that an agenda asks for.

    Raises:
        OgpError: a colour is none; a typeface's name is none.
    """
    accent, second = (
        _colour(key, value) if value else usual
        for key, value, usual in (
            ("colour", theme.colour, ACCENT),
            ("second_colour", theme.second_colour, SECOND),
        )
    )
    ink, second_ink = (_until(colour, _BLACK, _WASH) for colour in (accent, second))
    return Theme(
        accent=ink,
        second=second_ink,
        accent_band=accent,
        second_band=second,
        accent_on_dark=ON_DARK.get(accent) or _until(accent, _WHITE, _DARK),
        second_on_dark=ON_DARK.get(second) or _until(second, _WHITE, _DARK),
        heading_font=_font(theme.heading_font),
        text_font=_font(theme.text_font),
        logo_text=logo_text,
    )


def darkened(theme: Theme) -> Iterator[str]:
    """A sentence for each colour of a theme that is too light for text."""
    for key, own, ink in (
        ("colour", theme.accent_band, theme.accent),
        ("second_colour", theme.second_band, theme.second),
    ):
        if own != ink:
            yield (
                f"the {key} {own} of the theme is too light for text, with a contrast of"
                f" {contrast(own, _WHITE):.1f} on white where {_LEAST} is needed;"
                f" text is set in {ink}, bands keep the colour"
            )


def logo_of(theme: written.Theme, folder: Path | None) -> Picture | None:
    """The logo, which has to be a picture in the workshop's folder.

    Raises:
        OgpError: it is elsewhere, is not there, or is no picture.
    """
    if not theme.logo:
        return None
    return picture_of(theme.logo, folder, "logo")


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, 1 to 21, as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _colour(key: str, text: str) -> str:
    match = _COLOUR.fullmatch(text.strip())
    if match is None:
        raise OgpError(
            f"“{text}” is no colour for {key}", "Write six digits as in web pages: “#1d4477”."
        )
    return f"#{match[1].lower()}"


def _until(colour: str, towards: str, ground: str) -> str:
    """The colour, mixed with another until it can be read on a ground."""
    for step in range(21):
        mixed = _mixed(colour, towards, step / 20)
        if contrast(mixed, ground) >= _LEAST:
            return mixed
    return towards


def _mixed(one: str, other: str, share: float) -> str:
    pairs = zip(_parts(one), _parts(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


def _luminance(colour: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (each / 255 for each in _parts(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _font(name: str | None) -> str:
    text = " ".join((name or "").split())
    if text and not _FONT.fullmatch(text):
        raise OgpError(f"“{text}” is no name of a typeface", "Write it as word processors list it.")
    return text
