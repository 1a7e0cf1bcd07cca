"""Lunch."""
