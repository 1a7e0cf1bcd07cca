"""Days on which people are there."""
