"""Tracks that run beside each other."""
