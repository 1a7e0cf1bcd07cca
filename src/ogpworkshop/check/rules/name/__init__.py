"""Names of people in the roster."""
