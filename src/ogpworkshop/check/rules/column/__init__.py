"""Columns of a roster or a plan."""
