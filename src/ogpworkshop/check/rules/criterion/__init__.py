"""Criteria of breakout groups."""
