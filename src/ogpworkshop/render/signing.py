"""Who signs a certificate, with office and signature."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

from ogpworkshop.render.pictures import SUFFIXES, Picture, picture_of
from ogpworkshop.render.view_people import Shown


class Signatory(Shown, frozen=True):
    """Somebody who signs."""

    name: Annotated[str, Meta(description="Name below the line.")]
    office: Annotated[str, Meta(description="Office below the name; may be empty.")] = ""
    picture: Annotated[str, Meta(description="Name of the picture above it; may be empty.")] = ""


class Signing(msgspec.Struct, frozen=True):
    """A signatory, and the picture of the signature."""

    shown: Signatory
    picture: Picture | None = None


def signatories_of(text: str, folder: Path | None) -> list[Signing]:
    """Those whom an option names: `Ana Cruz, Director, ana.png; Bo Li, Head of Programme`.

    Raises:
        OgpError: a picture is outside the workshop's folder, or is none.
    """
    return list(_signings(text, folder))


def _signings(text: str, folder: Path | None) -> Iterator[Signing]:
    people = [part.strip() for part in text.split(";") if part.strip()]
    for number, person in enumerate(people, 1):
        name, *rest = (piece.strip() for piece in person.split(","))
        picture = rest.pop() if rest and rest[-1].casefold().endswith(SUFFIXES) else ""
        shown = Signatory(
            name=name,
            office=", ".join(rest),
            picture=f"ogp-signature-{number}.svg" if picture else "",
        )
        yield Signing(shown, picture_of(picture, folder, "signature") if picture else None)
