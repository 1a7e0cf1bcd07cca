"""The look that an agenda asks for."""

import io
import struct
import zlib

import page
import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ogpworkshop.errors import OgpError
from ogpworkshop.model import written
from ogpworkshop.render import documents
from ogpworkshop.render.pictures import Picture
from ogpworkshop.render.theme import contrast, logo_of, theme_of

DAYS = "days:\n- sessions:\n  - {time: 09:00-10:00, title: A}\n"


def png():
    """A picture of one pixel."""

    def chunk(kind, content):
        body = kind + content
        return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    parts = [
        chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(b"\0\xff\0\0")), chunk(b"IEND", b""),
    ]  # fmt: skip
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'


@pytest.mark.parametrize(("name", "content"), [("logo.png", png()), ("art/logo.SVG", SVG)])
def test_a_logo_is_printed_and_told_to_those_who_listen(name, content, agenda_of, tmp_path):
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(content)
    agenda = agenda_of(f"workshop: {{organiser: ADB}}\ntheme: {{logo: {name}}}\n{DAYS}")
    made = documents.render("programme", "pdf", agenda, folder=tmp_path)
    file = tmp_path / "made.pdf"
    file.write_bytes(made.content)
    assert page.validate_pdf(str(file), profile="ua1").is_compliant
    tree = pypdf.PdfReader(io.BytesIO(made.content)).trailer["/Root"]["/StructTreeRoot"]
    assert "ADB" in list(alternatives(tree))


def alternatives(node):
    node = node.get_object()
    if "/Alt" in node:
        yield node["/Alt"]
    children = node.get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        if hasattr(child.get_object(), "get"):
            yield from alternatives(child)


def test_a_web_page_holds_its_logo(agenda_of, tmp_path):
    (tmp_path / "logo.png").write_bytes(png())
    agenda = agenda_of(f"theme: {{logo: logo.png}}\n{DAYS}")
    made = documents.render("programme", "html", agenda, folder=tmp_path).content.decode()
    assert 'src="data:image/png;base64,iVBOR' in made


def test_a_certificate_carries_the_logo(agenda_of, participants, tmp_path):
    (tmp_path / "logo.svg").write_bytes(SVG)
    agenda = agenda_of(f"theme: {{logo: logo.svg}}\n{DAYS}")
    made = documents.render("certificates", "pdf", agenda, participants, folder=tmp_path)
    assert made.warnings == ()


REFUSED = [
    ("../secret.png", "outside the workshop's folder"),
    ("/etc/passwd", "outside the workshop's folder"),
    ("link.png", "outside the workshop's folder"),
    ("logo.pdf", "is no picture"),
    ("missing.png", "cannot be read"),
    ("fake.png", "is no picture of its kind"),
    ("folder.png", "cannot be read"),
]


@pytest.mark.parametrize(("name", "said"), REFUSED)
def test_only_a_picture_in_the_workshops_folder_is_a_logo(name, said, tmp_path):
    folder = tmp_path / "workshop"
    folder.mkdir()
    (tmp_path / "secret.png").write_bytes(png())
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    (folder / "fake.png").write_bytes(b"text")
    (folder / "folder.png").mkdir()
    (folder / "logo.pdf").write_bytes(b"%PDF")
    with pytest.raises(OgpError, match=said):
        logo_of(written.Theme(logo=name), folder)


def test_from_standard_input_there_is_no_folder_for_a_logo():
    with pytest.raises(OgpError, match="cannot be found"):
        logo_of(written.Theme(logo="logo.png"), None)


def test_a_photograph_tells_its_size():
    head = b"\xff\xd8\xff\xe0\x00\x06JFIF\xff\xc0\x00\x11\x08\x00\x30\x00\x40\x03"
    assert b'viewBox="0 0 64 48"' in Picture("image/jpeg", head + b"\0" * 9).as_drawing
    for broken in (b"\xff\xd8", b"\xff\xd8\xff\xe0\x00\x00" * 9, head[:12]):
        with pytest.raises(OgpError, match="does not say its size"):
            Picture("image/jpeg", broken).as_drawing  # noqa: B018  # computing it is the test


