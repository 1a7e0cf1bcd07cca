"""Rooms that sessions use."""
