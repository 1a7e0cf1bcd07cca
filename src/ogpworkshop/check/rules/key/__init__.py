"""Keys of the agenda file."""