def test_colours_reach_pages_and_print(agenda_of):
    agenda = agenda_of(f"theme: {{colour: '#7A1F1F', second_colour: '#004d40'}}\n{DAYS}")
    made = documents.render("programme", "html", agenda).content.decode()
    assert "--accent:#7a1f1f;--plenary:#7a1f1f;--group:#004d40" in made
    assert documents.render("programme", "pdf", agenda).warnings == ()


@pytest.mark.parametrize(
    ("colour", "said", "meant"),
    [
        ("blue", "“blue” is no colour for colour", "“#1d4477”"),
        ("#12345", "is no colour", ""),
        ('#fff"}', "is no colour", ""),
    ],
)
def test_what_is_no_colour_is_refused_with_one_that_is(colour, said, meant):
    with pytest.raises(OgpError, match=said) as caught:
        theme_of(written.Theme(colour=colour), "")
    assert meant in caught.value.remedy


@settings(deadline=None)
@given(st.integers(0, 0xFFFFFF))
def test_every_colour_of_a_theme_can_be_read_by_day_and_by_night(number):
    colour = f"#{number:06x}"
    theme = theme_of(written.Theme(colour=colour, second_colour=colour), "")

    assert theme.accent_band == colour
    assert contrast(theme.accent, "#f3f5f7") >= 4.5
    assert contrast(theme.accent_on_dark, "#0f1622") >= 4.5


LIGHT = f"theme: {{colour: '#ffcc00', second_colour: '#7fd6c8'}}\n{DAYS}"


@pytest.mark.parametrize("output", ["pdf", "html", "docx"])
def test_a_colour_too_light_for_text_is_told_once_with_what_stands_for_it(output, agenda_of):
    made = documents.render("programme", output, agenda_of(LIGHT))

    first, second = made.warnings
    assert "the colour #ffcc00 of the theme is too light for text, with a contrast of 1.5" in first
    assert "text is set in #" in second


def test_a_format_without_colours_warns_of_none(agenda_of):
    assert documents.render("programme", "txt", agenda_of(LIGHT)).warnings == ()


@pytest.mark.parametrize("document", ["programme", "badges", "name-tents", "cue-cards"])
def test_text_is_read_on_a_light_theme(document, agenda_of, participants):
    made = documents.render(document, "pdf", agenda_of(LIGHT), participants)

    pages = pypdf.PdfReader(io.BytesIO(made.content)).pages
    pairs = {pair for each in pages for pair in text_on_ground(each)}
    assert pairs
    for ink, filled in pairs:
        assert max(contrast(ink, filled), contrast(ink, "#ffffff")) >= 4.5, (ink, filled)


def text_on_ground(page):
    """The colour of each text of a page, and that of the area filled last before it."""
    fill, ground = "#000000", "#ffffff"
    content = pypdf.generic.ContentStream(page.get_contents(), page.pdf)
    for operands, operator in content.operations:
        if operator == b"scn":
            parts = [round(float(each) * 255) for each in operands]
            fill = "#" + "".join(f"{part:02x}" for part in parts * (3 // len(parts)))
        elif operator in {b"f", b"f*"}:
            ground = fill
        elif operator == b"BT":
            yield fill, ground


def test_contrast_is_that_of_the_guidelines():
    assert contrast("#000000", "#ffffff") == 21
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_a_typeface_that_is_not_there_is_said_with_the_nearest(agenda_of):
    agenda = agenda_of(f"theme: {{text_font: Source Sand 3}}\n{DAYS}")
    with pytest.raises(OgpError, match="no typeface “Source Sand 3”") as caught:
        documents.render("programme", "pdf", agenda)
    assert "“Source Sans 3”" in caught.value.remedy


def test_typefaces_can_be_exchanged(agenda_of):
    agenda = agenda_of(f"theme: {{heading_font: Source Sans 3}}\n{DAYS}")
    made = documents.render("programme", "pdf", agenda)
    fonts = {
        str(font["/BaseFont"])
        for each in pypdf.PdfReader(io.BytesIO(made.content)).pages
        for font in each["/Resources"]["/Font"].values()
    }
    assert not [name for name in fonts if "Serif" in name]


@pytest.mark.parametrize("name", ['Arial"; } body {', "x</style>", "a;b"])
def test_a_typeface_is_a_name_and_nothing_else(name):
    with pytest.raises(OgpError, match="no name of a typeface"):
        theme_of(written.Theme(text_font=name), "")
