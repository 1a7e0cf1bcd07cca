"""Names in the scripts of the world: in letters where the machine has them, else told by name."""

import io

import pypdf
import pypdfium2
import pytest

from ogpworkshop.read.roster import read_roster
from ogpworkshop.render import documents, typefaces

EAST = (
    "Noto Sans CJK SC", "Noto Sans CJK JP", "Noto Sans SC", "Microsoft YaHei", "PingFang SC",
    "WenQuanYi Micro Hei", "Droid Sans Fallback",
)  # fmt: skip
NAMES = {
    "Vietnamese": ("Nguyễn Thị Ánh Tuyết", typefaces.BUNDLED),
    "Mongolian in Cyrillic": ("Өнөрбаатар Цэцэгмаа", typefaces.BUNDLED),
    "Arabic": ("محمد عبد الله", ("Noto Sans Arabic",)),
    "Urdu": ("محمد علی قریشی", ("Noto Sans Arabic",)),
    "Devanagari": ("प्रियंका शर्मा", ("Noto Sans Devanagari",)),
    "Bengali": ("শেখ রাহমান", ("Noto Sans Bengali",)),
    "Sinhala": ("සඳුනි ජයවර්ධන", ("Noto Sans Sinhala",)),
    "Tamil": ("கார்த்திக் சுப்பிரமணியன்", ("Noto Sans Tamil",)),
    "Thai": ("สมชาย ใจดี", ("Noto Sans Thai",)),
    "Lao": ("ສົມສັກ ວົງ", ("Noto Sans Lao",)),
    "Khmer": ("សុខា ចាន់", ("Noto Sans Khmer",)),
    "Burmese": ("အောင်ဆန်း မြင့်", ("Noto Sans Myanmar",)),
    "Mongolian": ("ᠪᠠᠲᠤ ᠪᠠᠶᠠᠷ", ("Noto Sans Mongolian",)),
    "Chinese": ("王小明", EAST),
    "Japanese": ("山田 花子", EAST),
    "Korean": ("김민수", ("Noto Sans CJK KR", "WenQuanYi Micro Hei", "Malgun Gothic")),
}
AGENDA = "days: [{date: 2026-11-30, sessions: [{time: 09:00-10:00, title: A}]}]"


def badge(name, agenda_of):
    roster = read_roster(f"id,name\np1,{name}\n".encode(), "participants.csv")[0]
    return documents.render("badges", "pdf", agenda_of(AGENDA), roster)


def letters(content):
    document = pypdfium2.PdfDocument(content)
    text = document[0].get_textpage().get_text_range()
    document.close()
    return text


def is_embedded(font):
    kinds = [each.get_object() for each in font.get("/DescendantFonts", [font])]
    return all(
        any(key.startswith("/FontFile") for key in each["/FontDescriptor"]) for each in kinds
    )


@pytest.mark.parametrize("script", NAMES)
def test_a_name_is_printed_in_its_letters_or_told(script, agenda_of):
    name, families = NAMES[script]
    known = typefaces.Faces((), is_wide=True).known
    made = badge(name, agenda_of)
    if known & set(families):
        assert made.warnings == ()
    if made.warnings:
        told_by_name(made, name)
        return
    page = pypdf.PdfReader(io.BytesIO(made.content)).pages[0]
    assert all(is_embedded(font.get_object()) for font in page["/Resources"]["/Font"].values())
    shown = set(letters(made.content))
    assert {letter for letter in name if letter.isalpha()} <= shown


@pytest.mark.parametrize("script", [each for each in NAMES if NAMES[each][1] != typefaces.BUNDLED])
def test_without_a_font_a_name_is_told_and_its_numbers_stand_in(script, agenda_of, monkeypatch):
    bundled = typefaces.Faces((), is_wide=False).fonts
    monkeypatch.setattr(typefaces, "_fonts", lambda _more, *, is_wide: bundled)  # noqa: ARG005
    name = NAMES[script][0]
    told_by_name(badge(name, agenda_of), name)


def told_by_name(made, name):
    (warning,) = made.warnings
    assert warning.startswith("no installed font has the letters ")
    assert f"“p1 {name}”" in warning
    assert f"{ord(name[0]):X}" in letters(made.content)
