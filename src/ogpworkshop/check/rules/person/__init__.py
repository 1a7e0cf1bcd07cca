"""People whom sessions name."""
