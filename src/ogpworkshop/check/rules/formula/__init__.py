"""Cells that a spreadsheet would run."""
