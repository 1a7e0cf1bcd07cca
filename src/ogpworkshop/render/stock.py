"""Paper that badges are printed on: stock by its name, or any measures."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from ogpworkshop.errors import OgpError
from ogpworkshop.model.near import nearest
from ogpworkshop.render.view_people import Shown

_PAPERS: dict[str, tuple[float, float]] = {
    "a4": (210, 297), "a4-lying": (297, 210), "us-letter": (215.9, 279.4)
}  # fmt: skip
"""Sheets that cards are printed on; any other is a label of the card's own size."""

_NUMBER = r"-?\d{1,4}(?:\.\d{1,2})?"
_MARGIN = 8.0
_SMALLEST = 30.0


class Stock(Shown, frozen=True):
    """A sheet of cards; all lengths in millimetres."""

    width: Annotated[float, Meta(description="Width of a card.")]
    height: Annotated[float, Meta(description="Height of a card.")]
    columns: Annotated[int, Meta(description="Cards beside each other.")] = 1
    rows: Annotated[int, Meta(description="Cards below each other.")] = 1
    left: Annotated[float, Meta(description="From the edge of the paper to the first card.")] = 0
    top: Annotated[float, Meta(description="From the edge of the paper to the first card.")] = 0
    pitch_x: Annotated[float, Meta(description="From one card's edge to the next one's.")] = 0
    pitch_y: Annotated[float, Meta(description="From one card's edge to the next one's.")] = 0
    paper_width: Annotated[float, Meta(description="Width of the sheet.")] = 0
    paper_height: Annotated[float, Meta(description="Height of the sheet.")] = 0
    is_cut: Annotated[bool, Meta(description="Whether cards come cut, and need no marks.")] = False
    is_folded: Annotated[
        bool, Meta(description="Whether a card is folded in the middle, its lower half the back.")
    ] = False
    is_quartered: Annotated[
        bool,
        Meta(description="Whether the sheet is folded twice: the back stands left of the card."),
    ] = False
    unsure: Annotated[
        str, Meta(description="Name of a stock whose measures sources do not agree on.")
    ] = ""
    nudge_x: Annotated[float, Meta(description="To the right, for a printer that is off.")] = 0
    nudge_y: Annotated[float, Meta(description="Down, for a printer that is off.")] = 0


def stock_of(name: str, paper: str, nudge: str = "") -> Stock:
    """The stock of that name, or of those measures.

    Args:
        name: of a stock; or `page`, a sheet folded in the middle; or `quarter`, one folded twice;
            or `90x55` for as many cards of that size as the paper takes; or eight numbers: width,
            height, columns, rows, left, top, and the pitch in both directions.
        paper: of the workshop, `a4` or `letter`.
        nudge: millimetres to the right and down by which the printer is off, as `1.5,-0.5`.

    Raises:
        OgpError: there is no such stock, or it does not fit on its paper.
    """
    sheet = "us-letter" if paper == "letter" else "a4"
    if name == "page":
        return _nudged(_whole(sheet), nudge)
    if name == "quarter":
        return _nudged(_quarter(sheet), nudge)
    if name in known():
        return _nudged(known()[name], nudge)
    size = re.fullmatch(r"(\d{1,4}(?:\.\d)?)x(\d{1,4}(?:\.\d)?)", name)
    if size:
        return _nudged(_filled(float(size[1]), float(size[2]), sheet), nudge)
    if re.fullmatch(rf"{_NUMBER}(?:,{_NUMBER}){{7}}", name):
        return _nudged(_measured([float(each) for each in name.split(",")], sheet), nudge)
    near = nearest(name, known())
    raise OgpError(
        f"there is no stock “{name}”",
        f"Did you mean “{near}”?" if near else f"There are: {', '.join(known())}; or write 90x55.",
    )


@cache
def known() -> dict[str, Stock]:
    """Every stock by name."""
    text = Path(__file__).with_name("stock.toml").read_text("utf-8")
    return {name: _stock(values) for name, values in tomllib.loads(text).items()}


