"""Numbers in a roster or a plan."""
