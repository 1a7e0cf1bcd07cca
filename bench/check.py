"""Checking and start-up: rows A1, A2, A3, A5, B1 and B2."""

import statistics
import tempfile
from pathlib import Path

from agendas import agenda
from measure import BIN, ROOT, Row, ratio_row, run

OGP = BIN / "ogp"
FOUNDING = ROOT / "data" / "agenda.yaml"
SCHEMA = ROOT / "schema" / "agenda.schema.json"
MEMORY = 150


def rows() -> list[Row]:
    """Measure them all."""
    check = [OGP, "agenda", "check"]
    lint = [BIN / "yamllint", "-d", "relaxed"]
    schema = [BIN / "check-jsonschema", "--schemafile", SCHEMA, FOUNDING]
    with tempfile.TemporaryDirectory() as folder:
        small, large, huge = (Path(folder, f"{size}.yaml") for size in (5, 20, 100))
        small.write_text(agenda(5_000), "utf-8")
        large.write_text(agenda(20_000), "utf-8")
        huge.write_text(agenda(100_000), "utf-8")
        return [
            ratio_row(
                "A1",
                "check, founding agenda / yamllint",
                [*check, FOUNDING],
                [*lint, FOUNDING],
                1.8,
            ),
            ratio_row("–", "the same / check-jsonschema", [*check, FOUNDING], schema, 1.0),
            ratio_row(
                "A2",
                "check, 5,000 sessions / yamllint",
                [*check, small],
                [*lint, small],
                0.35,
                pairs=3,
            ),
            _memory([*check, small]),
            ratio_row(
                "A3", "check, 20,000 sessions / 5,000", [*check, large], [*check, small], 4.4
            ),
            ratio_row(
                "B2",
                "check, 100,000 sessions / 5,000",
                [*check, huge],
                [*check, small],
                22,
                pairs=1,
            ),
            ratio_row(
                "A5",
                "ogp --help / import typer",
                [OGP, "--help"],
                [BIN / "python", "-c", "import typer"],
                1.5,
                pairs=9,
            ),
        ]


def _memory(command: list[str | Path]) -> Row:
    peak = statistics.median(run(command)[1] for _ in range(3))
    return Row(
        "A2", "peak memory of the same", f"{peak:.0f} MB", "", "", f"≤ {MEMORY} MB", peak <= MEMORY
    )
