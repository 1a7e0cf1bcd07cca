"""Titles of sessions."""
