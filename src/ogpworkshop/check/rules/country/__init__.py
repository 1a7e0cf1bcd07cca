"""Countries in the roster."""
