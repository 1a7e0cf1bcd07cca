"""Comments that silence checks."""
