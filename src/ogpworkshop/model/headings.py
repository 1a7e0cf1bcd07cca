"""Weekdays named in the heading of a day."""

import re

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# Full names only: "Sun" and "Mar" are also words.
_NAMES: tuple[tuple[str, ...], ...] = (
    ("monday", "lundi", "lunes", "segunda-feira", "montag", "senin", "понедельник"),
    ("tuesday", "mardi", "martes", "terça-feira", "dienstag", "selasa", "вторник"),
    ("wednesday", "mercredi", "miércoles", "quarta-feira", "mittwoch", "rabu", "среда"),
    ("thursday", "jeudi", "jueves", "quinta-feira", "donnerstag", "kamis", "четверг"),
    ("friday", "vendredi", "viernes", "sexta-feira", "freitag", "jumat", "пятница"),
    ("saturday", "samedi", "sábado", "samstag", "sabtu", "суббота"),
    ("sunday", "dimanche", "domingo", "sonntag", "minggu", "воскресенье"),
)
_NUMBERS = {name: number for number, names in enumerate(_NAMES) for name in names}
_WORD = re.compile(
    r"(?<!\w)(?<!santo )(" + "|".join(map(re.escape, _NUMBERS)) + r")(?!\w)", re.IGNORECASE
)


def named_weekday(heading: str) -> tuple[int, tuple[int, int]] | None:
    """The only weekday that a text names, 0 for Monday, and where; None when none or several."""
    found = list(_WORD.finditer(heading))
    if len(found) != 1:
        return None
    return _NUMBERS[found[0][1].casefold()], found[0].span()
