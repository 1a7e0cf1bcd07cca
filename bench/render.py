"""Printing: row A4, the founding programme as PDF against the bare engine on the same source."""

import tempfile
from pathlib import Path

from measure import BIN, ROOT, Row, ratio_row

from ogpworkshop.read.agenda import read_agenda
from ogpworkshop.render import documents, making, typst

FOUNDING = ROOT / "data" / "agenda.yaml"
PEER = """
import sys, typst, jinja2, yaml, typer
fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[sys.argv[2]])
typst.compile(
    sys.argv[1], output=sys.argv[3], root=sys.argv[4], font_paths=fonts, pdf_standards=["ua-1"]
)
"""


def source() -> str:
    """The Typst source of the founding programme."""
    agenda, _ = read_agenda(FOUNDING.read_bytes(), str(FOUNDING))
    document = documents.documents()["programme"]
    content = making.Content(agenda, None, None, {"compact": False})
    place = making.Place(documents.shipped(), (), (), None)
    return making.write(document, "pdf", content, place).text


def rows() -> list[Row]:
    """Measure it."""
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder, "programme.typ")
        written.write_text(source(), "utf-8")
        output = Path(folder, "programme.pdf")
        ours = [BIN / "ogp", "agenda", "render", FOUNDING, "--force", "--output", output]
        peer = [BIN / "python", "-c", PEER, written, typst.FONTS, Path(folder, "peer.pdf"), folder]
        return [ratio_row("A4", "programme as PDF, cold / bare Typst", ours, peer, 1.6, pairs=9)]