def _stock(values: dict[str, Any]) -> Stock:
    paper = values.get("paper", "a4")
    width, height = _PAPERS.get(paper, (values["width"], values["height"]))
    return Stock(
        width=values["width"],
        height=values["height"],
        columns=values.get("columns", 1),
        rows=values.get("rows", 1),
        left=values.get("left", 0),
        top=values.get("top", 0),
        pitch_x=values.get("pitch_x", values["width"]),
        pitch_y=values.get("pitch_y", values["height"]),
        paper_width=width,
        paper_height=height,
        is_cut=values.get("cut", False),
        is_folded=values.get("folded", False),
        unsure=values["title"] if values.get("unsure") else "",
    )


def _whole(paper: str) -> Stock:
    """A sheet that lies and is folded in the middle."""
    height, width = _PAPERS[paper]
    return Stock(
        width=width,
        height=height,
        paper_width=width,
        paper_height=height,
        is_cut=True,
        is_folded=True,
    )


def _quarter(paper: str) -> Stock:
    """A sheet that stands and is folded twice: A4 to A6, the badge in its lower right quarter."""
    width, height = (side / 2 for side in _PAPERS[paper])
    return Stock(
        width=width,
        height=height,
        left=width,
        top=height,
        paper_width=width * 2,
        paper_height=height * 2,
        is_cut=True,
        is_folded=True,
        is_quartered=True,
    )


def _filled(width: float, height: float, paper: str) -> Stock:
    """As many cards as the paper takes, in its middle, with room for marks between."""
    sheet_width, sheet_height = _PAPERS[paper]
    if not (_SMALLEST <= width <= sheet_width and _SMALLEST <= height <= sheet_height):
        raise OgpError(
            f"cards of {width:g} × {height:g} mm are not printed",
            f"Each side is {_SMALLEST:g} mm at the least, and as long as the paper at the most.",
        )
    columns = max(1, int((sheet_width - 2 * _MARGIN) // width))
    rows = max(1, int((sheet_height - 2 * _MARGIN) // height))
    return Stock(
        width=width,
        height=height,
        columns=columns,
        rows=rows,
        left=(sheet_width - columns * width) / 2,
        top=(sheet_height - rows * height) / 2,
        pitch_x=width,
        pitch_y=height,
        paper_width=sheet_width,
        paper_height=sheet_height,
    )


def _measured(numbers: list[float], paper: str) -> Stock:
    width, height, columns, rows, left, top, pitch_x, pitch_y = numbers
    sheet_width, sheet_height = _PAPERS[paper]
    is_whole = columns == int(columns) and rows == int(rows) and min(columns, rows) >= 1
    right = left + (columns - 1) * pitch_x + width
    foot = top + (rows - 1) * pitch_y + height
    is_apart = (columns == 1 or pitch_x >= width) and (rows == 1 or pitch_y >= height)
    is_inside = min(left, top) >= 0 and right <= sheet_width and foot <= sheet_height
    if not (is_whole and is_apart and is_inside and min(width, height) >= _SMALLEST):
        raise OgpError(
            "cards of these measures do not fit on the sheet, or cover each other",
            "The numbers are width, height, columns, rows, left, top, pitch_x, pitch_y in mm.",
        )
    return Stock(
        width=width,
        height=height,
        columns=int(columns),
        rows=int(rows),
        left=left,
        top=top,
        pitch_x=pitch_x,
        pitch_y=pitch_y,
        paper_width=sheet_width,
        paper_height=sheet_height,
        is_cut=True,
    )


def _nudged(stock: Stock, nudge: str) -> Stock:
    if not nudge:
        return stock
    match = re.fullmatch(rf"\s*({_NUMBER})\s*,\s*({_NUMBER})\s*", nudge)
    if match is None or max(abs(float(match[1])), abs(float(match[2]))) > _MARGIN * 2:
        raise OgpError(
            f"“{nudge}” does not say how far to move",
            "Write millimetres to the right and down, for example 1.5,-0.5.",
        )
    return msgspec.structs.replace(stock, nudge_x=float(match[1]), nudge_y=float(match[2]))
