"""Drawings that a workshop brings along: small ones are taken, harmful ones told by their name."""

import pytest

from ogpworkshop.errors import OgpError
from ogpworkshop.render import apart, documents
from ogpworkshop.render.drawings import UndrawableError, drawing_of

DAYS = "theme: {logo: logo.svg}\ndays:\n- sessions:\n  - {time: 09:00-10:00, title: A}\n"
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'
SHAPE = '<path d="M0 0h9v9z" fill="#123456"/>'


def svg(inside: str) -> str:
    return f"{HEAD}{inside}</svg>"


def multiplied(levels: int) -> str:
    """A drawing of ten drawings of ten drawings."""
    parts = "".join(
        f'<g id="a{n}">' + f'<use href="#a{n - 1}"/>' * 10 + "</g>" for n in range(1, levels)
    )
    return svg(f'<g id="a0">{SHAPE}</g>{parts}')


MARKED = svg(
    f'<marker id="m">{SHAPE * 2000}</marker><path marker-mid="url(#m)" d="M0 0{"l1 1" * 50_000}"/>'
)
FROM_A_PROGRAM = f"""\
<?xml version="1.0" encoding="utf-8"?>
<!-- Made with a drawing program -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
<!ENTITY ns_ai "http://ns.adobe.com/AdobeIllustrator/10.0/">]>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:i="&ns_ai;" viewBox="0 0 9 9" i:viewOrigin="0 9">
<metadata><i:note>kept by the program</i:note></metadata>
<style>.a {{ fill: url(#b) }}</style><linearGradient id="b"><stop stop-color="red"/></linearGradient>
<a href="https://example.org/"><g class="a">{SHAPE}</g></a></svg>
"""
REFUSED = {
    "no XML": (f"{HEAD}<g></svg>", "is no SVG picture: line 1 is not XML"),
    "a web page": ("<html/>", "is no SVG picture"),
    "of no namespace": ("<svg/>", "is no SVG picture"),
    "a file": (svg('<image xlink:href="/etc/hostname.png"/>'), "elsewhere (“/etc/hostname.png”)"),
    "a folder up": (svg('<image href="../a.png"/>'), "elsewhere (“../a.png”)"),
    "the network": (svg('<use href="http://127.0.0.1:9/x#a"/>'), "(“http://127.0.0.1:9/x#a”)"),
    "a fill": (svg("<g fill=\"url( 'http://127.0.0.1:9/')\"/>"), "(“http://127.0.0.1:9/”)"),
    "a style": (svg("<style>@import 'http://127.0.0.1:9/'</style>"), "from elsewhere (“@import”)"),
    "a style sheet": (f'<?xml-stylesheet href="a.css"?>{svg("")}', "from elsewhere"),
    "texts in texts": (
        '<!DOCTYPE svg [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]>' + svg("<title>&b;</title>"),
        "declares “b” for its text",
    ),
    "a file as text": (
        '<!DOCTYPE svg [<!ENTITY a SYSTEM "/etc/hostname">]>' + svg("<title>&a;</title>"),
        "declares “a” for its text",
    ),
    "depth": (svg("<g>" * 300 + "</g>" * 300), "has more parts than any logo"),
    "many parts": (svg("<g/>" * 50_001), "has more parts than any logo"),
}


@pytest.mark.parametrize("text", [svg(SHAPE), FROM_A_PROGRAM, "\ufeff" + svg(SHAPE)])
def test_shapes_are_plain(text):
    assert drawing_of(text.encode()).is_plain


@pytest.mark.parametrize(
    "inside",
    [
        '<use href="#a"/>', "<marker/>", "<pattern/>", "<filter/>", "<mask/>", "<clipPath/>",
        '<image href="data:image/png;base64,AAAA"/>', "<text>Logo</text>",
        f"<style>{'a { fill: red } ' * 2000}</style>",
    ],
)  # fmt: skip
def test_what_can_multiply_is_not(inside):
    assert not drawing_of(svg(inside).encode()).is_plain


@pytest.mark.parametrize(("text", "said"), REFUSED.values(), ids=REFUSED)
@pytest.mark.parametrize("output", ["pdf", "html"])
def test_a_drawing_that_is_none_or_not_alone_is_refused(text, said, output, agenda_of, tmp_path):
    (tmp_path / "logo.svg").write_text(text)
    with pytest.raises(OgpError) as error:
        documents.render("programme", output, agenda_of(DAYS), folder=tmp_path)
    assert error.value.message.startswith("the logo “logo.svg” ")
    assert said in error.value.message
    assert error.value.remedy


def test_letters_of_another_encoding_are_told():
    text = svg("<title>Ü</title>")
    with pytest.raises(UndrawableError, match="is not UTF-8 text"):
        drawing_of(f'<?xml version="1.0" encoding="latin-1"?>{text}'.encode("latin-1"))


def test_a_drawing_that_uses_its_own_parts_is_drawn(agenda_of, tmp_path):
    (tmp_path / "logo.svg").write_text(svg(f'<g id="a">{SHAPE}</g><use xlink:href="#a" x="9"/>'))
    made = documents.render("programme", "pdf", agenda_of(DAYS), folder=tmp_path)
    assert made.content.startswith(b"%PDF")
    assert made.warnings == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (multiplied(9), "the logo “logo.svg” cannot be drawn"),
        (MARKED, "the logo “logo.svg” takes more memory or time than any logo"),
    ],
)
def test_a_drawing_without_end_ends_alone(text, said, agenda_of, tmp_path, monkeypatch):
    monkeypatch.setattr(apart, "MAX_MEMORY", 700_000_000)
    (tmp_path / "logo.svg").write_text(text)
    with pytest.raises(OgpError) as error:
        documents.render("programme", "pdf", agenda_of(DAYS), folder=tmp_path)
    assert (error.value.message, error.value.remedy) == (
        said, "Save it as plain SVG, of shapes alone, or as PNG.",
    )  # fmt: skip


def test_text_in_a_logo_is_told_for_it_may_not_be_drawn(agenda_of, tmp_path):
    (tmp_path / "logo.svg").write_text(svg('<text font-family="Nobody has this">Logo</text>'))
    (warning,) = documents.render("programme", "pdf", agenda_of(DAYS), folder=tmp_path).warnings
    assert warning.startswith("the logo “logo.svg” has text in it, ")
    assert warning.endswith("save its text as outlines")


@pytest.mark.parametrize(("across", "down"), [(100_000, 100_000), (0, 9)])
def test_a_picture_larger_than_any_is_not_unpacked(across, down, agenda_of, tmp_path):
    head = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + across.to_bytes(4) + down.to_bytes(4)
    (tmp_path / "logo.png").write_bytes(head)
    agenda = agenda_of(DAYS.replace("svg", "png"))
    with pytest.raises(OgpError) as error:
        documents.render("programme", "pdf", agenda, folder=tmp_path)
    assert error.value.message in {
        "the logo “logo.png” has 100000 × 100000 points",
        "the logo “logo.png” does not say its size",
    }
