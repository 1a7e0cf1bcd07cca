"""Rows of a roster or a plan."""
