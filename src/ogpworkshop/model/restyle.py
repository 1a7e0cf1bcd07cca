"""Times written in the style of their neighbours, so that a mended agenda stays of one piece."""

from ogpworkshop.model.time import DAY, NOON, clock


def spelled(minutes: int, style: str = "24:") -> str:
    """A clock time in the style of a `WrittenTime`: 09:30, 09.30, 9h30, 9:30 am."""
    if style.startswith("12"):
        return _halved(minutes % DAY, style[2:] or ":")
    mark = style[2:] or ":"
    text = clock(minutes).replace(":", mark)
    return text.removeprefix("0") if mark == "h" else text


def slot(start: int, end: int, style: str = "24:") -> str:
    """A slot in the style of a `WrittenTime`: 09:30-11:00, 9:30 am-11:00 am."""
    return f"{spelled(start, style)}-{spelled(end, style)}"


def _halved(minutes: int, mark: str) -> str:
    if minutes == NOON:
        return "12 noon"
    if minutes == 0:
        return "midnight"
    hour, minute = divmod(minutes, 60)
    return f"{(hour + 11) % 12 + 1}{mark}{minute:02d} {'am' if minutes < NOON else 'pm'}"
