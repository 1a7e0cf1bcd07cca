"""Ids of people in the roster."""
