"""The roster as a whole."""
