"""Lines that are sessions without saying when: a length alone, one of several at the same time."""

import re
from typing import NamedTuple

from ogpworkshop.model.time import read_length
from ogpworkshop.read.moments import plain

_LENGTH = r"(?:\d{1,2}\s?(?:h|hrs?|hours?|std\.?|ч|jam)\.?\s?(?:\d{1,2}\s?(?:min\w*|m|мин\w*|menit)?)?|\d{1,3}\s?(?:min\w*\.?|мин\w*\.?|menit|m\b|['’′]|分[钟鐘間间]?|분|मिनट|মিনিট|phút|นาที))"
# texts, compiled when the first line asks for one: most documents need none of them
_BEHIND = rf"(?i)(?P<title>.*?\S)\s*(?:[(\[]\s*(?P<inner>{_LENGTH})\s*[)\]]|[-–—:,|]\s*(?P<outer>{_LENGTH}))\s*$"
_BEFORE = rf"(?i)[(\[]?(?P<length>{_LENGTH})[)\]]?\s*[-–—:.|]?\s+(?P<title>[^\W\d_].*)"
_PARALLEL = (
    r"(?is)(?:parallel(?:e| breakout)? (?:session|track|workshop)|breakout session|concurrent session|parallelsitzung|"
    r"session parall[eè]le|atelier parall[eè]le|sesi[oó]n paralela|sess[aã]o paralela|sesi paralel|"
    r"параллельная (?:сессия|секция))s?\s*(?:no\.?\s*|n[°º]\s*|#)?(?P<number>\d{1,2}|[A-H]|[IVX]{1,4})\b"
    r"\s*[-:.–—)]*\s*(?P<title>.*)"
)
_MAIL = (
    r"(?i)(?P<name>from|to|cc|bcc|sent|date|subject|reply-to|importance|attachments?|"
    r"von|an|gesendet|datum|betreff|de|para|à|envoyé|date|objet|enviado(?: el)?|fecha|asunto|assunto|"
    r"dari|kepada|tanggal|perihal|от|кому|дата|тема|отправлено)\s*:\s*(?P<value>.*)"
)
_SENDERS = frozenset({"from", "von", "de", "dari", "от"})
_SUBJECTS = frozenset({"subject", "betreff", "objet", "asunto", "assunto", "perihal", "тема"})
_REPLY = r"(?i)^(?:(?:re|fwd?|aw|wg|tr|rv|enc|bls|отв)\s*:\s*)+"


class Length(NamedTuple):
    """A session known by its length: the length, the title, where each begins in the line."""

    text: str
    at: int
    title: str
    title_at: int


def with_length(text: str) -> Length | None:
    """“Welcome (15 min)”, “45 min Group work”; None for any other line."""
    for form in (_BEFORE, _BEHIND):
        found = re.fullmatch(form, plain(text))
        if found is None:
            continue
        name = next(each for each in ("length", "inner", "outer") if found.groupdict().get(each))
        if read_length(found[name]):
            start, end = found.span(name)
            first, last = found.span("title")
            return Length(text[start:end], start, text[first:last], first)
    return None


def parallel(text: str) -> bool:
    """Whether a line names one of several sessions at the same time: Parallel session 1: Water."""
    return re.fullmatch(_PARALLEL, text) is not None


class MailLine(NamedTuple):
    """A line of a mail's head: whether it begins the head, and its subject if it is that line."""

    is_first: bool
    subject: str


def mail_line(text: str) -> MailLine | None:
    """A line of the head of a mail; None for any other line."""
    found = re.fullmatch(_MAIL, text) if ":" in text else None
    if found is None:
        return None
    name = found["name"].casefold()
    is_first = name in _SENDERS and ("@" in found["value"] or name == "from")
    return MailLine(is_first, re.sub(_REPLY, "", found["value"]) if name in _SUBJECTS else "")
