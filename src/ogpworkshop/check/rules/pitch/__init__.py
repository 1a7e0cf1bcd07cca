"""Short talks in a row."""
