"""Formats of a report, one module each: `render(report, *, least) -> str`."""
