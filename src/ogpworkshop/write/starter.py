"""The files of a new workshop, filled with an example to be changed."""

from datetime import date
from importlib.resources import files

from ogpworkshop.write.schema import agenda_schema


def starter(title: str, first: date, timezone: str) -> dict[str, bytes]:
    """Files by their path below the workshop's folder.

    Args:
        title: of the workshop.
        first: its first day.
        timezone: an IANA name.
    """
    folder = files("ogpworkshop") / "starter"

    def filled(name: str) -> bytes:
        text = (folder / name).read_text("utf-8")
        safe = title.replace("\\", "\\\\").replace('"', '\\"') if name.endswith("yaml") else title
        return text.format(title=safe, first=first.isoformat(), timezone=timezone).encode()

    return {
        "agenda.yaml": filled("agenda.yaml"),
        "participants.csv": (folder / "participants.csv").read_bytes(),
        "README.md": filled("README.md"),
        "agenda.schema.json": (agenda_schema() + "\n").encode(),
        ".github/workflows/workshop.yml": (folder / "workshop.yml").read_bytes(),
    }
