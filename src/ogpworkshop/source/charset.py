"""Which encoding a table is stored in that is not Unicode: the one that makes words of its bytes.

Lists of names are too short for statistics of languages. What gives an encoding away is simpler:
signs within words, capitals after small letters, two scripts in one word, rare ideographs.
"""

import codecs
import re
import unicodedata
from functools import lru_cache

from ogpworkshop.source.text import UndecodableError, decode

_SAMPLE = 32 * 1024
_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
NAMES = {
    "cp1252": "Windows-1252", "cp1250": "Windows-1250", "cp1251": "Windows-1251",
    "cp932": "Shift-JIS", "euc_kr": "EUC-KR", "gb18030": "GB 18030", "big5": "Big5",
    "cp1256": "Windows-1256", "cp1253": "Windows-1253", "cp874": "Windows-874",
    "mac_roman": "Mac Roman", "koi8_r": "KOI8-R", "mixed": "UTF-8 and Windows-1252 by turns",
}  # fmt: skip
"""What people call each encoding; of equals, the first is taken."""
_COMMON = {
    "cp932": re.compile(rb"[\x82\x83\x88-\x97]."),
    "gb18030": re.compile(rb"[\xb0-\xd7][\xa1-\xfe]"),
    "euc_kr": re.compile(rb"[\xb0-\xc8][\xa1-\xfe]"),
    "big5": re.compile(rb"[\xa4-\xc6]."),
}
"""Bytes of kana, of Hangul, and of the more common half of the ideographs."""
_RUN = re.compile(r"\w+[^\w\s](?=\w)|\w+")


def decoded(content: bytes) -> tuple[str, str]:
    """A text of any encoding, and which it is told to be; "" for Unicode, of which there is no doubt."""
    wide = "" if content.startswith(_MARKS) else _wide(content)
    if wide:
        return content.decode(wide, "replace"), ""
    try:
        return decode(content)[0], ""
    except UndecodableError:
        stored = told(content)
    if stored == "mixed":
        return decode_mixed(content), stored
    return content.decode(stored, "replace"), stored


def _wide(content: bytes) -> str:
    """Which UTF-16 without a byte order mark it is, told by its NULs; "" if it is none."""
    odd, even = content[1:4096:2].count(0), content[0:4096:2].count(0)
    if bool(odd) == bool(even) or len(content) % 2:
        return ""
    name = "utf-16-le" if odd else "utf-16-be"
    head = content[:4096].decode(name, "replace")
    is_text = sum(letter.isprintable() or letter in "\r\n\t\ufeff" for letter in head) > 0.98 * len(
        head
    )
    return name if is_text else ""


def told(content: bytes) -> str:
    """The most probable encoding of bytes that are not UTF-8."""
    if _is_mixed(content):
        return "mixed"
    lines = [line for line in content.splitlines() if not line.isascii()]
    sample = b"\n".join(lines)[:_SAMPLE].rpartition(b"\n")[0] or b"\n".join(lines[:1])
    merits = {encoding: _merit(sample, encoding) for encoding in NAMES if encoding != "mixed"}
    return max(merits, key=lambda each: merits[each])


def decode_mixed(content: bytes) -> str:
    """UTF-8 with bytes of Windows-1252 in between, as pasted files are."""
    parts = []
    for line in content.splitlines(keepends=True):
        try:
            parts.append(line.decode())
        except UnicodeDecodeError:
            parts.append(line.decode("cp1252", "replace"))
    return "".join(parts)


def _is_mixed(content: bytes) -> bool:
    """Whether some lines are UTF-8 with letters beyond ASCII, and fewer are not."""
    sound = broken = 0
    for line in content.splitlines():
        if not line.isascii():
            try:
                line.decode()
                sound += 1
            except UnicodeDecodeError:
                broken += 1
    return sound > broken


def _merit(sample: bytes, encoding: str) -> float:
    """How much of it reads as words: 1 for all, less for none of it."""
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError:
        return -10.0
    marks = [letter for letter in text if letter > "\x7f"]
    if not marks:
        return -10.0
    if encoding in _COMMON:
        common = sum(len(found) for found in _COMMON[encoding].findall(sample)) / 2
        ideographs = sum(_script(letter) not in {"LATIN", ""} for letter in marks)
        alone = sum(_script(letter) == "HALFWIDTH" for letter in marks)
        return common / len(marks) - alone / len(marks) - (ideographs == 0)
    signs = sum(map(text.count, "“”‘’„–—…€"))
    return (signs + sum(map(_word_merit, _RUN.findall(text)))) / len(marks)


def _word_merit(word: str) -> float:
    """A point for each letter that stands as in a word, less one for each that does not."""
    merit = 0.0
    scripts = {_script(letter) for letter in word if letter.isalpha()}
    high = sum(letter > "\x7f" for letter in word)
    for before, letter in zip(" " + word, word, strict=False):
        if letter <= "\x7f" or letter == "’":
            continue
        is_odd = not letter.isalpha() or len(scripts) > 1
        is_odd |= letter.isupper() and before.islower()
        merit += -1 if is_odd else 1
    if scripts == {"LATIN"} and high > 2 and high * 2 > len(word):
        merit -= 2 * high
    return merit


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    """LATIN, CYRILLIC, CJK: the first word of its name."""
    return unicodedata.name(letter, "").partition(" ")[0]
