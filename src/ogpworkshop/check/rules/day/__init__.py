"""A day as a whole: how long it is, and the night before it."""
