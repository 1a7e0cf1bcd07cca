"""Time zones, summer time, and the hour where others sit."""
