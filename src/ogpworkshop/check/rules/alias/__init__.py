"""References within the file."""
