"""Columns of the roster that not everybody may see."""
