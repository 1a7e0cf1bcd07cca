"""What comes of group work."""
