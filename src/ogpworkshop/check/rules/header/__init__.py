"""The first line of a roster or a plan."""
