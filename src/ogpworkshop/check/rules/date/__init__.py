"""Dates of days."""
