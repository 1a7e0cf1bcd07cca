"""Letters that went through a program that took UTF-8 for something else: JosÃ© for José."""

import re

_SUSPECT = re.compile(
    "[ÂÃÄÅĂ][\x80-\xbf\u0100-\u017f\u2018-\u203a€ƒ\u02c6\u02dc]|Ã[\x80-\xff]|â€|ï»¿|ðŸ|√.|‚Ä|∫|∞"
    "|[àáâãäåæç][\x80-\xbf€-™Œœ]|[ÐÑØÙ][\x80-\xbf\u2018-\u203a\u0152-\u0192€]"
    "|[ГЕбвЩР][\u0402-\u040f\u0452-\u045f\u2018-\u203a€™\x80-\xbf]"
)
"""What gives it away; looked for before anything is loaded."""


def ungarbled(text: str) -> str:
    """The text as it was meant; as it stands where nothing is wrong with it, or nothing is sure."""
    if text.isascii() or not _SUSPECT.search(text):
        return text
    import ftfy  # noqa: PLC0415  where letters look wrong

    return ftfy.fix_encoding(text)
