"""What the workshop is for."""
