"""`make bench`: every row of the bars that ogp has to reach, measured on this machine.

Times are ratios of CPU time against a peer run alternately; quality figures are medians over
seeds. Name modules to run only these: `python bench/run.py check render groups`.
"""

import importlib
import sys

from rich.console import Console
from rich.table import Table

MODULES = ("check", "faults", "render", "groups", "diverse", "large", "wishes", "lsp", "exchange")


def main() -> None:
    """Print the table."""
    table = Table(title="Bars")
    for heading in ("row", "measure", "ours", "peer or bound", "ratio", "bar", ""):
        table.add_column(heading)
    for name in sys.argv[1:] or MODULES:
        for row in importlib.import_module(name).rows():
            verdict = "reached" if row.is_met else "NOT REACHED"
            table.add_row(row.name, row.measure, row.ours, row.against, row.ratio, row.bar, verdict)
    Console(width=150).print(table)


if __name__ == "__main__":
    main()
