"""Whether people of the roster come."""
