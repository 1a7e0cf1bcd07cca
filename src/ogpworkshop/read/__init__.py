"""Readers: bytes of a file → the model, what could not be taken, and where everything stands."""
