"""Values of another type than is meant."""
